"""The words on offer for the current finding: arrows choose, a click chooses, and a second click uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    from tip_reflect.privacy.review import Option

WHICH = "swap"
"""Under this name each line's cells carry its number, so that a click knows which it met."""
TAKE_OUT = "take it out"
OWN_WORDS = "word it myself…"


class SwapList(Widget, can_focus=True):
    """`index` is the line under the mark; the last line is for the writer's own words."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SwapList {
        height: auto;
        color: $foreground;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
    ]

    index: reactive[int] = reactive(0)

    class Used(Message):
        """The worker wants the line under the mark."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options: tuple[Option, ...] = ()

    def offer(self, options: Sequence[Option], *, chosen: int) -> None:
        """Show these words, with the mark on one of them."""
        self._options = tuple(options)
        self.index = min(max(chosen, 0), len(self._options))
        self.refresh(layout=True)

    @property
    def option(self) -> Option | None:
        """The words under the mark; None where they are to be the writer's own."""
        return self._options[self.index] if self.index < len(self._options) else None

    def action_step(self, by: int) -> None:
        self.index = min(max(self.index + by, 0), len(self._options))

    def on_click(self, event: events.Click) -> None:
        at = event.style.meta.get(WHICH)
        if not isinstance(at, int):
            return
        again = at == self.index
        self.index = at
        if again or event.chain > 1:
            self.post_message(self.Used())

    def render(self) -> Content:
        lines = [self._line(at, one.words or TAKE_OUT, one.note) for at, one in enumerate(self._options)]
        return Content("\n").join([*lines, self._line(len(self._options), OWN_WORDS, "")])

    def _line(self, at: int, words: str, note: str) -> Content:
        marked = at == self.index
        line = Content.assemble(
            ("❯ " if marked else "  ", "bold $primary"),
            (words, "bold $primary" if marked else "$foreground"),
            (f"   {note}" if note else "", "$muted"),
        )
        return line.stylize(Style.from_meta({WHICH: at}))
