"""What a database's error means to a person.

The refusal is raised after the handler has ended, so that it carries no trace of the statement or its values.
"""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import exc
from sqlcipher3 import dbapi2

from tip_reflect.errors import (
    DamagedJournal,
    DiskFull,
    JournalBusy,
    NoJournal,
    ReadOnlyPlace,
    TipReflectError,
    UsageProblem,
)

T = TypeVar("T")

NO_JOURNAL = "There is no journal here yet."
DAMAGED = (
    "The journal's file is damaged, so it was left as it is and nothing was changed. "
    "Your backups are in the backups folder beside it: each one was checked when it was made."
)
NOT_A_FILE = (
    "{name} in the journal's folder should be a file, and it is a folder or something else, so nothing was opened or "
    "changed. If you put it there, take it away. Your backups are in the backups folder: each one was checked when it "
    "was made."
)
READ_ONLY = (
    "The journal's folder cannot be written to, so nothing was saved. What is already in the journal is safe. "
    "Check the folder's permissions, or whether the disk is set to read only."
)
DISK_FULL = (
    "There is no room left on the disk, so this was not saved. Nothing was half-written, and what was saved "
    "before is safe. Make some room and try again."
)
DISK_REFUSES = (
    "The disk gave an error, so this was not done. It may be full, over its limit, or unplugged. Nothing was "
    "half-written, and what was saved before is safe. Check the disk and try again."
)
BUSY = (
    "Another program is using the journal and did not finish in time, so this was not done. "
    "Nothing was half-written. Try again in a moment."
)
NOT_TEXT = (
    "Some of these characters cannot be kept as text (they are halves of a character), so nothing was saved. "
    "What was saved before is safe. Take them out, or paste the text again, and try once more."
)

_NO_ROOM_ERRNO = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

_REFUSALS: dict[int, tuple[type[TipReflectError], str]] = {
    dbapi2.SQLITE_NOTADB: (DamagedJournal, DAMAGED),
    dbapi2.SQLITE_CORRUPT: (DamagedJournal, DAMAGED),
    dbapi2.SQLITE_FORMAT: (DamagedJournal, DAMAGED),
    dbapi2.SQLITE_FULL: (DiskFull, DISK_FULL),
    dbapi2.SQLITE_IOERR: (DiskFull, DISK_REFUSES),  # how a quota or a limit on a file's size shows itself
    dbapi2.SQLITE_READONLY: (ReadOnlyPlace, READ_ONLY),
    dbapi2.SQLITE_CANTOPEN: (ReadOnlyPlace, READ_ONLY),
    dbapi2.SQLITE_PERM: (ReadOnlyPlace, READ_ONLY),
    dbapi2.SQLITE_BUSY: (JournalBusy, BUSY),
    dbapi2.SQLITE_LOCKED: (JournalBusy, BUSY),
    dbapi2.SQLITE_PROTOCOL: (JournalBusy, BUSY),
}


def refusal_for(error: Exception, journal: Path) -> TipReflectError:
    """The calm sentence for a database's or a disk's error, from its code alone: its message is never shown."""
    if isinstance(error, exc.TimeoutError):
        return JournalBusy(BUSY)
    if isinstance(error, OSError):
        return DiskFull(DISK_FULL) if error.errno in _NO_ROOM_ERRNO else ReadOnlyPlace(READ_ONLY)
    cause = error.orig if isinstance(error, exc.StatementError) else error
    name = getattr(cause, "sqlite_errorname", type(cause).__name__)
    kind = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if kind == dbapi2.SQLITE_CANTOPEN and not journal.exists():
        return NoJournal(NO_JOURNAL)
    known, sentence = _REFUSALS.get(kind, (TipReflectError, ""))
    return known(
        sentence
        or f"The journal could not do this ({name}). Nothing was half-written, and what was saved before is safe. "
        "Try again; if it goes on, run: tip-reflect verify"
    )


def calmly(work: Callable[[], T], journal: Path) -> T:
    """Do some database work; whatever the database says against it comes out as one of our refusals."""
    refusal: TipReflectError
    try:
        return work()
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 cannot hold; the error holds the whole text
        refusal = UsageProblem(NOT_TEXT)
    except (exc.SQLAlchemyError, dbapi2.Error, OSError) as error:
        refusal = refusal_for(error, journal)
    raise refusal
