"""Whether the check-in waits on Today: offered once, and after that only as often as the worker chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.journal.check_in import HABIT_NOTE, Habit, habit_of, is_due
from tip_reflect.journal.entry import State
from tip_reflect.journal.finding import Filter

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.store.store import Store

NAME = "How it is with me"
ONCE = "a few questions about you, never scored"
AGAIN = "if you want to, now"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInWaiting:
    """What Today needs to know of it: `habit` as it is noted, and the days of the last check-in and the last entry."""

    habit: str
    last: date | None = None
    wrote: date | None = None

    @classmethod
    def read(cls, store: Store) -> CheckInWaiting:
        habit = store.note(HABIT_NOTE)
        if habit and habit_of(habit) is Habit.NEVER:  # as for most: then nothing of it is read
            return cls(habit=habit)
        kept = store.check_ins() if habit else []
        newest = store.page(Filter(state=State.CLOSED), 0, 1)
        return cls(
            habit=habit,
            last=kept[-1].at.local_date if kept else None,
            wrote=newest[0].written.local_date if newest else None,
        )


def check_in_rows(waiting: CheckInWaiting, today: date) -> list[WaitingRow]:
    """A row where it is offered now; the first time after an entry was finished."""
    if not waiting.habit:
        return [WaitingRow(HABIT_NOTE, NAME, ONCE)] if waiting.wrote else []
    habit = habit_of(waiting.habit)
    if is_due(habit, waiting.last, today, after_an_entry=waiting.wrote == today):
        return [WaitingRow(HABIT_NOTE, NAME, AGAIN)]
    return []
