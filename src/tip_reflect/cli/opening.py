"""Opening the journal for one command, and closing it whatever happens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tip_reflect.cli.passphrases import the_passphrase
from tip_reflect.cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.store.store import Store
    from tip_reflect.unlocking import Unlocked


def unlock(around: Surroundings) -> Unlocked:
    """The unlocked journal. What is missing is said before anyone is asked for a passphrase."""
    from tip_reflect import unlocking

    unlocking.require_whole(around.places)
    return unlocking.unlock(around.places, the_passphrase(), around.clock)


def open_store(unlocked: Unlocked, *, read_only_ok: bool = False) -> Store:
    """The opened journal; what the writer should know of its state is said."""
    store = unlocked.open_store(read_only_ok=read_only_ok)
    if store.notice:
        say(store.notice)
    return store


@contextmanager
def store_for_reading(around: Surroundings) -> Iterator[Store]:
    """The journal, even from a disk that cannot be written to."""
    store = open_store(unlock(around), read_only_ok=True)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def store_for_writing(around: Surroundings) -> Iterator[Store]:
    store = open_store(unlock(around))
    try:
        yield store
    finally:
        store.close()
