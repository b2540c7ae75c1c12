"""The lock screen: a neutral window that asks for the passphrase and shows nothing else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect import unlocking
from tip_reflect.app.commands import QUIT, RECOVER, SUBMIT, bindings
from tip_reflect.app.opening import load_ahead, start_session
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.errors import TipReflectError, WrongPassphrase

if TYPE_CHECKING:
    from textual.app import ComposeResult

HELD = "Something you wrote could not be saved yet: {trouble} It is still held here. Unlock to go back to it."

NOT_IT = "That passphrase did not open it. Nothing has changed. Try again."
OR_WORDS = "If you have lost it, press F4 to use your 12 words."
DEMO = "This is the demo. Its passphrase is: {passphrase}"


class LockScreen(TipScreen[None]):
    """Paints first; the journal's own parts load while the passphrase is typed."""

    BINDINGS = bindings(SUBMIT, RECOVER, QUIT)

    def __init__(self, why: str = "", *, first: bool = False) -> None:
        super().__init__()
        self._first = first
        self._why = why
        self._held = ""

    def hold(self, trouble: str) -> None:
        """Words that could not be saved stay behind this screen; the passphrase leads back to them."""
        self._held = HELD.format(trouble=trouble)
        self.refresh_bindings()
        self.say(self._held)

    def body(self) -> ComposeResult:
        with Vertical(id="lock"):
            yield Static("notes", id="lock-title")
            yield Box(password=True, placeholder="passphrase", id="passphrase")
            yield Static(Content(self._why), id="lock-message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))
        demo = self.tip.demo_passphrase
        if demo is None:
            self.run_worker(load_ahead, thread=True)
        elif self._first:
            self.unlock(demo)
        else:
            self.say(DEMO.format(passphrase=demo))

    def on_input_submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        if passphrase := self.query_one(Input).value:
            self.unlock(passphrase)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return not (action == "recover" and bool(self._held))  # it would leave the words that are held

    def action_recover(self) -> None:
        from tip_reflect.app.screens.recover import RecoverScreen

        self.app.push_screen(RecoverScreen())

    def say(self, words: str) -> None:
        self.query_one("#lock-message", Static).update(Content(words))

    @work(exclusive=True)
    async def unlock(self, passphrase: str) -> None:
        """Try this passphrase; the screen stays alive meanwhile."""
        entry = self.query_one(Input)
        entry.disabled = True
        self.say("Opening…")
        around = self.tip.surroundings
        try:
            unlocked = await asyncio.to_thread(unlocking.unlock, around.places, passphrase, around.clock)
            if self._held:
                self.dismiss()
                return
            session = await start_session(unlocked, around, self.tip.library)
        except TipReflectError as problem:
            refused = NOT_IT if isinstance(problem, WrongPassphrase) else str(problem)
            if isinstance(problem, WrongPassphrase) and not self._held:
                refused = f"{refused} {OR_WORDS}"
            self.say(f"{refused}\n\n{self._held}".strip())
            entry.disabled = False
            entry.value = ""
            self.set_focus(entry)
            return
        self.tip.run_worker(self.tip.enter(session))
