"""The lines of a pack, moved among its parts: each function gives the pack with its lines changed, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.journal.pack import Pack, PackLine, Part

if TYPE_CHECKING:
    from uuid import UUID


def places(pack: Pack, part: Part) -> tuple[int, ...]:
    """Where the lines of one part stand among all the lines of the pack."""
    return tuple(at for at, line in enumerate(pack.lines) if line.part is part)


def open_parts(pack: Pack) -> tuple[Part, ...]:
    """The parts that lines can go into, in their fixed order: the impact only where it was switched on."""
    return tuple(part for part in Part if part is not Part.IMPACT or pack.with_impact)


def with_line(pack: Pack, part: Part, text: str, source: UUID | None = None) -> Pack:
    """One more line, the last of its part."""
    return pack.changed(lines=(*pack.lines, PackLine(part=part, text=text, source=source)))


def without_line(pack: Pack, at: int) -> Pack:
    """One line fewer."""
    return pack.changed(lines=(*pack.lines[:at], *pack.lines[at + 1 :]))


def moved(pack: Pack, at: int, by: int) -> tuple[Pack, int]:
    """A line one place up (`by` is -1) or down (1), and where it stands then.

    From the top of a part it goes to the end of the part before, from the end to the top of the next; where there is
    none, the pack stays as it is.
    """
    line = pack.lines[at]
    theirs = places(pack, line.part)
    here = theirs.index(at) + by
    if 0 <= here < len(theirs):
        other = theirs[here]
        lines = list(pack.lines)
        lines[at], lines[other] = lines[other], lines[at]
        return pack.changed(lines=tuple(lines)), other
    parts = open_parts(pack)
    beside = parts.index(line.part) + by if line.part in parts else -1
    if not 0 <= beside < len(parts):
        return pack, at
    return _put_in(pack, at, parts[beside], last=by < 0)


def under(pack: Pack, at: int, part: Part) -> tuple[Pack, int]:
    """A line as the last of another part, and where it stands then; as it is where that is its part already."""
    return (pack, at) if pack.lines[at].part is part else _put_in(pack, at, part, last=True)


def _put_in(pack: Pack, at: int, part: Part, *, last: bool) -> tuple[Pack, int]:
    line = PackLine(part=part, text=pack.lines[at].text, source=pack.lines[at].source)
    rest = (*pack.lines[:at], *pack.lines[at + 1 :])
    lines = (*rest, line) if last else (line, *rest)
    return pack.changed(lines=lines), len(lines) - 1 if last else 0
