"""Plain aligned text: one heading, rows of cells, and a measure beside its target."""

from collections.abc import Iterable, Sequence


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A title, the headings and the rows, the first column to the left and the rest to the right."""
    lines = [tuple(headings), *(tuple(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headings))]
    aligned = (
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
    return "\n".join(["", title, *(f"  {line}" for line in aligned)])


def share(value: float | None) -> str:
    """A share as a percentage, never rounded up to 100."""
    if value is None:
        return ""
    percent = 100 * value
    return f"{min(percent, 99.9) if percent < 100 else percent:.1f}"


def at_least(value: float | None, target: float | None) -> str:
    if value is None or target is None:
        return ""
    return "pass" if value >= target else "MISS"


def at_most(value: float | None, target: float | None) -> str:
    if value is None or target is None:
        return ""
    return "pass" if value <= target else "MISS"
