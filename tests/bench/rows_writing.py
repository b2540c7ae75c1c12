"""Writing: a key in a long answer that saves itself, and the save itself."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from uuid import uuid4

from bare_app import READY
from measured import Row
from pace import by_turns, in_ms, middle, seconds, slowest_in_twenty
from pseudo_terminal import DOWN, ENTER
from workplace import unlock

from tip_reflect.app.screens.reflect import FREE_QUESTION
from tip_reflect.clock import system_clock
from tip_reflect.journal.entry import Answer, Entry, Moment, Position
from tip_reflect.store.connection import Access, connected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pseudo_terminal import Terminal
    from sqlcipher3 import dbapi2
    from workplace import Workplace

LONG_ANSWER = 5_000
"""Words."""
USUAL_ANSWER = 300
LEFT_OFF = "and here the pen was put down"
"""The words before the cursor, where the draft is resumed."""
DOORS = 4
"""Places on Today before the first row that waits."""

LETTERS = [chr(point) for point in (*range(0x0100, 0x0180), *range(0x0391, 0x03A2), *range(0x0410, 0x0450))]
"""One for each key, so that a letter is on the terminal only when its own key was painted."""
WORD = 6
PAUSE = (0.08, 0.22)
"""Seconds between keys, as people type: the save, 0.4 s after the first key, falls among them."""


def key_to_paint(place: Workplace) -> Iterator[Row]:
    journal = place.largest.copy(place.new_folder("long-answer"))
    # In the middle of the answer: where a line begins at the very end, below the foot of the TextArea, Textual may
    # show it only with a later key, and this row would wait for a paint that does not come.
    before = f"{place.invented.text(LONG_ANSWER // 2)}\n\n{LEFT_OFF}"
    text = f"{before}\n\n{place.invented.text(LONG_ANSWER // 2)}"
    draft = Entry(
        id=uuid4(),
        written=Moment(at=system_clock()),
        answers=(Answer(text=text),),
        position=Position(row=before.count("\n"), column=len(before) - before.rfind("\n") - 1),
    )
    store = journal.open()
    store.save(draft)
    store.close()
    journal.back_up()
    random = Random(5)
    with place.app(journal) as app, place.bare_app() as bare:
        unlock(app)
        app.type(DOWN * DOORS)
        app.rest(0.5)
        app.type(ENTER)
        app.painted(FREE_QUESTION)
        app.rest(0.5)
        app.after(b"-", f"{LEFT_OFF}-")
        bare.painted(READY)
        long, empty = [], []
        for _ in range(place.times(4, 1)):
            long += _keys(app, random, place.times(30, 18))
            empty += _keys(bare, random, place.times(30, 18))
            app.rest(1.0)
    store = journal.open()
    kept = store.entry(draft.id)
    store.close()
    assert kept.revision > 1, "what was typed was never saved by itself"
    yield Row(
        what=f"key to paint, {LONG_ANSWER:,}-word answer, autosave on",
        measured=middle(long),
        reference="an empty TextArea in a bare app",
        referred=middle(empty),
        budget=2,
        note=f"the slowest key in twenty: {in_ms(slowest_in_twenty(long))} beside {in_ms(slowest_in_twenty(empty))}; "
        f"{kept.revision - 1} saves fell among {len(long)} keys",
    )


def _keys(terminal: Terminal, random: Random, letters: int) -> list[float]:
    """Type some words at a person's pace; gives each letter's seconds from key to paint."""
    taken: list[float] = []
    for letter in random.sample(LETTERS, letters):
        if len(taken) % WORD == 0:
            terminal.type(b" ")
        terminal.rest(random.uniform(*PAUSE))
        taken.append(terminal.after(letter.encode(), letter))
    return taken


def save(place: Workplace) -> Iterator[Row]:
    text = place.invented.text(USUAL_ANSWER)
    journal = place.largest.copy(place.new_folder("saves"))
    store = journal.open()
    entry = store.save(Entry(id=uuid4(), written=Moment(at=system_clock()), answers=(Answer(text=text),)))
    grown = text

    def save_answer() -> float:
        nonlocal entry, grown
        grown += " again"
        changed = replace(entry.with_text(0, grown), position=Position(column=len(grown)))

        def work() -> None:
            nonlocal entry
            entry = store.save(changed)

        return seconds(work)

    folder = place.new_folder("one-commit")
    folder.mkdir()
    with connected(folder / "plain.db", journal.key, Access.CREATE) as connection:
        connection.execute("CREATE TABLE said (key INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("INSERT INTO said VALUES (1, ?)", (text,))
        saving, committing = by_turns(
            place.times(100, 30), save_answer, lambda: seconds(lambda: _commit(connection, grown))
        )
    store.close()
    yield Row(
        what=f"save of a {USUAL_ANSWER}-word answer, durable",
        measured=middle(saving),
        reference="one SQLCipher commit of the same text",
        referred=middle(committing),
        budget=2,
        note=f"in a journal of {journal.size:,} entries; the slowest in twenty: {in_ms(slowest_in_twenty(saving))} "
        f"beside {in_ms(slowest_in_twenty(committing))}",
    )


def _commit(connection: dbapi2.Connection, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE said SET text = ? WHERE key = 1", (text,))
    connection.execute("COMMIT")
