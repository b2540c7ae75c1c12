"""`recover`: a new passphrase with the 12 recovery words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings


@click.command("recover")
@click.pass_obj
def recover_command(around: Surroundings) -> None:
    """Set a new passphrase with your 12 recovery words.

    The words are asked for on the terminal, or come from TIP_REFLECT_RECOVERY_FILE; the new passphrase
    is asked for twice, or comes from TIP_REFLECT_NEW_PASSPHRASE_FILE. Entries are not touched.
    """
    from tip_reflect import unlocking
    from tip_reflect.cli.passphrases import new_passphrase, recovery_words
    from tip_reflect.cli.terminal import say
    from tip_reflect.errors import NoJournal
    from tip_reflect.vault.secret import Secret

    if not unlocking.exists(around.places):
        raise NoJournal(unlocking.NO_JOURNAL)
    words = recovery_words()
    Secret.from_words(words)  # a slip in the words is said before a new passphrase is thought of
    unlocking.recover(around.places, words, new_passphrase(), around.clock)
    say("The journal opens with the new passphrase now. Your recovery words are the same as before.")
