"""Signals that end the program, turned into an exception while a line is waited for and never in the middle of a save.

Where the terminal's line can be seen while it is typed, a tick each second lets it be kept before Enter is pressed.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

ENDING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
]
TICK_SECONDS = 1.0


class Ended(Exception):
    """The program was told to end. `unfinished` is the line that was being typed, as far as it can be known."""

    def __init__(self, number: int, unfinished: str) -> None:
        super().__init__(number)
        self.number = number
        self.unfinished = unfinished

    @property
    def exit_code(self) -> int:
        return 128 + self.number


class Watch:
    """Holds the signal handlers of one sitting."""

    def __init__(self) -> None:
        self._waiting: Callable[[], str] | None = None
        self._tick: Callable[[str], None] | None = None
        self._came = 0

    @contextmanager
    def on(self) -> Iterator[Watch]:
        """Take the signals, and give them back on the way out."""
        before = {number: signal.signal(number, self._end) for number in ENDING}
        if hasattr(signal, "SIGALRM"):
            before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._alarm)
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waiting(self, typed_so_far: Callable[[], str], tick: Callable[[str], None] | None) -> Iterator[None]:
        """A line is waited for: a signal raises Ended; `tick` gets what is typed so far, each second."""
        if self._came:
            raise Ended(self._came, "")
        self._tick = tick
        self._waiting = typed_so_far
        ticking = tick is not None and hasattr(signal, "setitimer")
        try:
            if ticking:
                signal.setitimer(signal.ITIMER_REAL, TICK_SECONDS, TICK_SECONDS)
            yield
        finally:
            self._waiting = None
            if ticking:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        typed = self._waiting
        if typed is None:
            self._came = number
            return
        self._waiting = None
        raise Ended(number, typed())

    def _alarm(self, _number: int, _frame: FrameType | None) -> None:
        typed, tick = self._waiting, self._tick
        if typed is None or tick is None:
            return
        self._waiting = None  # a signal that comes while this is saved waits for the end of it
        try:
            tick(typed())
        finally:
            self._waiting = typed
        if self._came:
            raise Ended(self._came, typed())
