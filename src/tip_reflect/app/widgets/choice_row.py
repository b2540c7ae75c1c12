"""One choice out of a few, side by side: arrows, or a click, move it; it wraps where the window is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)

WHICH = "choice"
"""Under this name each choice's cells carry its number, so that a click knows which it met."""

GAP = " "


@dataclass(frozen=True, slots=True)
class Choice(Generic[V_co]):
    """A value, the words for it, and the theme variable of its colour where it has one."""

    value: V_co
    label: str
    colour: str = ""


class ChoiceRow(Widget, Generic[V], can_focus=True):
    """Shows its choices on one or more lines; `value` is the one chosen."""

    DEFAULT_CSS = """
    ChoiceRow {
        width: 1fr;
        height: auto;
        color: $foreground;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Left", show=False),
        Binding("right", "step(1)", "Right", show=False),
    ]

    index: reactive[int] = reactive(0, layout=True)

    class Changed(Message):
        """Another choice was made."""

        def __init__(self, row: ChoiceRow[Any]) -> None:
            self.row = row
            super().__init__()

        @property
        def control(self) -> ChoiceRow[Any]:
            return self.row

    def __init__(
        self, choices: Sequence[Choice[V]], *, chosen: V | None = None, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._choices = tuple(choices)
        self.set_reactive(ChoiceRow.index, self._index_of(chosen))

    @property
    def value(self) -> V:
        return self._choices[self.index].value

    def choose(self, value: V) -> None:
        self.index = self._index_of(value)

    def offer(self, choices: Sequence[Choice[V]], *, chosen: V) -> None:
        """Show other choices."""
        self._choices = tuple(choices)
        self.index = self._index_of(chosen)
        self.refresh(layout=True)

    def watch_index(self, old: int, new: int) -> None:
        if old != new:
            self.post_message(self.Changed(self))

    def render(self) -> Content:
        lines = self._lines(self.size.width)
        return Content("\n").join(
            Content(GAP).join(self._part(at, self._choices[at]) for at in line) for line in lines
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def _lines(self, width: int) -> list[list[int]]:
        """Which choices stand on each line; one is never broken in two."""
        lines: list[list[int]] = [[]]
        room = width
        for at, choice in enumerate(self._choices):
            needs = cell_len(choice.label) + 2
            if lines[-1] and needs > room:
                lines.append([])
                room = width
            lines[-1].append(at)
            room -= needs + len(GAP)
        return lines

    def action_step(self, by: int) -> None:
        self.index = min(max(self.index + by, 0), len(self._choices) - 1)

    def on_click(self, event: events.Click) -> None:
        at = event.style.meta.get(WHICH)
        if isinstance(at, int):
            self.index = at
        self.focus()

    def _part(self, at: int, choice: Choice[V]) -> Content:
        chosen = at == self.index
        words = f"[{choice.label}]" if chosen else f" {choice.label} "  # brackets say it without any colour
        colour = choice.colour or ("$primary" if chosen else "$muted")
        style = f"bold {colour}" if chosen else colour
        if chosen and self.has_focus:
            style += " reverse"
        return Content.styled(words, style).stylize(Style.from_meta({WHICH: at}))

    def _index_of(self, value: V | None) -> int:
        values = [choice.value for choice in self._choices]
        return values.index(value) if value in values else 0
