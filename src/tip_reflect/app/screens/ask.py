"""One question, two answers: the gentle one is Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tip_reflect.app.commands import ANSWER, ANSWER_BEFORE, ANSWER_NEXT, CLOSE, bindings
from tip_reflect.app.screens.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

T = TypeVar("T")


class Question(Dialog[T]):
    """A dialog whose answers are buttons; its foot says how to choose."""

    BINDINGS = bindings(ANSWER_NEXT, ANSWER_BEFORE, ANSWER, CLOSE)

    def action_answer(self) -> None:
        if isinstance(self.focused, Button):
            self.focused.press()


class AskScreen(Question[bool]):
    """Gives True only for the button; everything else leaves things as they are."""

    def __init__(self, heading: str, words: str, *, yes: str, no: str = "Leave it as it is") -> None:
        super().__init__()
        self._heading = heading
        self._words = words
        self._yes = yes
        self._no = no

    def body(self) -> ComposeResult:
        yield Static(Content(self._heading), classes="heading")
        yield Static(Content(self._words), classes="text")
        with Vertical(id="answers"):
            yield Button(self._no, id="no")
            yield Button(self._yes, id="yes")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#no"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
