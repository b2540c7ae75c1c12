"""An entry's details: principle, purpose, thread, tags, and whether it was a shock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, SAVE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.choices import principles, purposes
from tip_reflect.journal.entry import Entry, read_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

YES_NO = (Choice(False, "no"), Choice(True, "yes"))
MADE_UP = (
    "A thread is a strand of work under a name you make up, such as “the garden family”. Never a real name."
)


class DetailsDialog(Dialog[Entry], Fields[Entry]):
    """Gives the changed entry, or None where nothing was changed; leaving keeps what was typed."""

    BINDINGS = bindings(SAVE, CLOSE)

    def __init__(self, entry: Entry, *, threads: Sequence[str]) -> None:
        super().__init__()
        self._entry = entry
        self._threads = threads

    def body(self) -> ComposeResult:
        entry = self._entry
        yield Static("Details of this entry", classes="heading")
        with Horizontal(classes="field"):
            yield Static("Principle", classes="label")
            yield ChoiceRow(principles("none"), chosen=entry.principle, id="principle")
        with Horizontal(classes="field"):
            yield Static("Purpose", classes="label")
            yield ChoiceRow(purposes("none"), chosen=entry.purpose, id="purpose")
        with Horizontal(classes="field"):
            yield Static("Thread", classes="label")
            suggester = SuggestFromList(self._threads, case_sensitive=False)
            yield Box(entry.thread, suggester=suggester, id="thread", compact=True)
        yield Static(MADE_UP, classes="quiet")
        with Horizontal(classes="field"):
            yield Static("Tags", classes="label")
            yield Box(", ".join(entry.tags), placeholder="words with commas between", id="tags", compact=True)
        with Horizontal(classes="field"):
            yield Static("A shock", classes="label")
            yield ChoiceRow(YES_NO, chosen=entry.shock, id="shock")
        with Horizontal(classes="field"):
            yield Static("Tender", classes="label")
            yield ChoiceRow(YES_NO, chosen=entry.tender, id="tender")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#thread"))

    def on_input_submitted(self) -> None:
        self.action_save()

    def key_enter(self) -> None:
        self.action_save()

    def action_close(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        changed = self._as_shown()
        self.dismiss(changed if changed != self._entry else None)

    def _as_shown(self) -> Entry:
        entry, tags = self._entry, self.query_one("#tags", Input).value
        return replace(
            entry,
            principle=self.query_one("#principle", ChoiceRow).value,
            purpose=self.query_one("#purpose", ChoiceRow).value,
            thread=self.query_one("#thread", Input).value.strip(),
            tags=entry.tags if tags == ", ".join(entry.tags) else read_tags(tags),
            shock=self.query_one("#shock", ChoiceRow).value,
            tender=self.query_one("#tender", ChoiceRow).value,
        )
