"""One thing that waits on Today, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.binding import BindingType


class WaitingRow(Widget, can_focus=True):
    """Enter or a click takes it up."""

    DEFAULT_CSS = """
    WaitingRow {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { background: $panel; text-style: bold; }
        &:hover { background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "take_up", "Open", show=False)]

    class TakenUp(Message):
        """The worker wants to do this now."""

        def __init__(self, row: WaitingRow) -> None:
            self.row = row
            super().__init__()

    def __init__(self, name: str, what: str, aside: str) -> None:
        super().__init__(name=name)
        self._what = what
        self._aside = aside

    def render(self) -> Content:
        mark = "❯" if self.has_focus else "◷"
        return Content.assemble(
            (f"{mark}  ", "$accent"), (self._what, "$foreground"), "   ", (self._aside, "$muted")
        )

    def action_take_up(self) -> None:
        self.post_message(self.TakenUp(self))

    def on_click(self) -> None:
        self.action_take_up()
