"""Blur words that the check did not find, and, if the worker wants, look for them from now on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, USE_WORDS, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.screens.own_words import refusal
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.journal.watching import Watched

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

WHAT: tuple[Choice[Watched | None], ...] = (
    Choice(None, "not said"),
    Choice(Watched.NAME, "a name"),
    Choice(Watched.PLACE, "a place"),
    Choice(Watched.SERVICE, "a service"),
)
NO_YES = (Choice(False, "no"), Choice(True, "yes"))
KEPT = "The list of names to watch for is locked in your journal, and nowhere else."


@dataclass(frozen=True, slots=True, kw_only=True)
class Blurred:
    """What to say instead (may be empty), what the words are, and whether to watch for them."""

    instead: str
    what: Watched | None
    watch: bool


class BlurWords(Dialog[Blurred], Fields[Blurred]):
    """Gives a Blurred, or None."""

    BINDINGS = bindings(USE_WORDS, CLOSE)

    def __init__(self, words: str, *, may_watch: bool) -> None:
        super().__init__()
        self._words = words
        self._may_watch = may_watch

    def body(self) -> ComposeResult:
        yield Static(Content.assemble("Blur ", (" ".join(self._words.split()), "$accent")), classes="heading")
        yield Static("Equal words change with it, in any case. An empty line takes them out.", classes="text")
        with Horizontal(classes="field"):
            yield Static("Say instead", classes="label")
            yield Box(id="instead", compact=True)
        with Horizontal(classes="field"):
            yield Static("It is", classes="label")
            yield ChoiceRow(WHAT, chosen=None, id="what")
        if self._may_watch:
            with Horizontal(classes="field"):
                yield Static("Watch for it", classes="label")
                yield ChoiceRow(NO_YES, chosen=False, id="watch")
            yield Static(KEPT, classes="quiet")
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#instead"))

    def on_input_submitted(self) -> None:
        self.action_use_words()

    def key_enter(self, event: events.Key) -> None:
        event.stop()  # or the screen below would take it too
        self.action_use_words()

    def action_use_words(self) -> None:
        instead = self.query_one("#instead", Input).value.strip()
        if problem := refusal(instead):
            self.query_one("#message", Static).update(Content(problem))
            return
        watch = self._may_watch and self.query_one("#watch", ChoiceRow).value
        self.dismiss(Blurred(instead=instead, what=self.query_one("#what", ChoiceRow).value, watch=watch))
