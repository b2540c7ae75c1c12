"""A list under headings, one line for each thing: draws only what is in view, and the mark passes over headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

GAP = 2
MOST_ASIDE = 34
"""Cells that the words at the side may take at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line. With no `key` it is a heading or a remark, which the mark passes over.

    `part` names the look of the words: title, heading, quiet, or the name of a principle for the `sign` before them.
    """

    words: str = field(repr=False)
    key: str = ""
    aside: str = field(default="", repr=False)
    sign: str = ""
    part: str = "title"


def heading(words: str, aside: str = "") -> Row:
    return Row(words=words, aside=aside, part="heading")


def remark(words: str) -> Row:
    return Row(words=words, part="quiet")


class Shelf(ScrollView, can_focus=True):
    """`current` is the key under the mark, empty where there is nothing to mark."""

    DEFAULT_CSS = """
    Shelf {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .shelf--title { color: $foreground; }
        & > .shelf--heading { color: $foreground; text-style: bold; }
        & > .shelf--quiet { color: $muted; }
        & > .shelf--mark { color: $primary; text-style: bold; }
        & > .shelf--cursor { background: $panel; }
        & > .shelf--safety { color: $principle-safety; }
        & > .shelf--trustworthiness { color: $principle-trustworthiness; }
        & > .shelf--choice { color: $principle-choice; }
        & > .shelf--collaboration { color: $principle-collaboration; }
        & > .shelf--empowerment { color: $principle-empowerment; }
        &:focus > .shelf--cursor { background: $panel; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"shelf--{part}"
        for part in (
            "title", "heading", "quiet", "mark", "cursor",
            "safety", "trustworthiness", "choice", "collaboration", "empowerment",
        )
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", "Up", show=False),
        Binding("down", "cursor(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Highlighted(Message):
        """The mark stands on another line."""

    class Chosen(Message):
        """The worker clicked on the line under the mark: they want it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._keyed: tuple[int, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these lines; the mark stays on the same thing where that is still there, else near to it."""
        key, near = self.current, self.cursor
        self._rows = tuple(rows)
        self._keyed = tuple(at for at, row in enumerate(self._rows) if row.key)
        same = next((at for at, row in enumerate(self._rows) if row.key and row.key == key), near)
        self.set_reactive(Shelf.cursor, self.validate_cursor(same))
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._show_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    def mark(self, key: str) -> None:
        """Put the mark on this line, where it is there."""
        at = next((at for at, row in enumerate(self._rows) if row.key == key), None)
        if at is not None:
            self.cursor = at

    @property
    def current(self) -> str:
        return self._rows[self.cursor].key if self.cursor < len(self._rows) else ""

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """The nearest line that the mark may stand on."""
        return min(self._keyed, key=lambda at: (abs(at - cursor), at), default=0)

    def watch_cursor(self) -> None:
        self._show_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    def _show_cursor(self) -> None:
        top = self.cursor
        while top and not self._rows[top - 1].key:  # a heading is shown with its first line
            top -= 1
        self.scroll_to_region(Region(0, top, 1, self.cursor - top + 1), animate=False, force=True)

    def action_cursor(self, by: int) -> None:
        if self.cursor in self._keyed:
            at = self._keyed.index(self.cursor) + by
            self.cursor = self._keyed[min(max(at, 0), len(self._keyed) - 1)]

    def action_page(self, by: int) -> None:
        self.cursor += by * max(1, self.size.height - 2)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = len(self._rows)

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if at not in self._keyed:
            return
        again = at == self.cursor
        self.cursor = at
        if again or event.chain > 1:
            self.post_message(self.Chosen())

    def on_resize(self) -> None:
        if self._rows:
            self._show_cursor()

    # Drawing

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        marked = bool(row.key) and at == self.cursor
        indent = ("❯ " if marked else "  ") if row.key or row.part == "quiet" else ""
        sign = f"{row.sign} " if row.sign else ""
        beside = min(cell_len(row.aside), MOST_ASIDE, width // 2)
        column = self._aside_column(width) if beside else width
        room = column - cell_len(indent) - cell_len(sign) - (GAP if beside else 0)
        segments = [
            Segment(indent, self._style("mark")),
            Segment(sign, self._style(row.part if row.sign else "title")),
            Segment(_fitted(row.words, room), self._style("title" if row.sign else row.part)),
        ]
        if beside:
            segments.append(Segment(" " * GAP + _fitted(row.aside, width - column), self._style("quiet")))
        base = self.rich_style + self._style("cursor") if marked else self.rich_style
        return Strip(segments).adjust_cell_length(width).apply_style(base)

    def _aside_column(self, width: int) -> int:
        """Where the words at the side begin: in one column for the whole list."""
        widest = max((cell_len(row.aside) for row in self._rows), default=0)
        return width - min(widest, MOST_ASIDE, width // 2)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"shelf--{part}", partial=True)


def _fitted(words: str, room: int) -> str:
    """These words in exactly so many cells; what came from outside may hold tabs or line ends, and none is shown."""
    clean = "".join(letter if letter.isprintable() else " " for letter in words)
    if cell_len(clean) > room > 1:
        clean = set_cell_size(clean, room - 1).rstrip() + "…"
    return set_cell_size(clean, max(room, 0))
