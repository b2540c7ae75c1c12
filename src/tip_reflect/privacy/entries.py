"""An entry as text to look at: what a copy for others would hold of it, and all that the worker's own copy holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.privacy.check import find
from tip_reflect.privacy.review import BETWEEN, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.watching import WatchedName

OWN_COPY = "This is your own copy, with every word as you wrote it."


def pieces_of(entry: Entry) -> tuple[Piece, ...]:
    """The answers that hold words, each under its question: no dates, tags or thread."""
    return tuple(Piece(title=answer.prompt, text=answer.text) for answer in entry.answered())


def count_in(entries: Iterable[Entry], watched: Sequence[WatchedName] = ()) -> int:
    """How many people, places and other things all the worker's own words in these entries hold, as a review counts."""
    return sum(len({one.subject for one in find(_every_word(entry), watched)}) for entry in entries)


def holds(count: int) -> str:
    """How many findings there are, in one line for the worker."""
    if not count:
        return f"{OWN_COPY} The check found nothing in it that points to a person; it can miss things."
    words = "1 thing that points" if count == 1 else f"{count} things that point"
    return f"{OWN_COPY} It holds {words}, or may point, to a person."


def _every_word(entry: Entry) -> str:
    about = (*(answer.text for answer in entry.answered()), entry.arrived_as, entry.next_thing, entry.thread)
    return BETWEEN.join(words for words in (*about, *entry.tags) if words.strip())
