"""Entries named by the start of their id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tip_reflect.errors import NoSuchEntry, TipReflectError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from tip_reflect.store.store import Store

SHORTEST = 4
SHOWN = 8
"""Characters of an id in a list: enough for some thousands of entries; more are shown where two would be alike."""

AN_ID = re.compile(r"[0-9a-fA-F-]{4,36}")


def named(store: Store, start: str) -> UUID:
    """The one entry whose id starts so. Raises NoSuchEntry; TipReflectError when there are several."""
    if not AN_ID.fullmatch(start):
        raise NoSuchEntry(
            f"That is not an id. An id is the letters a to f and numbers that start a line of tip-reflect list; "
            f"its first {SHORTEST} are enough where no other entry starts the same."
        )
    match store.matching_ids(start.lower()):
        case []:
            raise NoSuchEntry("No entry has an id that starts so. Nothing was changed. See: tip-reflect list")
        case [only]:
            return only
        case several:
            starts = ", ".join(short_ids(several).values())
            raise TipReflectError(
                f"More than one entry has an id that starts so: {starts}. Please give more of it."
            )


def short_ids(ids: Iterable[UUID]) -> dict[UUID, str]:
    """A start for each id that is not also the start of another of these."""
    every = list(ids)
    seen: dict[str, int] = {}
    for one in every:
        seen[str(one)[:SHOWN]] = seen.get(str(one)[:SHOWN], 0) + 1
    return {one: str(one)[:SHOWN] if seen[str(one)[:SHOWN]] == 1 else str(one) for one in every}
