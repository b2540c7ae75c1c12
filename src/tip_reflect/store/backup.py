"""Verified copies of the journal: each a folder that is a whole journal by itself, encrypted under the same key.

A copy is made under a hidden name, read back and checked, and only then given its name: what has a name is sound.
"""

import os
import re
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tip_reflect.clock import Clock
from tip_reflect.errors import DamagedJournal, DiskFull, ReadOnlyPlace
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

_NO_ROOM = (
    "There is no room left on the disk for a backup, so none was made. The journal was not changed. "
    "Make some room; it is tried again when the journal is opened."
)
_NOT_ALLOWED = (
    "The backups folder cannot be written to, so no backup was made. The journal was not changed. "
    "Check the folder's permissions; it is tried again when the journal is opened."
)


def backup(places: Places, key: bytes, clock: Clock) -> Path:
    """Make a verified backup and return its folder (`journal.db` and, beside it, `vault.json`); keep the newest seven.

    Uses its own connection, so another thread may work with the store meanwhile.
    Raises NoJournal, DamagedJournal, DiskFull, ReadOnlyPlace, JournalBusy.
    """
    require_journal(places)
    now = clock().astimezone(UTC)
    try:
        return calmly(lambda: _backup(places, key, now), places.journal)
    except DiskFull:
        raise DiskFull(_NO_ROOM) from None
    except ReadOnlyPlace:
        raise ReadOnlyPlace(_NOT_ALLOWED) from None


def backup_if_due(places: Places, key: bytes, clock: Clock) -> Path | None:
    """Make a backup when none was made in the last day; one from the future, by a clock that ran ahead, is not looked at."""
    now = clock().astimezone(UTC)
    if any(timedelta() <= now - _made_at(one) <= DUE_AFTER for one in backups(places)):
        return None
    return backup(places, key, clock)


def backups(places: Places) -> list[Path]:
    """The verified backups there are, oldest first. A folder whose name is no time is not one of ours."""
    if not places.backups.is_dir():
        return []
    found = {
        folder: order for folder in places.backups.iterdir() if folder.is_dir() and (order := _order(folder))
    }
    return sorted(found, key=found.__getitem__)


def _order(folder: Path) -> tuple[datetime, int] | None:
    """When it was made, and its place among those of the same second; None for a name that does not say."""
    if match := _NAME.fullmatch(folder.name):
        with suppress(ValueError):  # there is no 99th month
            return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), int(match[2] or 1)
    return None


def _made_at(folder: Path) -> datetime:
    order = _order(folder)
    if order is None:
        raise ValueError("not a backup")
    return order[0]


def _backup(places: Places, key: bytes, now: datetime) -> Path:
    stamp = now.strftime(_STAMP)
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
            _close_to_others(copy.header)
            settle(copy.header)
        settle(making)
        made = making.rename(places.backups / _free_name(places, stamp))
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    settle(places.backups)
    for one in _first_to_go(backups(places), made, now)[: -(KEPT - 1)]:
        _remove(one)
    return made


def _first_to_go(there: list[Path], made: Path, now: datetime) -> list[Path]:
    """Every backup but the one just made: first those with a newer one of their day, then from the future, then by age.

    So many backups in a day drive no other day away, and what a clock that ran ahead made holds no place for good.
    """
    days = [_made_at(one).date() for one in there]
    worth = {
        one: (days[at] not in days[at + 1 :], _made_at(one) <= now, at)
        for at, one in enumerate(there)
        if one != made
    }
    return sorted(worth, key=worth.__getitem__)


def _copy(places: Places, copy: Places, key: bytes) -> int:
    """One consistent copy of everything committed, and the version it must have."""
    with connected(places.journal, key) as connection:
        version = version_of(connection)
        connection.execute("VACUUM INTO ?", (str(copy.journal),))
    _close_to_others(copy.journal)
    return version


def _close_to_others(path: Path) -> None:
    if os.name == "posix":  # Windows keeps permissions elsewhere
        path.chmod(0o600)


def _read_back(copy: Places, key: bytes, version: int) -> None:
    with connected(copy.journal, key, Access.UNCHANGING) as connection:
        bad_pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = not bad_pages and version_of(connection) == version
    if not sound:
        raise DamagedJournal(_UNREADABLE)


def _free_name(places: Places, stamp: str) -> str:
    """The name for a checked backup; a further one in the same second gets the next number, never one used before."""
    orders = [order for one in backups(places) if (order := _order(one))]
    same_second = [number for made, number in orders if made.strftime(_STAMP) == stamp]
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
