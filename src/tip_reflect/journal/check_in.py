"""How it is with me: six word answers that are never scored and never leave (DOMAIN 4.3)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from tip_reflect.journal.entry import Moment

HABIT_NOTE = "check-in habit"
"""The store's note of the Habit that was chosen; empty until it was offered once."""
LINE_NOTE = "line to a manager"
"""The store's note of the line that was drafted after a check-in: kept here only."""
RATHER_NOT = "Rather not say"
OFFERS_SUPPORT = {1: "More than I can manage", 2: "Most of the time", 6: "No"}
"""The answers after which support is offered, by item: never forced, and nothing else happens."""


class Habit(StrEnum):
    """When the check-in is offered; off until it was offered once and chosen."""

    NEVER = "never"
    AFTER_AN_ENTRY = "after-an-entry"
    WEEKLY = "weekly"
    MONTHLY = "monthly"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


def habit_of(note: str) -> Habit:
    """The habit that a note says; never, where it says none, or that it was put off for good."""
    return Habit(note) if note in set(Habit) else Habit.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in: the words chosen, by item; an item passed over is not in it."""

    id: UUID
    at: Moment
    answers: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    need: str = field(default="", repr=False)

    @property
    def offers_support(self) -> bool:
        return any(OFFERS_SUPPORT.get(item) == words for item, words in self.answers)


def is_due(habit: Habit, last: date | None, today: date, *, after_an_entry: bool) -> bool:
    """Whether to offer it now; never more than once a week."""
    if habit is Habit.NEVER:
        return False
    waited = timedelta(days=28 if habit is Habit.MONTHLY else 7)
    rested = last is None or today - last >= waited
    return rested and (habit is not Habit.AFTER_AN_ENTRY or after_an_entry)
