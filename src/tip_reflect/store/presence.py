"""Whether there is a journal's file to open at all: SQLite takes a missing or an empty one for a new database.

It reads a file of one byte as empty too (`unixFileSize` in its os_unix.c).
"""

from tip_reflect.errors import DamagedJournal, NoJournal, ReadOnlyPlace
from tip_reflect.places import Places
from tip_reflect.store.refusals import DAMAGED, NO_JOURNAL, READ_ONLY


def require_journal(places: Places) -> None:
    """Refuse a missing or an empty file.

    Raises NoJournal, DamagedJournal, ReadOnlyPlace.
    """
    try:
        size = places.journal.stat().st_size
    except FileNotFoundError:
        size = None
    except OSError:
        raise ReadOnlyPlace(READ_ONLY) from None
    if size is None:
        raise NoJournal(NO_JOURNAL)
    if size <= 1:
        raise DamagedJournal(DAMAGED)
