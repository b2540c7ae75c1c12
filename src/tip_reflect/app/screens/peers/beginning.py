"""Beginning a pack: something that worked is as fair a pack as something one is stuck on (SP14)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid4

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.journal.pack import Pack, Part

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Moment


class Starter(StrEnum):
    """What a pack begins with."""

    WORKED = "worked"
    STUCK = "stuck"
    QUESTION = "question"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def part(self) -> Part:
        """Where the first words go."""
        return Part.WORKED if self is Starter.WORKED else Part.BRIEF

    @property
    def prompt_id(self) -> str:
        """The sentence starter in the library."""
        return "peers-08" if self is Starter.WORKED else "peers-06"


_LABELS = {
    Starter.WORKED: "Something that worked",
    Starter.STUCK: "Something I am stuck on",
    Starter.QUESTION: "One question, and nothing else",
}
ABOUT = "Nothing is in a pack until you put it there. You can change all of it later."


def in_turn(packs: int) -> tuple[Starter, ...]:
    """The starters, with what worked and what is stuck first in turn, from one pack to the next."""
    worked_first = (Starter.WORKED, Starter.STUCK, Starter.QUESTION)
    return worked_first if packs % 2 == 0 else (Starter.STUCK, Starter.WORKED, Starter.QUESTION)


class BeginPack(Dialog[tuple[Pack, Starter]], Fields[tuple[Pack, Starter]]):
    """Gives an empty pack and what it begins with, or None."""

    def __init__(self, packs: int, now: Moment) -> None:
        super().__init__()
        self._packs = packs
        self._now = now

    def body(self) -> ComposeResult:
        yield Static("What would you like to bring?", classes="heading")
        yield Static(Content(ABOUT), classes="text")
        with Vertical(id="starters"):
            for starter in in_turn(self._packs):
                yield Button(starter.label, id=f"begin-{starter.value}")

    def on_mount(self) -> None:
        self.set_focus(self.query(Button).first())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        starter = Starter((event.button.id or "").removeprefix("begin-"))
        pack = Pack(id=uuid4(), made=self._now, question_only=starter is Starter.QUESTION)
        self.dismiss((pack, starter))
