"""Lists, counts and months: which entries a filter lets through, newest first, without reading an answer."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from tip_reflect.journal.finding import Filter, MonthCount, Summary
from tip_reflect.store.converters import to_summary
from tip_reflect.store.rows import EntryRow, EntryTagRow, TagRow, ThreadRow

NEWEST_FIRST: tuple[Any, ...] = (col(EntryRow.written).desc(), col(EntryRow.id))


def allowed(wanted: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter; all but the tag's are answered by the listing index alone."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.principle is not None:
        conditions.append(col(EntryRow.principle) == wanted.principle.value)
    if wanted.purpose is not None:
        conditions.append(col(EntryRow.purpose) == wanted.purpose.value)
    if wanted.thread:
        thread = select(ThreadRow.key).where(col(ThreadRow.name) == wanted.thread)
        conditions.append(col(EntryRow.thread_key) == thread.scalar_subquery())
    if wanted.tag:
        tagged = (
            select(EntryTagRow.entry_key)
            .join(TagRow, col(TagRow.key) == col(EntryTagRow.tag_key))
            .where(col(TagRow.name) == wanted.tag)
        )
        conditions.append(col(EntryRow.key).in_(tagged))
    if wanted.since is not None:
        conditions.append(col(EntryRow.local_date) >= wanted.since.isoformat())
    if wanted.until is not None:
        conditions.append(col(EntryRow.local_date) <= wanted.until.isoformat())
    if wanted.tender is not None:
        conditions.append(col(EntryRow.tender).is_(wanted.tender))
    if wanted.state is not None:
        conditions.append(col(EntryRow.state) == wanted.state.value)
    return conditions


def page(session: Session, wanted: Filter, offset: int, limit: int) -> list[Summary]:
    """One page: its keys from the listing index alone, then its rows, then its tags, each in one query."""
    keys = (
        select(EntryRow.key)
        .where(*allowed(wanted))
        .order_by(*NEWEST_FIRST)
        .offset(offset)
        .limit(limit)
        .subquery()
    )
    return summaries(session, col(EntryRow.key).in_(select(keys.c.key)))


def summaries(session: Session, chosen: ColumnElement[bool]) -> list[Summary]:
    """The chosen entries as a list shows them, newest first."""
    rows = session.exec(
        select(EntryRow, ThreadRow.name)
        .outerjoin(ThreadRow, col(ThreadRow.key) == col(EntryRow.thread_key))
        .where(chosen)
        .order_by(*NEWEST_FIRST)
    ).all()
    tags = tags_of(session, [row.key for row, _ in rows])
    return [to_summary(row, thread or "", tags.get(row.key, ())) for row, thread in rows]


def tags_of(session: Session, keys: Sequence[int | None]) -> dict[int | None, list[str]]:
    """The tags of many entries by entry key, each in the writer's order, in one query."""
    found: dict[int | None, list[str]] = {}
    query = (
        select(EntryTagRow.entry_key, TagRow.name)
        .join(TagRow, col(TagRow.key) == col(EntryTagRow.tag_key))
        .where(col(EntryTagRow.entry_key).in_(keys))
        .order_by(col(EntryTagRow.entry_key), col(EntryTagRow.place))
    )
    for entry_key, name in session.exec(query):
        found.setdefault(entry_key, []).append(name)
    return found


def count(session: Session, wanted: Filter) -> int:
    """How many entries the filter lets through."""
    return session.exec(select(func.count()).select_from(EntryRow).where(*allowed(wanted))).one()


def months(session: Session, wanted: Filter) -> list[MonthCount]:
    """How many entries each month of the writer's calendar holds, newest month first."""
    month: Any = func.substr(EntryRow.local_date, 1, 7)
    query = select(month, func.count()).where(*allowed(wanted)).group_by(month).order_by(month.desc())
    return [MonthCount(month=name, count=entries) for name, entries in session.exec(query)]
