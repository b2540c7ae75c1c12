"""One line of the watch list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tip_reflect.journal.watching import Watched

if TYPE_CHECKING:
    from tip_reflect.journal.watching import WatchedName

WHAT = {
    Watched.NAME: "a name",
    Watched.PLACE: "a place",
    Watched.SERVICE: "a school or service",
    Watched.NUMBER: "a number",
}


class WatchedRow(Widget, can_focus=True):
    """Holds a `line`; the screen says what can be done with it."""

    DEFAULT_CSS = """
    WatchedRow {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { background: $panel; text-style: bold; }
        &:hover { background: $surface; }
    }
    """

    def __init__(self, line: WatchedName) -> None:
        super().__init__()
        self.line = line

    def render(self) -> Content:
        mark = "❯" if self.has_focus else " "
        instead = f"   say instead: {self.line.instead}" if self.line.instead else ""
        return Content.assemble(
            (f"{mark} ", "$accent"),
            (self.line.words, "$foreground"),
            (f"   {WHAT[self.line.what]}{instead}", "$muted"),
        )
