"""`threads`: the strands of work, and how things are between you and the people in them, in your own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.cli.peers.groups import UsualGroup
from tip_reflect.cli.peers.words import WORDS, WORDS_METAVAR
from tip_reflect.errors import NoSuchEntry, TipReflectError
from tip_reflect.journal.threads import Step

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.entry import Moment
    from tip_reflect.journal.threads import ThreadMark
    from tip_reflect.store.store import Store

YOUR_VIEW = "This is your own view, and nobody else's."
NO_THREAD = "There is no thread of that name. See: tip-reflect threads"
NOT_ON_A_THREAD = (
    "That entry is not on a thread, so there is nothing to say of one. Nothing was changed. In the app, e Details puts an "
    "entry on a thread."
)


@click.group("threads", cls=UsualGroup, usual="list")
def threads_command() -> None:
    """List your threads, or look at one. `threads` alone is short for `threads list`."""


@threads_command.command("list")
@json_option
@click.pass_obj
def list_(around: Surroundings, as_json: bool) -> None:
    """List the threads in use and how many entries are on each."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json, print_names
    from tip_reflect.cli.terminal import say

    with store_for_reading(around) as store:
        names = store.threads()
    if as_json:
        print_json([{"name": one.name, "count": one.count} for one in names])
        return
    print_names(names)
    if not names:
        say("No threads yet.")


@threads_command.command("show")
@click.argument("name", metavar="NAME...", nargs=-1, required=True)
@json_option
@click.pass_obj
def show(around: Surroundings, name: tuple[str, ...], as_json: bool) -> None:
    """Show a thread: what you said of it at the close of its entries, by date, and what told you."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json

    today = around.clock().date()
    with store_for_reading(around) as store:
        thread = _thread(store, " ".join(name))
        days, marks = store.thread_days(thread), store.thread_marks(thread)
    if as_json:
        print_json(
            {
                "name": thread,
                "entries": len(days),
                "came_back_often": _often(days, today),
                "marks": [
                    {
                        "entry": str(mark.entry_id),
                        "local_date": mark.at.local_date.isoformat() if mark.at else None,
                        "step": mark.step.value,
                        "tells": mark.tells or None,
                    }
                    for mark in marks
                ],
            }
        )
        return
    _print(thread, days, marks, today)


@threads_command.command("mark")
@click.argument("entry_id", metavar="ENTRY")
@click.argument("step", type=click.Choice([one.value for one in Step]))
@click.option("--tells", type=WORDS, metavar=WORDS_METAVAR, help="What tells you, in your own words.")
@click.pass_obj
def mark(around: Surroundings, entry_id: str, step: str, tells: str | None) -> None:
    """Say of an entry's thread: a step closer, a step apart, or about the same. ENTRY is the start of its id."""
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.threads import ThreadMark

    with store_for_writing(around) as store:
        entry = store.entry(named(store, entry_id))
        if not entry.thread:
            raise TipReflectError(NOT_ON_A_THREAD)
        before = store.thread_mark(entry.id)
        told = before.tells if tells is None and before else tells or ""
        store.save_thread_mark(ThreadMark(entry_id=entry.id, step=Step(step), tells=told))
    say(f"Kept: {Step(step).label}. {YOUR_VIEW}")


def _thread(store: Store, name: str) -> str:
    """The thread's name as it is written. Raises NoSuchEntry."""
    wanted = " ".join(name.split())
    names = [one.name for one in store.threads()]
    found = [one for one in names if one == wanted] or [
        one for one in names if one.casefold() == wanted.casefold()
    ]
    if not found:
        raise NoSuchEntry(NO_THREAD)
    return found[0]


def _often(days: list[Moment], today: date) -> bool:
    from tip_reflect.journal.threads import often

    return often(tuple(day.local_date for day in days), today)


def _print(thread: str, days: list[Moment], marks: list[ThreadMark], today: date) -> None:
    from tip_reflect.cli import plain
    from tip_reflect.cli.terminal import fitted, say
    from tip_reflect.journal.dates import full_date
    from tip_reflect.journal.threads import COME_BACK

    click.echo(f"{plain.line(thread)}: {len(days)} {'entry' if len(days) == 1 else 'entries'}")
    for one in marks:
        click.echo()
        day = f"{full_date(one.at.local_date)}: " if one.at else ""
        click.echo(f"{day}{one.step.label}")
        if one.tells:
            click.echo(fitted(plain.text(one.tells)))
    say(YOUR_VIEW if marks else "Nothing was said of this thread at the close of an entry yet.")
    if _often(days, today):
        say(COME_BACK)
