"""The unlock: from Enter on the passphrase to Today, in a large journal and in an empty one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from measured import Row
from pace import by_turns, middle
from workplace import unlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journals import Journal
    from workplace import Workplace


def rows(place: Workplace) -> Iterator[Row]:
    empty = place.journals[0]
    empty.back_up()

    def to_today(journal: Journal) -> float:
        with place.app(journal) as app:
            return unlock(app)

    for size in place.sizes:
        journal = place.journals[size]
        journal.back_up()
        large, none = by_turns(
            place.times(5, 1), partial(to_today, journal), partial(to_today, empty), warm_up=False
        )
        yield Row(
            what=f"unlock to Today, {size:,} entries",
            measured=middle(large),
            reference="the same with 0 entries",
            referred=middle(none),
            budget=1.3 if size == max(place.sizes) else None,
            note="key derivation apart: both headers ask for the least that is allowed (8 MiB, once)"
            if size == max(place.sizes)
            else "",
        )
