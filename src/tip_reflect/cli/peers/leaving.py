"""A pack as a file: what must be settled first, the bytes, and the line of the log that says what is out."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.terminal import say
from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.journal.entry import Moment
from tip_reflect.journal.pack import Guess, Leaving, PackState

if TYPE_CHECKING:
    from tip_reflect.clock import Clock
    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

STANDARD_OUTPUT = "-"
PRINTED = frozenset({"md", "txt", "html"})
LOCKED = "docx"
LOCKED_FORM = "docx-with-password"
NOT_WRITTEN = "Nothing was written."
NO_QUESTION = (
    "This pack has no question yet. One is needed before it leaves: tip-reflect pack edit {} --question TEXT"
)
STILL_STANDING = (
    "{} in it may point to a person. Go through them with tip-reflect pack review {}, or take the first suggestion for "
    "each with tip-reflect pack blur {}."
)
CAN_BE_GUESSED = (
    "The peer test says that someone could guess who this is. Blur it or leave it out, then answer again: "
    "tip-reflect pack review {}"
)
NOT_ASKED = (
    "The peer test was not answered: could a colleague in another team guess who this is? Could the family, if they "
    "read it? To answer it: --guess no"
)
ONLY_WORD = "Only a Word file (docx) can have a password. Nothing was written."
EMPTY_FILE = "There is no password in that file. Nothing was written."
NOT_READ = "The file with the password cannot be read. Nothing was written."
NOT_FOR_PRINTING = (
    "Word and PDF files are not printed. Say where to write it, with -o FILE. Nothing was written."
)
OTHER_ENDING = (
    "The file's name ends like another kind of file. End it with .md, .txt, .html, .docx or .pdf, or say which it is "
    "with --format. Nothing was written."
)
LOCKED_COPY = (
    "This copy opens with its password. Tell that to those it is for by another way than the file goes."
)


def form_of(form: str | None, output: str | None) -> str:
    """What was asked for, or as the file's name ends; Markdown where neither says. Raises UsageProblem."""
    if form:
        return form.casefold()
    ending = Path(output or "").suffix.removeprefix(".").casefold() if output != STANDARD_OUTPUT else ""
    if ending and ending not in {*PRINTED, "docx", "pdf"}:
        raise UsageProblem(OTHER_ENDING)
    return ending or "md"


def password_in(name: str | None) -> str | None:
    """The password in this file, less one final newline; None where no file is named. Raises TipReflectError."""
    if name is None:
        return None
    try:
        words = Path(name).read_bytes().decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, ValueError):
        raise TipReflectError(NOT_READ) from None
    if not words:
        raise TipReflectError(EMPTY_FILE)
    return words


def require_settled(pack: Pack, store: Store, short: str) -> None:
    """Raises TipReflectError, with the list on standard error, while the pack may not leave (SP4, SP6)."""
    from tip_reflect.cli.peers.packs import print_standing
    from tip_reflect.privacy.packs import standing_under

    reasons = []
    if not pack.question.strip():
        reasons.append(NO_QUESTION.format(short))
    if found := standing_under(pack, store.watch_list()):
        print_standing(found, err=True)
        count = "1 thing" if len(found) == 1 else f"{len(found)} things"
        reasons.append(STILL_STANDING.format(count, short, short))
    if reasons:
        raise TipReflectError(" ".join([*reasons, NOT_WRITTEN]))


def with_guess(pack: Pack, given: str | None, short: str) -> Pack:
    """The pack with the peer test answered (SP7): by the option, before, or on the terminal. The newest answer counts.

    Raises TipReflectError where someone could guess.
    """
    from tip_reflect.cli.peers.reviewing import PEER_TEST
    from tip_reflect.cli.terminal import is_watched

    if given is None and pack.guess is Guess.NOT_ASKED:
        if not is_watched():
            say(NOT_ASKED)
            return pack
        say(PEER_TEST)
        given = click.prompt(
            "no, perhaps or yes", type=click.Choice([one.value for one in Guess if one]), err=True
        )
    pack = replace(pack, guess=Guess(given)) if given else pack
    if pack.guess in {Guess.PERHAPS, Guess.YES}:
        raise TipReflectError(f"{CAN_BE_GUESSED.format(short)} {NOT_WRITTEN}")
    return pack


def bytes_of(pack: Pack, form: str, *, password: str | None) -> bytes:
    """The file. Raises TipReflectError where this form cannot be made here."""
    from tip_reflect.sharing.session_forms import SessionForm, write_document
    from tip_reflect.sharing.session_page import pack_document

    return write_document(pack_document(pack), SessionForm(form), password=password)


def note_that_it_left(store: Store, clock: Clock, pack: Pack, form: str, data: bytes) -> Pack:
    """Remember what is out (SP13), and that the pack was taken."""
    store.log_leaving(
        Leaving(
            pack_id=pack.id,
            at=Moment(at=clock()),
            form=form,
            entry_ids=pack.sources(),
            digest=sha256(data).hexdigest(),
        )
    )
    return store.save_pack(replace(pack, state=PackState.TAKEN))
