"""`checkin`: How it is with me. Its answers are shown here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tip_reflect.cli.options import json_option
from tip_reflect.cli.peers.groups import UsualGroup
from tip_reflect.journal.check_in import HABIT_NOTE, LINE_NOTE, Habit

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.check_in import CheckIn
    from tip_reflect.prompts.pack import CheckInItem

NONE_YET = "No check-ins yet. To begin one: tip-reflect checkin"
NO_LINE = "No line is drafted."


@click.group("checkin", cls=UsualGroup, usual="new")
def checkin_command() -> None:
    """How it is with me: a few questions, never scored, only for you. `checkin` alone begins one.

    Nothing of it is in any other command's output, in a pack or in an export.
    """


@checkin_command.command("new")
@click.option(
    "--habit",
    type=click.Choice([one.value for one in Habit]),
    help="Only choose when it is offered: never, after an entry, weekly or monthly.",
)
@click.pass_obj
def new(around: Surroundings, habit: str | None) -> int:
    """Answer the questions, line by line. Enter passes any of them."""
    from uuid import uuid4

    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.checking_in import CheckingIn
    from tip_reflect.cli.peers.talking import conversation, talk_through
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.check_in import CheckIn
    from tip_reflect.journal.entry import Moment
    from tip_reflect.prompts.reading import packs_folder, read_library

    if habit is not None:
        with store_for_writing(around) as store:
            store.set_note(HABIT_NOTE, habit)
        say(f"It is offered: {Habit(habit).label}. Never more than once a week.")
        return 0
    library = read_library(packs_folder())
    with store_for_writing(around) as store, conversation(store, library) as talk:
        check_in = CheckIn(id=uuid4(), at=Moment(at=around.clock()))
        return talk_through(talk, CheckingIn(talk, library, store, check_in).run)


@checkin_command.command("list")
@json_option
@click.pass_obj
def list_(around: Surroundings, as_json: bool) -> None:
    """Show your own words by date. No totals, and no verdicts."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say
    from tip_reflect.prompts.reading import packs_folder, read_library

    items = {item.id: item for item in read_library(packs_folder()).check_in.items}
    with store_for_reading(around) as store:
        every = store.check_ins()
    if as_json:
        print_json([_as_json(one, items) for one in every])
        return
    _print(every, items)
    if not every:
        say(NONE_YET)


@checkin_command.command("line")
@click.option("--delete", "away", is_flag=True, help="Delete it.")
@click.pass_obj
def line(around: Surroundings, away: bool) -> None:
    """Show the line to a manager or a peer that you drafted. It is kept here only."""
    from tip_reflect.cli import plain
    from tip_reflect.cli.opening import store_for_reading, store_for_writing
    from tip_reflect.cli.terminal import say

    if away:
        with store_for_writing(around) as store:
            store.set_note(LINE_NOTE, "")
        say("Deleted.")
        return
    with store_for_reading(around) as store:
        words = store.note(LINE_NOTE)
    if words:
        click.echo(plain.text(words))
    else:
        say(NO_LINE)


@checkin_command.command("delete")
@click.argument("check_in_id", metavar="ID")
@click.option(
    "--yes", is_flag=True, help="Delete without asking; needed where there is no terminal to ask on."
)
@click.pass_obj
def delete(around: Surroundings, check_in_id: str, yes: bool) -> None:
    """Delete one check-in for good. ID is the start of the id that checkin list shows."""
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.agreeing import agreed
    from tip_reflect.cli.peers.naming import the_one
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.dates import full_date

    with store_for_writing(around) as store:
        one = the_one(
            store.check_ins(), check_in_id, id_of=lambda each: each.id, see="tip-reflect checkin list"
        )
        if agreed(full_date(one.at.local_date), yes=yes):
            store.delete_check_in(one.id)
            say("Deleted.")


def _as_json(one: CheckIn, items: dict[int, CheckInItem]) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "at": one.at.at.isoformat(),
        "answers": [
            {"item": item, "question": items[item].ask if item in items else None, "answer": words}
            for item, words in one.answers
        ],
        "need": one.need or None,
    }


def _print(every: list[CheckIn], items: dict[int, CheckInItem]) -> None:
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import short_ids
    from tip_reflect.cli.terminal import fitted
    from tip_reflect.journal.dates import full_date

    shorts = short_ids(one.id for one in every)
    open_line = next((item.ask for item in items.values() if not item.answers), "")
    for number, one in enumerate(every):
        click.echo(f"{chr(10) if number else ''}{shorts[one.id]}  {full_date(one.at.local_date)}")
        for item, words in one.answers:
            asked = f"{items[item].ask} " if item in items else ""
            click.echo(fitted(f"{asked}{plain.line(words)}"))
        if one.need:
            click.echo(fitted(f"{open_line} {plain.line(one.need)}".strip()))
