"""Your own people: who you would turn to, kept in the journal for F5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, SAVE, bindings
from tip_reflect.app.screens.base import Fields, TipScreen
from tip_reflect.app.screens.today import DONE, OWN_CONTACTS
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.finding import OwnContact

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHY = "A name and a number is enough. They are locked in your journal and shown with F5. Any of them can stay empty."


class ContactsScreen(TipScreen[None], Fields[None]):
    """A line for each kind of person; those left empty are not kept."""

    BINDINGS = bindings(SAVE, CLOSE)

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[OwnContact] = []

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static("Who you would turn to", classes="heading")
            yield Static(WHY, classes="text")
            for at, one in enumerate(self.tip.library.support.yours):
                with Horizontal(classes="field"):
                    yield Static(one.who, classes="label wide-label")
                    yield Box(id=f"contact-{at}", name=one.who, compact=True)

    async def on_mount(self) -> None:
        kept = {one.who: one.contact for one in await self.session.run(lambda store: store.own_contacts())}
        boxes = list(self.query(Input))
        for box in boxes:
            box.value = kept.get(box.name or "", "")
        self._kept = self._typed()
        self.set_focus(boxes[0])

    def on_input_submitted(self) -> None:
        self.focus_next()

    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed."""
        if self._typed() == self._kept:
            self.dismiss()
        else:
            await self.action_save()

    def _typed(self) -> list[OwnContact]:
        return [
            OwnContact(who=box.name or "", contact=box.value.strip())
            for box in self.query(Input)
            if box.value.strip()
        ]

    async def action_save(self) -> None:
        if self.session.read_only:
            self.tip.say(self.session.read_only)
            return
        contacts = self._typed()
        try:
            await self.session.run(lambda store: store.save_own_contacts(contacts))
            await self.session.run(lambda store: store.set_note(OWN_CONTACTS, DONE))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        self.dismiss()
