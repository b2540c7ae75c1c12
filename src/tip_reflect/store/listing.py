"""Lists, counts and months: which entries a filter lets through, newest first, without reading an answer."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, func, literal_column
from sqlmodel import Session, col, select

from tip_reflect.journal.finding import Filter, MonthCount, Summary
from tip_reflect.store.converters import to_summary
from tip_reflect.store.rows import EntryRow, EntryTagRow, MarkRow, TagRow, ThreadRow

NEWEST_FIRST: tuple[Any, ...] = (col(EntryRow.written).desc(), col(EntryRow.id))

OLDEST_FIRST: tuple[Any, ...] = (col(EntryRow.written), col(EntryRow.id).desc())

FAR = 1_000
"""From here on it is worth counting to see whether the end is nearer."""

SHOWN: tuple[Any, ...] = (
    EntryRow.key,
    EntryRow.id,
    EntryRow.title,
    EntryRow.written,
    EntryRow.written_offset,
    EntryRow.path,
    EntryRow.purpose,
    EntryRow.principle,
    EntryRow.state,
    EntryRow.tender,
    col(ThreadRow.name).label("thread"),
)

# The month as its index has it, written out: SQLite does not see through bound values.
_MONTH: ColumnElement[str] = literal_column("substr(entry.local_date, 1, 7)", String)


def allowed(wanted: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter; all but the tag's and the marks' are answered by the listing index alone."""
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
    if wanted.marked is not None:
        holds_a_mark = col(EntryRow.key).in_(select(MarkRow.entry_key))
        conditions.append(holds_a_mark if wanted.marked else ~holds_a_mark)
    if wanted.state is not None:
        conditions.append(col(EntryRow.state) == wanted.state.value)
    return conditions


def page(session: Session, wanted: Filter, offset: int, limit: int) -> list[Summary]:
    """One page: its keys from the listing index alone, then its rows, then its tags, each in one query."""
    order = NEWEST_FIRST
    if wanted.is_empty and offset >= FAR:
        total = count(session, wanted)
        if offset > total // 2:  # nearer to the end: walk from there
            order = OLDEST_FIRST
            limit = max(0, min(limit, total - offset))
            offset = total - offset - limit
    keys = select(EntryRow.key).where(*allowed(wanted)).order_by(*order).offset(offset).limit(limit)
    return summaries(session, session.exec(keys).all()) if limit else []


def summaries(session: Session, keys: Sequence[int | None]) -> list[Summary]:
    """The entries with these keys as a list shows them, newest first."""
    rows = session.execute(
        select(*SHOWN)
        .outerjoin(ThreadRow, col(ThreadRow.key) == col(EntryRow.thread_key))
        .where(col(EntryRow.key).in_(keys))
        .order_by(*NEWEST_FIRST)
    ).all()
    tags = tags_of(session, keys)
    return [to_summary(row, tags.get(row.key, ())) for row in rows]


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
    # Under a filter the listing index answers by itself; the month's would look every entry up.
    month: Any = _MONTH if wanted.is_empty else func.substr(EntryRow.local_date, 1, 7)
    query = select(month, func.count()).select_from(EntryRow).where(*allowed(wanted)).group_by(month)
    return [
        MonthCount(month=name, count=entries) for name, entries in sorted(session.exec(query), reverse=True)
    ]
