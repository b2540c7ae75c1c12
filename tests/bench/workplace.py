"""What every part of the benchmark is given: a folder that is removed at the end, made journals, and how thorough to be."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from journals import PASSPHRASE
from pseudo_terminal import ENTER, Terminal, python, surroundings

if TYPE_CHECKING:
    from pathlib import Path

    from invented import Inventor
    from journals import Journal

_NUMBERS = count(1)

BOX = "assphrase"
"""The lock screen's box: its first letter stands under the cursor, painted apart."""
BULLET = "•"
WAITING = "Your recovery sheet"
"""A row of Today that every made journal has, painted when the store has answered."""

LOADING_AHEAD = 1.5
"""Seconds at the lock screen, as someone takes to type: what the app loads meanwhile is not the unlock's cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """`sizes` are the journals asked for, `long` the one of the list and memory rows; all are in `journals`."""

    folder: Path
    journals: dict[int, Journal]
    sizes: tuple[int, ...]
    long: int
    invented: Inventor
    short: bool
    with_jrnl: bool

    @property
    def largest(self) -> Journal:
        return self.journals[max(self.sizes)]

    def times(self, many: int, few: int) -> int:
        """How often to measure something: `few` in the short form."""
        return few if self.short else many

    def new_folder(self, name: str) -> Path:
        """A folder that does not exist yet."""
        return self.folder / f"{next(_NUMBERS)}-{name}"

    def environ(self, journal: Journal | None = None) -> dict[str, str]:
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        around = surroundings(home)
        return around | {"TIP_REFLECT_HOME": str(journal.places.home)} if journal else around

    def app(self, journal: Journal) -> Terminal:
        """The real program on a journal, in a terminal."""
        return Terminal(python("-m", "tip_reflect"), self.environ(journal))

    def bare_app(self, *words: str) -> Terminal:
        from pathlib import Path

        return Terminal(python(str(Path(__file__).parent / "bare_app.py"), *words), self.environ())


def unlock(app: Terminal) -> float:
    """Type the passphrase at the lock screen; gives the seconds from Enter to Today with what waits on it."""
    app.painted(BOX)
    app.rest(LOADING_AHEAD)
    app.type(PASSPHRASE.encode())
    app.painted(BULLET * len(PASSPHRASE))
    app.rest(0.2)
    return app.after(ENTER, WAITING)


def say(words: str) -> None:
    """Progress, beside the table."""
    print(words, file=sys.stderr, flush=True)
