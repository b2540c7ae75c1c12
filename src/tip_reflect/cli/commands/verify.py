"""`verify`: whether every page of the journal is whole; exit code 0 or 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.errors import Damaged

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("verify")
@json_option
@click.pass_obj
def verify_command(around: Surroundings, as_json: bool) -> int:
    """Check the whole journal: its pages, its tables and its search index.

    Exit code 0 when it is sound, 4 when something is damaged.
    """
    from tip_reflect.cli.opening import unlock
    from tip_reflect.cli.printing import print_json
    from tip_reflect.store.verify import verify

    unlocked = unlock(around)
    checked = verify(unlocked.places, unlocked.key)
    if as_json:
        print_json({"sound": checked.sound, "problems": list(checked.problems)})
    elif checked.sound:
        click.echo("The journal is sound: every page, every table and the search index.")
    else:
        for problem in checked.problems:
            click.echo(problem)
    return 0 if checked.sound else Damaged.exit_code
