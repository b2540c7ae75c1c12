"""The last question before something is deleted."""

from __future__ import annotations

import click

from tip_reflect.cli.terminal import is_watched, say
from tip_reflect.errors import TipReflectError

NO_ONE_THERE = "Nothing was deleted: there is no terminal to ask on. If you are sure, add --yes."


def agreed(what: str, *, yes: bool) -> bool:
    """Whether to delete it, after the notice on deleting. Raises TipReflectError where no one can be asked."""
    from tip_reflect.prompts.reading import packs_folder, read_library

    say(what)
    say(read_library(packs_folder()).notices.delete)
    if yes:
        return True
    if not is_watched():
        raise TipReflectError(NO_ONE_THERE)
    if click.confirm("Delete it for good?", default=False, err=True):
        return True
    say("Kept. Nothing was deleted.")
    return False
