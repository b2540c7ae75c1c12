"""Ground and support (F5): something steadying first, then who to turn to; on any screen, locked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect import unlocking
from tip_reflect.app.commands import ANOTHER_WAY, CLOSE, bindings
from tip_reflect.app.screens.base import TipScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tip_reflect.prompts.pack import Contact

BREATH = "ground-03"
"""Watching the breath does not suit everyone, so it comes last (DOMAIN 5.2)."""
YOURS_EMPTY = "None kept yet. Today, or Settings, has a place for them."
YOURS_LOCKED = "They are in your journal. Unlock it to see them."
YOURS_LATER = "You can add them later, from Today."


class SupportScreen(TipScreen[None]):
    """Statements, eyes open; nothing to answer and nothing stored."""

    BINDINGS = bindings(ANOTHER_WAY, CLOSE)

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def body(self) -> ComposeResult:
        support = self.tip.library.support
        with VerticalScroll(classes="page", id="support"):
            yield Static("", id="ground")
            yield Static("In danger now, or someone else is", classes="heading")
            yield Static(_lines(support.always), classes="text")
            yield Static("Your own people", classes="heading")
            yield Static("", id="own", classes="text")
            yield Static("For people who do this work", classes="heading")
            yield Static(_lines(support.staff), classes="text")
            yield Static("Helplines", classes="heading")
            yield Static(_lines(support.helplines), classes="text")
            yield Static(Content(support.note), classes="quiet")
            yield Static(Content(self.tip.library.notices.stopping), classes="quiet")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one("#support"))
        self.show_way()
        own = YOURS_LOCKED if unlocking.exists(self.tip.surroundings.places) else YOURS_LATER
        if (session := self.tip.session) is not None and not self.tip.locked:
            contacts = await session.run(lambda store: store.own_contacts())
            own = "\n".join(f"{one.who}  {one.contact}" for one in contacts) or YOURS_EMPTY
        self.query_one("#own", Static).update(Content(own))

    def show_way(self) -> None:
        ways = sorted(self.tip.library.in_set("grounding"), key=lambda prompt: prompt.id == BREATH)
        words = ways[self._at % len(ways)].text
        self.query_one("#ground", Static).update(
            Content.assemble(
                (words, "bold"), "\n", ("Take the time you want. n shows another way.", "$muted")
            )
        )

    def action_another_way(self) -> None:
        self._at += 1
        self.show_way()


def _lines(contacts: Sequence[Contact]) -> Content:
    return Content("\n").join(
        Content.assemble(
            f"{one.who}  ",
            (one.contact, "bold $accent"),
            ("".join(f"  · {part}" for part in (one.hours, one.also) if part), "$muted"),
        )
        for one in contacts
    )
