"""Journals of any size, made quickly: the store's own file, tables and columns, filled in large transactions.

One journal grows, and a copy is kept at each size asked for. What comes out is held to what the store reads.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tip_reflect import unlocking
from tip_reflect.clock import system_clock
from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.places import Places
from tip_reflect.prompts.reading import packs_folder, read_library
from tip_reflect.store.backup import backup
from tip_reflect.store.connection import connected
from tip_reflect.store.converters import answer_columns, entry_columns
from tip_reflect.store.rows import answer_key
from tip_reflect.store.store import Store
from tip_reflect.store.verify import verify
from tip_reflect.vault.header import WrapParameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from random import Random

    from invented import Inventor
    from sqlcipher3 import dbapi2

PASSPHRASE = "four plain made up words"
CHEAP = WrapParameters(memory_kib=8 * 1024, iterations=1, lanes=1)
"""The least that a header may ask for: rows that leave the key derivation apart pay next to nothing for it."""

OLDEST, NEWEST = "The oldest page of this journal.", "The newest page of this journal."
"""How the first entries and the last of each journal begin, so that they are known when they are seen."""

THREADS = (
    "the garden family", "the quiet house", "the two brothers",
    "the bus stop", "the night calls", "the new flat",
)  # fmt: skip
TAGS = (
    "in the car", "paperwork", "a good day", "court", "school",
    "first visit", "ending", "on call", "my team", "sleep",
)  # fmt: skip
BETWEEN = timedelta(hours=2, minutes=24)
AT_ONCE = 2_000
"""Entries in one transaction."""

_THREAD_KEYS = {name: key for key, name in enumerate(THREADS, 1)}
_TAG_KEYS = {name: key for key, name in enumerate(TAGS, 1)}
_OLDEST_PAGES = 3
_PATHS = (PathId.FREE, PathId.FREE, PathId.QUICK, PathId.STANDARD)
_CHECKED = 25
"""Entries of each journal that are read back through the store and compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """One made journal: where it is, its key, and how many entries it holds."""

    places: Places
    key: bytes = field(repr=False)
    size: int

    def open(self) -> Store:
        return Store.open(self.places, self.key, system_clock)

    def copy(self, home: Path) -> Journal:
        """The same journal in a folder of its own, for a row that writes to it."""
        shutil.copytree(self.places.home, home, ignore=shutil.ignore_patterns("backups"))
        return replace(self, places=Places(home))

    def back_up(self) -> None:
        """Make the day's backup, so that no unlock that is timed has it to do."""
        backup(self.places, self.key, system_clock)


def make_journals(folder: Path, sizes: Iterable[int], said: Inventor, random: Random) -> dict[int, Journal]:
    """A journal of each size. Raises AssertionError where the store reads anything but what was put in."""
    wanted = sorted({*sizes, 0})
    growing = Places(folder / "growing")
    unlocked, _ = unlocking.create(growing, PASSPHRASE, system_clock, parameters=CHEAP)
    with connected(growing.journal, unlocked.key) as connection:
        _name_threads_and_tags(connection)
    stream = _entries(wanted, said, random)
    journals: dict[int, Journal] = {}
    checked: list[Entry] = []
    have = 0
    for size in wanted:
        with connected(growing.journal, unlocked.key) as connection:
            for start in range(have, size, AT_ONCE):
                batch = [next(stream) for _ in range(min(AT_ONCE, size - start))]
                _insert(connection, batch, first_key=start + 1)
                checked += random.sample(batch, min(1, len(batch)))
        have = size
        journal = Journal(places=growing, key=unlocked.key, size=size).copy(folder / f"journal-{size}")
        _check(journal, checked[-_CHECKED:])
        journals[size] = journal
    shutil.rmtree(growing.home)
    return journals


def _entries(sizes: list[int], said: Inventor, random: Random) -> Iterator[Entry]:
    """Entries without end, oldest first; the one that ends a journal is plain and known by its first words."""
    library = read_library(packs_folder())
    prompts = list(library.prompts.values())
    start = datetime.now(UTC).replace(microsecond=0) - BETWEEN * max(sizes)
    number = 0
    while True:
        known = OLDEST if number < _OLDEST_PAGES else NEWEST if number + 1 in sizes else ""
        path = PathId.FREE if known else random.choice(_PATHS)
        if path is PathId.FREE:
            answers = (Answer(text=f"{known} {said.text(random.randint(40, 180))}".strip()),)
        else:
            answers = tuple(
                Answer(
                    text=said.text(random.randint(15, 60)),
                    prompt_id=prompt.id,
                    prompt=prompt.text,
                    principle=prompt.principle,
                    kind=prompt.kind,
                )
                for prompt in random.sample(prompts, 3 if path is PathId.QUICK else 5)
            )
        at = Moment(at=start + BETWEEN * number)
        draft = not known and random.randrange(500) == 0
        yield Entry(
            id=UUID(int=random.getrandbits(128), version=4),
            written=at,
            path=path,
            purpose=random.choice((None, *Purpose)),
            principle=random.choice((None, *Principle)),
            thread=random.choice(("", "", *THREADS)),
            tags=tuple(random.sample(TAGS, random.choice((0, 0, 1, 1, 2, 3)))),
            state=State.DRAFT if draft else State.CLOSED,
            tender=not known and random.randrange(50) == 0,
            shock=random.randrange(200) == 0,
            after=random.choice((None, *After)),
            closed=None if draft else Moment(at=at.at + timedelta(minutes=9)),
            position=Position(step=len(answers) - 1),
            answers=answers,
        )
        number += 1


def _name_threads_and_tags(connection: dbapi2.Connection) -> None:
    connection.executemany("INSERT INTO thread (name, key) VALUES (?, ?)", _THREAD_KEYS.items())
    connection.executemany("INSERT INTO tag (name, key) VALUES (?, ?)", _TAG_KEYS.items())


def _insert(connection: dbapi2.Connection, entries: list[Entry], *, first_key: int) -> None:
    """Put entries in with the columns that the store's own converters give them."""
    entry_rows, answer_rows, tag_rows = [], [], []
    for key, entry in enumerate(entries, first_key):
        entry_rows.append({"key": key, **entry_columns(entry, _THREAD_KEYS.get(entry.thread))})
        answer_rows += [
            {"key": answer_key(key, place), "entry_key": key, **answer_columns(answer)}
            for place, answer in enumerate(entry.answers)
        ]
        tag_rows += [
            {"entry_key": key, "place": place, "tag_key": _TAG_KEYS[tag]}
            for place, tag in enumerate(entry.tags)
        ]
    connection.execute("BEGIN IMMEDIATE")
    for table, rows in (("entry", entry_rows), ("answer", answer_rows), ("entry_tag", tag_rows)):
        if rows:
            names = ", ".join(rows[0])
            places = ", ".join(f":{name}" for name in rows[0])
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
    connection.execute("COMMIT")


def _check(journal: Journal, checked: list[Entry]) -> None:
    """Hold a journal to what the store reads."""
    verification = verify(journal.places, journal.key)
    assert verification.sound, verification.problems
    store = journal.open()
    try:
        for entry in checked:
            assert store.entry(entry.id) == replace(entry, revision=1), "an entry came back changed"
    finally:
        store.close()
