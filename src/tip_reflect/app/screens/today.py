"""Today: four doors, what is waiting, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import (
    AS_LAST_TIME,
    GROUND,
    HELP,
    HIDE,
    JOURNAL,
    MOVE_BACK,
    MOVE_NEXT,
    PALETTE,
    PEERS,
    PUT_OFF,
    QUIT,
    SETTINGS,
    TODAY,
    bindings,
)
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.check_in.waiting import CheckInWaiting, check_in_rows
from tip_reflect.app.screens.peers.waiting import PeersWaiting, is_of_peers, peers_rows, take_up
from tip_reflect.app.widgets.door import Door
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.check_in import HABIT_NOTE
from tip_reflect.journal.dates import days_ago, greeting, short_date
from tip_reflect.journal.entry import PATH_NAMES, PathId, State
from tip_reflect.journal.finding import Filter
from tip_reflect.reflecting.sitting import as_last_time, begin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tip_reflect.journal.entry import Entry
    from tip_reflect.reflecting.sitting import Choices
    from tip_reflect.store.store import Store

PROMISE = "Nothing here is a case record. It stays on this computer, locked, until you choose to share it."
RECOVERY_SHEET = "recovery-sheet"
OWN_CONTACTS = "own-contacts"
MORE_DRAFTS = "more-drafts"
DRAFTS_SHOWN = 4
DONE = "done"
PUT_OFF_FOR_GOOD = "put off"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What Today needs to know, read in one go."""

    last: Entry | None
    drafts: tuple[Entry, ...]
    sheet: bool
    contacts: bool
    peers: PeersWaiting
    check_in: CheckInWaiting

    @classmethod
    def read(cls, store: Store) -> Waiting:
        return cls(
            last=store.latest(),
            drafts=tuple(store.drafts()),
            sheet=not store.note(RECOVERY_SHEET),
            contacts=not store.note(OWN_CONTACTS) and not store.own_contacts(),
            peers=PeersWaiting.read(store),
            check_in=CheckInWaiting.read(store),
        )


def waiting_rows(waiting: Waiting, today: date, *, read_only: bool) -> list[WaitingRow]:
    """A row for each thing that waits, the draft first."""
    shown = waiting.drafts[:DRAFTS_SHOWN]
    alike = Counter(map(_looks, shown))
    rows = [_draft_row(draft, today, by_time=alike[_looks(draft)] > 1) for draft in shown]
    if more := len(waiting.drafts) - len(shown):
        rows.append(
            WaitingRow(MORE_DRAFTS, f"And {more} more draft{'s' if more > 1 else ''}", "in the journal")
        )
    rows += peers_rows(waiting.peers)
    if waiting.sheet and not read_only:
        rows.append(
            WaitingRow(RECOVERY_SHEET, "Your recovery sheet", "12 words, in case you forget the passphrase")
        )
    if waiting.contacts and not read_only:
        rows.append(
            WaitingRow(OWN_CONTACTS, "Who you would turn to", "your own people, kept for a hard moment")
        )
    if not read_only:
        rows += check_in_rows(waiting.check_in, today)
    return rows


def may_put_off(name: str | None) -> bool:
    """Whether a row can be taken off Today for good."""
    return name in {RECOVERY_SHEET, OWN_CONTACTS, HABIT_NOTE} or is_of_peers(name)


def _looks(draft: Entry) -> tuple[date, PathId]:
    return draft.written.local_date, draft.path


def _draft_row(draft: Entry, today: date, *, by_time: bool) -> WaitingRow:
    done = len(draft.answered())
    progress = f", {done} of {len(draft.answers)} answered" if draft.path is not PathId.FREE else ""
    time = f", {draft.written.at:%H:%M}" if by_time else ""
    what = f"A draft {days_ago(draft.written.local_date, today)}{time}: {PATH_NAMES[draft.path].lower()}{progress}"
    return WaitingRow(str(draft.id), what, "carry on")


