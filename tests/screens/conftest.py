"""An app on a journal of its own, driven by Textual's Pilot."""

import random
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from textual.pilot import Pilot

from tip_reflect import unlocking
from tip_reflect.app.app import ReflectApp, Surroundings
from tip_reflect.settings import Settings
from tip_reflect.store.store import Store
from tip_reflect.vault.header import WrapParameters

CHEAP = WrapParameters(memory_kib=8192, iterations=1, lanes=1)
PASSPHRASE = "four plain made up words"
SMALL, LARGE = (80, 24), (120, 40)


@dataclass
class Desk:
    """A journal, and the app on it."""

    places: object
    clock: object
    words: tuple = ()
    key: bytes = b""
    app: ReflectApp | None = None
    pilot: Pilot | None = None
    opened: list = field(default_factory=list)

    def make_journal(self, *entries, done=("recovery-sheet", "own-contacts")):
        unlocked, self.words = unlocking.create(self.places, PASSPHRASE, self.clock, parameters=CHEAP)
        self.key = unlocked.key
        with self.store() as store:
            for entry in entries:
                store.save(entry)
            for name in done:
                store.set_note(name, "done")

    def store(self):
        """The store, opened beside the app, as another process would."""
        return _Opened(Store.open(self.places, self.key, self.clock))

    @asynccontextmanager
    async def sit(self, *, size=SMALL, unlock=True, settings=None):
        """Open the app and, unless told not to, unlock it; leave it properly at the end."""
        surroundings = Surroundings(
            places=self.places,
            clock=self.clock,
            settings=settings or Settings(),
            random=random.Random(7),
            wrap_parameters=CHEAP,
        )
        self.app = ReflectApp(surroundings, demo_passphrase=PASSPHRASE if unlock else None)
        async with self.app.run_test(size=size) as self.pilot:
            await self.pilot.pause()
            if unlock:
                await self.until(lambda: self.app.session is not None and self.screen == "TodayScreen")
            yield self
            session, self.app.session = self.app.session, None
            if session is not None:
                session.close()

    @property
    def screen(self):
        return type(self.app.screen).__name__

    async def until(self, so, rounds=400):
        """Let the app work until this is so; say what is on the screen when it never is."""
        for _ in range(rounds):
            if so():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it never came to that; on {self.screen}:\n{self.seen()}")

    async def until_screen(self, name):
        await self.until(lambda: self.screen == name)

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words):
        for letter in words:
            await self.pilot.press({" ": "space", "\n": "enter"}.get(letter, letter))
        await self.pilot.pause()

    def seen(self):
        """The words on the screen, line by line."""
        from textual.geometry import Region

        screen = self.app.screen
        lines = screen._compositor.render_strips()
        assert isinstance(screen.region, Region)
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)


class _Opened:
    def __init__(self, store):
        self.opened = store

    def __enter__(self):
        return self.opened

    def __exit__(self, *_):
        self.opened.close()


@pytest.fixture
def desk(places, clock):
    return Desk(places, clock)
