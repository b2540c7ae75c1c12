"""Two boxes for a new passphrase, with guidance as it is typed; used wherever a passphrase is chosen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tip_reflect.app.widgets.box import Box
from tip_reflect.vault.passphrase import guide

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PassphraseForm(Vertical):
    """Enter in the second box submits, when both are the same and long enough."""

    DEFAULT_CSS = """
    PassphraseForm {
        height: auto;
        & Input { margin-bottom: 1; }
        & #guidance { color: $muted; height: auto; min-height: 2; }
    }
    """

    class Chosen(Message):
        """A good enough passphrase was typed twice."""

        def __init__(self, passphrase: str) -> None:
            self.passphrase = passphrase
            super().__init__()

    def compose(self) -> ComposeResult:
        yield Box(
            password=True,
            placeholder="a passphrase: four or five words that only you would put together",
            id="new",
        )
        yield Box(password=True, placeholder="the same again", id="again")
        yield Static("", id="guidance")

    @property
    def first(self) -> str:
        return self.query_one("#new", Input).value

    @property
    def again(self) -> str:
        return self.query_one("#again", Input).value

    def say(self, words: str) -> None:
        self.query_one("#guidance", Static).update(Content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value or event.input.id == "new":  # emptied by us, with a reason that should stay to be read
            self.advise()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "new":
            self.screen.set_focus(self.query_one("#again", Input))
        else:
            self.submit()

    def submit(self) -> None:
        """Check both boxes and say Chosen, or say what is missing."""
        guidance = guide(self.first)
        if not guidance.acceptable:
            self.say(guidance.advice)
            self.screen.set_focus(self.query_one("#new", Input))
        elif self.first != self.again:
            self.say("The two are not the same yet. Nothing is stored. Type the second one again.")
            again = self.query_one("#again", Input)
            again.value = ""
            self.screen.set_focus(again)
        else:
            self.post_message(self.Chosen(self.first))

    @work(exclusive=True)
    async def advise(self) -> None:
        first, again = self.first, self.again
        if not first:
            self.say("")
            return
        guidance = await asyncio.to_thread(guide, first)
        if again and first == again and guidance.acceptable:
            self.say(f"{guidance.label}. Both are the same. Press Enter to go on.")
        else:
            self.say(f"{guidance.label}. {guidance.advice}".strip())
