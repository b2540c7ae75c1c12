"""The person at the terminal: whether there is one, and asking them."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from pathlib import Path

import click


def can_ask() -> bool:
    """Whether someone can be asked, even while standard input is a pipe or a file."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        os.close(os.open(Path("CONIN$" if os.name == "nt" else "/dev/tty"), os.O_RDWR))
    except OSError:
        return False
    return True


def is_watched() -> bool:
    """Whether a person sees what is printed and can answer, so that a question makes sense."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def ask_hidden(question: str) -> str:
    """One line that the terminal does not show. Raises click.Abort on Ctrl-C."""
    return click.prompt(question, hide_input=True, err=True, type=str)


def fitted(words: str, *, on_error: bool = False) -> str:
    """The same lines, broken between words where a terminal would break them anywhere; as they are when piped."""
    stream = sys.stderr if on_error else sys.stdout
    if stream is None or not stream.isatty():
        return words
    # One column less: a line that fills the last one makes some terminals add an empty line.
    width = max(shutil.get_terminal_size().columns - 1, 1)
    return "\n".join(
        textwrap.fill(line, width, expand_tabs=False, break_long_words=False, break_on_hyphens=False)
        for line in words.split("\n")
    )


def say(words: str) -> None:
    """A sentence for the person, beside what a script reads."""
    click.echo(fitted(words, on_error=True), err=True)
