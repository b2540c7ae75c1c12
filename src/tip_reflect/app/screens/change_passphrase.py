"""Change the passphrase: the old one, then the new one twice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Input, Static

from tip_reflect import unlocking
from tip_reflect.app.commands import CLOSE, SUBMIT, bindings
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.passphrase_form import PassphraseForm
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from textual.app import ComposeResult

INTRODUCTION = (
    "Your entries stay as they are; only the lock changes, at once. Your 12 recovery words stay the same. "
    "Older backups keep the passphrase they were made with."
)


class ChangePassphrase(TipScreen[None]):
    """The header is rewritten; the journal is not touched."""

    BINDINGS = bindings(SUBMIT, CLOSE)

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static("Change the passphrase", classes="heading")
            yield Static(INTRODUCTION, classes="text")
            yield Box(password=True, placeholder="the passphrase you use now", id="old")
            yield PassphraseForm()

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#old", Input))

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one("#new", Input))

    def action_submit(self) -> None:
        self.query_one(PassphraseForm).submit()

    def on_passphrase_form_chosen(self, event: PassphraseForm.Chosen) -> None:
        self.change(self.query_one("#old", Input).value, event.passphrase)

    @work(exclusive=True)
    async def change(self, old: str, new: str) -> None:
        form = self.query_one(PassphraseForm)
        form.say("Changing the lock…")
        try:
            await asyncio.to_thread(unlocking.change_passphrase, self.tip.surroundings.places, old, new)
        except TipReflectError as problem:
            form.say(str(problem))
            self.set_focus(self.query_one("#old", Input))
            return
        self.tip.say("The passphrase is changed.")
        self.dismiss()
