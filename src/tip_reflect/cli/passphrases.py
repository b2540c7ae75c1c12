"""Where a passphrase or the recovery words come from; never from the command line, which others can see.

As other encrypted tools do it: a file that a variable names, then a command's output, then the terminal.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tip_reflect.cli.terminal import ask_hidden, can_ask, say
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "TIP_REFLECT_PASSPHRASE_FILE"
COMMAND = "TIP_REFLECT_PASSPHRASE_COMMAND"
NEW_FILE = "TIP_REFLECT_NEW_PASSPHRASE_FILE"
RECOVERY_FILE = "TIP_REFLECT_RECOVERY_FILE"

NO_PASSPHRASE = (
    "The passphrase is needed, and there is no terminal to ask on. Nothing was changed. "
    f"Set {FILE} or {COMMAND}, or run this in a terminal."
)
NO_NEW_PASSPHRASE = (
    "A new passphrase is needed, and there is no terminal to ask on. Nothing was changed. "
    f"Set {NEW_FILE}, or run this in a terminal."
)
NO_WORDS = (
    "The 12 recovery words are needed, and there is no terminal to ask on. Nothing was changed. "
    f"Set {RECOVERY_FILE}, or run this in a terminal."
)
GOOD_ADVICE = "Four or five plain words that do not belong together are easy to remember and hard to guess."


def the_passphrase() -> str:
    """The journal's passphrase. Raises TipReflectError where no one can be asked."""
    given = _given()
    if given is not None:
        return given
    _need_terminal(NO_PASSPHRASE)
    return ask_hidden("Passphrase")


def passphrase_for_new_journal() -> str:
    """The first passphrase: given as any passphrase is, or chosen on the terminal. Good enough to use."""
    given = _given()
    if given is not None:
        return _acceptable(given)
    _need_terminal(NO_PASSPHRASE)
    return _chosen("Choose a passphrase")


def new_passphrase() -> str:
    """A passphrase to put in place of the old one. Good enough to use."""
    if path := os.environ.get(NEW_FILE):
        return _acceptable(_from_file(path, NEW_FILE))
    _need_terminal(NO_NEW_PASSPHRASE)
    return _chosen("New passphrase")


def recovery_words() -> str:
    """The 12 words as they were typed or stand in the file."""
    if path := os.environ.get(RECOVERY_FILE):
        return _from_file(path, RECOVERY_FILE)
    _need_terminal(NO_WORDS)
    say(
        "Type the 12 words from your recovery sheet on one line, with a space between. They do not show as you type."
    )
    return ask_hidden("Recovery words")


def _given() -> str | None:
    """The passphrase from the environment, or None where it names no source."""
    if path := os.environ.get(FILE):
        return _from_file(path, FILE)
    if command := os.environ.get(COMMAND):
        return _from_command(command)
    return None


def _need_terminal(otherwise: str) -> None:
    if not can_ask():
        raise TipReflectError(otherwise)


def _from_file(path: str, variable: str) -> str:
    try:
        return _decoded(Path(path).read_bytes(), f"the file that {variable} names")
    except OSError as problem:
        raise TipReflectError(
            f"The file that {variable} names could not be read ({type(problem).__name__}). Nothing was changed."
        ) from None


def _from_command(command: str) -> str:
    """What the command prints. It runs without a shell, and standard input is not its own: `add` reads text there."""
    refused = f"The command in {COMMAND}"
    try:
        # Windows splits a command line itself; its backslashes are not escapes.
        words = command if os.name == "nt" else shlex.split(command)
        done = subprocess.run(  # noqa: S603  the person's own command
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False
        )
    except (OSError, ValueError, IndexError):
        raise TipReflectError(f"{refused} could not be started. Nothing was changed.") from None
    if done.returncode:
        raise TipReflectError(
            f"{refused} ended with code {done.returncode}, so there is no passphrase. Nothing was changed."
        )
    return _decoded(done.stdout, f"what the command in {COMMAND} prints")


def _decoded(data: bytes, source: str) -> str:
    """UTF-8 without the mark that Windows editors put first, less one final newline."""
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TipReflectError(
            f"A passphrase is UTF-8 text, and {source} is not. Nothing was changed."
        ) from None
    return words.removesuffix("\n").removesuffix("\r")


def _acceptable(passphrase: str) -> str:
    from tip_reflect.vault.passphrase import guide

    guidance = guide(passphrase)
    if not guidance.acceptable:
        raise TipReflectError(f"{guidance.label}. {guidance.advice} Nothing was changed.")
    return passphrase


def _chosen(question: str, ask: Callable[[str], str] = ask_hidden) -> str:
    """Asked until it is good enough and typed the same twice."""
    from tip_reflect.vault.passphrase import guide

    say(GOOD_ADVICE)
    while True:
        first = ask(question)
        guidance = guide(first)
        say(f"{guidance.label}. {guidance.advice}".strip())
        if not guidance.acceptable:
            continue
        if ask("The same again") == first:
            return first
        say("Those two were not the same. Please type it twice again.")
