"""Write one entry to a file: the worker's own copy, or one for others, which always passes the review first."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, WRITE_FILE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.errors import TipReflectError
from tip_reflect.privacy.entries import count_in, holds, pieces_of
from tip_reflect.sharing.forms import Form, write
from tip_reflect.sharing.new_file import free_name, write_new_file
from tip_reflect.sharing.reviewed import write_reviewed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tip_reflect.app.screens.review import ReviewScreen
    from tip_reflect.journal.entry import Entry
    from tip_reflect.privacy.review import Piece

FORMS = (Choice(Form.MARKDOWN, "Markdown"), Choice(Form.TEXT, "plain text"), Choice(Form.JSON, "JSON"))
NAME = "reflection"
OWN, OTHERS = "own", "others"
COPIES = (Choice(OWN, "my own copy"), Choice(OTHERS, "a copy for others"))
COUNTING = "This is your own copy, with every word as you wrote it."
FOR_OTHERS = (
    "You look first at everything that may point to a person. The file holds no dates, tags or thread."
)
REVIEWED = "You have looked at everything that was found. The file holds no dates, tags or thread."


class ExportDialog(Dialog[str], Fields[str]):
    """Gives a sentence that says where the file is, or None."""

    BINDINGS = bindings(WRITE_FILE, CLOSE)

    def __init__(self, entry: Entry, *, reviewed: Sequence[Piece] | None = None) -> None:
        super().__init__()
        self._entry = entry
        self._reviewed = reviewed
        self._own = COUNTING
        self._check: ReviewScreen | None = None

    def body(self) -> ComposeResult:
        yield Static("Export this entry", classes="heading")
        yield Static(Content(self.session.library.notices.export), classes="text")
        with Horizontal(classes="field"):
            yield Static("For", classes="label")
            yield ChoiceRow(COPIES, chosen=OWN if self._reviewed is None else OTHERS, id="copy")
        yield Static("", id="about-copy", classes="text")
        with Horizontal(classes="field"):
            yield Static("As", classes="label")
            yield ChoiceRow(FORMS, chosen=Form.MARKDOWN, id="form")
        with Horizontal(classes="field"):
            yield Static("In folder", classes="label")
            yield Box(str(usual_folder()), id="folder", compact=True)
        with Horizontal(classes="field"):
            yield Static("Named", classes="label")
            yield Box(free_name(usual_folder(), NAME, Form.MARKDOWN).name, id="name", compact=True)
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#copy" if self._reviewed is None else "#form"))
        self.show_about()
        self.count()

    @work(exclusive=True, group="count")
    async def count(self) -> None:
        """Say how much the worker's own copy holds; looked for in a thread of its own, and never in the way."""
        try:
            watched = await self.session.run(lambda store: store.watch_list())
        except TipReflectError:
            watched = []
        self._own = holds(await asyncio.to_thread(count_in, [self._entry], watched))
        self.show_about()

    @property
    def for_others(self) -> bool:
        return bool(self.query_one("#copy", ChoiceRow).value == OTHERS)

    def show_about(self) -> None:
        """Say what the chosen copy holds."""
        others = FOR_OTHERS if self._reviewed is None else REVIEWED
        self.query_one("#about-copy", Static).update(Content(others if self.for_others else self._own))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        self.show_about()
        if event.row.id == "copy":
            return
        folder = Path(os.path.expanduser(self.query_one("#folder", Input).value))  # noqa: PTH111  the same
        form = self.query_one("#form", ChoiceRow).value
        self.query_one("#name", Input).value = free_name(folder, NAME, form).name

    def key_enter(self, event: events.Key) -> None:
        event.stop()  # or the screen below would take it too
        self.action_write_file()

    def on_input_submitted(self) -> None:
        self.action_write_file()

    @work(exclusive=True, group="write")
    async def action_write_file(self) -> None:
        """Write the file; a copy for others passes the review and the peer test first."""
        if self.for_others and self._reviewed is None:
            await self._look_through()
            if not self._reviewed:
                return
        folder, name = (self.query_one(box, Input).value.strip() for box in ("#folder", "#name"))
        try:
            path = await asyncio.to_thread(_write, Path(folder or usual_folder(), name), self._data())
        except TipReflectError as problem:
            self.query_one("#message", Static).update(Content(str(problem)))
            return
        self.dismiss(f"Written to {path}. It is not locked.")

    async def _look_through(self) -> None:
        """The review; where this dialog held one before, it goes on as it was."""
        from tip_reflect.app.screens.review import ReviewScreen

        check = self._check.as_it_was() if self._check else ReviewScreen(pieces_of(self._entry))
        self._reviewed = await self.app.push_screen_wait(check)
        self._check = check if self._reviewed else None
        self.show_about()

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Go back: first to the review, where one was gone through here."""
        if self._check is None:
            self.dismiss(None)
        else:
            await self._look_through()

    def _data(self) -> bytes:
        form = self.query_one("#form", ChoiceRow).value
        if self.for_others:
            return write_reviewed([(piece.title, piece.text) for piece in self._reviewed or ()], form)
        return write([self._entry], form)


def _write(written: Path, data: bytes) -> Path:
    path = Path(os.path.expanduser(written))  # noqa: PTH111  Path's own refuses an unknown ~name
    write_new_file(path, data)
    return path


def usual_folder() -> Path:
    """The person's documents, or their home where there is no such folder."""
    home = Path.home()
    documents = home / "Documents"
    return documents if documents.is_dir() else home
