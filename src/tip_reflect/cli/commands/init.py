"""`init`: a new, empty journal, and its 12 recovery words, shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings

SHEET = (
    "Your journal is made. These 12 words open it if you forget the passphrase. They are shown only now.\n"
    "Write them on paper, in order, and keep that away from this computer."
)


@click.command("init")
@click.pass_obj
def init_command(around: Surroundings) -> None:
    """Make a new journal and print its 12 recovery words.

    The passphrase is asked for twice on the terminal, or comes from TIP_REFLECT_PASSPHRASE_FILE or
    TIP_REFLECT_PASSPHRASE_COMMAND. The words are the only line on standard output.
    """
    from tip_reflect import unlocking
    from tip_reflect.cli.passphrases import passphrase_for_new_journal
    from tip_reflect.cli.terminal import say
    from tip_reflect.errors import JournalExists
    from tip_reflect.prompts.reading import packs_folder, read_library

    if unlocking.exists(around.places):
        raise JournalExists("There is a journal here already. Nothing was changed. Open it with: tip-reflect")
    notices = read_library(packs_folder()).notices
    for notice in notices.first_run:
        say(notice)
    say(notices.passphrase)
    _, words = unlocking.create(around.places, passphrase_for_new_journal(), around.clock)
    say(SHEET)
    click.echo(" ".join(words))
