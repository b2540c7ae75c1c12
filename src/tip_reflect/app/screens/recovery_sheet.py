"""The recovery sheet: 12 words to write down, and a check that two of them were."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect import unlocking
from tip_reflect.app.commands import CLOSE, SUBMIT, bindings
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.today import DONE, RECOVERY_SHEET
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHY = (
    "If you forget the passphrase, these 12 words open the journal. So does anyone who finds them: keep the sheet "
    "on paper, away from this computer and from work."
)
COLUMNS = 4


class RecoverySheet(TipScreen[None]):
    """Asks for the passphrase first: an unlocked, unattended screen must not give the words away."""

    BINDINGS = bindings(SUBMIT, CLOSE)

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._asked: tuple[int, int] = (0, 1)

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static("Your recovery sheet", classes="heading")
            yield Static(WHY, classes="text")
            yield Box(password=True, placeholder="your passphrase, to show the words", id="passphrase")
            with Vertical(id="sheet") as sheet:
                sheet.display = False
                yield Static("", id="sheet-words")
                yield Static(
                    "Write them on paper, in order. Then type two of them here, so that the sheet is known to be right.",
                    classes="text",
                )
                yield Box(id="first")
                yield Box(id="second")
            yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#passphrase", Input))

    def on_input_submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        box = self.focused
        match box.id if box else "":
            case "passphrase":
                self.show(self.query_one("#passphrase", Input).value)
            case "first":
                self.set_focus(self.query_one("#second", Input))
            case _:
                self.check()

    def say(self, words: str) -> None:
        self.query_one("#message", Static).update(Content(words))

    @work(exclusive=True)
    async def show(self, passphrase: str) -> None:
        self.say("")
        try:
            self._words = await asyncio.to_thread(
                unlocking.recovery_words, self.tip.surroundings.places, passphrase
            )
        except TipReflectError as problem:
            self.say(str(problem))
            self.query_one("#passphrase", Input).value = ""
            return
        rows = [
            "".join(f"{at + 1:>3} {self._words[at]:<12}" for at in range(row, row + COLUMNS))
            for row in range(0, len(self._words), COLUMNS)
        ]
        self.query_one("#sheet-words", Static).update(Content("\n".join(rows)))
        first, second = sorted(self.session.random.sample(range(len(self._words)), 2))
        self._asked = (first, second)
        self.query_one("#first", Input).placeholder = f"word {first + 1}"
        self.query_one("#second", Input).placeholder = f"word {second + 1}"
        self.query_one("#passphrase").display = False
        self.query_one("#sheet").display = True
        self.set_focus(self.query_one("#first", Input))

    @work(exclusive=True)
    async def check(self) -> None:
        typed = [self.query_one(name, Input).value.strip().lower() for name in ("#first", "#second")]
        if typed != [self._words[at] for at in self._asked]:
            self.say(
                "Those two are not the same as the words above. Look at your sheet once more, then type them again."
            )
            self.set_focus(self.query_one("#first", Input))
            return
        if not self.session.read_only:
            await self.session.run(lambda store: store.set_note(RECOVERY_SHEET, DONE))
        self.dismiss()
        self.tip.say("Your sheet is right. Keep it somewhere safe, away from this computer.")
