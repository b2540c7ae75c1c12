"""Putting entries into the tables and taking them out again, inside a transaction that someone else began."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, literal_column
from sqlmodel import Session, SQLModel, col, select

from tip_reflect.errors import ChangedElsewhere, NoSuchEntry
from tip_reflect.journal.entry import Answer, Entry
from tip_reflect.journal.finding import Asked
from tip_reflect.journal.marking import Mark, anchored
from tip_reflect.journal.principles import Principle
from tip_reflect.store.converters import answer_columns, entry_columns, to_entry, to_moment
from tip_reflect.store.listing import NEWEST_FIRST, tags_of
from tip_reflect.store.rows import (
    ANSWER_PLACES,
    AnswerRow,
    EntryRow,
    EntryTagRow,
    MarkRow,
    TagRow,
    ThreadRow,
    answer_key,
)

NO_SUCH_ENTRY = "There is no entry with this id in the journal. Nothing was changed."
CHANGED = (
    "This entry was changed in another window or by another command since it was opened here, so nothing was "
    "saved over it. Open it again to see the newer words; what you wrote is still on the screen."
)
GONE = (
    "This entry was deleted in another window or by another command since it was opened here, so nothing was "
    "saved. What you wrote is still on the screen."
)

# Written out, not bound as values: SQLite uses a partial index only when it sees the same words.
IS_DRAFT: ColumnElement[bool] = col(EntryRow.state) == literal_column("'draft'")
IS_SHOCK: ColumnElement[bool] = col(EntryRow.shock) == literal_column("1")
WAS_ASKED: ColumnElement[bool] = col(EntryRow.asked) == literal_column("1")

_ASKING: tuple[Any, ...] = (
    EntryRow.key,
    EntryRow.id,
    EntryRow.written,
    EntryRow.written_offset,
    EntryRow.at_step,
)


def save(session: Session, entry: Entry) -> Entry:
    """Insert a new entry (revision 0) or update the one this was read from; only what changed is written."""
    row = session.exec(select(EntryRow).where(col(EntryRow.id) == entry.id.bytes)).first()
    if row is None and entry.revision:
        raise ChangedElsewhere(GONE)
    if row is not None and row.revision != entry.revision:
        raise ChangedElsewhere(CHANGED)
    columns = entry_columns(entry, _thread_key(session, entry.thread))
    left_thread = None
    if row is None:
        row = EntryRow(**columns)
        session.add(row)
    else:
        left_thread = row.thread_key if row.thread_key != columns["thread_key"] else None
        _change(row, columns)
    session.flush()
    key = _key_of(row)
    _save_answers(session, key, entry.answers)
    if entry.revision:
        _keep_marks_in_place(session, key, entry.answers)
    _save_tags(session, key, entry.tags)
    if left_thread is not None:
        _forget_unused_threads(session, [left_thread])
    return replace(entry, revision=entry.revision + 1)


def _save_answers(session: Session, entry_key: int, answers: tuple[Answer, ...]) -> None:
    if len(answers) > ANSWER_PLACES:
        raise ValueError(f"an entry holds at most {ANSWER_PLACES} answers")
    rows = session.exec(select(AnswerRow).where(_answers_of(entry_key)).order_by(col(AnswerRow.key))).all()
    for place, (row, answer) in enumerate(zip_longest(rows, answers)):
        if answer is None:
            session.delete(row)
        elif row is None:
            session.add(
                AnswerRow(key=answer_key(entry_key, place), entry_key=entry_key, **answer_columns(answer))
            )
        else:
            _change(row, answer_columns(answer))
    session.flush()


def _keep_marks_in_place(session: Session, entry_key: int, answers: tuple[Answer, ...]) -> None:
    """A mark follows its words when the text around them changes, and goes when they do."""
    rows = session.exec(
        select(MarkRow)
        .where(col(MarkRow.entry_key) == entry_key)
        .order_by(col(MarkRow.place), col(MarkRow.start))
    ).all()
    kept: dict[tuple[int, int], Mark] = {}
    moved = False
    for row in rows:
        mark = Mark(entry_id=UUID(int=0), place=row.place, start=row.start, end=row.end, words=row.words)
        there = anchored(mark, answers[mark.place].text) if mark.place < len(answers) else None
        moved = moved or there is not mark
        if there is not None:
            kept.setdefault((there.place, there.start), there)
    if moved:
        session.execute(delete(MarkRow).where(col(MarkRow.entry_key) == entry_key))
        session.expunge_all()
        session.add_all(
            MarkRow(entry_key=entry_key, place=mark.place, start=mark.start, end=mark.end, words=mark.words)
            for mark in kept.values()
        )


def _save_tags(session: Session, entry_key: int, tags: tuple[str, ...]) -> None:
    before = tags_of(session, [entry_key]).get(entry_key, [])
    if list(tags) == before:
        return
    carried = session.exec(select(EntryTagRow.tag_key).where(col(EntryTagRow.entry_key) == entry_key)).all()
    session.execute(delete(EntryTagRow).where(col(EntryTagRow.entry_key) == entry_key))
    for place, name in enumerate(tags):
        session.add(EntryTagRow(entry_key=entry_key, place=place, tag_key=_tag_key(session, name)))
    session.flush()
    _forget_unused_tags(session, carried)


def remove(session: Session, entry_id: UUID) -> None:
    """Delete an entry, its answers and their words in the index, and any tag or thread name nothing else uses."""
    row = session.exec(select(EntryRow).where(col(EntryRow.id) == entry_id.bytes)).first()
    if row is None:
        raise NoSuchEntry(NO_SUCH_ENTRY)
    key, thread = _key_of(row), row.thread_key
    carried = session.exec(select(EntryTagRow.tag_key).where(col(EntryTagRow.entry_key) == key)).all()
    session.execute(
        delete(EntryRow).where(col(EntryRow.key) == key)
    )  # answers and tags go with it, by cascade
    _forget_unused_tags(session, carried)
    if thread is not None:
        _forget_unused_threads(session, [thread])


def one(session: Session, entry_id: UUID) -> Entry:
    """The entry with this id."""
    found = load(session, col(EntryRow.id) == entry_id.bytes)
    if not found:
        raise NoSuchEntry(NO_SUCH_ENTRY)
    return found[0]


def load(session: Session, *chosen: ColumnElement[bool], limit: int | None = None) -> list[Entry]:
    """The chosen entries whole, newest first, in three queries however many there are."""
    rows = session.exec(
        select(EntryRow, ThreadRow.name)
        .outerjoin(ThreadRow, col(ThreadRow.key) == col(EntryRow.thread_key))
        .where(*chosen)
        .order_by(*NEWEST_FIRST)
        .limit(limit)
    ).all()
    keys = [row.key for row, _ in rows]
    tags = tags_of(session, keys)
    answers: dict[int | None, list[AnswerRow]] = {}
    for answer in session.exec(
        select(AnswerRow).where(col(AnswerRow.entry_key).in_(keys)).order_by(col(AnswerRow.key))
    ):
        answers.setdefault(answer.entry_key, []).append(answer)
    return [
        to_entry(row, thread or "", tags.get(row.key, ()), answers.get(row.key, ())) for row, thread in rows
    ]


def matching_ids(session: Session, start: str, limit: int) -> list[UUID]:
    """The ids whose text begins so, with or without hyphens."""
    digits = start.strip().lower().replace("-", "")
    if len(digits) > 32 or set(digits) - set("0123456789abcdef"):  # noqa: PLR2004 - a UUID's digits
        return []
    first, last = bytes.fromhex(digits.ljust(32, "0")), bytes.fromhex(digits.ljust(32, "f"))
    query = (
        select(EntryRow.id)
        .where(col(EntryRow.id).between(first, last))
        .order_by(col(EntryRow.id))
        .limit(limit)
    )
    return [UUID(bytes=entry_id) for entry_id in session.exec(query)]


def asked(session: Session, limit: int) -> list[Asked]:
    """The prompts that were asked, newest first: answered, or reached and passed over; not a draft's steps to come."""
    newest = (
        select(*_ASKING)
        .where(WAS_ASKED)
        .order_by(*NEWEST_FIRST)
        .limit(limit)  # each of them asked at least one
        .subquery()
    )
    place = col(AnswerRow.key) - newest.c.key * ANSWER_PLACES
    query = (
        select(AnswerRow.prompt_id, AnswerRow.principle, newest.c.written, newest.c.written_offset)
        .join(newest, newest.c.key == col(AnswerRow.entry_key))
        .where(col(AnswerRow.prompt_id) != "", (col(AnswerRow.text) != "") | (place <= newest.c.at_step))
        .order_by(newest.c.written.desc(), newest.c.id, col(AnswerRow.key).desc())
        .limit(limit)
    )
    return [
        Asked(
            prompt_id=prompt_id,
            principle=Principle(principle) if principle else None,
            moment=to_moment(written, offset),
        )
        for prompt_id, principle, written, offset in session.exec(query)
    ]


