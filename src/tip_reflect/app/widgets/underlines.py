"""Where the quiet underlines of the writing area stand, line by line; a line that has changed since keeps the rest of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tip_reflect.privacy.finding import Span

Spans = tuple[tuple[int, int], ...]


class Underlines:
    """Found in the lines of a text as it was at one moment, and asked for while it goes on changing."""

    def __init__(self, lines: Sequence[str] = (), newline: str = "\n", found: Iterable[Span] = ()) -> None:
        self._looked_at = tuple(lines)
        spans: list[list[tuple[int, int]]] = [[] for _ in self._looked_at]
        at, begins = 0, 0
        for finding in found:
            while at < len(self._looked_at) and finding.start >= begins + len(self._looked_at[at]) + len(
                newline
            ):
                begins += len(self._looked_at[at]) + len(newline)
                at += 1
            row, start = at, begins
            while row < len(self._looked_at) and finding.end > start:
                line = self._looked_at[row]
                spans[row].append((max(0, finding.start - start), min(len(line), finding.end - start)))
                start += len(line) + len(newline)
                row += 1
        self._spans = tuple(map(tuple, spans))
        self._by_line: dict[str, Spans] = dict(zip(self._looked_at, self._spans, strict=True))

    def of(self, row: int, line: str) -> Spans:
        """The spans to underline in this line, which stands at this row now."""
        if not self._by_line:
            return ()
        known = self._by_line.get(line)
        if known is None:
            known = self._by_line[line] = self._still_standing(row, line)
        return known

    def _still_standing(self, row: int, line: str) -> Spans:
        """Those before and after the place where the line was changed."""
        if row >= len(self._looked_at):
            return ()
        old = self._looked_at[row]
        longer = len(line) - len(old)
        before = _most(min(len(old), len(line)), lambda n: old[:n] == line[:n])
        after = _most(
            min(len(old), len(line)) - before, lambda n: old[len(old) - n :] == line[len(line) - n :]
        )
        return tuple(
            (start, end) if end <= before else (start + longer, end + longer)
            for start, end in self._spans[row]
            if end <= before or start >= len(old) - after
        )


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to a limit for which this holds; it holds for every smaller one too."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
