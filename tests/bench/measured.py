"""What one line of the benchmark's table says, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HEADINGS = ("what", "measured", "reference in the same run", "", "ratio", "budget", "")
_RIGHT = (1, 3, 4, 5)
"""Columns of numbers."""


class Unit(Enum):
    SECONDS = "s"
    BYTES = "B"


class LeftOutError(Exception):
    """A row that cannot be measured on this machine, and why; never a failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement beside its reference. `budget` is the ratio that the design allows, where it names one."""

    what: str
    measured: float
    reference: str
    referred: float
    budget: float | None
    note: str = ""
    unit: Unit = Unit.SECONDS

    @property
    def ratio(self) -> float:
        return self.measured / self.referred if self.referred else float("inf")

    def cells(self) -> tuple[str, ...]:
        return (
            self.what,
            _amount(self.measured, self.unit),
            self.reference,
            _amount(self.referred, self.unit),
            _ratio(self.ratio),
            "" if self.budget is None else _ratio(self.budget),
            "" if self.budget is None or self.ratio <= self.budget else "over",
        )


def _amount(value: float, unit: Unit) -> str:
    if unit is Unit.BYTES:
        return f"{value / 2**20:.1f} MiB"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms"


def _ratio(value: float) -> str:
    return f"1/{1 / value:.3g}" if 0 < value < 1 / 2 else f"{value:.2f}x"


def plain(rows: Sequence[Row]) -> str:
    """Aligned columns for a terminal, the notes under them."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADINGS))]
    aligned = [
        "  ".join(
            cell.rjust(width) if at in _RIGHT else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([*aligned, *_notes(rows)])


def markdown(rows: Sequence[Row]) -> str:
    """The same as a Markdown table, the notes under it as a list."""
    rule = ["--:" if at in _RIGHT else "---" for at in range(len(HEADINGS))]
    lines = [HEADINGS, rule, *(row.cells() for row in rows)]
    return "\n".join([*(f"| {' | '.join(line)} |" for line in lines), *_notes(rows, bullet="- ")])


def _notes(rows: Iterable[Row], bullet: str = "") -> list[str]:
    notes = [f"{bullet}{row.what}: {row.note}" for row in rows if row.note]
    return ["", *notes] if notes else []
