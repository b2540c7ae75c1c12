"""Putting it away: always offered, never required, finished with one key."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import BACK_TO_WRITING, FINISH, GROUND, HIDE, KEEP_DRAFT, bindings
from tip_reflect.app.keeper import SAVED
from tip_reflect.app.own_keepers import ThreadKeeper
from tip_reflect.app.screens.base import Fields
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.thread_question import ThreadQuestion
from tip_reflect.app.widgets.writing_area import SAVE_AFTER
from tip_reflect.errors import NoSuchEntry, TipReflectError
from tip_reflect.journal.entry import After, State
from tip_reflect.journal.threads import COME_BACK, ThreadMark, often, often_note
from tip_reflect.reflecting.sitting import close

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.timer import Timer

    from tip_reflect.app.keeper import EntryKeeper
    from tip_reflect.store.store import Store

AFTERS: tuple[Choice[After | None], ...] = (
    Choice(None, "rather not say"),
    *(Choice(after, after.label) for after in After),
)
RECORD: tuple[Choice[bool | None], ...] = (Choice(None, "not now"), Choice(False, "no"), Choice(True, "yes"))
KEEPING = (Choice(True, "keep it"), Choice(False, "delete it now"))
MARKING = (Choice(False, "not now"), Choice(True, "yes, when it is put away"))
RECORD_IT = "Then write it there today: the case record, or your manager. The journal must not be the only place it is."
SUPPORT = "F5 shows who you could turn to. You do not have to hold this on your own."
PUT_AWAY = "Put away, and locked on this computer."
STILL_HERE = "What you wrote is still held here, and saved as soon as it can be."
SOMEONE = "F5 shows who you could turn to."
LET_GO = "Deleted. It is gone from the journal."


class ClosingScreen(KeepingScreen, Fields[None]):
    """One page; Ctrl+N puts the entry away whether or not anything here was answered."""

    BINDINGS = bindings(FINISH, KEEP_DRAFT, BACK_TO_WRITING, GROUND, HIDE)
    keeper: EntryKeeper | None = None

    def __init__(self, keeper: EntryKeeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._soon: Timer | None = None
        self._leaving = False
        self._said_often = ""

    def body(self) -> ComposeResult:
        library = self.session.library
        entry = self.keeper.entry if self.keeper else None
        with Page(classes="page"):
            yield Static(
                Content.assemble(
                    ("Putting it away", "bold"), ("   nothing more to add is a fine way to finish", "$muted")
                )
            )
            yield Static(Content(library.prompt("close-03").text), classes="ask")
            yield ChoiceRow(AFTERS, chosen=entry.after if entry else None, id="after")
            with Vertical(id="heavier"):
                yield Static(Content(library.prompt("close-04").text), classes="text")
                yield Static(SUPPORT, classes="quiet")
            yield Static(Content(library.prompt("close-05").text), classes="ask")
            yield Box(value=entry.next_thing if entry else "", id="next-thing")
            yield Static(Content(library.prompt("close-06").text), classes="ask")
            yield ChoiceRow(RECORD, chosen=entry.belongs_in_record if entry else None, id="record")
            yield Static(RECORD_IT, id="record-it", classes="quiet")
            yield ThreadQuestion(
                library.prompt("outcome-01").text, thread=entry.thread if entry else "", id="on-a-thread"
            )
            with Vertical(id="for-peers"):
                yield Static(Content(library.prompt("close-08").text), classes="ask")
                yield ChoiceRow(MARKING, chosen=False, id="mark")
            with Horizontal(classes="field"):
                yield Static("Then", classes="label")
                yield ChoiceRow(KEEPING, chosen=True, id="keeping")
            yield Static("", id="kept")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one("#after"))
        self.show_what_follows()
        self.ask_of_the_thread()
        if self.keeper is not None and self.keeper.trouble:
            self.keep_soon()

    @work(exclusive=True, group="thread")
    async def ask_of_the_thread(self) -> None:
        """Show what was said of the thread before, and keep what is said from now on."""
        keeper, question = self.keeper, self.query_one(ThreadQuestion)
        if keeper is None:
            return
        entry_id = keeper.entry.id
        try:
            threads, said = await self.session.run(
                lambda store: (store.threads(), store.thread_mark(entry_id))
            )
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        question.offer([one.name for one in threads])
        if said is not None:
            question.fill(said)
        stored = replace(said, at=None) if said else None
        keeper.along = ThreadKeeper(self.session, keeper, self.read_thread, stored=stored)
        await self.say_if_often()

    def read_thread(self, held: ThreadMark | None) -> ThreadMark | None:
        """What is said of the thread on the screen; what was held, once the screen goes."""
        question = next(iter(self.query(ThreadQuestion)), None)
        if question is None or self.keeper is None or not question.is_mounted:
            return held
        if question.step is None:
            return None
        return ThreadMark(entry_id=self.keeper.entry.id, step=question.step, tells=question.tells)

    async def say_if_often(self) -> None:
        """Once for each thread: that it was come back to a few times lately (DOMAIN 5.3)."""
        question = next(iter(self.query(ThreadQuestion)), None)
        if question is None or self._leaving:  # the screen is going
            return
        thread, today = question.thread, self.session.clock().date()
        if not thread or self._said_often == thread or not await self.keep():
            return
        self._said_often = thread
        said = await self.session.run(lambda store: first_time_often(store, thread, today))
        if question.is_attached:
            question.say_often(f"{COME_BACK} {SOMEONE}" if said else "")

    @work(exclusive=True, group="often")
    async def on_thread_question_named(self) -> None:
        await self.say_if_often()

    def on_thread_question_changed(self) -> None:
        self.hold()

    def show_what_follows(self) -> None:
        self.query_one("#heavier").display = self.query_one("#after", ChoiceRow).value is After.HEAVIER
        self.query_one("#record-it").display = self.query_one("#record", ChoiceRow).value is True
        written = self.keeper is not None and bool(self.keeper.entry.answered())
        keeping = self.query_one("#keeping", ChoiceRow).value is True
        self.query_one("#for-peers").display = written and keeping

    def on_choice_row_changed(self) -> None:
        self.show_what_follows()
        self.hold()

    def on_input_changed(self) -> None:
        self.hold()

    def hold(self) -> None:
        """Keep what is answered here with the draft, so that a lock or a kill does not lose it."""
        if self.keeper is None or self._leaving:
            return
        self.keeper.replace_with(
            replace(
                self.keeper.current(),
                thread=self.query_one(ThreadQuestion).thread,
                after=self.query_one("#after", ChoiceRow).value,
                next_thing=self.query_one("#next-thing", Input).value,
                belongs_in_record=self.query_one("#record", ChoiceRow).value,
            )
        )
        if self._soon is None:
            self._soon = self.set_timer(SAVE_AFTER, self._keep_soon)

    def _keep_soon(self) -> None:
        self._soon = None
        if self.keeper is not None and not self._leaving:
            self.keep_soon()

    def show_kept(self) -> None:
        if self.keeper is None:
            return
        kept = self.query_one("#kept", Static)
        if self.keeper.trouble:
            kept.update(Content.styled(f"{self.keeper.trouble} {STILL_HERE}", "$error"))
            kept.scroll_visible()
        elif str(kept.visual):  # the trouble that was told there is over
            kept.update(Content.styled(SAVED, "$muted"))

    def key_enter(self) -> None:
        if isinstance(
            self.focused, ChoiceRow
        ):  # a box says itself that it is done, after the keys before this one
            self.focus_next()

    def on_input_submitted(self) -> None:
        self.focus_next()

    @work(exclusive=True)
    async def action_finish(self) -> None:
        """Close and keep the entry, or delete it."""
        if self.keeper is None:
            return
        self._leaving = True
        if self.query_one("#keeping", ChoiceRow).value:
            await self._keep(self.keeper)
        else:
            await self._delete(self.keeper)

    async def _keep(self, keeper: EntryKeeper) -> None:
        closed = close(
            keeper.current(),
            now=self.session.now(),
            after=self.query_one("#after", ChoiceRow).value,
            next_thing=self.query_one("#next-thing", Input).value,
            belongs_in_record=self.query_one("#record", ChoiceRow).value,
        )
        keeper.replace_with(closed)
        if not await keeper.save():
            self._stay(keeper)
        elif self.query_one("#for-peers").display and self.query_one("#mark", ChoiceRow).value:
            self._mark(keeper)
        else:
            await self._leave(keeper.note or PUT_AWAY)

    def _mark(self, keeper: EntryKeeper) -> None:
        """Go on to the journal, with the entry open and words ready to be marked."""
        from tip_reflect.app.screens.journal import JournalScreen

        app, word = self.tip, keeper.note or PUT_AWAY

        async def go() -> None:
            await app.show_only(JournalScreen(mark=keeper.entry.id))
            app.say(word)

        app.run_worker(go())

    def _stay(self, keeper: EntryKeeper) -> None:
        self._leaving = False
        keeper.replace_with(replace(keeper.entry, state=State.DRAFT, closed=None))
        self.show_kept()
        self.try_again_soon()

    async def _delete(self, keeper: EntryKeeper) -> None:
        from tip_reflect.app.screens.ask import AskScreen

        sure = await self.app.push_screen_wait(
            AskScreen(
                "Delete this entry?",
                self.session.library.notices.delete,
                yes="Delete it for good",
                no="Keep it",
            )
        )
        if not sure:
            self._leaving = False
            return
        await keeper.save()  # whatever is on its way arrives first, so that nothing comes after the deleting
        keeper.let_go()
        entry = keeper.entry
        if entry.revision:
            with suppress(NoSuchEntry):  # another window was quicker
                await self.session.run(lambda store: store.delete(entry.id))
        await self._leave(LET_GO)

    @work(exclusive=True)
    async def action_keep_draft(self) -> None:
        if self.keeper is None:
            return
        if await self.keeper.save():
            await self._leave("Your draft waits here, where you left it.")
        else:
            self._stay(self.keeper)

    async def _leave(self, word: str) -> None:
        from tip_reflect.app.screens.today import TodayScreen

        # The screens that go take this worker with them, so the app does the going.
        self.tip.run_worker(self.tip.show_only(TodayScreen(word)))


def first_time_often(store: Store, thread: str, today: date) -> bool:
    """Whether to say now that a thread was come back to a few times lately: true once, and noted."""
    days = tuple(moment.local_date for moment in store.thread_days(thread))
    if not often(days, today) or store.note(often_note(thread)):
        return False
    store.set_note(often_note(thread), "said")
    return True
