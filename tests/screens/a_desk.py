"""A desk to sit at: a real encrypted journal, cheap to unlock, and the app on it, driven by Textual's Pilot."""

from __future__ import annotations

import random
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from textual import events
from textual.keys import _character_to_key

from tip_reflect import unlocking
from tip_reflect.app.app import ReflectApp, Surroundings
from tip_reflect.app.widgets.choice_row import WHICH, ChoiceRow
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.journal.check_in import HABIT_NOTE
from tip_reflect.journal.entry import Answer, Entry, Moment, PathId, State
from tip_reflect.journal.finding import Filter
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.prompts.reading import packs_folder, read_library
from tip_reflect.reflecting.sitting import Choices, begin
from tip_reflect.settings import Settings
from tip_reflect.store.store import Store
from tip_reflect.vault.header import WrapParameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from tip_reflect.clock import Clock
    from tip_reflect.places import Places
    from tip_reflect.prompts.pack import Library

CHEAP = WrapParameters(memory_kib=8192, iterations=1, lanes=1)
PASSPHRASE = "four plain made up words"
SMALL, LARGE = (80, 24), (120, 40)
WAITING_ROWS = ("recovery-sheet", "own-contacts", HABIT_NOTE)
NOON = datetime.fromisoformat("2026-11-22T12:00+00:00")


def numbered(number: int) -> UUID:
    """An id that is the same in every run."""
    return UUID(int=number)


def an_entry(*texts: str, number: int = 1, days_ago: float = 1, **fields) -> Entry:
    """A closed entry of free writing, or one answer for each text under `prompts`."""
    written = Moment(at=NOON - timedelta(days=days_ago))
    prompts: Sequence[str] = fields.pop("prompts", [""] * len(texts))
    answers = tuple(
        Answer(text=text, prompt=prompt, prompt_id=f"made-up-{at}" if prompt else "")
        for at, (text, prompt) in enumerate(zip(texts, prompts, strict=True))
    )
    usual = {"path": PathId.FREE, "state": State.CLOSED, "closed": written, "answers": answers}
    return Entry(id=numbered(number), written=written, **{**usual, **fields})


@cache
def library() -> Library:
    """The words that are shipped, read once for all tests."""
    return read_library(packs_folder())


def planned(path: PathId = PathId.QUICK, *, number: int = 1, days_ago: float = 0, **choices) -> Entry:
    """A sitting with its real questions and nothing written yet, as the first one of a newcomer."""
    now = Moment(at=NOON - timedelta(days=days_ago))
    chooser = Chooser(library(), asked=(), now=now, last_shock=None, random=random.Random(7))
    return begin(chooser, Choices(path=path, **choices), entry_id=numbered(number), now=now)


def a_draft(*texts: str, **fields) -> Entry:
    return an_entry(*texts, **{"state": State.DRAFT, "closed": None, **fields})


