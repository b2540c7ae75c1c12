"""One keyed connection to an encrypted journal: where the file is opened, and every setting it is opened with."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlcipher3 import dbapi2

WAIT_SECONDS = 30
"""How long a write waits for another program's write before we say the journal is busy."""

CACHE_KIB = 16_000
"""Holds the whole listing index of 100,000 entries, so that a jump to the end of the list stays quick."""

KEY_BYTES = 32


class Access(Enum):
    """How a file is opened; the value is what SQLite's file address says."""

    WRITE = "mode=rw"
    CREATE = "mode=rwc"
    READ = "mode=ro"
    UNCHANGING = "mode=ro&immutable=1"
    """A disk that cannot be written at all: SQLite then needs no lock and no shared memory beside the file."""

    @property
    def writes(self) -> bool:
        return self in (Access.WRITE, Access.CREATE)


def address(path: Path, access: Access) -> str:
    """The file address SQLite opens, safe for any character in a folder's name, Windows drives and shares."""
    name = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    return f"file://{name if name.startswith('/') else '/' + name}?{access.value}"


def prepare(connection: Any, key: bytes, access: Access, *, journal_mode: str = "WAL") -> None:
    """Set a fresh connection up, in the order that matters, then read once: damage or a wrong key fails here."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a journal's key is {KEY_BYTES} bytes")
    connection.isolation_level = (
        None  # we say BEGIN ourselves: the driver would start writes too late to wait
    )
    cursor = connection.cursor()
    try:
        # SQLCipher writes its errors to stderr, over the screen, unless this comes first.
        cursor.execute("PRAGMA cipher_log_level = NONE")
        cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        cursor.execute("PRAGMA foreign_keys = ON")
        if access.writes:
            cursor.execute(f"PRAGMA journal_mode = {journal_mode}")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.execute(f"PRAGMA busy_timeout = {int(WAIT_SECONDS * 1000)}")
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchall()
    finally:
        cursor.close()


@contextmanager
def connected(
    path: Path, key: bytes, access: Access = Access.WRITE, *, journal_mode: str = "WAL"
) -> Iterator[dbapi2.Connection]:
    """One connection outside the pool, really closed at the end. Statements commit as they run."""
    connection = dbapi2.connect(address(path, access), uri=True, timeout=WAIT_SECONDS)
    try:
        prepare(connection, key, access, journal_mode=journal_mode)
        yield connection
    finally:
        connection.close()


def make_engine(path: Path, key: bytes, access: Access) -> Engine:
    """An engine over one pooled connection: threads take turns on it, so none sees half of another's work.

    One connection also makes `PRAGMA data_version` mean "someone else wrote".
    """
    engine = create_engine(
        URL.create("sqlite", database=address(path, access), query={"uri": "true"}),
        module=dbapi2,
        hide_parameters=True,
        connect_args={"timeout": WAIT_SECONDS},
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        try:
            prepare(connection, key, access)
        except BaseException:
            connection.close()  # the pool never hears of it, so nobody else would close it
            raise

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A write takes its place in the queue at once: a read that turns into a write cannot wait its turn.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
