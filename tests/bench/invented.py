"""Text that reads like a worker's writing and that nobody wrote: a chain of words over the demo's invented journal."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from tip_reflect.demo.journal import demo_entries
from tip_reflect.journal.entry import Moment

if TYPE_CHECKING:
    from random import Random

    from tip_reflect.prompts.pack import Library

_START = ""
_SYLLABLES = ("bra", "cor", "den", "fal", "gar", "hin", "lo", "mar", "nes", "or", "pel", "ric", "sta", "tun")
_ONE_IN = 60
"""How seldom a word is one that the demo does not have: a name or a rarity, so that the index is not too small."""


class Inventor:
    """Makes text of any length; the same again from the same random source."""

    def __init__(self, library: Library, random: Random) -> None:
        self._random = random
        self._after: dict[str, list[str]] = {}
        now = Moment(at=datetime(2026, 11, 22, 12, tzinfo=UTC))
        for entry in demo_entries(library, now):
            for answer in entry.answered():
                for one, following in pairwise([_START, *answer.text.split()]):
                    self._after.setdefault(one, []).append(following)

    def text(self, words: int) -> str:
        """So many words, in paragraphs of about eighty."""
        random, after = self._random, self._after
        chosen: list[str] = []
        word = _START
        for at in range(words):
            word = random.choice(after.get(word) or after[_START])
            shown = self._rarity() if random.randrange(_ONE_IN) == 0 else word
            chosen.append(f"\n\n{shown}" if at and at % 80 == 0 else f" {shown}")
        return "".join(chosen).strip()

    def _rarity(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))
