"""The first opening: what this is, in a few lines; a passphrase; then straight to writing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tip_reflect import unlocking
from tip_reflect.app.commands import GO_BACK, GO_ON, SUBMIT, bindings
from tip_reflect.app.opening import load_ahead, start_session
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.passphrase_form import PassphraseForm
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.entry import PathId

if TYPE_CHECKING:
    from textual.app import ComposeResult

CHOOSE = (
    "Choose a passphrase. It locks everything you write. Four or five plain words are stronger, "
    "and easier to type, than one word with symbols."
)
WORDS_LATER = "Later, when there is time, Today will offer you a recovery sheet: 12 words that open the journal if you forget this."


class FirstRun(TipScreen[None]):
    """Two pages: the notices, then the passphrase."""

    BINDINGS = bindings(GO_ON, SUBMIT, GO_BACK)

    def body(self) -> ComposeResult:
        notices = self.tip.library.notices
        with Page(id="first-run", classes="page"):
            yield Static("A place to think. Before you start:", classes="heading")
            for line in notices.first_run:
                with Horizontal(classes="notice"):
                    yield Static(Content.styled("·", "$accent"), classes="bullet")
                    yield Static(Content(line), classes="line")
        with Page(id="choose-passphrase", classes="page") as second:
            second.display = False
            yield Static("Your passphrase", classes="heading")
            yield Static(CHOOSE, classes="text")
            yield PassphraseForm()
            yield Static(Content(notices.passphrase), classes="quiet")
            yield Static(WORDS_LATER, classes="quiet")

    def on_mount(self) -> None:
        self.run_worker(load_ahead, thread=True)
        self.refresh_bindings()

    @property
    def on_notices(self) -> bool:
        return bool(self.query_one("#first-run").display)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "go_on":
            return self.is_mounted and self.on_notices
        if action in {"go_back", "submit"}:
            return self.is_mounted and not self.on_notices
        return True

    def action_go_on(self) -> None:
        self._show_notices(False)
        self.set_focus(self.query_one("#new"))

    def action_go_back(self) -> None:
        self._show_notices(True)
        self.set_focus(None)

    def _show_notices(self, yes: bool) -> None:
        self.query_one("#first-run").display = yes
        self.query_one("#choose-passphrase").display = not yes
        self.refresh_bindings()

    def action_submit(self) -> None:
        self.query_one(PassphraseForm).submit()

    def on_passphrase_form_chosen(self, event: PassphraseForm.Chosen) -> None:
        self.create(event.passphrase)

    @work(exclusive=True)
    async def create(self, passphrase: str) -> None:
        from tip_reflect.app.screens.before import BeforeScreen

        around = self.tip.surroundings
        form = self.query_one(PassphraseForm)
        form.disabled = True
        form.say("Making your journal…")
        try:
            unlocked, _words = await asyncio.to_thread(
                unlocking.create, around.places, passphrase, around.clock, parameters=around.wrap_parameters
            )
            session = await start_session(unlocked, around, self.tip.library)
        except TipReflectError as problem:
            form.disabled = False
            form.say(str(problem))
            return
        self.tip.run_worker(self.tip.enter(session, then=BeforeScreen(PathId.QUICK)))
