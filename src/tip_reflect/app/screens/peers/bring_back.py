"""Bring something back: landing first, then what to keep, see anew and leave, what to try, and the record gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import BROUGHT, CLOSE, GROUND, HELP, HIDE, LEARNT, bindings
from tip_reflect.app.peer_keepers import BringBackKeeper
from tip_reflect.app.screens.keeping import KeptForm
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.bring_back import MOST_ACTIONS, Action, BringBack
from tip_reflect.journal.entry import After, Moment

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tip_reflect.app.app import ReflectApp
    from tip_reflect.journal.pack import Pack

AFTERS: tuple[Choice[After | None], ...] = (
    Choice(None, "rather not say"),
    *(Choice(after, after.label) for after in After),
)
GATE = (Choice(False, "no"), Choice(True, "yes"))
TICK = (Choice(False, "not yet"), Choice(True, "I will, or have done this"))
THEIRS = "Write what it meant to you, not who said it."
NO_ACTION = "With whom: a role. Up to three; none is fine too. Nothing is ever late."
RECORD = "Did this change anything you will do with or for a person or family?"
RECORD_IT = "That belongs in the case record or with your manager. Only this tick and the day are kept here, not the decision."
SUPPORT = "F5 shows who you could turn to. You do not have to hold this on your own."
HEAVIER = "You said it feels heavier. The next page has ways to steady yourself, and who you could speak to."
NOT_ONE = "You do not have to hold this on your own"


def begun_from(pack: Pack, now: Moment) -> BringBack:
    """Nothing written yet, linked to the pack and to the entries that its words came from (BB7)."""
    return BringBack(id=uuid4(), at=now, pack_id=pack.id, entry_ids=pack.sources())


class BringBackScreen(KeptForm):
    """One page, kept as it is typed; everything on it can stay empty."""

    BINDINGS = bindings(BROUGHT, LEARNT, CLOSE, GROUND, HELP, HIDE)
    keeper: BringBackKeeper | None = None

    def __init__(self, brought: BringBack, *, focused: str = "landing") -> None:
        super().__init__()
        self._start = brought
        self._focused = focused
        self._ids = [action.id for action in brought.actions]
        self._known = {action.id: action for action in brought.actions}

    def body(self) -> ComposeResult:
        library, brought = self.session.library, self._start
        with Page(classes="page", id="bring-back"):
            yield Static(
                Content.assemble(("Bring something back", "bold"), ("   any of it can stay empty", "$muted"))
            )
            yield Static(Content(library.prompt("back-01").text), classes="ask")
            yield Box(brought.landing, id="landing")
            yield ChoiceRow(AFTERS, chosen=brought.after, id="after")
            with Vertical(id="heavier"):
                yield Static(Content(library.prompt("close-04").text), classes="text")
                yield Static(SUPPORT, classes="quiet")
            for at, (area, prompt_id) in enumerate(_AREAS.items()):
                yield Static(Content(library.prompt(prompt_id).text), classes="ask")
                if not at:
                    yield Static(THEIRS, classes="quiet close")
                yield WritingArea(id=area)
            yield Static(Content(library.prompt("back-05").text), classes="ask")
            yield Static(NO_ACTION, classes="quiet close")
            for at in range(MOST_ACTIONS):
                action = brought.actions[at] if at < len(brought.actions) else None
                with Horizontal(classes="trying"):
                    yield Box(action.what if action else "", "what", id=f"what-{at}", compact=True)
                    yield Box(
                        action.with_whom if action else "",
                        "with whom",
                        id=f"whom-{at}",
                        compact=True,
                    )
                    yield Box(
                        action.by_when if action else "", "by about when", id=f"when-{at}", compact=True
                    )
            yield Static(RECORD, classes="ask")
            yield ChoiceRow(GATE, chosen=brought.recorded is not None, id="changed")
            with Vertical(id="record"):
                yield Static(RECORD_IT, classes="text")
                yield ChoiceRow(TICK, chosen=brought.recorded is not None, id="tick")
            yield Static(Content(f"{library.prompt('back-08').text} F2 writes it."), classes="ask")
            yield Static("", id="kept")

    def on_mount(self) -> None:
        for area in _AREAS:
            words = getattr(self._start, area.replace("-", "_"))
            lines = words.split("\n")
            self.query_one(f"#{area}", WritingArea).show_words(
                words, row=len(lines) - 1, column=len(lines[-1])
            )
        self.keeper = BringBackKeeper(self.session, self._start, self.read)
        self.ready = True
        self.show_what_follows()
        self.set_focus(self.query_one(f"#{self._focused}"))

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        brought_id = self._start.id
        focused = (self.focused.id if self.focused else None) or "landing"

        async def back(app: ReflectApp) -> None:
            from tip_reflect.app.screens.peers.place import PeersScreen

            kept = await app.open_session.run(lambda store: store.bring_backs())
            await app.show_only(PeersScreen())
            if brought := next((one for one in kept if one.id == brought_id), None):
                await app.push_screen(BringBackScreen(brought, focused=focused))

        return back

    # What is on the screen

    def show_what_follows(self) -> None:
        self.query_one("#heavier").display = self.query_one("#after", ChoiceRow).value is After.HEAVIER
        self.query_one("#record").display = self.query_one("#changed", ChoiceRow).value is True

    def read(self, brought: BringBack) -> BringBack:
        """What was brought back, as it stands on the screen."""
        if not self.ready:
            return brought
        ticked = self.query_one("#changed", ChoiceRow).value and self.query_one("#tick", ChoiceRow).value
        keep, new_view, leave = (self.query_one(f"#{area}", WritingArea).words for area in _AREAS)
        return replace(
            brought,
            landing=self.query_one("#landing", Input).value,
            after=self.query_one("#after", ChoiceRow).value,
            keep=keep,
            new_view=new_view,
            leave=leave,
            recorded=(brought.recorded or only_the_day(self.session.now())) if ticked else None,
            actions=self._actions(brought),
        )

    def _actions(self, brought: BringBack) -> tuple[Action, ...]:
        """A thing to try for each row with words in it; one whose words are all typed anew keeps what came of it."""
        self._known |= {action.id: action for action in brought.actions}
        actions = []
        for at in range(MOST_ACTIONS):
            what, whom, when = (
                self.query_one(f"#{box}-{at}", Input).value for box in ("what", "whom", "when")
            )
            if at >= len(self._ids):
                self._ids.append(uuid4())
            if not what.strip() and not whom.strip() and not when.strip():
                continue
            old = self._known.get(self._ids[at]) or Action(id=self._ids[at], what="", bring_back=brought.id)
            actions.append(replace(old, what=what, with_whom=whom, by_when=when))
        return tuple(actions)

    # Keeping

    def on_descendant_focus(self) -> None:
        if self.focused is self.query_one("#landing"):
            self.call_after_refresh(self.query_one("#bring-back").scroll_home, animate=False)

    # What the worker does

    @work(exclusive=True, group="dialog")
    async def action_learnt(self) -> None:
        """A line for others; it is kept with no link to this or any entry."""
        from tip_reflect.app.screens.peers.learning import LearningScreen, new_line

        if await self.keep():
            await self.app.push_screen_wait(LearningScreen(new_line()))

    def action_brought(self) -> None:
        self.action_close()

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed; where it feels heavier, support is offered, never forced (BB11)."""
        if not await self.keep():
            return
        if self.query_one("#after", ChoiceRow).value is After.HEAVIER:
            from tip_reflect.app.screens.ask import AskScreen
            from tip_reflect.app.screens.support import SupportScreen

            wanted = AskScreen(NOT_ONE, HEAVIER, yes="Show me", no="Not now")
            if await self.app.push_screen_wait(wanted):
                await self.app.push_screen_wait(SupportScreen())
        self.dismiss()


_AREAS = {"keep": "back-02", "new-view": "back-03", "leave": "back-04"}


def only_the_day(now: Moment) -> Moment:
    """The day, with no time of day: the gate keeps the tick and its date, and no more (BB5)."""
    return Moment(at=datetime.combine(now.local_date, time(), tzinfo=now.at.tzinfo))


def brought_by(found: list[BringBack], pack_id: UUID) -> BringBack | None:
    """The newest of a pack."""
    return next((one for one in reversed(found) if one.pack_id == pack_id), None)
