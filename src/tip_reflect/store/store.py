"""The open journal: every question and every change goes through here, as journal objects."""

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Engine, delete, func
from sqlcipher3 import dbapi2
from sqlmodel import Session, col, select

from tip_reflect.clock import Clock
from tip_reflect.errors import DamagedJournal, DiskFull, JournalExists, ReadOnlyPlace
from tip_reflect.journal.entry import Entry, Moment
from tip_reflect.journal.finding import Asked, Filter, Hit, MonthCount, NamedCount, OwnContact, Summary
from tip_reflect.journal.watching import WatchedName
from tip_reflect.places import Places
from tip_reflect.store import entries, listing, migrations
from tip_reflect.store.backup import backup
from tip_reflect.store.change_log import keep_damaged_log
from tip_reflect.store.connection import Access, connected, make_engine
from tip_reflect.store.converters import to_moment, to_watched, watched_row
from tip_reflect.store.durable import settle
from tip_reflect.store.peers import PeerStore
from tip_reflect.store.presence import require_journal
from tip_reflect.store.refusals import READ_ONLY, calmly
from tip_reflect.store.rows import (
    EntryRow,
    EntryTagRow,
    NoteRow,
    OwnContactRow,
    TagRow,
    ThreadRow,
    WatchedNameRow,
)
from tip_reflect.store.search import search

T = TypeVar("T")

MOST_MATCHING_IDS = 5

_EXISTS = "There is already a journal in this folder. Nothing was written over it."
_LOG_DAMAGED = (
    "Some of the newest changes to the journal were damaged on the disk and could not be read, so words saved lately "
    "may be missing. Everything before them is here. What was damaged is kept beside the journal, in {name}."
)
_EVERYTHING = Filter()


