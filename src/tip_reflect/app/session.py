"""An unlocked journal while the app has it open: the store's thread, the words to ask, and who may write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from tip_reflect.journal.entry import Moment
from tip_reflect.prompts.choosing import Chooser

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tip_reflect.clock import Clock
    from tip_reflect.prompts.pack import Library
    from tip_reflect.store.store import Store
    from tip_reflect.store.thread import StoreThread
    from tip_reflect.unlocking import Unlocked

T = TypeVar("T")


class Lock(Protocol):
    """A lock on the journal that one app at a time holds."""

    def release(self) -> None: ...


@dataclass(slots=True, kw_only=True)
class Session:
    """One unlocking of the journal, from passphrase to lock. `read_only` says why writing is off, or is empty.

    `notice` is what the worker should be told about the state the journal was found in; mostly nothing.
    """

    unlocked: Unlocked
    store: StoreThread
    library: Library
    clock: Clock
    random: Random
    read_only: str = ""
    notice: str = ""
    app_lock: Lock | None = None

    async def run(self, work: Callable[[Store], T]) -> T:
        """Do this with the store, in the store's thread."""
        return await self.store.run(work)

    def now(self) -> Moment:
        return Moment(at=self.clock())

    async def chooser(self, *, shocked_now: bool = False) -> Chooser:
        """A chooser that knows what was asked lately, and of a shock in the last days or just now."""
        asked, shock = await self.run(lambda store: (store.asked(), store.last_shock()))
        now = self.now()
        return Chooser(
            self.library, asked=asked, now=now, last_shock=now if shocked_now else shock, random=self.random
        )

    def close(self) -> None:
        """Finish what is queued and let go of the journal."""
        self.store.close(timeout=10)
        if self.app_lock is not None:
            self.app_lock.release()