def _answers_of(entry_key: int) -> ColumnElement[bool]:
    return col(AnswerRow.key).between(answer_key(entry_key, 0), answer_key(entry_key, ANSWER_PLACES - 1))


def _change(row: SQLModel, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _key_of(row: EntryRow) -> int:
    if row.key is None:
        raise ValueError("a row that was never written has no key")
    return row.key


def _thread_key(session: Session, name: str) -> int | None:
    if not name:
        return None
    row = session.exec(select(ThreadRow).where(col(ThreadRow.name) == name)).first()
    if row is None:
        row = ThreadRow(name=name)
        session.add(row)
        session.flush()
    return row.key


def _tag_key(session: Session, name: str) -> int:
    row = session.exec(select(TagRow).where(col(TagRow.name) == name)).first()
    if row is None:
        row = TagRow(name=name)
        session.add(row)
        session.flush()
    if row.key is None:
        raise ValueError("a row that was never written has no key")
    return row.key


def _forget_unused_tags(session: Session, keys: Iterable[int]) -> None:
    used = exists().where(col(EntryTagRow.tag_key) == col(TagRow.key))
    session.execute(delete(TagRow).where(col(TagRow.key).in_(list(keys)), ~used))


def _forget_unused_threads(session: Session, keys: Iterable[int]) -> None:
    used = exists().where(col(EntryRow.thread_key) == col(ThreadRow.key))
    session.execute(delete(ThreadRow).where(col(ThreadRow.key).in_(list(keys)), ~used))
