"""Keeps an entry that is being written: nothing typed may be lost, and nothing may be silently overwritten."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tip_reflect.errors import ChangedElsewhere, TipReflectError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from tip_reflect.app.session import Session
    from tip_reflect.journal.entry import Entry

SAVED = "Saved, locked on this computer"
NO_ANSWER = "The disk did not answer in time, so the newest words are not saved yet."
COPIED = "This entry was changed in another window too. Your words are safe: they are kept as an entry of their own"


class EntryKeeper:
    """Holds the newest version of one entry and brings it to the store, one save at a time.

    `read` gives the entry as it stands on the screen, so that a key pressed a moment ago is in it.
    """

    def __init__(self, session: Session, entry: Entry, read: Callable[[Entry], Entry]) -> None:
        self._session = session
        self._read = read
        self._stored = entry if entry.revision else None
        self._one_at_a_time = asyncio.Lock()
        self._on_its_way: Future[Entry] | None = None
        self.entry = entry
        self._let_go = False
        self.trouble = ""
        self.note = ""

    def current(self) -> Entry:
        """The entry with what is on the screen in it."""
        self.entry = self._read(self.entry)
        return self.entry

    @property
    def unsaved(self) -> bool:
        return self.current() != self._stored

    async def save(self) -> bool:
        """Bring what is on the screen to the store. False when it could not be: `trouble` says why."""
        async with self._one_at_a_time:
            entry = self.current()
            if entry == self._stored or self._let_go:
                self.trouble = ""
                return True
            try:
                try:
                    self._took(await asyncio.wrap_future(self._send(entry)))
                except ChangedElsewhere:
                    self._took(await asyncio.wrap_future(self._send(self._as_copy(entry))))
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
            entry = self.current()
            if entry == self._stored or self._let_go:
                self.trouble = ""
                return True
            try:
                self._took(self._send(entry).result(timeout))
            except ChangedElsewhere:
                self._took(self._send(self._as_copy(entry)).result(timeout))
        except TipReflectError as problem:
            self.trouble = str(problem)
            return False
        except TimeoutError:
            self.trouble = NO_ANSWER
            return False
        return True

    def let_go(self) -> None:
        """Save no more: the entry is deleted, and a late save must not bring it back."""
        self._let_go = True

    def replace_with(self, entry: Entry) -> None:
        """Go on with this version of the entry; the revision stays the store's."""
        self.entry = replace(entry, id=self.entry.id, revision=self.entry.revision)

    def _send(self, entry: Entry) -> Future[Entry]:
        self._on_its_way = self._session.store.call(lambda store: store.save(entry))
        return self._on_its_way

    def _as_copy(self, entry: Entry) -> Entry:
        self.note = COPIED
        self.entry = replace(entry, id=uuid4(), revision=0)
        return self.entry

    def _took(self, stored: Entry) -> None:
        if (
            self._stored is not None
            and stored.id == self._stored.id
            and stored.revision < self._stored.revision
        ):
            return  # a save that was waited for elsewhere has brought a newer one
        self._on_its_way = None
        self._stored = stored
        self.trouble = ""
        self.entry = replace(self.entry, revision=stored.revision)
