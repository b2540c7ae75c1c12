"""One line at a time, from the terminal or a pipe."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.terminal import fitted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from tip_reflect.cli.writing.signals import Watch

NOT_TEXT = "That line could not be read as text, so it was not kept. Is the terminal set to UTF-8? Please type it again."


PASTE_GAP = 0.05
"""Seconds within which the next line of a pasted text has come; a person's own next key comes later."""


class EndOfInput(Exception):
    """No more lines will come."""


class NotUsed(Exception):
    """A line that came from no terminal does not fit where it came, and no one is there to ask again."""


class Lines:
    """Reads lines. On a terminal a long line can be edited and has no limit where the system has readline."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.on_terminal = sys.stdin.isatty()
        self._typed_so_far: Callable[[], str] = str
        self._put_back: list[str] = []
        if self.on_terminal:
            self._edit()

    def _edit(self) -> None:
        # The terminal's own editing cuts a line at 4,096 bytes; readline does not, and shows what is typed so far.
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)  # an earlier answer must not come back at a press of Up
            self._typed_so_far = readline.get_line_buffer

    def next(self, tick: Callable[[str], None] | None = None) -> str:
        """The next line without its end. Raises EndOfInput, or Ended with what was typed of it.

        A line that is not text is asked for again on a terminal, and raises NotUsed elsewhere.

        `tick` is called each second with what is typed so far, where that can be known.
        """
        if self._put_back:
            return self._put_back.pop()
        while True:
            with self._watch.waiting(self._typed_so_far, tick if self._typed_so_far is not str else None):
                line = self._typed() if self.on_terminal else self._piped()
            if line is not None:
                return line
            if not self.on_terminal:
                raise NotUsed
            click.echo(fitted(NOT_TEXT))

    def put_back(self, line: str) -> None:
        """Let this line be read next."""
        self._put_back.append(line)

    def is_more_given(self) -> bool:
        """Whether words that came from no terminal are still unread; it waits for none."""
        return not self.on_terminal and bool(_waiting(sys.stdin.buffer).strip())

    def is_more_coming(self) -> bool:
        """Whether more is at the terminal already, as in the middle of a pasted text."""
        return self.on_terminal and (bool(self._put_back) or _is_key_waiting(PASTE_GAP))

    def _typed(self) -> str | None:
        try:
            line = input()
            line.encode("utf-8")
        except UnicodeError:
            return None
        except (EOFError, OSError):
            raise EndOfInput from None
        return line

    def _piped(self) -> str | None:
        line = sys.stdin.buffer.readline()
        if not line:
            raise EndOfInput
        try:
            return line.decode("utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError:
            return None


def _is_key_waiting(seconds: float) -> bool:
    """Whether the terminal has something to read within this time."""
    if sys.platform == "win32":
        import msvcrt

        until = time.monotonic() + seconds
        while not msvcrt.kbhit() and time.monotonic() < until:
            time.sleep(seconds / 10)
        return msvcrt.kbhit()
    return bool(select.select([sys.stdin], [], [], seconds)[0])


def _waiting(source: BinaryIO) -> bytes:
    """The start of what is there to read already."""
    try:
        number = source.fileno()
    except OSError:
        return source.read()  # a stream in memory, which never waits
    peek = getattr(source, "peek", None)
    if peek is None or not hasattr(os, "set_blocking"):
        return b""
    was_blocking = os.get_blocking(number)
    os.set_blocking(number, False)
    try:
        return bytes(peek())
    except OSError:
        return b""
    finally:
        os.set_blocking(number, was_blocking)
