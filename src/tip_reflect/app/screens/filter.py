"""Which entries to show: principle, purpose, thread, tag, dates, tender, marked for peers and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tip_reflect.app.commands import APPLY, CLOSE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.choices import principles, purposes
from tip_reflect.journal.dates import read_day
from tip_reflect.journal.entry import State
from tip_reflect.journal.finding import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

ONLY = (
    Choice("", "everything"),
    Choice("marked", "marked for peers"),
    Choice("tender", "tender"),
    Choice("draft", "drafts"),
)
NOT_A_DAY = "That day could not be read. Write it like 12/11/2026, or 2026-11-12, or leave it empty."


class FilterDialog(Dialog[Filter], Fields[Filter]):
    """Gives the filter, or None where nothing was changed."""

    BINDINGS = bindings(APPLY, CLOSE)

    def __init__(self, wanted: Filter, *, threads: Sequence[str], tags: Sequence[str]) -> None:
        super().__init__()
        self._wanted = wanted
        self._threads = threads
        self._tags = tags

    def body(self) -> ComposeResult:
        wanted = self._wanted
        kinds = (
            ("marked", wanted.marked),
            ("tender", wanted.tender),
            ("draft", wanted.state is State.DRAFT),
        )
        only = next((kind for kind, so in kinds if so), "")
        yield Static("Show only", classes="heading")
        with Horizontal(classes="field"):
            yield Static("Principle", classes="label")
            yield ChoiceRow(principles("any"), chosen=wanted.principle, id="principle")
        with Horizontal(classes="field"):
            yield Static("Purpose", classes="label")
            yield ChoiceRow(purposes("any"), chosen=wanted.purpose, id="purpose")
        with Horizontal(classes="field"):
            yield Static("Thread", classes="label")
            yield Box(
                wanted.thread,
                placeholder="any",
                suggester=SuggestFromList(self._threads, case_sensitive=False),
                id="thread",
                compact=True,
            )
        with Horizontal(classes="field"):
            yield Static("Tag", classes="label")
            yield Box(
                wanted.tag,
                placeholder="any",
                suggester=SuggestFromList(self._tags, case_sensitive=False),
                id="tag",
                compact=True,
            )
        with Horizontal(classes="field"):
            yield Static("From day", classes="label")
            yield Box(_day(wanted.since), placeholder="for example 12/11/2026", id="since", compact=True)
        with Horizontal(classes="field"):
            yield Static("To day", classes="label")
            yield Box(_day(wanted.until), placeholder="any day", id="until", compact=True)
        with Horizontal(classes="field"):
            yield Static("Only", classes="label")
            yield ChoiceRow(ONLY, chosen=only, id="only")
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#principle"))

    def key_enter(self) -> None:
        self.action_apply()

    def on_input_submitted(self) -> None:
        self.action_apply()

    def action_apply(self) -> None:
        try:
            since, until = (read_day(self.query_one(name, Input).value) for name in ("#since", "#until"))
        except ValueError:
            self.query_one("#message", Static).update(Content(NOT_A_DAY))
            return
        only = self.query_one("#only", ChoiceRow).value
        self.dismiss(
            Filter(
                principle=self.query_one("#principle", ChoiceRow).value,
                purpose=self.query_one("#purpose", ChoiceRow).value,
                thread=self.query_one("#thread", Input).value.strip(),
                tag=self.query_one("#tag", Input).value.strip().lstrip("#"),
                since=since,
                until=until,
                tender=True if only == "tender" else None,
                marked=True if only == "marked" else None,
                state=State.DRAFT if only == "draft" else None,
            )
        )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
