"""You do not have to hold this on your own: said after some answers, with two ways to turn, and neither forced."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tip_reflect.app.screens.base import Dialog, Fields

if TYPE_CHECKING:
    from textual.app import ComposeResult

NOTHING_ELSE = "Nothing is sent, and nobody is told. This is only for you."


class Help(StrEnum):
    SUPPORT = "support"
    LINE = "draft-line"


class OfferDialog(Dialog[Help], Fields[Help]):
    """Gives the way that was chosen, or None."""

    def body(self) -> ComposeResult:
        words = self.session.library.check_in
        yield Static(Content(words.offer), classes="heading")
        yield Static(NOTHING_ELSE, classes="text")
        with Vertical(id="offers"):
            yield Button("Not now", id="not-now")
            yield Button("Who you could turn to", id=Help.SUPPORT)
            yield Button(words.offer_draft, id=Help.LINE)

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#not-now"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        chosen = event.button.id
        self.dismiss(Help(chosen) if chosen in set(Help) else None)