class Store(PeerStore):
    """An open journal. Any thread may call it: they take turns on one connection."""

    def __init__(self, places: Places, engine: Engine, *, read_only: bool, notice: str = "") -> None:
        self._journal = places.journal
        self._engine = engine
        self._writing = engine.execution_options(writing=True)
        self._read_only = read_only
        self.notice = notice
        """What the writer should be told about the state this journal was found in; mostly nothing."""
        self._open = True
        self._data_version = self._read(_data_version)

    @classmethod
    def create(cls, places: Places, key: bytes, clock: Clock) -> "Store":
        """Make a new journal and open it; it appears under its name only when it is whole.

        Raises JournalExists, ReadOnlyPlace, DiskFull.
        """
        if places.journal.exists():
            raise JournalExists(_EXISTS)
        calmly(lambda: _make(places, key), places.journal)
        return cls.open(places, key, clock)

    @classmethod
    def open(cls, places: Places, key: bytes, clock: Clock, *, read_only_ok: bool = False) -> "Store":
        """Open a journal; an older one is backed up and brought up to date first.

        With `read_only_ok` a journal on a disk that cannot be written still opens, for reading.
        Raises NoJournal, DamagedJournal, NewerJournal, ReadOnlyPlace, JournalBusy, DiskFull.
        """
        require_journal(places)
        kept = None
        try:
            kept = calmly(lambda: keep_damaged_log(places), places.journal)
            _bring_up_to_date(places, key, clock)
            access = Access.WRITE
        except (ReadOnlyPlace, DiskFull):  # on a full disk too, what is there can be read and taken out
            if not read_only_ok:
                raise
            access = _reading_access(places, key)
        engine = make_engine(places.journal, key, access)
        try:
            notice = _LOG_DAMAGED.format(name=kept.name) if kept else ""
            return cls(places, engine, read_only=access is not Access.WRITE, notice=notice)
        except BaseException:
            engine.dispose()
            raise

    @property
    def read_only(self) -> bool:
        """Whether this journal was opened on a disk that cannot be written."""
        return self._read_only

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._open = False
        self._engine.dispose()

    def save(self, entry: Entry) -> Entry:
        """Save an entry in one short transaction and return it with its next revision.

        Raises ChangedElsewhere (also when it was deleted elsewhere), UsageProblem for text that is not whole
        characters, DiskFull, ReadOnlyPlace, JournalBusy.
        """
        return self._write(lambda session: entries.save(session, entry))

    def entry(self, entry_id: UUID) -> Entry:
        """One whole entry. Raises NoSuchEntry."""
        return self._read(lambda session: entries.one(session, entry_id))

    def matching_ids(self, start: str) -> list[UUID]:
        """At most five ids whose text begins so, hyphens or not."""
        return self._read(lambda session: entries.matching_ids(session, start, MOST_MATCHING_IDS))

    def delete(self, entry_id: UUID) -> None:
        """Delete an entry so that neither the file nor its index nor its journal of changes holds its words.

        Raises NoSuchEntry. Backups made before keep theirs.
        """
        self._write(lambda session: entries.remove(session, entry_id))
        self._empty_change_log()

    def page(self, wanted: Filter, offset: int, limit: int) -> list[Summary]:
        """`limit` entries from the `offset`th on, newest first."""
        return self._read(lambda session: listing.page(session, wanted, offset, limit))

    def count(self, wanted: Filter) -> int:
        """How many entries the filter lets through."""
        return self._read(lambda session: listing.count(session, wanted))

    def months(self, wanted: Filter) -> list[MonthCount]:
        """How many entries each month of the writer's calendar holds, newest month first."""
        return self._read(lambda session: listing.months(session, wanted))

    def search(
        self, query: str, wanted: Filter = _EVERYTHING, *, limit: int = 50, offset: int = 0
    ) -> list[Hit]:
        """Entries that hold every word typed, newest first; the last word may be unfinished."""
        return self._read(lambda session: search(session, query, wanted, limit=limit, offset=offset))

    def tags(self) -> list[NamedCount]:
        """Every tag in use, by name."""
        query = (
            select(TagRow.name, func.count(func.distinct(EntryTagRow.entry_key)))
            .join(EntryTagRow, col(EntryTagRow.tag_key) == col(TagRow.key))
            .group_by(col(TagRow.key))
        )
        return self._read(lambda session: _by_name(session.exec(query).all()))

    def threads(self) -> list[NamedCount]:
        """Every thread in use, by name."""
        query = (
            select(ThreadRow.name, func.count())
            .join(EntryRow, col(EntryRow.thread_key) == col(ThreadRow.key))
            .group_by(col(ThreadRow.key))
        )
        return self._read(lambda session: _by_name(session.exec(query).all()))

    def latest(self) -> Entry | None:
        """The entry that was written last."""
        return next(iter(self._read(lambda session: entries.load(session, limit=1))), None)

    def drafts(self) -> list[Entry]:
        """Entries that were not closed, newest first."""
        return self._read(lambda session: entries.load(session, entries.IS_DRAFT))

    def asked(self, limit: int = 200) -> list[Asked]:
        """The prompts that were asked, newest first."""
        return self._read(lambda session: entries.asked(session, limit))

    def last_shock(self) -> Moment | None:
        """When the newest entry marked as a shock was written."""
        query = (
            select(EntryRow.written, EntryRow.written_offset)
            .where(entries.IS_SHOCK)
            .order_by(*listing.NEWEST_FIRST)
            .limit(1)
        )
        row = self._read(lambda session: session.exec(query).first())
        return to_moment(*row) if row else None

    def own_contacts(self) -> list[OwnContact]:
        """The people the writer would turn to, in their order."""
        query = select(OwnContactRow).order_by(col(OwnContactRow.place))
        return self._read(
            lambda session: [OwnContact(who=row.who, contact=row.contact) for row in session.exec(query)]
        )

    def save_own_contacts(self, contacts: Sequence[OwnContact]) -> None:
        """Keep these contacts in place of the ones before."""

        def replace_all(session: Session) -> None:
            session.execute(delete(OwnContactRow))
            session.add_all(
                OwnContactRow(place=place, who=contact.who, contact=contact.contact)
                for place, contact in enumerate(contacts)
            )

        self._write(replace_all)

    def watch_list(self) -> list[WatchedName]:
        """The words that always point to someone, by name."""
        query = select(WatchedNameRow)
        found = self._read(lambda session: [to_watched(row) for row in session.exec(query)])
        return sorted(found, key=lambda line: (line.words.casefold(), line.words))

    def watch(self, line: WatchedName) -> None:
        """Keep a line of the watch list, in place of one with the same words in any case."""

        def keep(session: Session) -> None:
            _forget(session, line.words)
            session.flush()
            session.add(watched_row(line))

        self._write(keep)

    def unwatch(self, words: str) -> bool:
        """Take a line off the watch list, so that the file no longer holds its words. False where there is none."""
        gone = self._write(lambda session: _forget(session, words))
        self._empty_change_log()
        return gone

    def note(self, name: str) -> str:
        """A small fact about the journal itself; empty when it was never set."""
        return self._read(
            lambda session: session.exec(select(NoteRow.value).where(col(NoteRow.name) == name)).first() or ""
        )

    def set_note(self, name: str, value: str) -> None:
        """Keep a small fact about the journal itself."""

        def keep(session: Session) -> None:
            session.merge(NoteRow(name=name, value=value))

        self._write(keep)

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the journal since this was last asked."""
        before, self._data_version = self._data_version, self._read(_data_version)
        return self._data_version != before

    def _read(self, work: Callable[[Session], T]) -> T:
        def reading() -> T:
            with Session(self._engine) as session:
                return work(session)

        return self._run(reading)

    def _write(self, work: Callable[[Session], T]) -> T:
        if self._read_only:
            raise ReadOnlyPlace(READ_ONLY)

        def writing() -> T:
            with Session(self._writing, autoflush=False) as session, session.begin():
                return work(session)

        return self._run(writing)

    def _run(self, work: Callable[[], T]) -> T:
        if not self._open:
            raise RuntimeError("the store is closed")
        try:
            return calmly(work, self._journal)
        except DamagedJournal:
            # SQLCipher gives up on a connection that met a damaged page: the next question needs a fresh one.
            self._engine.dispose()
            raise

    def _empty_change_log(self) -> None:
        """Move changes into the file and empty the log beside it.

        The deletion is already done: if this cannot finish now, closing or the next one does it.
        """

        def empty() -> None:
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.fetchall()
                cursor.close()
            finally:
                connection.close()

        with suppress(dbapi2.Error):
            empty()


def _make(places: Places, key: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".journal-", suffix=".making", dir=places.home)
    os.close(handle)
    making = Path(name)
    try:
        with connected(making, key, Access.CREATE, journal_mode="DELETE") as connection:
            migrations.migrate(connection, migrations.MIGRATIONS)
        settle(making)
        _name_if_free(making, places.journal)
        settle(places.home)
    finally:
        making.unlink(missing_ok=True)
        making.with_name(making.name + "-journal").unlink(missing_ok=True)


def _name_if_free(made: Path, wanted: Path) -> None:
    """Give a finished file its name, never over another: two programs may be making a journal at once."""
    try:
        os.link(made, wanted)
    except FileExistsError:
        taken = True
    except OSError:  # a disk that knows no second names
        taken = wanted.exists()
        if not taken:
            made.rename(wanted)
    else:
        taken = False
    if taken:
        raise JournalExists(_EXISTS)


def _bring_up_to_date(places: Places, key: bytes, clock: Clock) -> None:
    """Check that the journal can be read and written, and take the migrations it lacks, after a backup."""

    def check() -> bool:
        with connected(places.journal, key) as connection:
            version = migrations.version_of(connection)
            migrations.refuse_unknown(version)
            # Where nothing can be written it fails here, not at the first save. Beginning would not be enough:
            # SQLite quietly makes that a reading of a file it may only read.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("ROLLBACK")
            return version < len(migrations.MIGRATIONS)

    def migrate() -> None:
        with connected(places.journal, key) as connection:
            migrations.migrate(connection, migrations.MIGRATIONS)

    if calmly(check, places.journal):
        backup(places, key, clock)
        calmly(migrate, places.journal)


def _reading_access(places: Places, key: bytes) -> Access:
    """How a journal that cannot be written is read: beside its change log if it has one, else as unchanging."""

    def read(access: Access) -> Access:
        with connected(places.journal, key, access) as connection:
            version = migrations.version_of(connection)
            migrations.refuse_unknown(version)
            if version < len(migrations.MIGRATIONS):  # it would have to be brought up to date first
                raise ReadOnlyPlace(READ_ONLY)
            return access

    try:
        return calmly(lambda: read(Access.READ), places.journal)
    except (ReadOnlyPlace, DiskFull):
        # The newest words are only in the change log, and reading without it would not show them.
        if places.change_log.exists() and places.change_log.stat().st_size > 0:
            raise
        return calmly(lambda: read(Access.UNCHANGING), places.journal)


def _by_name(rows: Sequence[tuple[str, int]]) -> list[NamedCount]:
    return [
        NamedCount(name=name, count=entries_with)
        for name, entries_with in sorted(rows, key=lambda row: (row[0].casefold(), row[0]))
    ]


def _forget(session: Session, words: str) -> bool:
    """Take these words, in any case, off the watch list."""
    same = [row for row in session.exec(select(WatchedNameRow)) if row.words.casefold() == words.casefold()]
    for row in same:
        session.delete(row)
    return bool(same)


def _data_version(session: Session) -> int:
    return int(session.connection().exec_driver_sql("PRAGMA data_version").scalar_one())
