"""A program in a pseudo-terminal of its own: keys go in, and the moment when words are painted comes out."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from contextlib import suppress
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Self

from measured import LeftOutError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

COLUMNS, LINES = 120, 40
PATIENCE = 60.0
"""Seconds to wait for a paint before the benchmark itself counts as broken."""

ENTER, END, DOWN, QUIT = b"\r", b"\x1b[F", b"\x1b[B", b"\x11"


class NeverPaintedError(Exception):
    """What was waited for did not come."""


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a program under test: this one's, with an invented home and nothing of the person's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TIP_REFLECT", "TEXTUAL", "XDG_"))
        and name not in {"NO_COLOR", "COLUMNS", "LINES"}
    }
    return kept | {
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }


def python(*words: str) -> list[str]:
    """A command for the interpreter that runs the benchmark."""
    return [sys.executable, *words]


class Terminal:
    """Use with `with`: at the end the program is asked to quit, and ended if it does not."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        try:
            import pty
            import termios
        except ImportError:
            raise LeftOutError("pseudo-terminals are only on Linux and macOS") from None
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (LINES, COLUMNS))
        self._seen = bytearray()
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environ), start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.type(QUIT)
        until = perf_counter() + 10
        while self._process.poll() is None and perf_counter() < until:
            with suppress(NeverPaintedError):
                self._read(0.05)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def pid(self) -> int:
        return self._process.pid

    def type(self, keys: bytes) -> float:
        """Send keys; gives the moment just before."""
        now = perf_counter()
        os.write(self._ours, keys)
        return now

    def painted(self, words: str | bytes) -> float:
        """Wait until these words come out of the program, after the last `rest`; gives the moment.

        Words are found only where they are painted in one style. Raises NeverPaintedError.
        """
        sought = words.encode() if isinstance(words, str) else words
        until = perf_counter() + PATIENCE
        searched = 0
        while True:
            now = perf_counter()
            if self._seen.find(sought, max(0, searched - len(sought))) >= 0:
                return now
            searched = len(self._seen)
            if now > until or not self._read(until - now):
                raise NeverPaintedError(
                    f"{words!r} was not painted; the last that came was {bytes(self._seen[-400:])!r}"
                )

    def rest(self, pause: float = 0.0) -> None:
        """Take what comes for so many seconds, then forget all that came."""
        until = perf_counter() + pause
        while self._read(max(0.0, until - perf_counter())) or perf_counter() < until:
            pass
        self._seen.clear()

    def after(self, keys: bytes, words: str | bytes) -> float:
        """Seconds from these keys to the paint of these words."""
        self.rest()
        pressed = self.type(keys)
        return self.painted(words) - pressed

    def _read(self, patience: float) -> bool:
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        try:
            came = os.read(self._ours, 1 << 16)
        except OSError:
            came = b""  # the other end is closed
        if not came:
            sleep(0.01)
            raise NeverPaintedError(f"the program ended; the last that came was {bytes(self._seen[-400:])!r}")
        self._seen += came
        return True
