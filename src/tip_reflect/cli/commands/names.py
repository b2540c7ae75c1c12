"""`tags`: the tags in use, and how many entries carry each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.finding import NamedCount


@click.command("tags")
@json_option
@click.pass_obj
def tags_command(around: Surroundings, as_json: bool) -> None:
    """List the tags in use and how many entries carry each."""
    from tip_reflect.cli.opening import store_for_reading

    with store_for_reading(around) as store:
        names = store.tags()
    _print(names, as_json, otherwise="No tags yet.")


def _print(names: Sequence[NamedCount], as_json: bool, *, otherwise: str) -> None:
    from tip_reflect.cli.printing import print_json, print_names
    from tip_reflect.cli.terminal import say

    if as_json:
        print_json([{"name": one.name, "count": one.count} for one in names])
        return
    print_names(names)
    if not names:
        say(otherwise)
