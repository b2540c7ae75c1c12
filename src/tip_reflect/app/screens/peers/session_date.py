"""A session's date for the calendar that people use: a neutral title, a time, and nothing else."""

from __future__ import annotations

import asyncio
import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, WRITE_DATE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.screens.export import usual_folder
from tip_reflect.app.screens.peers.where import file_in
from tip_reflect.app.widgets.box import Box
from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.journal.dates import read_day
from tip_reflect.sharing.new_file import free_name, write_new_file

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

NAME, ENDING = "session", "ics"
ABOUT = "The calendar shows only “Peer session” and the time. Nothing of your pack is in it."
NOT_A_DAY = "That day could not be read. Write it like 12/11/2026, or 2026-11-12. Nothing was written."
NOT_A_TIME = "That time could not be read. Write it like 14:00 or 2pm. Nothing was written."
NOON = 12


class SessionDate(Dialog[str], Fields[str]):
    """Gives a sentence that says where the file is, or None."""

    BINDINGS = bindings(WRITE_DATE, CLOSE)

    def body(self) -> ComposeResult:
        yield Static("A session's date", classes="heading")
        yield Static(ABOUT, classes="text")
        with Horizontal(classes="field"):
            yield Static("Day", classes="label")
            yield Box(placeholder="like 12/11/2026", id="day", compact=True)
        with Horizontal(classes="field"):
            yield Static("Begins at", classes="label")
            yield Box(placeholder="like 14:00; it lasts 45 minutes", id="time", compact=True)
        with Horizontal(classes="field"):
            yield Static("In folder", classes="label")
            yield Box(str(usual_folder()), id="folder", compact=True)
        with Horizontal(classes="field"):
            yield Static("Named", classes="label")
            yield Box(free_name(usual_folder(), NAME, ENDING).name, id="name", compact=True)
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#day"))

    def key_enter(self, event: events.Key) -> None:
        event.stop()  # or the screen below would take it too
        self.action_write_date()

    def on_input_submitted(self) -> None:
        self.action_write_date()

    @work(exclusive=True, group="write")
    async def action_write_date(self) -> None:
        """Write the file, never over another."""
        day, clock, folder, name = (
            self.query_one(box, Input).value for box in ("#day", "#time", "#folder", "#name")
        )
        path = file_in(folder, name, NAME, ENDING)
        try:
            start = begins(day, clock)
            await asyncio.to_thread(_write, path, start)
        except TipReflectError as problem:
            self.query_one("#message", Static).update(Content(str(problem)))
            return
        self.dismiss(f"Written to {path}. Open it to put the date in your calendar.")


def begins(day: str, clock: str) -> datetime:
    """The moment that a person means, on this computer's own clock. Raises UsageProblem."""
    try:
        on = read_day(day)
    except ValueError:
        on = None
    if on is None:
        raise UsageProblem(NOT_A_DAY)
    return _at(on, read_time(clock))


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock).astimezone()


def read_time(written: str) -> time:
    """14:00, 14.00, 9, 2pm, 2:30 pm. Raises UsageProblem."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", written.strip().lower())
    if found is None:
        raise UsageProblem(NOT_A_TIME)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= NOON:
            raise UsageProblem(NOT_A_TIME)
        hour = hour % NOON + (NOON if found[3] == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise UsageProblem(NOT_A_TIME) from None


def _write(path: Path, start: datetime) -> None:
    from tip_reflect.sharing.calendar_file import session_event

    write_new_file(path, session_event(start))
