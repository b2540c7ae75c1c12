"""Is the journal sound: its pages as they were written, its tables whole, its index true to the text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlcipher3 import dbapi2

from tip_reflect.errors import DamagedJournal, DiskFull, ReadOnlyPlace
from tip_reflect.places import Places
from tip_reflect.store.connection import Access, connected
from tip_reflect.store.presence import require_journal
from tip_reflect.store.refusals import READ_ONLY, calmly

_PAGES = "Part of the journal's file is not as it was written: it was damaged, or changed by something else."
_OPENING = "The journal's file cannot be opened: its beginning is damaged, or it is not a journal."
_TABLES = "The journal's tables are not whole."
_LINKS = "Some answers, tags or threads in the journal do not belong to any entry."
_INDEX = "The search index does not agree with the text. The text itself may be sound."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found; `problems` are sentences with no entry text."""

    sound: bool
    problems: tuple[str, ...]


def verify(places: Places, key: bytes) -> Verification:
    """Check the whole file. Raises NoJournal, JournalBusy; damage is reported, not raised."""
    try:
        require_journal(places)
        access = _access(places, key)
    except DamagedJournal:
        return Verification(sound=False, problems=(_OPENING,))
    checks = ((_pages, _PAGES), (_tables, _TABLES), (_links, _LINKS), (_index, _INDEX))
    problems = tuple(sentence for check, sentence in checks if not _passes(check, places, key, access))
    return Verification(sound=not problems, problems=problems)


def check_key(places: Places, key: bytes) -> bool:
    """Whether this key opens the journal. Raises NoJournal; a damaged file is opened by no key."""
    try:
        require_journal(places)
        _access(places, key)
    except DamagedJournal:
        return False
    return True


def _access(places: Places, key: bytes) -> Access:
    """The strongest way this file opens."""
    for access in (Access.WRITE, Access.READ, Access.UNCHANGING):
        try:
            calmly(partial(_opens, places, key, access), places.journal)
        except (ReadOnlyPlace, DiskFull):
            continue
        return access
    raise ReadOnlyPlace(READ_ONLY)


def _opens(places: Places, key: bytes, access: Access) -> None:
    with connected(places.journal, key, access):
        pass


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
