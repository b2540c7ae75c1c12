"""Finding: search as it is typed, and the journal's list."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING

from journals import NEWEST, OLDEST
from measured import LeftOutError, Row
from pace import by_turns, in_ms, middle, seconds
from pseudo_terminal import END
from workplace import unlock

from tip_reflect.app.screens.journal import MOST_HITS
from tip_reflect.store.connection import Access, connected
from tip_reflect.store.query import beginning, whole, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journals import Journal
    from pseudo_terminal import Terminal
    from workplace import Workplace

TYPED = ("kitchen", "the door", "tired and slow", "manager", "stalo")
"""Searches, each typed key by key: common words and seldom ones, one word and more."""

FEW = 100
SHOWN = 20
"""As much of an entry's first words as even a narrow list shows."""
TODAY, JOURNAL = b"1", b"2"
DOORS = "Set it down"


def search(place: Workplace) -> Iterator[Row]:
    queries = TYPED[: place.times(len(TYPED), 2)]
    keys = [query[:end] for query in queries for end in range(1, len(query) + 1)]
    for size in place.sizes:
        journal = place.journals[size]
        with ExitStack() as opened:
            store = journal.open()
            opened.callback(store.close)
            plain = opened.enter_context(closing(_plain_copy(journal, place.new_folder("plain"))))
            found = {typed: len(store.search(typed, limit=MOST_HITS)) for typed in keys}
            ours, theirs = {}, {}
            for typed in keys:
                one, other = by_turns(
                    place.times(5, 1),
                    partial(seconds, partial(store.search, typed, limit=MOST_HITS)),
                    partial(seconds, partial(_plain_search, plain, typed)),
                )
                ours[typed], theirs[typed] = middle(one), middle(other)
        worst = max(keys, key=ours.__getitem__)
        yield Row(
            what=f"search as you type, {size:,} entries",
            measured=middle(list(ours.values())),
            reference="the same FTS5 query in plain sqlite3",
            referred=middle(list(theirs.values())),
            budget=2 if size == max(place.sizes) else None,
            note=f"the middle one of {len(keys)} keys, at most {MOST_HITS} finds with their words, as the app asks; "
            f"the slowest key finds {found[worst]} in {in_ms(ours[worst])} beside {in_ms(theirs[worst])}",
        )


def _plain_copy(journal: Journal, path: Path) -> sqlite3.Connection:
    """The same answers and the same index, in a plain file under Python's own SQLite."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("CREATE TABLE answer (key INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    with connected(journal.places.journal, journal.key, Access.READ) as encrypted:
        index = encrypted.execute("SELECT sql FROM sqlite_master WHERE name = 'answer_words'").fetchone()[0]
        try:
            plain.execute(index)
        except sqlite3.OperationalError as problem:
            raise LeftOutError(f"this Python's SQLite cannot make the index ({problem})") from None
        plain.execute("BEGIN")
        plain.executemany(
            "INSERT INTO answer VALUES (?, ?)", encrypted.execute("SELECT key, text FROM answer")
        )
        plain.execute("INSERT INTO answer_words (answer_words) VALUES ('rebuild')")
        plain.execute("COMMIT")
    return plain


def _plain_search(plain: sqlite3.Connection, typed: str) -> list[tuple[int, str]]:
    """Every word, the last as a beginning, newest first, with the words around each find."""
    *finished, last = words_in(typed)
    expression = " AND ".join([*map(whole, finished), f"({beginning(last)})"])
    return plain.execute(
        "SELECT rowid, snippet(answer_words, 0, '[', ']', '…', 24) FROM answer_words "
        "WHERE answer_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (expression, MOST_HITS),
    ).fetchall()


def list_of_entries(place: Workplace) -> Iterator[Row]:
    long, few = place.journals[place.long], place.journals[FEW]
    for journal in (long, few):
        journal.back_up()
    with place.app(long) as many_app, place.app(few) as few_app:
        for app in (many_app, few_app):
            unlock(app)
        times = place.times(9, 1)
        opened = by_turns(times, partial(_first_screen, many_app), partial(_first_screen, few_app))
        # By now both have drawn a list before: nothing is left to warm up.
        jumped = by_turns(times, partial(_jump, many_app), partial(_jump, few_app), warm_up=False)
    for what, (many, referred) in (("first screen", opened), ("jump to the end", jumped)):
        yield Row(
            what=f"list of {place.long:,} entries, {what}",
            measured=middle(many),
            reference=f"the same with {FEW}",
            referred=middle(referred),
            budget=1.5,
            note="from the key to the paint of the entry's title, in a pseudo-terminal"
            if what == "first screen"
            else "",
        )


def _first_screen(app: Terminal) -> float:
    app.rest(0.3)
    app.after(TODAY, DOORS)
    app.rest(0.3)
    return app.after(JOURNAL, NEWEST[:SHOWN])


def _jump(app: Terminal) -> float:
    _first_screen(app)
    app.rest(0.3)
    return app.after(END, OLDEST[:SHOWN])
