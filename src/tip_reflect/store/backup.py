"""Verified copies of the journal: each a folder that is a whole journal by itself, encrypted under the same key.

A copy is made under a hidden name, read back and checked, and only then given its name: what has a name is sound.
"""

import os
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tip_reflect.clock import Clock
from tip_reflect.errors import DamagedJournal
from tip_reflect.places import Places
from tip_reflect.store.connection import Access, connected
from tip_reflect.store.durable import settle
from tip_reflect.store.migrations import version_of
from tip_reflect.store.presence import require_journal
from tip_reflect.store.refusals import calmly

KEPT = 7
DUE_AFTER = timedelta(days=1)

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-(\d+))?")
_MAKING, _LEAVING = ".making-", ".leaving-"
_UNREADABLE = (
    "The new backup could not be read back, so it was not kept. The journal itself was not changed. "
    "To check the journal, run: tip-reflect verify"
)


def backup(places: Places, key: bytes, clock: Clock) -> Path:
    """Make a verified backup and return its folder (`journal.db` and, beside it, `vault.json`); keep the newest seven.

    Uses its own connection, so another thread may work with the store meanwhile.
    Raises NoJournal, DamagedJournal, DiskFull, ReadOnlyPlace, JournalBusy.
    """
    require_journal(places)
    stamp = clock().astimezone(UTC).strftime(_STAMP)
    return calmly(lambda: _backup(places, key, stamp), places.journal)


def backup_if_due(places: Places, key: bytes, clock: Clock) -> Path | None:
    """Make a backup when there is none, or the newest is over a day old (or a day ahead: a clock was wrong)."""
    made = backups(places)
    if made and abs(clock().astimezone(UTC) - _made_at(made[-1])) <= DUE_AFTER:
        return None
    return backup(places, key, clock)


def backups(places: Places) -> list[Path]:
    """The verified backups there are, oldest first."""
    if not places.backups.is_dir():
        return []
    found = [
        folder for folder in places.backups.iterdir() if _NAME.fullmatch(folder.name) and folder.is_dir()
    ]
    return sorted(found, key=_order)


def _order(folder: Path) -> tuple[str, int]:
    match = _NAME.fullmatch(folder.name)
    return (match[1], int(match[2] or 1)) if match else ("", 0)


def _made_at(folder: Path) -> datetime:
    return datetime.strptime(_order(folder)[0], _STAMP).replace(tzinfo=UTC)


def _backup(places: Places, key: bytes, stamp: str) -> Path:
    places.backups.mkdir(mode=0o700, exist_ok=True)
    _clear_leftovers(places, stamp)
    making = Path(tempfile.mkdtemp(prefix=f"{_MAKING}{stamp}-", dir=places.backups))
    try:
        copy = Places(making)
        version = _copy(places, copy, key)
        _read_back(copy, key, version)
        settle(copy.journal)
        if places.header.exists():
            shutil.copyfile(places.header, copy.header)
            settle(copy.header)
        settle(making)
        made = making.rename(places.backups / _free_name(places, stamp))
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    settle(places.backups)
    # The one just made is kept whatever its name says: a clock that ran ahead once must not end all backups.
    for old in [one for one in backups(places) if one != made][: -(KEPT - 1)]:
        _remove(old)
    return made


def _copy(places: Places, copy: Places, key: bytes) -> int:
    """One consistent copy of everything committed, and the version it must have."""
    with connected(places.journal, key) as connection:
        version = version_of(connection)
        connection.execute("VACUUM INTO ?", (str(copy.journal),))
    if os.name == "posix":
        copy.journal.chmod(0o600)
    return version


def _read_back(copy: Places, key: bytes, version: int) -> None:
    with connected(copy.journal, key, Access.UNCHANGING) as connection:
        bad_pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = not bad_pages and version_of(connection) == version
    if not sound:
        raise DamagedJournal(_UNREADABLE)


def _free_name(places: Places, stamp: str) -> str:
    """The name for a checked backup; a further one in the same second gets the next number, never one used before."""
    same_second = [number for made, number in map(_order, backups(places)) if made == stamp]
    return f"{stamp}-{max(same_second) + 1}" if same_second else stamp


def _remove(folder: Path) -> None:
    """Take the name away first, so that a folder half removed never looks like a backup."""
    leaving = folder.rename(folder.with_name(_LEAVING + folder.name))
    shutil.rmtree(leaving, ignore_errors=True)


def _clear_leftovers(places: Places, stamp: str) -> None:
    """Remove what a killed program left; one that may be at work now began within the hour, and is left alone."""
    hour = stamp[: stamp.index("T") + 3]
    for folder in places.backups.iterdir():
        begun_now = folder.name.startswith(_MAKING + hour)
        if folder.name.startswith(_LEAVING) or (folder.name.startswith(_MAKING) and not begun_now):
            shutil.rmtree(folder, ignore_errors=True)
