"""Marks on a thread: at the close of an entry, a step closer, a step apart, or about the same."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID

from tip_reflect.journal.entry import Moment

FORTNIGHT = timedelta(days=14)
A_FEW = 3
"""So many entries on one thread within a fortnight: said once, gently (DOMAIN 5.3)."""

COME_BACK = "You have come back to this a few times. Would it help to take it to someone?"


def often_note(thread: str) -> str:
    """The store's note that this was said of a thread: it is said once. The thread's name is not in it."""
    return f"often {blake2b(thread.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"


class Step(StrEnum):
    """The worker's own view of the relationship, and no score."""

    CLOSER = "closer"
    APART = "apart"
    SAME = "same"

    @property
    def label(self) -> str:
        return {"closer": "a step closer", "apart": "a step apart", "same": "about the same"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMark:
    """What the worker said of the thread at the close of one entry, and what tells them."""

    entry_id: UUID
    step: Step
    tells: str = field(default="", repr=False)
    at: Moment | None = None
    """When the entry was written; the store fills it in."""


def often(days: tuple[date, ...], today: date) -> bool:
    """Whether a thread was come back to a few times in the fortnight that ends today."""
    return sum(today - FORTNIGHT < day <= today for day in days) >= A_FEW
