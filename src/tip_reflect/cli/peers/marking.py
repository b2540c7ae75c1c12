"""The lines of an entry by number, and the words of it that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tip_reflect.cli import plain
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.marking import mark_of, with_mark
from tip_reflect.sharing.facts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.marking import Mark

NOT_THERE = (
    "Some of those words do not stand in this entry, so nothing was changed. Give each as it is written there, a line "
    "for each."
)


class Line(NamedTuple):
    """One line with words in it: `entry.answers[place].text[start:end]`."""

    place: int
    start: int
    end: int


def lines_of(entry: Entry) -> list[Line]:
    """The lines of the answers that hold words, in order; a person counts them from 1."""
    found = []
    for place, answer in enumerate(entry.answers):
        start = 0
        for line in answer.text.split("\n"):
            if line.strip():
                found.append(Line(place, start, start + len(line)))
            start += len(line) + 1
    return found


def answers_of(entry: Entry) -> list[Line]:
    """Every answer that holds words, whole."""
    return [
        Line(place, 0, len(answer.text)) for place, answer in enumerate(entry.answers) if answer.text.strip()
    ]


def standing_in(entry: Entry, words: str) -> Line:
    """Where these words first stand, whatever blanks and capitals they have. Raises TipReflectError."""
    import re

    like = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    for place, answer in enumerate(entry.answers):
        if match := like.search(answer.text):
            return Line(place, *match.span())
    raise TipReflectError(NOT_THERE)


def marked(entry: Entry, marks: tuple[Mark, ...], chosen: Iterable[Line]) -> tuple[Mark, ...]:
    """The marks with these words marked too."""
    for line in chosen:
        new = mark_of(entry, *line)
        marks = with_mark(marks, new, entry) if new else marks
    return marks


def unmarked(marks: Sequence[Mark], chosen: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks less every one that shares a character with these."""
    return tuple(
        mark
        for mark in marks
        if not any(
            mark.place == line.place and mark.start < line.end and line.start < mark.end for line in chosen
        )
    )


def print_lines(entry: Entry, marks: Sequence[Mark]) -> None:
    """The entry's lines with their numbers; a star before one means that some of it is marked."""
    place = None
    for number, line in enumerate(lines_of(entry), start=1):
        answer = entry.answers[line.place]
        if line.place != place and answer.prompt.strip():
            click.echo(plain.line(on_one_line(answer.prompt)))
        place = line.place
        star = "*" if len(unmarked(marks, [line])) < len(marks) else " "
        click.echo(f"{star}{number:>3}  {plain.line(answer.text[line.start : line.end])}")


def print_marks(marks: Sequence[Mark]) -> None:
    """The marked words, one line each."""
    for mark in marks:
        click.echo(plain.line(mark.words))


def marks_as_json(entry: Entry, marks: Sequence[Mark]) -> dict[str, Any]:
    """Offsets count characters of the answer with this number, from 1 as `--answers` counts them."""
    places = [line.place for line in answers_of(entry)]
    return {
        "entry": str(entry.id),
        "marks": [
            {
                "answer": places.index(mark.place) + 1,
                "start": mark.start,
                "end": mark.end,
                "words": mark.words,
            }
            for mark in marks
        ],
    }
