"""`mark`: the words of an entry that may be brought to peers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.cli.peers.words import (
    WORDS,
    WORDS_METAVAR,
    any_given,
    numbers,
    words_from_standard_input,
)
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from tip_reflect.cli.peers.marking import Line
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.marking import Mark
    from tip_reflect.store.store import Store

ASK = "Which lines? Numbers such as 2 or 1,3-5; Enter leaves it as it is"
NOTHING_HERE = "Nothing is marked for peers yet. To mark some words: tip-reflect mark ID"
AS_IT_WAS = "Nothing was changed."


@click.command("mark")
@click.argument("entry_id", metavar="[ENTRY]", required=False)
@click.option("--lines", metavar="N,N-N", help="Lines by their numbers, as mark ENTRY --list shows them.")
@click.option("--answers", metavar="N,N-N", help="Whole answers, counted from 1.")
@click.option(
    "--words",
    type=WORDS,
    metavar=WORDS_METAVAR,
    help="The words as they stand in the entry, a line for each.",
)
@click.option("--remove", is_flag=True, help="Take the mark off these; off every word if none are named.")
@click.option("--list", "only_list", is_flag=True, help="What is marked; without ENTRY, in which entries.")
@json_option
@click.pass_obj
def mark_command(
    around: Surroundings,
    *,
    entry_id: str | None,
    lines: str | None,
    answers: str | None,
    words: str | None,
    remove: bool,
    only_list: bool,
    as_json: bool,
) -> None:
    """Mark words of an entry that you may bring to peers.

    Nothing is marked until you mark it, and nothing leaves by being marked. ENTRY is the start of an
    entry's id. With no --lines, --answers or --words, the words come from standard input, a line for
    each, or are asked for on the terminal by number.
    """
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_reading, store_for_writing

    if entry_id is None:
        if remove or any_given((lines, answers, words)):
            raise click.UsageError("Which entry? Give the start of its id. See: tip-reflect list")
        with store_for_reading(around) as store:
            _list_entries(store, as_json=as_json)
        return
    with store_for_reading(around) if only_list else store_for_writing(around) as store:
        entry = store.entry(named(store, entry_id))
        before = store.marks(entry.id)
        if only_list:
            _list(entry, before, as_json=as_json)
            return
        chosen = _chosen(entry, before, lines=lines, answers=answers, words=words, remove=remove)
        if chosen is None:
            return
        after = _changed(entry, before, chosen, remove=remove)
        store.save_marks(entry.id, after)
    _say_what_changed(len(before), len(after), remove=remove)


def _list_entries(store: Store, *, as_json: bool) -> None:
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import short_ids
    from tip_reflect.cli.peers.marking import marks_as_json
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    ids = store.marked_entries()
    if as_json:
        print_json([marks_as_json(store.entry(one), store.marks(one)) for one in ids])
        return
    shorts = short_ids(ids)
    for one in ids:
        entry, count = store.entry(one), len(store.marks(one))
        click.echo(
            f"{shorts[one]}  {entry.written.local_date.isoformat()}  {plain.line(entry.title)}  ({count} marked)"
        )
    if not ids:
        say(NOTHING_HERE)


def _list(entry: Entry, marks: tuple[Mark, ...], *, as_json: bool) -> None:
    from tip_reflect.cli.peers.marking import marks_as_json, print_lines
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    if as_json:
        print_json(marks_as_json(entry, marks))
        return
    print_lines(entry, marks)
    say("A star stands before each line that has a mark." if marks else "Nothing in this entry is marked.")


def _chosen(
    entry: Entry,
    marks: tuple[Mark, ...],
    *,
    lines: str | None,
    answers: str | None,
    words: str | None,
    remove: bool,
) -> list[Line] | None:
    """What to mark, or to take the mark off; None where the person at the terminal chose nothing."""
    from tip_reflect.cli.peers.marking import answers_of, lines_of, print_lines, standing_in

    by_line, whole = lines_of(entry), answers_of(entry)
    if not any_given((lines, answers, words)):
        if remove:
            return by_line
        if not sys.stdin.isatty():
            words = words_from_standard_input()
            if not words:
                raise TipReflectError("No words came, so nothing was marked.")
        else:
            print_lines(entry, marks)
            lines = click.prompt(ASK, default="", show_default=False, err=True)
            if not str(lines).strip():
                click.echo(AS_IT_WAS, err=True)
                return None
    chosen = [by_line[number - 1] for number in numbers(lines, len(by_line))] if lines else []
    chosen += [whole[number - 1] for number in numbers(answers, len(whole))] if answers else []
    return chosen + [standing_in(entry, each) for each in (words or "").split("\n") if each.strip()]


def _changed(entry: Entry, marks: tuple[Mark, ...], chosen: list[Line], *, remove: bool) -> tuple[Mark, ...]:
    from tip_reflect.cli.peers.marking import marked, unmarked

    return unmarked(marks, chosen) if remove else marked(entry, marks, chosen)


def _say_what_changed(before: int, after: int, *, remove: bool) -> None:
    from tip_reflect.cli.terminal import say

    if remove and before == after:
        say("None of that was marked.")
    elif after:
        say(f"{after} marked in this entry now. Nothing has left: to make a page of it, tip-reflect pack new")
    else:
        say("Nothing in this entry is marked now.")
