"""`delete`: one entry, gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("delete")
@click.argument("entry_id", metavar="ID")
@click.option(
    "--yes", is_flag=True, help="Delete without asking; needed where there is no terminal to ask on."
)
@click.pass_obj
def delete_command(around: Surroundings, entry_id: str, yes: bool) -> None:
    """Delete an entry for good.

    ID is the start of an id, at least 4 characters.
    """
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.terminal import is_watched, say
    from tip_reflect.errors import TipReflectError
    from tip_reflect.prompts.reading import packs_folder, read_library
    from tip_reflect.sharing.facts import heading

    notices = read_library(packs_folder()).notices
    with store_for_writing(around) as store:
        entry = store.entry(named(store, entry_id))
        say(f"{heading(entry)}: {plain.line(entry.title)}")
        say(notices.delete)
        if not yes and not is_watched():
            raise TipReflectError(
                "Nothing was deleted: there is no terminal to ask on. If you are sure, add --yes."
            )
        if not yes and not click.confirm("Delete it for good?", default=False, err=True):
            say("Kept. Nothing was deleted.")
            return
        store.delete(entry.id)
    say(f"Deleted. {notices.backup}")
