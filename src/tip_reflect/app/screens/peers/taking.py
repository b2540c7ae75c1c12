"""Taking a pack along: its form, its folder, exactly what it will say, and only then the file."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, SEE_FILE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.screens.export import usual_folder
from tip_reflect.app.screens.peers.where import file_in, folder_in
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.pack import Leaving, Pack, PackState
from tip_reflect.sharing.new_file import free_name, write_new_file
from tip_reflect.sharing.session_forms import SessionForm, preview, write_document
from tip_reflect.sharing.session_page import pack_document

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

    from tip_reflect.store.store import Store

NAME = "reflection-pack"
LOCKED = SessionForm.WORD_WITH_PASSWORD
FORMS = tuple(Choice(form, form.label) for form in SessionForm)
SHEET = (Choice(True, "the session sheet"), Choice(False, "none"))
OPENS_WITH = "This copy opens only with its password. Once it leaves here we cannot call it back. Tell people the password by another way."
TWICE = "Type a password, twice. Nothing was written."
NOT_THE_SAME = "The two passwords are not the same. Nothing was written."
NOT_LOGGED = "It is written, but could not be put on your log of what is out."


@dataclass(frozen=True, slots=True)
class Made:
    """A file before it is written: its bytes, and its text as a person reads it."""

    data: bytes = field(repr=False)
    words: str = field(repr=False)


def make(pack: Pack, form: SessionForm, password: str | None) -> Made:
    """The file of a pack. Raises TipReflectError where this form cannot be made here."""
    document = pack_document(pack)
    return Made(write_document(document, form, password=password), preview(document, form))


def page_words(pack: Pack) -> str:
    """The page as plain text."""
    return preview(pack_document(pack), SessionForm.TEXT)


class TakeDialog(Dialog[tuple[Pack, str]], Fields[tuple[Pack, str]]):
    """Gives the pack as taken and a sentence that says where the file is, or None."""

    BINDINGS = bindings(SEE_FILE, CLOSE)

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack

    def body(self) -> ComposeResult:
        yield Static("Write this pack to a file", classes="heading")
        yield Static("", id="about-copy", classes="text")
        with Horizontal(classes="field"):
            yield Static("As", classes="label")
            yield ChoiceRow(FORMS, chosen=SessionForm.MARKDOWN, id="form")
        with Horizontal(classes="field", id="first-password"):
            yield Static("Password", classes="label")
            yield Box(password=True, id="password", compact=True)
        with Horizontal(classes="field", id="second-password"):
            yield Static("Once more", classes="label")
            yield Box(password=True, id="again", compact=True)
        with Horizontal(classes="field"):
            yield Static("Second page", classes="label")
            yield ChoiceRow(SHEET, chosen=self._pack.with_sheet, id="sheet")
        with Horizontal(classes="field"):
            yield Static("In folder", classes="label")
            yield Box(str(usual_folder()), id="folder", compact=True)
        with Horizontal(classes="field"):
            yield Static("Named", classes="label")
            yield Box(
                free_name(usual_folder(), NAME, SessionForm.MARKDOWN.ending).name, id="name", compact=True
            )
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#form"))
        self.show_form()

    def show_form(self) -> None:
        """Show what belongs to the chosen form."""
        locked = self.query_one("#form", ChoiceRow).value is LOCKED
        for part in ("#first-password", "#second-password"):
            self.query_one(part).display = locked
        words = OPENS_WITH if locked else self.session.library.notices.export
        self.query_one("#about-copy", Static).update(Content(words))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        if event.row.id != "form":
            return
        self.show_form()
        self.query_one("#name", Input).value = free_name(self._folder, NAME, self._form.ending).name

    @property
    def _form(self) -> SessionForm:
        return SessionForm(self.query_one("#form", ChoiceRow).value)

    @property
    def _folder(self) -> Path:
        written = self.query_one("#folder", Input).value
        return folder_in(written)

    def key_enter(self, event: events.Key) -> None:
        event.stop()  # or the screen below would take it too
        self.action_see_file()

    def on_input_submitted(self) -> None:
        self.action_see_file()

    def _password(self) -> str | None:
        """The password for this form. Raises TipReflectError where one is wanted and not there."""
        if self._form is not LOCKED:
            return None
        first, second = (self.query_one(box, Input).value for box in ("#password", "#again"))
        if not first:
            raise TipReflectError(TWICE)
        if first != second:
            raise TipReflectError(NOT_THE_SAME)
        return first

    @work(exclusive=True, group="write")
    async def action_see_file(self) -> None:
        """Make the file beside the work, show every word of it, and write exactly that."""
        from tip_reflect.app.screens.peers.page import PageScreen

        pack = replace(self._pack, with_sheet=self.query_one("#sheet", ChoiceRow).value)
        form, name = self._form, self.query_one("#name", Input).value.strip()
        path = file_in(self.query_one("#folder", Input).value, name, NAME, form.ending)
        try:
            made = await asyncio.to_thread(make, pack, form, self._password())
            if not await self.app.push_screen_wait(PageScreen(made.words, name=path.name, leaving=True)):
                return
            await asyncio.to_thread(write_new_file, path, made.data)
        except TipReflectError as problem:
            self.query_one("#message", Static).update(Content(str(problem)))
            return
        said = f"Written to {path}." + ("" if form is LOCKED else " It is not locked.")
        leaving = Leaving(
            pack_id=pack.id,
            at=self.session.now(),
            form=form.value,
            entry_ids=pack.sources(),
            digest=sha256(made.data).hexdigest(),
        )
        try:
            await self.session.run(lambda store: _log(store, leaving))
        except TipReflectError:
            said = f"{said} {NOT_LOGGED}"
        self.dismiss((replace(pack, state=PackState.TAKEN), said))


def _log(store: Store, leaving: Leaving) -> None:
    store.log_leaving(leaving)
