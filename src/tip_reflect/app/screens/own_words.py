"""Say it in your own words: one line, in place of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, USE_WORDS, bindings
from tip_reflect.app.screens.base import Dialog
from tip_reflect.app.widgets.box import Box
from tip_reflect.privacy.check import spotted
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.review import STILL_THERE

if TYPE_CHECKING:
    from textual.app import ComposeResult

EVERYWHERE = "A role says it best: the mother, a colleague, the older child. It goes everywhere this appears. An empty line takes it out."


def refusal(words: str) -> str:
    """Why these words cannot stand in a copy for others; empty where they can."""
    return STILL_THERE if any(one.kind.tier is Tier.DIRECT for one in spotted(words)) else ""


class OwnWords(Dialog[str]):
    """Gives the words, which may be empty, or None."""

    BINDINGS = bindings(USE_WORDS, CLOSE)

    def __init__(self, found: str, words: str) -> None:
        super().__init__()
        self._found = found
        self._words = words

    def body(self) -> ComposeResult:
        yield Static(
            Content.assemble("Instead of ", (" ".join(self._found.split()), "$accent")), classes="heading"
        )
        yield Static(EVERYWHERE, classes="text")
        yield Box(self._words, id="own-words", compact=True)
        yield Static("", id="message")

    def on_mount(self) -> None:
        line = self.query_one(Input)
        self.set_focus(line)
        line.action_select_all()  # what is typed takes the place of what stands there

    def on_input_submitted(self) -> None:
        self.action_use_words()

    def action_use_words(self) -> None:
        words = self.query_one(Input).value
        if problem := refusal(words):
            self.query_one("#message", Static).update(Content(problem))
        else:
            self.dismiss(words)
