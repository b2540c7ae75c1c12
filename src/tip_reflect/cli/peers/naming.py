"""Packs, things to try and the like, named by the start of their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.cli.naming import AN_ID, SHORTEST, short_ids
from tip_reflect.errors import NoSuchEntry, TipReflectError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar
    from uuid import UUID

    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

    T = TypeVar("T")


def the_one(known: Sequence[T], start: str, *, id_of: Callable[[T], UUID], see: str) -> T:
    """The one of these whose id starts so. Raises NoSuchEntry; TipReflectError when there are several."""
    if not AN_ID.fullmatch(start):
        raise NoSuchEntry(
            f"That is not an id. An id is the letters a to f and numbers that start a line of {see}; its first "
            f"{SHORTEST} are enough where no other starts the same. Nothing was changed."
        )
    found = [one for one in known if str(id_of(one)).startswith(start.lower())]
    if not found:
        raise NoSuchEntry(f"Nothing there has an id that starts so. Nothing was changed. See: {see}")
    if len(found) > 1:
        starts = ", ".join(short_ids(id_of(one) for one in found).values())
        raise TipReflectError(
            f"More than one has an id that starts so: {starts}. Please give more of it. Nothing was changed."
        )
    return found[0]


def pack_named(store: Store, start: str) -> Pack:
    """The pack whose id starts so. Raises NoSuchEntry or TipReflectError."""
    return the_one(store.packs(), start, id_of=lambda pack: pack.id, see="tip-reflect pack list")
