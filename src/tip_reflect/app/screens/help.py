"""Help (F1): what can be done on the screen below, and the few things worth knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, bindings
from tip_reflect.app.palette import possible_commands
from tip_reflect.app.screens.base import TipScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen


WORTH_KNOWING = (
    "Everything is saved as you type, locked with your passphrase, on this computer only. Nothing is ever sent.",
    "You can stop at any point, skip any question and come back later to the same place.",
    "Copy and paste stay inside this window. Ctrl+P finds what you can do here by name. Tab moves between parts.",
)


class HelpScreen(TipScreen[None]):
    """Made from the same commands as the footer, so the two cannot disagree."""

    BINDINGS = bindings(CLOSE)

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._commands = possible_commands(below)

    def body(self) -> ComposeResult:
        with VerticalScroll(classes="page", id="help"):
            yield Static("What you can do here", classes="heading")
            for command in self._commands:
                with Horizontal(classes="key-line"):
                    yield Static(command.shown_keys, classes="key")
                    yield Static(command.tip, classes="line")
            yield Static("Worth knowing", classes="heading")
            for words in WORTH_KNOWING:
                yield Static(words, classes="text")
            notices = self.tip.library.notices
            yield Static(Content(notices.rule_of_thumb), classes="text")
            yield Static("Stopping", classes="heading")
            yield Static(Content(notices.stopping), classes="text")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#help"))
