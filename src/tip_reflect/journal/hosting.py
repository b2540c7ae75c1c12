"""A session as its host sees it: which part it is at, and how long that has gone on. Nothing counts down."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

NONE = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """`since` is when this part began or went on; None while it is paused. `before` is what had gone by then."""

    parts: int
    at: int = 0
    since: datetime | None = None
    before: timedelta = NONE
    spent: tuple[timedelta, ...] = field(default=())
    """How long each part has taken that was left before, by its place."""

    def elapsed(self, now: datetime) -> timedelta:
        """How long this part has gone on, pauses apart; a clock that was put back takes nothing away."""
        running = max(now - self.since, NONE) if self.since is not None else NONE
        return self.before + running

    @property
    def paused(self) -> bool:
        return self.since is None

    def pause(self, now: datetime) -> Hosting:
        """Stop the minutes, or let them go on."""
        if self.since is None:
            return replace(self, since=now)
        return replace(self, before=self.elapsed(now), since=None)

    def go(self, by: int, now: datetime) -> Hosting:
        """Another part, with the minutes it had before; at either end this one goes on."""
        at = min(max(self.at + by, 0), self.parts - 1)
        if at == self.at:
            return self
        spent = [*self.spent, *[NONE] * (self.parts - len(self.spent))]
        spent[self.at] = self.elapsed(now)
        return replace(
            self,
            at=at,
            before=spent[at],
            since=None if self.paused else now,
            spent=tuple(spent),
        )


def begun(parts: int, now: datetime) -> Hosting:
    """The first part, running."""
    return Hosting(parts=parts, since=now)


def minutes_words(gone: timedelta) -> str:
    """just begun, 1 minute, 12 minutes"""
    minutes = int(gone.total_seconds() // 60)
    if minutes < 1:
        return "just begun"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
