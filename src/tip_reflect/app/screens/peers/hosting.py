"""The host's running order: one part at a time, what it is for, whose turn, and how long it has gone on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, GROUND, HELP, HIDE, PAUSE, STEP_BACK, STEP_NEXT, bindings
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.journal.hosting import Hosting, begun, minutes_words
from tip_reflect.sharing.session_page import GROUND_RULES, SHEET

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tip_reflect.app.app import ReflectApp

LOOK_AGAIN = 5.0
"""Seconds between looks at the clock; only whole minutes are shown, so nothing flickers."""
FOR = (
    "So that everyone knows what is agreed, has arrived, and nothing urgent is left waiting.",
    "So that what was tried is heard. Only if the presenter wants to.",
    "So that the group hears it in the presenter's own words, and knows the question.",
    "So that the group understands, without asking anyone to defend themselves.",
    "So that the presenter hears many views and need not answer any. Ideas come last, and only if asked for.",
    "So that the presenter has the last word on it.",
    "So that others can use what was learnt, and nobody leaves with more than they can carry.",
)
"""What each part of the sheet is for, in our own words."""
GUIDE = "the minutes are only a guide, and any part can be left out"


class HostScreen(TipScreen[None]):
    """Shows nothing of the journal. The minutes count up, and only in whole ones."""

    BINDINGS = bindings(STEP_NEXT, STEP_BACK, PAUSE, CLOSE, GROUND, HELP, HIDE)

    def __init__(self, hosting: Hosting | None = None) -> None:
        super().__init__()
        self._hosting = hosting

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="hosting"):
            yield Static("", id="host-place")
            yield Static("", id="host-what")
            yield Static("", id="host-who")
            yield Static("", id="host-minutes")
            with VerticalScroll(id="host-order"):
                yield Static("", id="host-parts")
                yield Static("What we agree", classes="heading")
                yield Static(Content("\n".join(f"• {rule}" for rule in GROUND_RULES)), classes="text")

    def on_mount(self) -> None:
        if self._hosting is None:
            self._hosting = begun(len(SHEET), self.session.clock())
        self.set_interval(LOOK_AGAIN, self.show_minutes)
        self.set_focus(self.query_one("#host-order"))
        self.show_part()

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        hosting = self._hosting

        async def back(app: ReflectApp) -> None:
            from tip_reflect.app.screens.peers.place import PeersScreen

            await app.show_only(PeersScreen())
            await app.push_screen(HostScreen(hosting))

        return back

    def show_part(self) -> None:
        """Show where the session is."""
        hosting = self._hosting
        if hosting is None:
            return
        _, what, who = SHEET[hosting.at]
        self.query_one("#host-place", Static).update(
            Content.assemble(
                ("The session", "bold"), (f"   part {hosting.at + 1} of {hosting.parts} · {GUIDE}", "$muted")
            )
        )
        self.query_one("#host-what", Static).update(Content.styled(what, "bold"))
        self.query_one("#host-who", Static).update(
            Content.assemble(
                ("Whose turn  ", "$muted"),
                (who, "$accent"),
                ("\nWhat it is for  ", "$muted"),
                FOR[hosting.at],
            )
        )
        self.query_one("#host-parts", Static).update(self._order(hosting.at))
        self.show_minutes()
        self.refresh_bindings()

    def show_minutes(self) -> None:
        """Show how long this part has gone on, and about how long it usually takes."""
        hosting = self._hosting
        if hosting is None:
            return
        first, last = (int(minute) for minute in SHEET[hosting.at][0].split("–"))
        gone = minutes_words(hosting.elapsed(self.session.clock()))
        self.query_one("#host-minutes", Static).update(
            Content.assemble(
                ("So far  ", "$muted"),
                gone,
                (f"   often about {last - first}", "$muted"),
                ("   paused" if hosting.paused else "", "$accent"),
            )
        )

    def _order(self, here: int) -> Content:
        lines = [
            Content.assemble(
                ("❯ " if at == here else "  ", "bold $primary"),
                (f"{minutes:>5}  ", "$muted"),
                (f"{who:<11}", "bold" if at == here else "$muted"),
                (what, "bold" if at == here else "$muted"),
            )
            for at, (minutes, what, who) in enumerate(SHEET)
        ]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if self._hosting is None:
            return action not in {"step_next", "step_back", "pause"}
        possible = {
            "step_next": self._hosting.at < self._hosting.parts - 1,
            "step_back": self._hosting.at > 0,
        }
        return possible.get(action, True)

    def action_step_next(self) -> None:
        self._go(1)

    def action_step_back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._hosting is not None:
            self._hosting = self._hosting.go(by, self.session.clock())
            self.show_part()

    def action_pause(self) -> None:
        if self._hosting is not None:
            self._hosting = self._hosting.pause(self.session.clock())
            self.show_minutes()
