"""The log of changes beside a journal (`journal.db-wal`), looked at before SQLite opens it.

SQLite reads the log as far as each frame is as it was written, forgets what follows, and takes the log away when it is
closed. That is right for a log that a kill cut short. Where something damaged it in the middle, words that were saved
would be gone without a sign.

The format is SQLite's (https://sqlite.org/fileformat2.html#walformat): SQLCipher encrypts the pages and leaves the
headers and the checksums, which are over the encrypted pages, as they are.
"""

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tip_reflect.places import Places
from tip_reflect.store.durable import settle

LOG_HEADER, FRAME_HEADER = struct.Struct(">8I"), struct.Struct(">6I")
MAGIC = 0x377F0682
"""With its last bit set the checksums are over big-endian words, else over little-endian ones."""

_WORD = 0xFFFFFFFF


class Frame(NamedTuple):
    """One page of the log. `commits` where a transaction ends; `seal` is the running checksum up to here."""

    salts: tuple[int, int]
    seal: tuple[int, int]
    commits: bool
    sealed: bytes
    """What this frame adds to the checksum."""


def is_damaged(log: bytes) -> bool:
    """Whether something is not as it was written, and a whole transaction of the same log comes after it.

    A log that a kill cut short has nothing whole after the cut; what an earlier use of the log left there has other
    salts, and what a transaction that never ended left there does not end. Damage in the very last transaction
    cannot be told from a kill.
    """
    if len(log) < LOG_HEADER.size + FRAME_HEADER.size:
        return False
    magic, _, page_size, _, *salts, seal_1, seal_2 = LOG_HEADER.unpack_from(log)
    order = ">" if magic & 1 else "<"
    seal = _sealed(log[: LOG_HEADER.size - 8], (0, 0), order) if magic & ~1 == MAGIC else None
    if seal != (seal_1, seal_2):
        return any(log[LOG_HEADER.size :])  # the header is on the disk before the first frame
    sound = True
    for frame in _frames(log, page_size):
        as_written = frame.salts == tuple(salts) and _sealed(frame.sealed, seal, order) == frame.seal
        if as_written and not sound and frame.commits:
            return True
        sound = sound and as_written
        seal = frame.seal
    return False


def log_is_damaged(places: Places) -> bool:
    """The same for the log on the disk, where another program may be writing to it."""
    while True:
        try:
            log = places.change_log.read_bytes()
            if not is_damaged(log):
                return False
            with places.change_log.open("rb") as file:
                still = file.read(LOG_HEADER.size)
        except (FileNotFoundError, IsADirectoryError):
            return False
        if still == log[: LOG_HEADER.size]:  # else it was begun anew while we read it
            return True


def keep_damaged_log(places: Places) -> Path | None:
    """Copy a damaged log aside, before SQLite takes it away; None where there is none. Raises OSError."""
    if not log_is_damaged(places):
        return None
    salts = places.change_log.read_bytes()[16:24].hex()
    kept = places.change_log.with_name(f"{places.change_log.name}-damaged-{salts}")
    if not kept.exists():
        shutil.copyfile(places.change_log, kept)
        shutil.copymode(places.change_log, kept)
        settle(kept)
    return kept


def _frames(log: bytes, page_size: int) -> Iterator[Frame]:
    size = FRAME_HEADER.size + page_size
    for start in range(LOG_HEADER.size, len(log) - size + 1, size):
        _, pages_after, salt_1, salt_2, seal_1, seal_2 = FRAME_HEADER.unpack_from(log, start)
        yield Frame(
            salts=(salt_1, salt_2),
            seal=(seal_1, seal_2),
            commits=pages_after != 0,
            sealed=log[start : start + 8] + log[start + FRAME_HEADER.size : start + size],
        )


def _sealed(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """SQLite's checksum, carried on from `before`; `data` is whole pairs of 32-bit words."""
    one, two = before
    for first, second in struct.iter_unpack(f"{order}2I", data):
        one = (one + first + two) & _WORD
        two = (two + second + one) & _WORD
    return one, two