@dataclass
class Desk:
    """A journal, and the app on it."""

    places: Places
    clock: Clock
    words: tuple[str, ...] = ()
    key: bytes = b""
    app: ReflectApp | None = None
    pilot: Pilot | None = None

    # The journal, beside the app

    def make_journal(self, *entries: Entry, done: Sequence[str] = WAITING_ROWS, contacts=()) -> None:
        """A new journal with these entries; `done` names what no longer waits on Today."""
        unlocked, self.words = unlocking.create(self.places, PASSPHRASE, self.clock, parameters=CHEAP)
        self.key = unlocked.key
        with self.store() as store:
            for entry in entries:
                store.save(entry)
            for name in done:
                store.set_note(name, "done")
            if contacts:
                store.save_own_contacts(contacts)

    @contextmanager
    def store(self):
        """The store, opened beside the app, as another process would."""
        store = Store.open(self.places, self.key, self.clock)
        try:
            yield store
        finally:
            store.close()

    def kept(self, number: int = 1) -> Entry:
        """An entry as the file holds it."""
        with self.store() as store:
            return store.entry(numbered(number))

    def all_kept(self) -> list[Entry]:
        """Every entry as the file holds it, newest first."""
        with self.store() as store:
            return [store.entry(one.id) for one in store.page(Filter(), 0, 1000)]

    def only(self) -> Entry:
        """The one entry that the file holds."""
        (entry,) = self.all_kept()
        return entry

    def note(self, name: str) -> str:
        with self.store() as store:
            return store.note(name)

    # The app

    def new_app(self, *, unlock: bool = True, settings: Settings | None = None) -> ReflectApp:
        around = Surroundings(
            places=self.places,
            clock=self.clock,
            settings=settings or Settings(),
            random=random.Random(7),
            wrap_parameters=CHEAP,
        )
        return ReflectApp(around, demo_passphrase=PASSPHRASE if unlock else None)

    @asynccontextmanager
    async def sit(self, *, size=SMALL, unlock: bool = True, settings: Settings | None = None):
        """Open the app and, unless told not to, unlock it; leave it properly at the end."""
        self.app = app = self.new_app(unlock=unlock, settings=settings)
        app.library = library()
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await self.take(pilot, unlock=unlock)
                yield self
        finally:  # as in app/start.py: closed when no screen can ask it any more
            if app.session is not None:
                app.session.close()

    async def take(self, pilot: Pilot, *, unlock: bool = True) -> None:
        """Drive this app from now on."""
        self.app, self.pilot = pilot.app, pilot
        await pilot.pause()
        if unlock:
            await self.until(lambda: self.app.session is not None and self.screen == "TodayScreen")
            await self.until(lambda: self.app.focused is not None)
            self.app.demo_passphrase = None  # from here on it is anyone's app

    async def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Give the passphrase on the lock screen and wait to be let in."""
        await self.until_screen("LockScreen")
        locked = self.app.screen
        await self.press_text(passphrase)
        await self.press("enter")
        await self.until(lambda: self.app.screen is not locked and self.app.session is not None)

    async def carry_on(self, at: int = 0) -> None:
        """Take up what waits on Today, the first or the `at`th."""
        rows = list(self.app.screen.query(WaitingRow))
        rows[at].focus()
        await self.press("enter")

    async def into_the_journal(self) -> None:
        await self.press("2")
        await self.until(lambda: self.screen == "JournalScreen" and self.one(JournalList).current)

    @property
    def screen(self) -> str:
        return type(self.app.screen).__name__

    @property
    def focused(self) -> str | None:
        """The id of the part that has the keys."""
        return self.app.focused.id if self.app.focused else None

    def one(self, selector, kind=None):
        found = self.app.screen.query_one(selector)
        assert kind is None or isinstance(found, kind)
        return found

    def words_of(self, selector) -> str:
        """What a Static shows, as plain text."""
        return str(self.app.screen.query_one(selector).visual)

    # Waiting for what comes

    async def until(self, so, rounds: int = 600) -> None:
        """Let the app work until this is so; say what is on the screen when it never is."""
        for _ in range(rounds):
            if so():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it never came to that; on {self.screen}:\n{self.seen()}")

    async def until_screen(self, name: str) -> None:
        await self.until(lambda: self.screen == name)

    async def until_seen(self, words: str) -> None:
        await self.until(lambda: words in self.seen())

    async def until_kept(self, text: str) -> Entry:
        """Wait until the file itself holds this text as somebody's whole answer."""
        found: list[Entry] = []

        def so() -> bool:
            found[:] = [one for one in self.all_kept() if any(text == step.text for step in one.answers)]
            return bool(found)

        await self.until(so)
        return found[0]

    async def at_rest(self) -> None:
        """Wait until what was asked of the store is answered and shown."""
        await self.pilot.pause()
        if self.app.session is not None:
            await self.app.session.run(lambda store: None)
        await self.pilot.pause()

    # What a person does

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.at_rest()

    async def press_text(self, words: str) -> None:
        """Press the key of each letter, fast; Enter at each line end, and wait until it is taken."""
        first, *rest = words.split("\n")
        self._letters(first)
        for line in rest:
            await self.pilot.pause()
            await self.pilot.press("enter")
            self._letters(line)
        await self.at_rest()

    def _letters(self, words: str) -> None:
        for letter in words:
            self._keys(_character_to_key(letter), letter=letter)

    def _keys(self, *keys: str, letter: str | None = None) -> None:
        for key in keys:
            event = events.Key(key, letter)
            event.set_sender(self.app)
            self.app._driver.send_message(event)

    async def paste(self, words: str) -> None:
        """Paste from outside, as a terminal gives it."""
        self.app._driver.send_message(events.Paste(words))
        await self.at_rest()

    async def focus(self, selector: str) -> None:
        """Come to this part with Tab, as a person does."""
        wanted = self.app.screen.query_one(selector)
        chain = self.app.screen.focus_chain
        assert wanted in chain, f"Tab never comes to {selector}:\n{self.seen()}"
        at = chain.index(self.app.focused) if self.app.focused in chain else -1
        self._keys(*["tab"] * ((chain.index(wanted) - at) % len(chain)))
        await self.pilot.pause()
        for _ in chain:  # where nothing had the keys, Tab may begin anywhere
            if self.app.focused is not wanted:
                await self.pilot.press("tab")
        assert self.app.focused is wanted, f"Tab never came to {selector}:\n{self.seen()}"

    async def choose(self, selector: str, value: object) -> None:
        """Move a row of choices to this value with the arrow keys."""
        await self.focus(selector)
        row = self.one(selector, ChoiceRow)
        steps = [choice.value for choice in row._choices].index(value) - row.index
        self._keys(*["right" if steps > 0 else "left"] * abs(steps))
        await self.until(lambda: row.value == value)
        await self.at_rest()

    async def fill(self, selector: str, words: str) -> None:
        """Put these words into a box, in place of what is there."""
        await self.focus(selector)
        await self.pilot.press("home", "ctrl+k")
        await self.press_text(words)

    async def click_on(self, words: str, *, times: int = 1) -> None:
        """Click on the first place where these words are on the screen."""
        for y, line in enumerate(self.seen().split("\n")):
            if words in line:
                await self.pilot.click(offset=(line.index(words) + len(words) // 2, y), times=times)
                await self.at_rest()
                return
        raise AssertionError(f"not on the screen: {words}\n{self.seen()}")

    async def click_choice(self, selector: str, at: int) -> None:
        """Click on the `at`th choice of a row, wherever it is drawn."""
        row = self.one(selector, ChoiceRow)
        region = row.content_region
        for y in range(region.y, region.bottom):
            for x in range(region.x, region.right):
                if self.app.screen.get_style_at(x, y).meta.get(WHICH) == at:
                    await self.pilot.click(offset=(x, y))
                    await self.at_rest()
                    return
        raise AssertionError(f"choice {at} of {selector} is not on the screen:\n{self.seen()}")

    # What a person sees

    def seen(self) -> str:
        """The words on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)

    def said(self) -> str:
        """What was said in the corner, and is still there."""
        return "\n".join(one.message for one in self.app._notifications)

    async def tick(self, **by: float) -> None:
        """Let this much time go by, in looks of the app's own, short enough to be no sleep."""
        step = timedelta(seconds=30)
        left = timedelta(**by)
        while left > timedelta():
            self.clock.move(seconds=min(step, left).total_seconds())
            left -= step
            await self.app._tick()
        await self.at_rest()
