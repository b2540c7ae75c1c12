"""What a person wrote may hold terminal commands; none of them reaches the terminal from any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
"""Escape, bell, and the rest of the C0 and C1 controls."""
DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)
"""Marks that turn the direction of what follows, and odd line ends."""
GONE = dict.fromkeys((*CONTROLS, *DIRECTIONS))


class OnlyText(LineFilter):
    """The last step before the terminal: takes control characters out of every line that is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  Textual's signature
        return [Segment(text.translate(GONE), style, control) for text, style, control in segments]
