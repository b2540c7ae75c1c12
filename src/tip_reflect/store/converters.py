"""Between rows and journal objects: nothing here reads or writes the database."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State, StepKind
from tip_reflect.journal.finding import Summary
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.store.rows import AnswerRow, EntryRow, WatchedNameRow

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SECOND = timedelta(seconds=1)


def to_utc(moment: Moment) -> int:
    """Microseconds since 1970 in UTC."""
    return (moment.at - _EPOCH) // _MICROSECOND


def to_offset(moment: Moment) -> int:
    """The writer's offset from UTC in whole seconds."""
    return (moment.at.utcoffset() or timedelta()) // _SECOND


def to_moment(microseconds: int, offset: int) -> Moment:
    """The same instant with the same offset."""
    zone = timezone(timedelta(seconds=offset))
    # Not through UTC, where the first and last days of the calendar would fall off its ends.
    shown = microseconds * _MICROSECOND + offset * _SECOND
    return Moment(at=datetime(1970, 1, 1, tzinfo=zone) + shown)


def was_asked(entry: Entry, place: int) -> bool:
    """Whether the prompt at this place was put to the writer: answered, or reached and passed over."""
    answer = entry.answers[place]
    return bool(answer.prompt_id and (answer.text or place <= entry.position.step))


def entry_columns(entry: Entry, thread_key: int | None) -> dict[str, Any]:
    """Every column of an entry's row but its own key; its revision is the one being saved."""
    return {
        "id": entry.id.bytes,
        "revision": entry.revision + 1,
        "written": to_utc(entry.written),
        "written_offset": to_offset(entry.written),
        "local_date": entry.written.local_date.isoformat(),
        "closed": to_utc(entry.closed) if entry.closed else None,
        "closed_offset": to_offset(entry.closed) if entry.closed else None,
        "path": entry.path.value,
        "purpose": entry.purpose.value if entry.purpose else None,
        "principle": entry.principle.value if entry.principle else None,
        "thread_key": thread_key,
        "state": entry.state.value,
        "tender": entry.tender,
        "shock": entry.shock,
        "after": entry.after.value if entry.after else None,
        "belongs_in_record": entry.belongs_in_record,
        "at_step": entry.position.step,
        "at_row": entry.position.row,
        "at_column": entry.position.column,
        "asked": any(was_asked(entry, place) for place in range(len(entry.answers))),
        "title": entry.title,
        "arrived_as": entry.arrived_as,
        "next_thing": entry.next_thing,
    }


def answer_columns(answer: Answer) -> dict[str, Any]:
    """Every column of an answer's row but its keys."""
    return {
        "prompt_id": answer.prompt_id,
        "prompt": answer.prompt,
        "principle": answer.principle.value if answer.principle else None,
        "kind": answer.kind.value,
        "text": answer.text,
    }


def to_answer(row: AnswerRow) -> Answer:
    """The answer as it was written."""
    return Answer(
        text=row.text,
        prompt_id=row.prompt_id,
        prompt=row.prompt,
        principle=Principle(row.principle) if row.principle else None,
        kind=StepKind(row.kind),
    )


def to_entry(row: EntryRow, thread: str, tags: Sequence[str], answers: Sequence[AnswerRow]) -> Entry:
    """The whole entry; `answers` in their order."""
    return Entry(
        id=UUID(bytes=row.id),
        written=to_moment(row.written, row.written_offset),
        path=PathId(row.path),
        purpose=Purpose(row.purpose) if row.purpose else None,
        principle=Principle(row.principle) if row.principle else None,
        thread=thread,
        tags=tuple(tags),
        state=State(row.state),
        tender=row.tender,
        shock=row.shock,
        arrived_as=row.arrived_as,
        after=After(row.after) if row.after else None,
        next_thing=row.next_thing,
        belongs_in_record=row.belongs_in_record,
        closed=None if row.closed is None else to_moment(row.closed, row.closed_offset or 0),
        position=Position(step=row.at_step, row=row.at_row, column=row.at_column),
        answers=tuple(to_answer(answer) for answer in answers),
        revision=row.revision,
    )


def to_summary(row: Any, tags: Sequence[str]) -> Summary:
    """What a list shows of an entry; `row` has the columns of `listing.SHOWN`."""
    return Summary(
        id=UUID(bytes=row.id),
        title=row.title,
        written=to_moment(row.written, row.written_offset),
        path=PathId(row.path),
        purpose=Purpose(row.purpose) if row.purpose else None,
        principle=Principle(row.principle) if row.principle else None,
        thread=row.thread or "",
        tags=tuple(tags),
        state=State(row.state),
        tender=row.tender,
    )


def watched_row(line: WatchedName) -> WatchedNameRow:
    """A line of the watch list, to keep."""
    return WatchedNameRow(words=line.words, what=line.what.value, instead=line.instead)


def to_watched(row: WatchedNameRow) -> WatchedName:
    """A line of the watch list, as it was kept."""
    return WatchedName(words=row.words, what=Watched(row.what), instead=row.instead)
