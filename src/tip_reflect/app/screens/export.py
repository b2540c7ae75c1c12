"""Write one entry to a file the worker keeps: said plainly, that it will not be locked."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, WRITE_FILE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.errors import TipReflectError
from tip_reflect.sharing.forms import Form, write
from tip_reflect.sharing.new_file import free_name, write_new_file

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Entry

FORMS = (Choice(Form.MARKDOWN, "Markdown"), Choice(Form.TEXT, "plain text"), Choice(Form.JSON, "JSON"))
NAME = "reflection"
YOUR_OWN = "This is your own copy, with every word as you wrote it. It is not checked for names."


class ExportDialog(Dialog[str], Fields[str]):
    """Gives a sentence that says where the file is, or None."""

    BINDINGS = bindings(WRITE_FILE, CLOSE)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def body(self) -> ComposeResult:
        yield Static("Export this entry", classes="heading")
        yield Static(Content(self.session.library.notices.export), classes="text")
        yield Static(YOUR_OWN, classes="text")
        with Horizontal(classes="field"):
            yield Static("As", classes="label")
            yield ChoiceRow(FORMS, chosen=Form.MARKDOWN, id="form")
        with Horizontal(classes="field"):
            yield Static("In folder", classes="label")
            yield Input(str(usual_folder()), id="folder", compact=True)
        with Horizontal(classes="field"):
            yield Static("Named", classes="label")
            yield Input(free_name(usual_folder(), NAME, Form.MARKDOWN).name, id="name", compact=True)
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#form"))

    def on_choice_row_changed(self) -> None:
        folder = Path(os.path.expanduser(self.query_one("#folder", Input).value))  # noqa: PTH111  the same
        form = self.query_one("#form", ChoiceRow).value
        self.query_one("#name", Input).value = free_name(folder, NAME, form).name

    def key_enter(self) -> None:
        self.run_worker(self.action_write_file())

    def on_input_submitted(self) -> None:
        self.run_worker(self.action_write_file())

    async def action_write_file(self) -> None:
        folder, name = (self.query_one(box, Input).value.strip() for box in ("#folder", "#name"))
        data = write([self._entry], self.query_one("#form", ChoiceRow).value)
        try:
            path = await asyncio.to_thread(_write, Path(folder or usual_folder(), name), data)
        except TipReflectError as problem:
            self.query_one("#message", Static).update(Content(str(problem)))
            return
        self.dismiss(f"Written to {path}. It is not locked.")


def _write(written: Path, data: bytes) -> Path:
    path = Path(os.path.expanduser(written))  # noqa: PTH111  Path's own refuses an unknown ~name
    write_new_file(path, data)
    return path


def usual_folder() -> Path:
    """The person's documents, or their home where there is no such folder."""
    home = Path.home()
    documents = home / "Documents"
    return documents if documents.is_dir() else home
