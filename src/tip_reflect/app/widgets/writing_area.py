"""The place to write: plain prose, no letter keys of ours, and a quiet word a moment after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

from tip_reflect.app.widgets.underlines import Underlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.timer import Timer

    from tip_reflect.privacy.finding import Span

SAVE_AFTER = 0.4
"""Seconds from the first unsaved key to the save; a kill loses less than a second of typing."""


PAUSE = 0.8
"""Seconds without a key after which what is written may be looked through."""


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

    class Paused(Message):
        """No key came for a moment."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )
        self._soon: Timer | None = None
        self._pause: Timer | None = None
        self._underlines = Underlines()
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
        if self._pause is None:
            self._pause = self.set_timer(PAUSE, self._paused)
        else:
            self._pause.reset()
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_resize(self) -> None:
        self.call_after_refresh(self.scroll_cursor_visible)

    def _settle(self) -> None:
        self._soon = None
        self.post_message(self.Settled())

    def _paused(self) -> None:
        self._pause = None
        self.post_message(self.Paused())

    def underline(self, text: str, found: Sequence[Span]) -> None:
        """Underline these, quietly, where the text is still the one they were found in; the words stay as they are."""
        if text != self.text:
            return
        self._underlines = Underlines(self.document.lines, self.document.newline, found)
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        for start, end in self._underlines.of(line_index, line.plain):
            line.stylize("underline", start, end)
        return line
