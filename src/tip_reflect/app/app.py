"""The app itself: who may see what, when it locks, and how it ends. Every screen is a room of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import work
from textual.app import App
from textual.screen import Screen, SystemModalScreen

from tip_reflect import unlocking
from tip_reflect.app.commands import GROUND, HELP, HIDE, JOURNAL, PEERS, QUIT, SETTINGS, TODAY, bindings
from tip_reflect.app.crash import crash_report
from tip_reflect.app.only_text import OnlyText
from tip_reflect.app.palette import CommandsHere
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.theme import DUSK, MUTED, THEMES, principle_variable
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.principles import Principle
from tip_reflect.settings import Settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from uuid import UUID

    from textual import events
    from textual.binding import BindingType
    from textual.filter import LineFilter

    from tip_reflect.app.keeper import Keeper
    from tip_reflect.app.session import Session
    from tip_reflect.clock import Clock
    from tip_reflect.journal.entry import Entry
    from tip_reflect.places import Places
    from tip_reflect.prompts.pack import Library
    from tip_reflect.vault.header import WrapParameters

NEUTRAL_TITLE = "notes"
TICK = 2.0
"""Seconds between looks at the clock and at what other windows wrote."""
STILL_HERE = "Your words are still here; leaving now would lose them."
ASK_AGAIN = "The computer asked tip-reflect to end. Asked a second time, it will."
LOST = "tip-reflect had to end, and the newest words you wrote could not be saved."
LONG_ENOUGH = 120
"""Seconds that a notice stays which nobody should miss."""
SLEPT = timedelta(seconds=60)
"""A gap between two ticks longer than this means that the machine was asleep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the app is given: tests pass their own."""

    places: Places
    clock: Clock
    settings: Settings = field(default_factory=Settings)
    random: Random = field(default_factory=Random)
    wrap_parameters: WrapParameters | None = None


class ReflectApp(App[int]):
    """Opens on the lock screen, or on the first run; everything else stands behind the passphrase."""

    TITLE = NEUTRAL_TITLE
    CSS_PATH = "tip_reflect.tcss"
    COMMANDS = {CommandsHere}
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(TODAY, JOURNAL, PEERS, SETTINGS, HELP, GROUND, HIDE, replace(QUIT, show=False))
    ]
    AUTO_FOCUS = ""  # each screen says itself where a worker starts
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, surroundings: Surroundings, *, demo_passphrase: str | None = None) -> None:
        super().__init__()
        self.demo_passphrase = demo_passphrase
        self.surroundings = surroundings
        self.settings = surroundings.settings
        self.session: Session | None = None
        self.resume: UUID | None = None
        self.way_back: Callable[[ReflectApp], Awaitable[None]] | None = None
        self._asked_before = False
        self._places = count()
        self._said_on: Screen[Any] | None = None
        self._one_lock = asyncio.Lock()
        self._last_touch = surroundings.clock()
        self._last_tick = surroundings.clock()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme

    @property
    def open_session(self) -> Session:
        if self.session is None:
            raise LookupError("the journal is locked")
        return self.session

    @cached_property
    def library(self) -> Library:
        """The words, read when they are first needed."""
        from tip_reflect.prompts.reading import packs_folder, read_library

        return read_library(packs_folder())

    # Starting

    async def on_mount(self) -> None:
        self._name_the_window()
        self._listen_for_signals()
        self.set_interval(TICK, self._tick)
        if unlocking.exists(self.surroundings.places):
            from tip_reflect.app.screens.lock import LockScreen

            await self.show_only(LockScreen(first=True))
        else:
            from tip_reflect.app.screens.first_run import FirstRun

            await self.show_only(FirstRun())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for a theme that does not define them, such as Textual's own in a test."""
        ours = (MUTED, "edge", *(principle_variable(one) for one in Principle))
        return {name: DUSK.variables[name] for name in ours}

    # Going from place to place

    async def enter(self, session: Session, *, then: Screen[Any] | None = None) -> None:
        """The journal is unlocked: show Today, or the place where the worker was, and `then` over it."""
        from tip_reflect.app.screens.today import TodayScreen

        self.session = session
        self.touched()
        await self.show_only(TodayScreen())
        if session.notice:
            self.notify(session.notice, markup=False, severity="warning", timeout=LONG_ENOUGH)
        if self.resume is not None:
            entry_id, self.resume = self.resume, None
            with suppress(TipReflectError):
                entry = await session.run(lambda store: store.entry(entry_id))
                await self.write(entry)
        elif self.way_back is not None:
            way_back, self.way_back = self.way_back, None
            with suppress(TipReflectError):
                await way_back(self)
        elif then is not None:
            await self.push_screen(then)
        self._back_up(session)

    @work(thread=True)
    def _back_up(self, session: Session) -> None:
        """Make the day's verified backup, beside the work; trouble is said once, and stops nothing."""
        from tip_reflect.store.backup import backup_if_due

        if session.read_only:
            return
        try:
            backup_if_due(session.unlocked.places, session.unlocked.key, session.clock)
        except TipReflectError as problem:
            self.call_from_thread(
                self.say, f"Today's backup could not be made. Your journal is safe. {problem}"
            )

    async def write(self, entry: Entry) -> None:
        """Go on with this entry where it was left."""
        from tip_reflect.app.screens.reflect import ReflectScreen

        await self.push_screen(ReflectScreen(entry))

    async def show_only(self, screen: Screen[Any]) -> None:
        """Show this one screen, then take every other away; none of those comes to life again on the way out."""
        old, new = self.current_mode, f"place-{next(self._places)}"
        self.add_mode(new, lambda: screen)
        await self.switch_mode(new)
        if old in self._modes:
            await self.remove_mode(old)

    async def action_today(self) -> None:
        from tip_reflect.app.screens.today import TodayScreen

        await self.show_only(TodayScreen())

    async def action_journal(self) -> None:
        from tip_reflect.app.screens.journal import JournalScreen

        await self.show_only(JournalScreen())

    async def action_peers(self) -> None:
        from tip_reflect.app.screens.peers.place import PeersScreen

        await self.show_only(PeersScreen())

    async def action_settings(self) -> None:
        from tip_reflect.app.screens.settings import SettingsScreen

        await self.push_screen(SettingsScreen())

    async def action_help(self) -> None:
        from tip_reflect.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            await self.push_screen(HelpScreen(self.screen))

    async def action_ground(self) -> None:
        from tip_reflect.app.screens.support import SupportScreen

        if not isinstance(self.screen, SupportScreen):
            await self.push_screen(SupportScreen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        """What is possible here, for keys, footer, palette and help at once."""
        if action in {"today", "journal", "peers", "settings"}:
            here = next(
                (one for one in reversed(self.screen_stack) if not isinstance(one, SystemModalScreen)), None
            )
            return self.session is not None and isinstance(here, TipScreen) and here.TOP_LEVEL
        if action == "hide":
            return self.session is not None and not self.locked
        return True

    # Locking and leaving

    def touched(self) -> None:
        self._last_touch = self.surroundings.clock()

    async def on_event(self, event: events.Event) -> None:
        from textual.events import InputEvent

        if isinstance(event, InputEvent):
            self.touched()
        await super().on_event(event)

    async def action_hide(self) -> None:
        await self.lock()

    async def lock(self, why: str = "") -> None:
        """Save, clear the screen and lock. Words that could not be saved are held, out of sight, for the unlock."""
        from tip_reflect.app.keeper import EntryKeeper
        from tip_reflect.app.screens.lock import LockScreen

        async with self._one_lock:
            if self.session is None or self.locked:
                return
            cover = LockScreen(why)
            await self.push_screen(cover)  # first of all, nothing is to be read; the save may take a while
            self.clear_notifications()
            self._clipboard = ""
            keeper = self.keeper
            if keeper is not None and not await keeper.save():
                cover.hold(keeper.trouble)
                return
            if isinstance(keeper, EntryKeeper):
                self.resume = keeper.entry.id if keeper.entry.revision else None
            ways = (one.way_back() for one in reversed(self.screen_stack) if isinstance(one, TipScreen))
            self.way_back = next((way for way in ways if way is not None), None)
            await self.show_only(LockScreen(why))
            session, self.session = self.session, None
            await asyncio.to_thread(session.close)

    async def action_quit(self) -> None:
        """Save and leave; where saving fails, stay, and say why."""
        keeper = self.keeper
        if keeper is not None and not await keeper.save():
            self.say(f"{keeper.trouble} {STILL_HERE}")
            return
        await self._leave(0)

    async def _leave(self, code: int) -> None:
        self.exit(code, return_code=code)

    @property
    def keeper(self) -> Keeper[Any] | None:
        """What is being written on any screen, if anything is."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, TipScreen) and screen.keeper is not None:
                return screen.keeper
        return None

    async def _tick(self) -> None:
        now = self.surroundings.clock()
        slept = now - self._last_tick > SLEPT
        self._last_tick = now
        if self.session is None:
            return
        if slept:
            await self.lock("The computer was asleep, so the journal was locked.")
        elif now - self._last_touch >= timedelta(minutes=self.settings.lock_minutes):
            await self.lock("Locked after a while without a key. Everything is saved.")
        else:
            self._notice_other_windows(self.session)

    @work(exclusive=True, group="notice")
    async def _notice_other_windows(self, session: Session) -> None:
        with suppress(TipReflectError):
            if await session.run(lambda store: store.changed_elsewhere()):
                for screen in self.screen_stack:
                    if isinstance(screen, TipScreen) and screen.is_mounted and screen.is_attached:
                        await screen.refresh_from_store()

    @property
    def locked(self) -> bool:
        """Whether the lock screen is up, perhaps over words that could not be saved."""
        from tip_reflect.app.screens.lock import LockScreen

        return any(isinstance(screen, LockScreen) for screen in self.screen_stack)

    # Signals

    def _listen_for_signals(self) -> None:
        """A closed terminal and a polite kill save and end; a suspend locks first. Windows has neither."""
        if sys.platform == "win32":
            return
        import signal

        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError, RuntimeError, ValueError):
            # Textual would start its screen a second time on every SIGCONT; _suspend starts it again itself.
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self._asked_to_end, 128 + number)
            loop.add_signal_handler(signal.SIGHUP, self._end_politely, 128 + signal.SIGHUP)
            loop.add_signal_handler(signal.SIGTSTP, lambda: self.run_worker(self._suspend()))

    def _asked_to_end(self, code: int) -> None:
        """Save and end; where saving fails, stay and say why, as Ctrl+Q does. Asked a second time, end all the same."""
        keeper = self.keeper
        if keeper is not None and not self._asked_before and not keeper.save_at_once():
            self._asked_before = True
            self.say(f"{keeper.trouble} {STILL_HERE} {ASK_AGAIN}")
            return
        self._end_politely(code)

    def _end_politely(self, code: int, words: str = "") -> None:
        """Save and end; what could not be saved does not vanish without a word."""
        keeper = self.keeper
        if keeper is not None and not keeper.save_at_once():
            words = " ".join(filter(None, (words, LOST, keeper.trouble)))
        self.exit(code, return_code=code, message=Text(words) if words else None)

    async def _suspend(self) -> None:
        import signal

        await self.lock()
        if self._driver is not None and self._driver.can_suspend:
            self._driver.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)
            self._driver.resume_application_mode()
            self.refresh(layout=True)

    # Telling

    def say(self, words: str) -> None:
        """A quiet line in the corner, never read as markup; it goes with the screen that it was said on."""
        self.clear_what_was_said_elsewhere()
        self._said_on = self.screen
        self.notify(words, markup=False, timeout=8)

    def clear_what_was_said_elsewhere(self) -> None:
        if self._said_on is not None and self._said_on is not self.screen:
            self._said_on = None
            self.clear_notifications()

    def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = settings
        self.theme = settings.theme
        try:
            write_settings(self.surroundings.places.settings, settings)
        except TipReflectError as problem:
            self.say(str(problem))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and last the one that lets only text through to the terminal."""
        return [*super().get_line_filters(), OnlyText()]

    def copy_to_clipboard(self, text: str) -> None:
        """Copied text stays inside the app: the system's clipboard is open to every other program."""
        self._clipboard = text

    def action_help_quit(self) -> None:
        self.say("To leave, press Ctrl+Q. Everything is saved first.")

    def _name_the_window(self) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b[22;0t\x1b]2;{NEUTRAL_TITLE}\x07")

    def _handle_exception(self, error: Exception) -> None:
        """A refusal that nobody caught is said, calmly; all else is a mistake in the program, and ends it."""
        from textual.worker import WorkerFailed

        cause = error.error if isinstance(error, WorkerFailed) else error
        if not isinstance(cause, TipReflectError):
            super()._handle_exception(error)
        elif cause is not error:
            self.say(str(cause))
        else:  # the part of the screen that met it cannot go on
            self._end_politely(cause.exit_code, str(cause))

    def _fatal_error(self) -> None:
        """Say where the program broke, with no values: Textual's own report prints local variables."""
        error = self._exception or RuntimeError()
        saved = True
        keeper = self.keeper
        if keeper is not None:
            try:
                saved = keeper.save_at_once()
            except Exception:  # noqa: BLE001  nothing that fails here may print what it held
                saved = False
        self._exit_renderables.append(Text(crash_report(error, saved=saved)))
        self._close_messages_no_wait()
