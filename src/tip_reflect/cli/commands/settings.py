"""`settings`: see how the program behaves, or change one thing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("settings")
@click.argument("name", required=False)
@click.argument("value", required=False)
@json_option
@click.pass_obj
def settings_command(around: Surroundings, name: str | None, value: str | None, as_json: bool) -> None:
    """Show the settings, or one of them, or change one.

    \b
    theme         dusk, daylight, high-contrast or terminal
    lock_minutes  1 to 60 without a key before it locks
    opening       ask, or as-last-time
    underline     on or off: what may point to a person, while you write
    """  # noqa: D301  click reads this backspace as: keep these lines apart
    from tip_reflect.cli.printing import print_json
    from tip_reflect.errors import SettingProblem
    from tip_reflect.settings import read_settings, with_setting, write_settings

    settings = read_settings(around.places.settings)
    if name is not None and value is not None:
        settings = with_setting(settings, name, value)
        write_settings(around.places.settings, settings)
    known = asdict(settings)
    if name is not None:
        name = name.replace("-", "_")
        if name not in known:
            raise SettingProblem(f"There is no setting of that name. There are: {', '.join(known)}.")
        known = {name: known[name]}
    if as_json:
        print_json(known)
    else:
        for each, worth in known.items():
            click.echo(f"{each} = {worth}")
