"""Is the journal sound: its pages as they were written, its tables whole, its index true to the text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlcipher3 import dbapi2

from tip_reflect.errors import DamagedJournal, DiskFull, ReadOnlyPlace
from tip_reflect.places import Places
from tip_reflect.store.change_log import log_is_damaged
from tip_reflect.store.connection import Access, connected
from tip_reflect.store.migrations import refuse_unknown, version_of
from tip_reflect.store.presence import require_journal
from tip_reflect.store.refusals import DAMAGED, READ_ONLY, calmly

CHANGING_NOTHING = (Access.READ, Access.UNCHANGING)
STRONGEST_FIRST = (Access.WRITE, *CHANGING_NOTHING)

_PAGES = "Part of the journal's file is not as it was written: it was damaged, or changed by something else."
_OPENING = "The journal's file cannot be opened: its beginning is damaged, or it is not a journal."
_LOG = (
    "The log of the newest changes (journal.db-wal) was damaged: words saved lately cannot all be read. It was left as "
    "it is. What was saved before them is in the journal, and in the backups."
)
_TABLES = "The journal's tables are not whole."
_LINKS = "Some answers, tags or threads in the journal do not belong to any entry."
_INDEX = "The search index does not agree with the text. The text itself may be sound."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found; `problems` are sentences with no entry text."""

    sound: bool
    problems: tuple[str, ...]


def verify(places: Places, key: bytes) -> Verification:
    """Check the whole file. Raises NoJournal, JournalBusy, NewerJournal; damage is reported, not raised."""
    try:
        require_journal(places)
        if _log_is_damaged(places):
            return Verification(sound=False, problems=(_LOG,))
        access = _access(places, key)
        calmly(lambda: _known(places, key, access), places.journal)
    except DamagedJournal as damage:
        said = str(damage)
        return Verification(sound=False, problems=(_OPENING if said == DAMAGED else said,))
    checks = ((_pages, _PAGES), (_tables, _TABLES), (_links, _LINKS), (_index, _INDEX))
    problems = tuple(sentence for check, sentence in checks if not _passes(check, places, key, access))
    return Verification(sound=not problems, problems=problems)


def check_key(places: Places, key: bytes) -> bool:
    """Whether this key opens the journal. Raises NoJournal; a damaged file is opened by no key."""
    try:
        require_journal(places)
        _access(places, key, *(CHANGING_NOTHING if _log_is_damaged(places) else STRONGEST_FIRST))
    except DamagedJournal:
        return False
    return True


def _log_is_damaged(places: Places) -> bool:
    """Opened for writing, such a log would be read up to the damage and then taken away."""
    return calmly(lambda: log_is_damaged(places), places.journal)


def _access(places: Places, key: bytes, *ways: Access) -> Access:
    """The first of these ways in which this file opens."""
    for access in ways or STRONGEST_FIRST:
        try:
            calmly(partial(_opens, places, key, access), places.journal)
        except (ReadOnlyPlace, DiskFull):
            continue
        return access
    raise ReadOnlyPlace(READ_ONLY)


def _opens(places: Places, key: bytes, access: Access) -> None:
    with connected(places.journal, key, access):
        pass


def _known(places: Places, key: bytes, access: Access) -> None:
    with connected(places.journal, key, access) as connection:
        refuse_unknown(version_of(connection))


def _passes(check: Callable[[dbapi2.Connection], bool], places: Places, key: bytes, access: Access) -> bool:
    """Each check has its own connection: one that met a bad page can do no more."""

    def checked() -> bool:
        with connected(places.journal, key, access) as connection:
            return check(connection)

    try:
        return calmly(checked, places.journal)
    except DamagedJournal:
        return False


def _pages(connection: dbapi2.Connection) -> bool:
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


def _tables(connection: dbapi2.Connection) -> bool:
    return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def _links(connection: dbapi2.Connection) -> bool:
    return not connection.execute("PRAGMA foreign_key_check").fetchall()


def _index(connection: dbapi2.Connection) -> bool:
    try:
        connection.execute("INSERT INTO answer_words(answer_words, rank) VALUES ('integrity-check', 1)")
    except dbapi2.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != dbapi2.SQLITE_READONLY:
            raise
        # FTS5 asks to be written to for this, though it writes nothing: on a read-only disk the tables' check,
        # which looks at the index by itself, has to do.
    return True
