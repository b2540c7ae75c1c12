"""Finding entries by their words, newest first: in answers through the index, and in the names of tags and threads."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, column, func, literal, table, union
from sqlmodel import Session, col, select

from tip_reflect.journal.finding import Filter, Hit, Summary
from tip_reflect.store.listing import NEWEST_FIRST, allowed, summaries
from tip_reflect.store.query import beginning, names_word, whole, words_in
from tip_reflect.store.rows import (
    ANSWER_PLACES,
    AnswerRow,
    EntryRow,
    EntryTagRow,
    TagRow,
    ThreadRow,
    answer_key,
)
from tip_reflect.store.snippet import around, marked

# Characters Unicode promises never to give a meaning: nobody's text holds them, and if it does we notice.
_OPENING, _CLOSING = "\ufdd0", "\ufdd1"

_WORDS = table("answer_words", column("answer_words"), column("rowid"), column("text"))


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
    keys = (
        select(EntryRow.key, EntryRow.id)
        .where(*allowed(wanted), *conditions)
        .order_by(*NEWEST_FIRST)
        .offset(offset)
        .limit(limit)
    )
    found = {entry_id: key for key, entry_id in session.exec(keys)}
    expression = " OR ".join((*map(whole, before), beginning(last)))
    return [
        _hit(session, found[summary.id.bytes] or 0, summary, expression)
        for summary in summaries(session, col(EntryRow.key).in_(found.values()))
    ]


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


def _hit(session: Session, key: int, summary: Summary, expression: str) -> Hit:
    if summary.tender:
        return Hit(summary=summary, snippet="", spans=())
    snippet, spans = around(*_found_in(session, key, expression))
    return Hit(summary=summary, snippet=snippet, spans=spans)


def _found_in(session: Session, key: int, expression: str) -> tuple[str, list[tuple[int, int]]]:
    """The first answer with a find in it and where the finds are; without one, the first words of the entry."""
    first, last = answer_key(key, 0), answer_key(key, ANSWER_PLACES - 1)
    highlighted = func.highlight(_WORDS.c.answer_words, 0, _OPENING, _CLOSING)
    row = session.execute(
        select(_WORDS.c.text, highlighted)
        .where(
            _WORDS.c.answer_words.op("MATCH")(expression),
            _WORDS.c.rowid.between(literal(first), literal(last)),
        )
        .order_by(_WORDS.c.rowid)
        .limit(1)
    ).first()
    if row is not None:
        text, marks = row
        plain, spans = marked(marks, _OPENING, _CLOSING)
        # A NUL ends the marked copy early, and a text might hold our marks: then we show it without.
        return (plain, spans) if plain == text else (text, [])
    answers = (
        select(AnswerRow.text).where(col(AnswerRow.key).between(first, last)).order_by(col(AnswerRow.key))
    )
    return next((text for text in session.exec(answers) if text.strip()), ""), []
