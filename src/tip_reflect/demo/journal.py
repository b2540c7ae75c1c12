"""The invented journal as entries: the words are in entries.toml, the questions in the packs, the dates from a clock."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State
from tip_reflect.journal.finding import OwnContact
from tip_reflect.journal.principles import Principle, Purpose

if TYPE_CHECKING:
    from tip_reflect.prompts.pack import Library

DEMO_IDS = UUID("5f0e6a52-4c1d-4d7e-9b1a-7d3f2a6c8e90")
"""Where the demo's ids come from, so that an entry has the same one in every demo."""

SITTING_WITHOUT_GUIDE = 8
"""Minutes a sitting took where its path has no guide time."""

SATURDAY = 5


def demo_entries(library: Library, now: Moment) -> tuple[Entry, ...]:
    """Tell the whole invented journal, oldest first, ending just before `now`; each entry has revision 0."""
    entries = [_entry(told, library, now) for told in _told()["entry"]]
    return tuple(sorted(entries, key=lambda entry: entry.written.at))


def demo_contacts() -> tuple[OwnContact, ...]:
    """Name some people to turn to, by role, with details that could not be anyone's."""
    return tuple(OwnContact(**told) for told in _told()["contact"])


def _told() -> dict[str, Any]:
    """Read the file as it is written: tables of `contact` and of `entry`."""
    return tomllib.loads(files(__package__).joinpath("entries.toml").read_text(encoding="utf-8"))


def _entry(told: dict[str, Any], library: Library, now: Moment) -> Entry:
    path = PathId(told["path"])
    principle = Principle(told["principle"]) if "principle" in told else None
    answers = tuple(_answer(library, prompt_id, text, principle) for prompt_id, text in told["answers"])
    state = State(told.get("state", State.CLOSED))
    written = _when(told, now)
    sitting = timedelta(minutes=library.paths[path].minutes or SITTING_WITHOUT_GUIDE)
    return Entry(
        id=uuid5(DEMO_IDS, f"{told['days_ago']} days ago, {told['at']}"),
        written=written,
        path=path,
        purpose=Purpose(told["purpose"]) if "purpose" in told else None,
        principle=principle,
        thread=told.get("thread", ""),
        tags=tuple(told.get("tags", ())),
        state=state,
        tender=told.get("tender", False),
        shock=told.get("shock", False),
        arrived_as=told.get("arrived_as", ""),
        after=After(told["after"]) if "after" in told else None,
        next_thing=told.get("next_thing", ""),
        belongs_in_record=told.get("belongs_in_record"),
        closed=Moment(at=written.at + sitting) if state is State.CLOSED else None,
        position=_left_at(answers, told.get("step", len(answers) - 1)),
        answers=answers,
    )


def _when(told: dict[str, Any], now: Moment) -> Moment:
    """Count back from `now` on the writer's calendar; what falls on a weekend is the Friday's before."""
    day = now.local_date - timedelta(days=told["days_ago"])
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return Moment(at=datetime.combine(day, told["at"], tzinfo=now.at.tzinfo))


def _answer(library: Library, prompt_id: str, text: str, principle: Principle | None) -> Answer:
    """One step with its question's words; free writing has none, and takes the entry's principle.

    Raises KeyError where no pack has the prompt.
    """
    if not prompt_id:
        return Answer(text=text, principle=principle)
    asked_by_a_path = {
        step.id: step.ask for path in library.paths.values() for step in path.steps if step.ask
    }
    if prompt_id in asked_by_a_path:
        return Answer(text=text, prompt_id=prompt_id, prompt=asked_by_a_path[prompt_id])
    prompt = library.prompt(prompt_id)
    return Answer(
        text=text, prompt_id=prompt_id, prompt=prompt.text, principle=prompt.principle, kind=prompt.kind
    )


def _left_at(answers: tuple[Answer, ...], step: int) -> Position:
    """Find the end of what is written at this step: where the writer's cursor was."""
    lines = answers[step].text.split("\n")
    return Position(step=step, row=len(lines) - 1, column=len(lines[-1]))
