"""Finding entries by their words, newest first: in answers through the index, and in the names of tags and threads."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, column, table, union
from sqlmodel import Session, col, select

from tip_reflect.journal.finding import Filter, Hit, Summary
from tip_reflect.store.listing import NEWEST_FIRST, allowed, summaries
from tip_reflect.store.query import beginning, names_word, whole, words_in
from tip_reflect.store.rows import ANSWER_PLACES, EntryRow, EntryTagRow, TagRow, ThreadRow
from tip_reflect.store.snippet import Spans, snippets_of

_WORDS = table("answer_words", column("answer_words"), column("rowid"))


def search(session: Session, typed: str, wanted: Filter, *, limit: int, offset: int) -> list[Hit]:
    """The entries that hold every word, in any of their answers, tags or thread; a tender one without its words."""
    words = words_in(typed)
    if not words:
        return []
    *before, last = words
    conditions = [
        *(_entries_with(session, word, whole(word), unfinished=False) for word in before),
        _entries_with(session, last, beginning(last), unfinished=True),
    ]
    query = (
        select(EntryRow.key)
        .where(*allowed(wanted), *conditions)
        .order_by(*NEWEST_FIRST)
        .offset(offset)
        .limit(limit)
    )
    keys = session.exec(query).all()
    found = summaries(session, keys)
    shown = [key for key, summary in zip(keys, found, strict=True) if key is not None and not summary.tender]
    snippets = snippets_of(session, shown, " OR ".join((*map(whole, before), beginning(last))))
    return [_hit(summary, snippets.get(key or 0, ("", ()))) for key, summary in zip(keys, found, strict=True)]


def _entries_with(session: Session, word: str, expression: str, *, unfinished: bool) -> ColumnElement[bool]:
    """The condition that an entry holds a word.

    Adding nothing to the key stops SQLite from looking up and sorting every find: it walks the listing index from
    the newest and asks of each entry whether it was found, which for a common word ends after a few.
    """

    def named(names: Iterable[tuple[int | None, str]]) -> list[int | None]:
        return [key for key, name in names if names_word(name, word, unfinished=unfinished)]

    sources: list[Any] = [
        select(_WORDS.c.rowid.op("/")(ANSWER_PLACES)).where(_WORDS.c.answer_words.op("MATCH")(expression))
    ]
    if tags := named(session.exec(select(TagRow.key, TagRow.name))):
        sources.append(select(EntryTagRow.entry_key).where(col(EntryTagRow.tag_key).in_(tags)))
    if threads := named(session.exec(select(ThreadRow.key, ThreadRow.name))):
        sources.append(select(EntryRow.key).where(col(EntryRow.thread_key).in_(threads)))
    return (col(EntryRow.key) + 0).in_(union(*sources) if len(sources) > 1 else sources[0])


def _hit(summary: Summary, snippet: tuple[str, Spans]) -> Hit:
    words, spans = snippet
    return Hit(summary=summary, snippet=words, spans=spans)
