"""How it is with me: six word answers and one line, never scored, every one of them skippable (DOMAIN 4.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, Static

from tip_reflect.app.commands import CHECKED_IN, CLOSE, GROUND, HELP, HIDE, bindings
from tip_reflect.app.keeper import SAVED
from tip_reflect.app.own_keepers import CheckInKeeper
from tip_reflect.app.screens.base import Fields
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.writing_area import SAVE_AFTER
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.check_in import HABIT_NOTE, LINE_NOTE, CheckIn, Habit, habit_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from tip_reflect.app.app import ReflectApp
    from tip_reflect.prompts.pack import CheckInItem

SKIP = "skip"
HABITS = tuple(Choice(habit, habit.label) for habit in Habit)
STILL_HERE = "What you chose is still held here, and saved as soon as it can be."


def answers_of(item: CheckInItem, rather_not: str) -> tuple[Choice[str | None], ...]:
    """What can be chosen: to skip it, the words of the item, or to say that one would rather not."""
    return (Choice(None, SKIP), *(Choice(words, words) for words in (*item.answers, rather_not)))


class CheckInScreen(KeepingScreen, Fields[None]):
    """Kept as it is answered. Leaving, by any key, offers support after the answers that call for it; no more."""

    BINDINGS = bindings(CHECKED_IN, CLOSE, GROUND, HELP, HIDE)
    keeper: CheckInKeeper | None = None

    def __init__(self, check_in: CheckIn | None = None) -> None:
        """`check_in` is one to go on with; without it a new one begins."""
        super().__init__()
        self._start = check_in
        self._soon: Timer | None = None
        self._leaving = False

    def body(self) -> ComposeResult:
        words = self.session.library.check_in
        before = dict(self._start.answers) if self._start else {}
        with Page(classes="page", id="check-in"):
            yield Static(Content.assemble((words.name, "bold"), (f"   {words.time_frame}", "$muted")))
            yield Static(Content(words.shown_every_time), classes="quiet")
            for item in words.items:
                yield Static(Content(item.ask), classes="ask")
                if item.answers:
                    choices = answers_of(item, words.rather_not_say)
                    yield ChoiceRow(choices, chosen=before.get(item.id), id=f"item-{item.id}")
                else:
                    yield Box(self._start.need if self._start else "", id="need")
            with Horizontal(classes="field", id="offering"):
                yield Static("Offer this", classes="label")
                yield ChoiceRow(HABITS, chosen=Habit.NEVER, id="habit")
            yield Button("What I said before", id="earlier")
            yield Button("The line I drafted", id="line")
            yield Static("", id="kept")

    async def on_mount(self) -> None:
        start = self._start or CheckIn(id=uuid4(), at=self.session.now())
        self.keeper = CheckInKeeper(self.session, start, self.read)
        self.query_one("#earlier").display = False
        self.query_one("#line").display = False
        self.set_focus(self.query(ChoiceRow).first(), scroll_visible=False)  # what it is stays in view, above
        self.show_what_is_there()

    async def on_screen_resume(self) -> None:
        await super().on_screen_resume()
        self.show_what_is_there()

    @work(exclusive=True, group="there")
    async def show_what_is_there(self) -> None:
        """Show when it is offered, and whether there is anything from before. Opened once, it was offered once."""
        this = self.keeper.held.id if self.keeper else None
        try:
            habit, line, kept = await self.session.run(
                lambda store: (store.note(HABIT_NOTE), store.note(LINE_NOTE), store.check_ins())
            )
            if not habit:
                await self.session.run(lambda store: store.set_note(HABIT_NOTE, Habit.NEVER))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        if not (self.query("#habit") and self.query("#earlier") and self.query("#line")):
            return  # the screen has gone meanwhile
        with self.prevent(ChoiceRow.Changed):
            self.query_one("#habit", ChoiceRow).choose(habit_of(habit))
        self.query_one("#earlier").display = any(one.id != this for one in kept)
        self.query_one("#line").display = bool(line)

    # What is on the screen

    def read(self, check_in: CheckIn) -> CheckIn:
        """The check-in with what is chosen and typed on the screen; an item that was skipped is not in it."""
        rows = {row.id: row.value for row in self.query(ChoiceRow)}
        boxes = list(self.query("#need").results(Input))
        if not rows or not boxes:  # the screen is coming or going
            return check_in
        answers = tuple(
            (item.id, said)
            for item in self.session.library.check_in.items
            if (said := rows.get(f"item-{item.id}")) is not None
        )
        return replace(check_in, answers=answers, need=boxes[0].value.strip())

    def show_kept(self) -> None:
        if self.keeper is None:
            return
        kept = self.query_one("#kept", Static)
        if self.keeper.trouble:
            kept.update(Content.styled(f"{self.keeper.trouble} {STILL_HERE}", "$error"))
            kept.scroll_visible()
        else:
            kept.update(Content.styled(SAVED, "$muted"))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        if event.row.id == "habit":
            self.choose_habit(event.row.value)
        else:
            self._hold()

    def on_input_changed(self) -> None:
        self._hold()

    def _hold(self) -> None:
        if self._soon is None:
            self._soon = self.set_timer(SAVE_AFTER, self._settle)

    def _settle(self) -> None:
        self._soon = None
        self.keep_soon()

    @work(group="habit")
    async def choose_habit(self, habit: Habit) -> None:
        """Keep when this is offered."""
        try:
            await self.session.run(lambda store: store.set_note(HABIT_NOTE, habit))
        except TipReflectError as problem:
            self.tip.say(str(problem))

    def key_enter(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focus_next()

    def on_input_submitted(self) -> None:
        self.focus_next()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        from tip_reflect.app.screens.check_in.before import EarlierScreen
        from tip_reflect.app.screens.check_in.line import LineScreen

        await self.keep()
        await self.app.push_screen(EarlierScreen() if event.button.id == "earlier" else LineScreen())

    # Leaving

    def action_close(self) -> None:
        self.action_checked_in()

    @work(exclusive=True, group="leave")
    async def action_checked_in(self) -> None:
        """Keep what is here and go; after some answers support is offered, never forced, and nothing else happens."""
        if self.keeper is None or self._leaving:
            return
        if not await self.keep():
            return
        self._leaving = True
        if self.keeper.held.offers_support:
            await self._offer()
        self.dismiss(None)

    async def _offer(self) -> None:
        from tip_reflect.app.screens.check_in.line import LineScreen
        from tip_reflect.app.screens.check_in.offer import Help, OfferDialog
        from tip_reflect.app.screens.support import SupportScreen

        wanted = await self.app.push_screen_wait(OfferDialog())
        if wanted is Help.SUPPORT:
            await self.app.push_screen_wait(SupportScreen())
        elif wanted is Help.LINE:
            await self.app.push_screen_wait(LineScreen())

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        check_in_id = self.keeper.held.id if self.keeper else None

        async def back(app: ReflectApp) -> None:
            kept = await app.open_session.run(lambda store: store.check_ins())
            check_in = next((one for one in kept if one.id == check_in_id), None)
            await app.push_screen(CheckInScreen(check_in))

        return back
