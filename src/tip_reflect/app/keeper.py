"""Keeps words that are being written: nothing typed may be lost, and nothing may be silently overwritten."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

from tip_reflect.errors import ChangedElsewhere, TipReflectError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from tip_reflect.app.session import Session
    from tip_reflect.journal.entry import Entry
    from tip_reflect.store.store import Store

T = TypeVar("T")

SAVED = "Saved, locked on this computer"
NO_ANSWER = "The disk did not answer in time, so the newest words are not saved yet."
COPIED = "This entry was changed in another window too. Your words are safe: they are kept as an entry of their own"


class Keeper(ABC, Generic[T]):
    """Holds the newest version of one thing and brings it to the store, one save at a time.

    `read` gives the thing as it stands on the screen, so that a key pressed a moment ago is in it. `stored` is the
    thing as the store has it, or None where it is not there yet.
    """

    def __init__(self, session: Session, held: T, read: Callable[[T], T], *, stored: T | None) -> None:
        self._session = session
        self._read = read
        self._stored = stored
        self._one_at_a_time = asyncio.Lock()
        self._on_its_way: Future[T] | None = None
        self.held = held
        self._let_go = False
        self.trouble = ""
        self.note = ""

    # What each kind of thing says for itself

    @abstractmethod
    def _save(self, store: Store, held: T) -> T:
        """Save it, and give it as it is stored now. Raises what the store raises."""

    def _as_copy(self) -> T:
        """Make what is held a thing of its own, because it was changed elsewhere, and give it."""
        return self.held

    def _older(self, one: T, other: T) -> bool:  # noqa: ARG002  the kinds that count their saves look at both
        """Whether one is an earlier save than the other."""
        return False

    def _going_on(self, held: T, stored: T) -> T:  # noqa: ARG002  the same
        """What is held, ready to be saved over what is stored."""
        return held

    # Keeping

    def current(self) -> T:
        """The thing with what is on the screen in it."""
        self.held = self._read(self.held)
        return self.held

    @property
    def unsaved(self) -> bool:
        return self.current() != self._stored

    async def save(self) -> bool:
        """Bring what is on the screen to the store. False when it could not be: `trouble` says why."""
        async with self._one_at_a_time:
            held = self.current()
            if held == self._stored or self._let_go:
                self.trouble = ""
                return True
            try:
                try:
                    self._took(await asyncio.wrap_future(self._send(held)))
                except ChangedElsewhere:
                    self._took(await asyncio.wrap_future(self._send(self._as_copy())))
            except TipReflectError as problem:
                self.trouble = str(problem)
                return False
            return True

    def save_at_once(self, timeout: float = 5.0) -> bool:
        """The same, waiting for it: for signals and crashes, where no event loop will come back to us."""
        try:
            if self._on_its_way is not None:
                with suppress(TipReflectError):  # whatever came of it then, there may be room now
                    self._took(self._on_its_way.result(timeout))
            held = self.current()
            if held == self._stored or self._let_go:
                self.trouble = ""
                return True
            try:
                self._took(self._send(held).result(timeout))
            except ChangedElsewhere:
                self._took(self._send(self._as_copy()).result(timeout))
        except TipReflectError as problem:
            self.trouble = str(problem)
            return False
        except TimeoutError:
            self.trouble = NO_ANSWER
            return False
        return True

    def let_go(self) -> None:
        """Save no more: the thing is deleted, and a late save must not bring it back."""
        self._let_go = True

    def replace_with(self, held: T) -> None:
        """Go on with this version."""
        self.held = held

    def _send(self, held: T) -> Future[T]:
        self._on_its_way = self._session.store.call(lambda store: self._save(store, held))
        return self._on_its_way

    def _took(self, stored: T) -> None:
        if self._stored is not None and self._older(stored, self._stored):
            return  # a save that was waited for elsewhere has brought a newer one
        self._on_its_way = None
        self._stored = stored
        self.trouble = ""
        self.held = self._going_on(self.held, stored)


class EntryKeeper(Keeper["Entry"]):
    """Keeps an entry; one that was changed elsewhere too is kept as an entry of its own."""

    along: Keeper[Any] | None = None
    """What is kept with the entry, and always after it, such as what is said of its thread."""

    def __init__(self, session: Session, entry: Entry, read: Callable[[Entry], Entry]) -> None:
        super().__init__(session, entry, read, stored=entry if entry.revision else None)

    @property
    def entry(self) -> Entry:
        return self.held

    def replace_with(self, held: Entry) -> None:
        """Go on with this version of the entry; the revision stays the store's."""
        self.held = replace(held, id=self.held.id, revision=self.held.revision)

    def _save(self, store: Store, held: Entry) -> Entry:
        return store.save(held)

    def _as_copy(self) -> Entry:
        self.note = COPIED
        self.held = replace(self.held, id=uuid4(), revision=0)
        return self.held

    def _older(self, one: Entry, other: Entry) -> bool:
        return one.id == other.id and one.revision < other.revision

    def _going_on(self, held: Entry, stored: Entry) -> Entry:
        return replace(held, revision=stored.revision)

    async def save(self) -> bool:
        kept = await super().save()
        if kept and self.along is not None and not self._let_go and not await self.along.save():
            self.trouble = self.along.trouble
            return False
        return kept

    def save_at_once(self, timeout: float = 5.0) -> bool:
        kept = super().save_at_once(timeout)
        if kept and self.along is not None and not self._let_go and not self.along.save_at_once(timeout):
            self.trouble = self.along.trouble
            return False
        return kept
