"""One sitting as pure steps from entry to entry; whoever shows it decides how, never what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from tip_reflect.journal.principles import Principle, Purpose
    from tip_reflect.prompts.choosing import Chooser


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the worker chose before writing. No purpose or principle means: let it choose."""

    path: PathId = PathId.QUICK
    purpose: Purpose | None = None
    principle: Principle | None = None
    arrived_as: str = ""
    shock: bool = False
    thread: str = ""
    tags: tuple[str, ...] = ()


def as_last_time(last: Entry | None) -> Choices:
    """The same length and purpose as the last entry. The rest is of its day, and the principle goes on in turn."""
    if last is None:
        return Choices()
    return Choices(path=last.path, purpose=last.purpose)


def begin(chooser: Chooser, choices: Choices, *, entry_id: UUID, now: Moment) -> Entry:
    """A draft whose answers are the plan: every step with its question, none written yet."""
    principle = choices.principle
    if principle is None and chooser.has_lens(choices.path):
        principle = chooser.principle()
    answers = chooser.plan(choices.path, principle=principle, purpose=choices.purpose)
    return Entry(
        id=entry_id,
        written=now,
        path=choices.path,
        purpose=choices.purpose,
        principle=principle,
        thread=choices.thread,
        tags=choices.tags,
        arrived_as=choices.arrived_as.strip(),
        shock=choices.shock,
        answers=answers,
    )


def written_at_once(
    text: str,
    *,
    entry_id: UUID,
    now: Moment,
    purpose: Purpose | None = None,
    principle: Principle | None = None,
    thread: str = "",
    tags: Sequence[str] = (),
) -> Entry:
    """A closed entry of free writing, as `add` makes it."""
    return Entry(
        id=entry_id,
        written=now,
        closed=now,
        state=State.CLOSED,
        path=PathId.FREE,
        purpose=purpose,
        principle=principle,
        thread=thread,
        tags=tuple(tags),
        answers=(Answer(text=text, principle=principle),),
    )


def move(entry: Entry, by: int) -> Entry:
    """The entry at another step, its cursor at the end of what is written there."""
    step = min(max(entry.position.step + by, 0), len(entry.answers) - 1)
    if step == entry.position.step:
        return entry
    lines = entry.answers[step].text.split("\n")
    return replace(entry, position=Position(step=step, row=len(lines) - 1, column=len(lines[-1])))


def another(entry: Entry, chooser: Chooser) -> Entry:
    """The entry with a different question at this step; unchanged where there is no other, or words are written."""
    step = entry.position.step
    if entry.answers[step].text.strip():
        return entry
    swap = chooser.another(entry.answers, step) or chooser.round_again(entry.answers, step)
    if swap is None:
        return entry
    return replace(entry, answers=(*entry.answers[:step], swap, *entry.answers[step + 1 :]))


def at_last_step(entry: Entry) -> bool:
    return entry.position.step >= len(entry.answers) - 1


def progress(entry: Entry) -> tuple[int, int]:
    """This step, counted from one, and how many there are."""
    return entry.position.step + 1, len(entry.answers)


def close(
    entry: Entry,
    *,
    now: Moment,
    after: After | None = None,
    next_thing: str = "",
    belongs_in_record: bool | None = None,
) -> Entry:
    """The entry put away. Nothing is required: skipping everything still makes a complete entry."""
    return replace(
        entry,
        state=State.CLOSED,
        closed=now,
        after=after,
        next_thing=next_thing.strip(),
        belongs_in_record=belongs_in_record,
    )
