"""The text under review: each finding in its place, and any words to be picked by hand; draws only the lines in view."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tip_reflect.app.commands import (
    PICK_ABOVE,
    PICK_BEFORE,
    PICK_BELOW,
    PICK_FEWER,
    PICK_MORE,
    PICK_NEXT,
    bindings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.binding import BindingType

    from tip_reflect.privacy.review import Mention, Review, Run

WORD = re.compile(r"\w+(?:['’.@/-]\w+)*")
BREAKS = re.compile(r"\S+\s*|\s+")
KEPT = "\n\u200d"
"""Line ends, and what joins a family of faces."""
MARGIN = 2
"""Lines kept in view above and below the current finding."""


class Line(NamedTuple):
    """A line as drawn: letters `start` to `end` of a piece as it reads now, or a title where `piece` is -1."""

    piece: int
    start: int
    end: int
    title: str = ""


class Picked(NamedTuple):
    """Words picked by hand: letters `start` to `end` of a piece as it was written."""

    piece: int
    start: int
    end: int


class ReviewText(ScrollView, can_focus=True, inherit_bindings=False):
    """Up and down scroll; while words are picked, the arrows move among them and Shift takes more of them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ReviewText {
        height: 1fr;
        & > .review-text--title { color: $muted; }
        & > .review-text--plain { color: $foreground; }
        & > .review-text--waiting { color: $accent; text-style: underline; }
        & > .review-text--looked { color: $primary; text-style: bold; }
        & > .review-text--current { color: $accent; text-style: bold reverse; }
        & > .review-text--same { color: $accent; text-style: bold underline; }
        & > .review-text--picked { color: $primary; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "review-text--title",
        "review-text--plain",
        "review-text--waiting",
        "review-text--looked",
        "review-text--current",
        "review-text--same",
        "review-text--picked",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PICK_NEXT, PICK_BEFORE, PICK_BELOW, PICK_ABOVE, PICK_MORE, PICK_FEWER),
        Binding("up", "scroll_up", "Up", show=False),
        Binding("down", "scroll_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "scroll_home", "First", show=False),
        Binding("end", "scroll_end", "Last", show=False),
    ]

    class Chosen(Message):
        """The worker clicked on a finding."""

        def __init__(self, mention: Mention) -> None:
            self.mention = mention
            super().__init__()

    class Picking(Message):
        """Words are being picked by hand, or no longer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._review: Review | None = None
        self._current: Mention | None = None
        self._runs: list[list[Run]] = []
        self._run_starts: list[list[int]] = []
        self._texts: list[str] = []
        self._lines: list[Line] = []
        self._words: list[Line] = []
        self._anchor: int | None = None
        self._head = 0
        self._pressed_at: tuple[int, int] | None = None

    # What is shown

    def show(self, review: Review, current: Mention | None) -> None:
        """Show this state, with the current finding in view."""
        self._review, self._current = review, current
        self._runs = [list(review.runs(at)) for at in range(len(review.pieces))]
        self._run_starts = [[0, *accumulate(len(run.text) for run in runs)] for runs in self._runs]
        self._texts = ["".join(drawable(run.text) for run in runs) for runs in self._runs]
        self._anchor = None
        self._lay_out()
        self.call_after_refresh(self._show_current)

    @property
    def picked(self) -> Picked | None:
        """The words that are picked, as they were written; None while nothing is."""
        shown = self._picked_letters()
        if shown is None:
            return None
        first, last = self._run_at(shown.piece, shown.start), self._run_at(shown.piece, shown.end - 1)
        return Picked(
            shown.piece,
            first.start
            if first.mention
            else first.start + shown.start - self._shown_start(shown.piece, first),
            last.end if last.mention else last.start + shown.end - self._shown_start(shown.piece, last),
        )

    @property
    def picked_words(self) -> str:
        """The same as they read now."""
        shown = self._picked_letters()
        return self._texts[shown.piece][shown.start : shown.end] if shown else ""

    # Picking words

    def start_picking(self) -> None:
        """Pick the word at the current finding, or the first in view."""
        if not self._words:
            return
        at = 0
        if self._current is not None:
            place = self._shown_place(self._current)
            at = self._word_near(self._current.piece, place)
        else:
            top = self.scroll_offset.y
            at = next(
                (n for n, word in enumerate(self._words) if self._line_of(word.piece, word.start) >= top), 0
            )
        self._pick(at, at)

    def stop_picking(self) -> None:
        """Pick nothing any more."""
        self._anchor = None
        self._pressed_at = None
        self.refresh()
        self.post_message(self.Picking())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action.startswith("pick_"):
            return self._anchor is not None
        if action.startswith(("scroll_", "page_")):
            return self._anchor is None
        return True

    def action_pick_word(self, by: int) -> None:
        self._pick(self._head + by, self._head + by)

    def action_pick_more(self, by: int) -> None:
        if self._anchor is not None:
            self._pick(self._anchor, self._head + by)

    def action_pick_line(self, by: int) -> None:
        here = self._words[self._head]
        line = self._line_of(here.piece, here.start)
        across = self._cells(self._lines[line], here.start)
        while 0 <= line + by < len(self._lines):
            line += by
            there = self._lines[line]
            fitting = [
                at
                for at, word in enumerate(self._words)
                if word.piece == there.piece and there.start <= word.start < there.end
            ]
            if fitting:
                near = min(fitting, key=lambda at: abs(self._cells(there, self._words[at].start) - across))
                self._pick(near, near)
                return

    def _pick(self, anchor: int, head: int) -> None:
        """Pick the words from one to another; both in one piece."""
        last = len(self._words) - 1
        anchor, head = min(max(anchor, 0), last), min(max(head, 0), last)
        piece = self._words[anchor].piece
        while self._words[head].piece != piece:
            head += 1 if self._words[head].piece < piece else -1
        self._anchor, self._head = anchor, head
        word = self._words[head]
        self._scroll_to_line(self._line_of(word.piece, word.start))
        self.refresh()
        self.post_message(self.Picking())

    def _picked_letters(self) -> Line | None:
        if self._anchor is None or not self._words:
            return None
        first, last = sorted((self._anchor, self._head))
        return Line(self._words[first].piece, self._words[first].start, self._words[last].end)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed_at = self._letter_at(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed_at is None or not event.button:
            return
        here = self._letter_at(event.x, event.y)
        if here is not None and here != self._pressed_at and self._words:
            self._pick(self._word_near(*self._pressed_at), self._word_near(*here))

    def on_mouse_up(self) -> None:
        self.release_mouse()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self._anchor is not None:
            return
        mention = self._run_at(*pressed).mention if self._texts[pressed[0]] else None
        if mention is not None:
            self.post_message(self.Chosen(mention))

    def _letter_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The piece and the letter under the mouse."""
        at = y + self.scroll_offset.y
        if not 0 <= at < len(self._lines) or self._lines[at].piece < 0:
            return None
        line = self._lines[at]
        room = x
        for place in range(line.start, line.end):
            room -= cell_len(self._texts[line.piece][place])
            if room < 0:
                return line.piece, place
        return line.piece, max(line.start, line.end - 1)

    # Drawing

    def on_resize(self) -> None:
        self._lay_out()
        self._show_current()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        segments = [self._said(line.title, "title")] if line.piece < 0 else list(self._segments(line))
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _segments(self, line: Line) -> Iterator[Segment]:
        starts, text = self._run_starts[line.piece], self._texts[line.piece]
        shown = self._picked_letters()
        if shown is not None and shown.piece != line.piece:
            shown = None
        edges = {line.start, line.end}
        first = bisect_right(starts, line.start) - 1
        edges.update(
            start for start in starts[first : bisect_right(starts, line.end)] if line.start < start < line.end
        )
        if shown is not None:
            edges.update(edge for edge in (shown.start, shown.end) if line.start < edge < line.end)
        places = sorted(edges)
        for start, end in pairwise(places):
            picked = shown is not None and shown.start <= start < shown.end
            yield self._said(
                text[start:end], "picked" if picked else self._look(self._run_at(line.piece, start))
            )

    def _look(self, run: Run) -> str:
        if run.mention is None or self._review is None:
            return "plain"
        if run.mention is self._current:
            return "current"
        if run.mention.subject in self._review.decisions:
            return "looked"
        same = self._current is not None and run.mention.subject == self._current.subject
        return "same" if same else "waiting"

    def _said(self, words: str, part: str) -> Segment:
        return Segment(words, self.get_component_rich_style(f"review-text--{part}", partial=True))

    # Where things are

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width - 1, 8)
        self._lines = []
        for at, text in enumerate(self._texts):
            if at:
                self._lines.append(Line(-1, 0, 0))
            title = drawable(self._review.pieces[at].title) if self._review else ""
            if title:
                self._lines.extend(Line(-1, 0, 0, title[start:end]) for start, end in wrapped(title, width))
            self._lines.extend(Line(at, start, end) for start, end in wrapped(text, width))
        self._words = [
            Line(at, *word.span()) for at, text in enumerate(self._texts) for word in WORD.finditer(text)
        ]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _show_current(self) -> None:
        if self._current is None:
            return
        self._scroll_to_line(self._line_of(self._current.piece, self._shown_place(self._current)))

    def _scroll_to_line(self, line: int) -> None:
        top = max(0, line - MARGIN)
        height = min(line - top + MARGIN + 1, max(1, self.size.height))
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def _line_of(self, piece: int, place: int) -> int:
        """The line that a letter stands on."""
        return next(
            (
                at
                for at, line in enumerate(self._lines)
                if line.piece == piece and place < max(line.end, line.start + 1)
            ),
            0,
        )

    def _run_at(self, piece: int, place: int) -> Run:
        runs = self._runs[piece]
        return runs[min(max(bisect_right(self._run_starts[piece], place) - 1, 0), len(runs) - 1)]

    def _shown_start(self, piece: int, run: Run) -> int:
        at = next(at for at, one in enumerate(self._runs[piece]) if one is run)
        return self._run_starts[piece][at]

    def _shown_place(self, mention: Mention) -> int:
        """Where a mention stands in its piece as it reads now."""
        for at, run in enumerate(self._runs[mention.piece]):
            if run.mention is mention:
                return self._run_starts[mention.piece][at]
        return 0

    def _word_near(self, piece: int, place: int) -> int:
        """The word at a letter, or else the nearest after it in the same piece."""
        theirs = [at for at, word in enumerate(self._words) if word.piece == piece]
        if not theirs:
            return 0
        return next((at for at in theirs if place < self._words[at].end), theirs[-1])

    def _cells(self, line: Line, place: int) -> int:
        return cell_len(self._texts[line.piece][line.start : place])


def drawable(text: str) -> str:
    """The same number of letters, each of which takes the room it says: no tabs, escapes or odd line ends."""
    return "".join(letter if letter.isprintable() or letter in KEPT else " " for letter in text)


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of a text begins and ends, broken between words where they do not fit."""
    begins = 0
    for row in text.split("\n"):
        start = begins
        used = 0
        for part in BREAKS.finditer(row):
            word = part.group()
            needs = cell_len(word.rstrip())
            at = begins + part.start()
            if used and used + needs > width:
                yield start, start + len(text[start:at].rstrip())
                start, used = at, 0
            if needs > width:  # a word longer than the line, as a web address may be
                for place, letter in enumerate(word, start=at):
                    cells = cell_len(letter)
                    if used + cells > width and place > start:
                        yield start, place
                        start, used = place, 0
                    used += cells
            else:
                used += cell_len(word)
        yield start, begins + len(row)
        begins += len(row) + 1
