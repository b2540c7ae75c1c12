"""Opening the journal for one command, and closing it whatever happens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tip_reflect.cli.passphrases import the_passphrase
from tip_reflect.errors import DamagedHeader, NoJournal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.store.store import Store
    from tip_reflect.unlocking import Unlocked


def unlock(around: Surroundings) -> Unlocked:
    """The unlocked journal. What is missing is said before anyone is asked for a passphrase."""
    from tip_reflect import unlocking

    if not unlocking.exists(around.places):
        raise NoJournal(unlocking.NO_JOURNAL)
    if not around.places.header.exists():
        raise DamagedHeader(unlocking.HEADER_MISSING)
    return unlocking.unlock(around.places, the_passphrase(), around.clock)


@contextmanager
def store_for_reading(around: Surroundings) -> Iterator[Store]:
    """The journal, even from a disk that cannot be written to."""
    store = unlock(around).open_store(read_only_ok=True)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def store_for_writing(around: Surroundings) -> Iterator[Store]:
    store = unlock(around).open_store()
    try:
        yield store
    finally:
        store.close()
