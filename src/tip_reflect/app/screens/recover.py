"""Lost passphrase: 12 recovery words and a new passphrase, then the journal opens."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect import unlocking
from tip_reflect.app.commands import CLOSE, SUBMIT, bindings
from tip_reflect.app.opening import start_session
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.passphrase_form import PassphraseForm
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from textual.app import ComposeResult

INTRODUCTION = (
    "Type the 12 words from your recovery sheet, in order, with spaces between. "
    "Then choose a new passphrase. Your entries stay as they are."
)


class RecoverScreen(TipScreen[None]):
    """Nothing is written until the words open this very journal."""

    BINDINGS = bindings(SUBMIT, CLOSE)

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static("Set a new passphrase with your recovery words", classes="heading")
            yield Static(INTRODUCTION, classes="text")
            yield Box(placeholder="12 words", id="words")
            yield Static("", id="as-read", classes="quiet")
            yield PassphraseForm()

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#words", Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show every word: the box has room for some of them only."""
        words = event.value.split()
        read = f"{len(words)} of 12 words: {' '.join(words)}" if words else ""
        self.query_one("#as-read", Static).update(Content(read))

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one("#new", Input))

    def action_submit(self) -> None:
        self.query_one(PassphraseForm).submit()

    def on_passphrase_form_chosen(self, event: PassphraseForm.Chosen) -> None:
        self.recover(self.query_one("#words", Input).value, event.passphrase)

    @work(exclusive=True)
    async def recover(self, words: str, passphrase: str) -> None:
        around = self.tip.surroundings
        form = self.query_one(PassphraseForm)
        form.say("Opening…")
        try:
            unlocked = await asyncio.to_thread(
                unlocking.recover, around.places, words, passphrase, around.clock
            )
            session = await start_session(unlocked, around, self.tip.library)
        except TipReflectError as problem:
            form.say(str(problem))
            self.set_focus(self.query_one("#words", Input))
            return
        self.tip.run_worker(self.tip.enter(session))
