"""How a text will read to others, and the last question before it leaves: the peer test (DOMAIN SP7)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, READ_IT, bindings
from tip_reflect.app.screens.ask import Question
from tip_reflect.app.screens.base import TipScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tip_reflect.privacy.review import Piece

READ_ONCE = "This is every word that others would read. Read it once as they would."
QUESTION = "Could a colleague in another team guess who this is? Could the family, if they read it?"
SMALL_PLACE = "In a small place, those who hear it are the ones who might know."


class Answer(StrEnum):
    """The three answers to the peer test."""

    NO = "no"
    PERHAPS = "perhaps"
    YES = "yes"


ANSWERS = {Answer.NO: "No", Answer.PERHAPS: "Perhaps, so blur it", Answer.YES: "Yes, so leave it out"}


class PreviewScreen(TipScreen[bool]):
    """The text as it stands, with nothing marked. Gives True when it was read with nothing left to look at."""

    BINDINGS = bindings(READ_IT, CLOSE, HELP, HIDE)

    def __init__(self, pieces: Sequence[Piece], *, left: int | None = None) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = left

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="preview"):
            yield Static(
                Content.assemble(("As others would read it", "bold"), (f"   {self._how()}", "$muted"))
            )
            with VerticalScroll(id="preview-scroll"):
                yield Static(as_read(self._pieces), id="preview-words")

    def _how(self) -> str:
        if self._left is None:
            return READ_ONCE
        return f"{self._left} still to look at" if self._left else "nothing is left to look at"

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#preview-scroll"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return self._left is None if action == "read_it" else True

    def action_read_it(self) -> None:
        self.dismiss(True)


class PeerTest(Question[Answer]):
    """Gives the answer, or None where the worker goes back."""

    def body(self) -> ComposeResult:
        yield Static(QUESTION, classes="heading")
        yield Static(SMALL_PLACE, classes="quiet")
        for answer, words in ANSWERS.items():
            yield Button(words, id=answer.value)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(f"#{Answer.PERHAPS.value}"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(Answer(event.button.id or Answer.PERHAPS))


def as_read(pieces: Sequence[Piece]) -> Content:
    """The pieces under their titles; nothing in them is ever taken for markup."""
    parts = []
    for piece in pieces:
        title = [Content.styled(piece.title, "$muted")] if piece.title else []
        parts.append(Content("\n").join([*title, Content(piece.text)]))
    return Content("\n\n").join(parts)
