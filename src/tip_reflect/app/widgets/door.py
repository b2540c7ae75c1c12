"""A door on Today: one of the four lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tip_reflect.journal.entry import PATH_NAMES, PathId

if TYPE_CHECKING:
    from textual.binding import BindingType

DOORS: dict[PathId, tuple[str, str]] = {
    PathId.QUICK: ("3", "For straight after."),
    PathId.STANDARD: ("10", "One principle, closely."),
    PathId.DEEP: ("20", "For later, by choice."),
    PathId.FREE: ("~", "No questions."),
}


class Door(Static, can_focus=True):
    """Enter or a click goes through it."""

    DEFAULT_CSS = """
    Door {
        width: 1fr;
        height: 7;
        margin-right: 1;
        padding: 0 1;
        background: $surface;
        border: round $edge;
        color: $muted;
        &:focus { border: round $primary; }
        &:hover { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "enter", "Open", show=False)]

    class Entered(Message):
        """The worker chose this length."""

        def __init__(self, path: PathId) -> None:
            self.path = path
            super().__init__()

    def __init__(self, path: PathId) -> None:
        self.path = path
        minutes, suits = DOORS[path]
        head = Content.assemble(
            (minutes, "bold $primary"), (" minutes" if minutes != "~" else "", "$foreground")
        )
        super().__init__(
            Content("\n").join([head, Content(f"{PATH_NAMES[path]}."), Content(suits)]),
            id=f"door-{path.value}",
        )

    def action_enter(self) -> None:
        self.post_message(self.Entered(self.path))

    def on_click(self) -> None:
        self.action_enter()
