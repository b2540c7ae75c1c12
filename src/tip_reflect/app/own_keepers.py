"""Keeps what a worker says for themselves alone: of a thread at the close of an entry, and how it is with them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tip_reflect.app.keeper import Keeper
from tip_reflect.errors import NoSuchEntry
from tip_reflect.journal.check_in import LINE_NOTE, CheckIn
from tip_reflect.journal.threads import ThreadMark

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.app.keeper import EntryKeeper
    from tip_reflect.app.session import Session
    from tip_reflect.store.store import Store


class ThreadKeeper(Keeper[ThreadMark | None]):
    """Keeps what is said of an entry's thread; None is nothing said."""

    def __init__(
        self,
        session: Session,
        entry: EntryKeeper,
        read: Callable[[ThreadMark | None], ThreadMark | None],
        *,
        stored: ThreadMark | None,
    ) -> None:
        super().__init__(session, stored, read, stored=stored)
        self._entry = entry

    def _save(self, store: Store, held: ThreadMark | None) -> ThreadMark | None:
        if held is None:
            store.forget_thread_mark(self._entry.entry.id)
        else:
            store.save_thread_mark(held)
        return held


class CheckInKeeper(Keeper[CheckIn]):
    """Keeps a check-in as it is answered; while nothing is answered there is nothing to keep."""

    def __init__(self, session: Session, check_in: CheckIn, read: Callable[[CheckIn], CheckIn]) -> None:
        super().__init__(session, check_in, read, stored=check_in)

    def _save(self, store: Store, held: CheckIn) -> CheckIn:
        if held.answers or held.need:
            store.save_check_in(held)
        else:
            with suppress(NoSuchEntry):
                store.delete_check_in(held.id)
        return held


class LineKeeper(Keeper[str]):
    """Keeps the line that a worker drafts to a manager or a peer."""

    def __init__(self, session: Session, line: str, read: Callable[[str], str]) -> None:
        super().__init__(session, line, read, stored=line)

    def _save(self, store: Store, held: str) -> str:
        store.set_note(LINE_NOTE, held)
        return held
