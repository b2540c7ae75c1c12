"""Settings: how it looks, when it locks, how a sitting begins, and the passphrase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from tip_reflect.app.commands import CLOSE, bindings
from tip_reflect.app.screens.base import Fields, TipScreen
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.check_in import HABIT_NOTE, Habit, habit_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

THEMES = (
    Choice("dusk", "dusk"),
    Choice("daylight", "daylight"),
    Choice("high-contrast", "high contrast"),
    Choice("terminal", "the terminal's own colours"),
)
OPENINGS = (Choice("ask", "ask me each time"), Choice("as-last-time", "go straight to writing, as last time"))
UNDERLINES = (Choice("off", "nothing"), Choice("on", "what may point to a person"))
HABITS = tuple(Choice(habit, habit.label) for habit in Habit)
USUAL_MINUTES = (1, 2, 5, 10, 15, 30)


class SettingsScreen(TipScreen[None], Fields[None]):
    """Every change is kept at once; there is nothing to confirm."""

    BINDINGS = bindings(CLOSE)

    def body(self) -> ComposeResult:
        settings = self.tip.settings
        minutes = sorted({*USUAL_MINUTES, settings.lock_minutes})
        with Page(classes="page"):
            yield Static(Content.assemble(("Settings", "bold"), ("   kept as you choose", "$muted")))
            yield Static("", classes="gap")
            with Horizontal(classes="field"):
                yield Static("Theme", classes="label")
                yield ChoiceRow(THEMES, chosen=settings.theme, id="theme")
            with Horizontal(classes="field"):
                yield Static("Lock after", classes="label")
                lengths = [
                    Choice(number, f"{number} minute{'s' if number > 1 else ''}") for number in minutes
                ]
                yield ChoiceRow(lengths, chosen=settings.lock_minutes, id="lock-minutes")
            with Horizontal(classes="field"):
                yield Static("Beginning", classes="label")
                yield ChoiceRow(OPENINGS, chosen=settings.opening, id="opening")
            with Horizontal(classes="field"):
                yield Static("Underline", classes="label")
                yield ChoiceRow(UNDERLINES, chosen=settings.underline, id="underline")
            with Horizontal(classes="field"):
                yield Static("Check-in", classes="label")
                yield ChoiceRow(HABITS, chosen=Habit.NEVER, id="check-in-habit")
            yield Static("", classes="gap")
            yield Button("How it is with me", id="how-it-is")
            yield Button("Change the passphrase", id="passphrase")
            yield Button("Recovery sheet", id="sheet")
            yield Button("Who you would turn to", id="contacts")
            yield Button("Names to watch for", id="watch-list")
            yield Static(Content(f"Your journal is in {self.tip.surroundings.places.home}"), classes="quiet")
            yield Static(Content(self.tip.library.notices.backup), classes="quiet")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#theme"))

    async def on_screen_resume(self) -> None:
        await super().on_screen_resume()
        try:
            habit = await self.session.run(lambda store: store.note(HABIT_NOTE))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        if not self.query("#check-in-habit"):  # the screen has gone meanwhile
            return
        with self.prevent(ChoiceRow.Changed):
            self.query_one("#check-in-habit", ChoiceRow).choose(habit_of(habit))

    async def choose_habit(self, habit: Habit) -> None:
        """Keep when the check-in is offered, locked in the journal with the rest of it."""
        if self.session.read_only:
            self.tip.say(self.session.read_only)
            return
        try:
            await self.session.run(lambda store: store.set_note(HABIT_NOTE, habit))
        except TipReflectError as problem:
            self.tip.say(str(problem))

    async def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        if event.row.id == "check-in-habit":
            await self.choose_habit(event.row.value)
            return
        self.tip.change_settings(
            replace(
                self.tip.settings,
                theme=self.query_one("#theme", ChoiceRow).value,
                lock_minutes=self.query_one("#lock-minutes", ChoiceRow).value,
                opening=self.query_one("#opening", ChoiceRow).value,
                underline=self.query_one("#underline", ChoiceRow).value,
            )
        )

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        from tip_reflect.app.screens.change_passphrase import ChangePassphrase
        from tip_reflect.app.screens.check_in.asking import CheckInScreen
        from tip_reflect.app.screens.check_in.before import EarlierScreen
        from tip_reflect.app.screens.contacts import ContactsScreen
        from tip_reflect.app.screens.recovery_sheet import RecoverySheet
        from tip_reflect.app.screens.watch_list import WatchList

        screens = {
            "how-it-is": EarlierScreen if self.session.read_only else CheckInScreen,
            "passphrase": ChangePassphrase,
            "sheet": RecoverySheet,
            "contacts": ContactsScreen,
            "watch-list": WatchList,
        }
        await self.app.push_screen(screens[event.button.id or ""]())
