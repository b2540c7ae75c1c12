"""Time, passed in: the app and the command line are given a clock, and tests freeze it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the writer's local time, with its offset from UTC."""


def system_clock() -> datetime:
    """Now, as the writer's own clock and calendar show it."""
    return datetime.now(UTC).astimezone()
