"""Whether there is a journal's file to open at all: SQLite takes a missing or an empty one for a new database.

It reads a file of one byte as empty too (`unixFileSize` in its os_unix.c).
"""

import os
import stat
from pathlib import Path

from tip_reflect.errors import DamagedJournal, NoJournal, ReadOnlyPlace
from tip_reflect.places import Places
from tip_reflect.store.refusals import DAMAGED, NO_JOURNAL, NOT_A_FILE, READ_ONLY


def require_journal(places: Places) -> None:
    """Refuse a missing or an empty file, and a folder or anything else that has a file's name.

    Raises NoJournal, DamagedJournal, ReadOnlyPlace.
    """
    found = _found(places.journal)
    if found is None:
        raise NoJournal(NO_JOURNAL)
    log = _found(places.change_log)
    for path, there in ((places.journal, found), (places.change_log, log)):
        if there is not None and not stat.S_ISREG(there.st_mode):
            raise DamagedJournal(NOT_A_FILE.format(name=path.name))
    if found.st_size <= 1:
        raise DamagedJournal(DAMAGED)


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        raise ReadOnlyPlace(READ_ONLY) from None
