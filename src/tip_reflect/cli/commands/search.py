"""`search`: entries whose words, tags or thread hold what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.commands.list import ALL
from tip_reflect.cli.options import as_texts, chosen, filter_options, json_option, limit_option

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.principles import Principle, Purpose


@click.command("search")
@click.argument("query", nargs=-1, required=True, callback=as_texts)
@filter_options
@limit_option
@json_option
@click.pass_obj
def search_command(
    around: Surroundings,
    *,
    query: tuple[str, ...],
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
    """Find entries by the words in them, their tags or their thread.

    Every word must be there; the last may be the start of a word.
    """
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_hits, print_json
    from tip_reflect.cli.terminal import say
    from tip_reflect.sharing.json_form import found

    wanted = chosen(
        principle=principle, purpose=purpose, tag=tag, thread=thread, since=since, until=until, marked=marked
    )
    with store_for_reading(around) as store:
        hits = store.search(" ".join(query), wanted, limit=(limit or ALL - 1) + 1)
    shown = hits[:limit]
    if as_json:
        print_json([found(hit) for hit in shown])
        return
    print_hits(shown)
    if not shown:
        say("Nothing was found.")
    elif len(hits) > len(shown):
        say(f"These are {limit}; there are more.")
