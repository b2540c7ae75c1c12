"""`passphrase`: put another passphrase in place of this one; the entries are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("passphrase")
@click.pass_obj
def passphrase_command(around: Surroundings) -> None:
    """Change the passphrase.

    The old one comes as for any command. The new one is asked for twice on the terminal, or comes from
    TIP_REFLECT_NEW_PASSPHRASE_FILE. The recovery words stay the same.
    """
    from tip_reflect import unlocking
    from tip_reflect.cli.passphrases import new_passphrase, the_passphrase
    from tip_reflect.cli.terminal import say
    from tip_reflect.errors import NoJournal

    if not unlocking.exists(around.places):
        raise NoJournal(unlocking.NO_JOURNAL)
    old = the_passphrase()
    unlocking.unlock(around.places, old, around.clock)  # a wrong one is said before a new one is thought of
    unlocking.change_passphrase(around.places, old, new_passphrase())
    say(
        "The passphrase is changed. Your recovery words are the same as before. "
        "Backups made before now still open with the old passphrase."
    )
