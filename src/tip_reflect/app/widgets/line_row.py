"""One line of a pack under its part, in full, and the place below it where another can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tip_reflect.journal.pack import Part

ADD = "+ add a line of your own"


class LineRow(Static, can_focus=True):
    """`at` is its place among all the lines of the pack. Enter or a click opens it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineRow {
        height: auto;
        padding: 0 0 0 1;
        border-left: blank;
        &:focus { background: $panel; border-left: outer $primary; }
        &:hover { background: $surface; }
        &:focus:hover { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "open_line", "Open", show=False)]

    class Opened(Message):
        """The worker wants to change this line."""

        def __init__(self, row: LineRow) -> None:
            self.row = row
            super().__init__()

    def __init__(self, at: int, words: str) -> None:
        super().__init__(Content.assemble(("• ", "$accent"), words))
        self.at = at

    def action_open_line(self) -> None:
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        self.action_open_line()


class AddRow(Static, can_focus=True):
    """The end of a part."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    AddRow {
        height: 1;
        padding: 0 0 0 1;
        border-left: blank;
        color: $muted;
        &:focus { background: $panel; border-left: outer $primary; color: $foreground; }
        &:hover { background: $surface; }
        &:focus:hover { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "add", "Add", show=False)]

    class Wanted(Message):
        """The worker wants to write a line into this part."""

        def __init__(self, part: Part) -> None:
            self.part = part
            super().__init__()

    def __init__(self, part: Part) -> None:
        super().__init__(Content(ADD), id=f"add-{part.value}")
        self.part = part

    def action_add(self) -> None:
        self.post_message(self.Wanted(self.part))

    def on_click(self) -> None:
        self.action_add()
