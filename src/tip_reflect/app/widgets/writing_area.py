"""The place to write: plain prose, no letter keys of ours, and a quiet word a moment after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER = 0.4
"""Seconds from the first unsaved key to the save; a kill loses less than a second of typing."""


class WritingArea(TextArea):
    """A TextArea for prose: soft wrap, no line numbers, Tab moves on."""

    DEFAULT_CSS = """
    WritingArea {
        border: round $edge;
        background: $surface;
        color: $foreground;
        padding: 0 1;
        &:focus { border: round $primary; }
        & .text-area--cursor-line { background: $surface; }
    }
    """

    class Settled(Message):
        """Words changed a moment ago and want saving."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )
        self._soon: Timer | None = None
        self._given = ""
        self._as_loaded = ""

    @property
    def words(self) -> str:
        """What is written; to the byte what was given, line endings too, where no key changed it."""
        text = self.text
        return self._given if text == self._as_loaded else text

    def show_words(self, words: str, *, row: int, column: int) -> None:
        """Show these words with the cursor there; not counted as a change."""
        with self.prevent(TextArea.Changed):
            self.load_text(words)
        self._given, self._as_loaded = words, self.text
        lines = self.document.line_count
        row = min(max(row, 0), lines - 1)
        self.move_cursor((row, min(max(column, 0), len(self.document.get_line(row)))))

    def on_text_area_changed(self) -> None:
        # The timer is not put off by further keys: someone who never pauses is saved as often.
        if self._soon is None:
            self._soon = self.set_timer(SAVE_AFTER, self._settle)
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_resize(self) -> None:
        self.call_after_refresh(self.scroll_cursor_visible)

    def _settle(self) -> None:
        self._soon = None
        self.post_message(self.Settled())
