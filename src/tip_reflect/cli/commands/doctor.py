"""`doctor`: what the program finds around it; never needs the passphrase."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("doctor")
@json_option
@click.pass_obj
def doctor_command(around: Surroundings, as_json: bool) -> None:
    """Check the computer, the journal's folder and the terminal.

    Opens nothing that is locked. To check the journal itself: tip-reflect verify.
    """
    from tip_reflect.cli import plain
    from tip_reflect.cli.findings import look_around
    from tip_reflect.cli.printing import print_json

    found = look_around(around.places)
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        click.echo(f"{'' if one.well else 'LOOK AT THIS: '}{one.about}: {plain.line(one.finding)}")
