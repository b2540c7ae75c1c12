"""`list`: the entries, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import chosen, filter_options, json_option, limit_option

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.principles import Principle, Purpose

ALL = 2**31 - 1


@click.command("list")
@filter_options
@limit_option
@json_option
@click.pass_obj
def list_command(
    around: Surroundings,
    *,
    principle: Principle | None,
    purpose: Purpose | None,
    tag: str,
    thread: str,
    since: date | None,
    until: date | None,
    marked: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """List entries, newest first, one line each.

    A line starts with the start of the entry's id, which the other commands take. A tender entry shows
    only the name of its path.
    """
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_entries, print_json
    from tip_reflect.cli.terminal import say
    from tip_reflect.sharing.json_form import row

    wanted = chosen(
        principle=principle, purpose=purpose, tag=tag, thread=thread, since=since, until=until, marked=marked
    )
    with store_for_reading(around) as store:
        rows = store.page(wanted, 0, limit or ALL)
        more = limit is not None and len(rows) == limit and store.count(wanted) > limit
    if as_json:
        print_json([row(one) for one in rows])
        return
    print_entries(rows)
    if not rows:
        say("No entries yet." if wanted.is_empty else "No entries fit.")
    elif more:
        say(f"These are the newest {limit}; there are more.")