class TodayScreen(TipScreen[None]):
    """Opens on the shortest door, so that two keys lead to writing."""

    TOP_LEVEL = True
    BINDINGS = bindings(
        TODAY,
        JOURNAL,
        PEERS,
        AS_LAST_TIME,
        PUT_OFF,
        HELP,
        GROUND,
        HIDE,
        SETTINGS,
        QUIT,
        PALETTE,
        MOVE_NEXT,
        MOVE_BACK,
    )

    def __init__(self, word: str = "") -> None:
        super().__init__()
        self._word = word
        self._last: Entry | None = None
        self._drafts: Sequence[Entry] = ()

    def body(self) -> ComposeResult:
        now = self.session.clock()
        with Page(classes="page"):
            yield Static(
                Content.assemble((greeting(now), "bold"), ("  ", ""), (short_date(now.date()), "$muted")),
                id="greeting",
            )
            yield Static(Content(self._word or PROMISE), classes="quiet", id="promise")
            if self.session.read_only:
                yield Static(Content(self.session.read_only), classes="warning")
            with Horizontal(id="doors"):
                for path in PathId:
                    yield Door(path)
            yield Vertical(id="waiting")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one(Door))
        await self.refresh_from_store()

    async def on_screen_resume(self) -> None:
        await self.refresh_from_store()

    async def refresh_from_store(self) -> None:
        waiting = await self.session.run(Waiting.read)
        self._last, self._drafts = waiting.last, waiting.drafts
        rows = waiting_rows(waiting, self.session.clock().date(), read_only=bool(self.session.read_only))
        had_focus = self.focused.name if isinstance(self.focused, WaitingRow) else None
        place = self.query_one("#waiting", Vertical)
        async with self.batch():
            await place.remove_children()
            if rows:
                heading: list[Widget] = [Static("Waiting for you", classes="heading")]
                await place.mount_all([*heading, *rows])
        for row in rows:
            if row.name == had_focus:
                self.set_focus(row)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "as_last_time":
            return self._last is not None and not self.session.read_only
        if action == "put_off":
            return isinstance(self.focused, WaitingRow) and may_put_off(self.focused.name)
        return True

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    # Going through a door

    async def on_door_entered(self, event: Door.Entered) -> None:
        if self.session.read_only:
            self.tip.say(self.session.read_only)
        elif self.tip.settings.opening == "as-last-time":
            choices = as_last_time(self._last)
            same = choices.path is event.path
            await self.begin_at_once(choices if same else type(choices)(path=event.path))
        else:
            from tip_reflect.app.screens.before import BeforeScreen

            await self.app.push_screen(BeforeScreen(event.path, last=self._last))

    @work
    async def action_as_last_time(self) -> None:
        await self.begin_at_once(as_last_time(self._last))

    async def begin_at_once(self, choices: Choices) -> None:
        from uuid import uuid4

        from tip_reflect.app.screens.before import shorter_after_shock

        chooser = await self.session.chooser()
        choices = shorter_after_shock(choices, chooser)
        await self.tip.write(begin(chooser, choices, entry_id=uuid4(), now=self.session.now()))

    # What is waiting

    async def on_waiting_row_taken_up(self, event: WaitingRow.TakenUp) -> None:
        name = event.row.name or ""
        if name == RECOVERY_SHEET:
            from tip_reflect.app.screens.recovery_sheet import RecoverySheet

            await self.app.push_screen(RecoverySheet())
        elif name == OWN_CONTACTS:
            from tip_reflect.app.screens.contacts import ContactsScreen

            await self.app.push_screen(ContactsScreen())
        elif name == MORE_DRAFTS:
            from tip_reflect.app.screens.journal import JournalScreen

            # This screen goes, and the one that asked with it, so the app does the going.
            self.tip.run_worker(self.tip.show_only(JournalScreen(Filter(state=State.DRAFT))))
        elif name == HABIT_NOTE:
            from tip_reflect.app.screens.check_in.asking import CheckInScreen

            await self.app.push_screen(CheckInScreen())
        elif is_of_peers(name):
            await self.go_on_with_peers(name)
        elif draft := next((one for one in self._drafts if str(one.id) == name), None):
            await self.carry_on(draft)

    async def go_on_with_peers(self, name: str) -> None:
        try:
            await take_up(self, name)
        except TipReflectError as problem:
            self.tip.say(str(problem))
            await self.refresh_from_store()

    async def carry_on(self, draft: Entry) -> None:
        if self.session.read_only:
            self.tip.say(self.session.read_only)
            return
        try:
            newest = await self.session.run(lambda store: store.entry(draft.id))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            await self.refresh_from_store()
            return
        await self.tip.write(newest)

    @work
    async def action_put_off(self) -> None:
        row = self.focused
        if isinstance(row, WaitingRow) and row.name and may_put_off(row.name):
            name = row.name
            if name == RECOVERY_SHEET:
                from tip_reflect.app.screens.ask import AskScreen

                sure = await self.app.push_screen_wait(
                    AskScreen(
                        "Go without a recovery sheet?",
                        self.session.library.notices.passphrase
                        + " You can still make the sheet later, in Settings.",
                        yes="Go without it",
                    )
                )
                if not sure:
                    return
            await self.session.run(lambda store: store.set_note(name, PUT_OFF_FOR_GOOD))
            self.set_focus(self.query_one(Door))
            await self.refresh_from_store()
