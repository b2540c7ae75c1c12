"""`show`: one entry, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("show")
@click.argument("entry_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Open a tender entry without asking.")
@json_option
@click.pass_obj
def show_command(around: Surroundings, entry_id: str, yes: bool, as_json: bool) -> None:
    """Show an entry: what was asked and what you wrote.

    ID is the start of an id, at least 4 characters.
    """
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import is_watched, say
    from tip_reflect.sharing.json_form import whole
    from tip_reflect.sharing.plain_text import as_text

    with store_for_reading(around) as store:
        entry = store.entry(named(store, entry_id))
    if as_json:
        print_json(whole(entry))
        return
    if entry.tender and not yes and is_watched():
        answer = click.prompt(
            "You marked this tender. Type open to open it, or press Enter for not now",
            default="",
            show_default=False,
            err=True,
        )
        if not "open".startswith(answer.strip().casefold() or "not now"):
            say("Left closed. It is safe where it is.")
            return
    click.echo(plain.text(as_text(entry)), nl=False)
