"""Text in pieces, of which any words can be picked, with the arrows or the mouse; draws only the lines in view."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
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
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.binding import BindingType

WORD = re.compile(r"\w+(?:['’.@/-]\w+)*")
BREAKS = re.compile(r"\S+\s*|\s+")
KEPT = "\n\u200d"
"""Line ends, and what joins a family of faces."""
MARGIN = 2
"""Lines kept in view above and below the words that are looked at."""

PICKING: list[BindingType] = bindings(PICK_NEXT, PICK_BEFORE, PICK_BELOW, PICK_ABOVE, PICK_MORE, PICK_FEWER)
"""The keys of picking; they come before others on the same keys, such as those that scroll."""


class Line(NamedTuple):
    """A line as drawn: letters `start` to `end` of a piece as it reads now, or a title where `piece` is -1."""

    piece: int
    start: int
    end: int
    title: str = ""


class PickText(ScrollView, can_focus=True, inherit_bindings=False):
    """While words are picked, the arrows move among them and Shift takes more of them.

    A widget made from this says which part of its look each letter has, and what else it can do.
    """

    ALLOW_SELECT = False
    LOOK: ClassVar[str] = ""
    """What its component classes begin with."""
    WORDS: ClassVar[re.Pattern[str]] = WORD
    """What is picked as one word."""
    GUTTER: ClassVar[int] = 0
    """Cells kept free at the left of each line."""

    class Picking(Message):
        """Words are being picked by hand, or no longer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._texts: list[str] = []
        self._titles: list[str] = []
        self._lines: list[Line] = []
        self._words: list[Line] = []
        self._anchor: int | None = None
        self._head = 0
        self._pressed_at: tuple[int, int] | None = None

    # What a widget made from this says

    def edges_in(self, line: Line) -> Iterable[int]:
        """The letters of this line where its look may change."""
        raise NotImplementedError

    def part_at(self, piece: int, place: int) -> str:
        """The name of the look that a letter has while it is not picked."""
        raise NotImplementedError

    def sign_of(self, line: Line) -> str:
        """What stands in the gutter of a line, where there is one."""
        raise NotImplementedError

    # Picking words

    @property
    def picked_letters(self) -> Line | None:
        """Where the words that are picked stand, as they are drawn; None while nothing is."""
        if self._anchor is None or not self._words:
            return None
        first, last = sorted((self._anchor, self._head))
        return Line(self._words[first].piece, self._words[first].start, self._words[last].end)

    @property
    def picked_words(self) -> str:
        """The same as words."""
        shown = self.picked_letters
        return self._texts[shown.piece][shown.start : shown.end] if shown else ""

    def pick_letters(self, piece: int, start: int, end: int) -> None:
        """Pick the words that these letters belong to."""
        if self._words and end > start:
            self.pick(self._word_near(piece, start), self._word_near(piece, end - 1))

    def pick_in_view(self) -> None:
        """Pick the first word in view."""
        top = self._first_line_in_view()
        at = next((n for n, word in enumerate(self._words) if self.line_of(word.piece, word.start) >= top), 0)
        self.pick(at, at)

    def pick(self, anchor: int, head: int) -> None:
        """Pick the words from one to another; both in one piece."""
        if not self._words:
            return
        last = len(self._words) - 1
        anchor, head = min(max(anchor, 0), last), min(max(head, 0), last)
        piece = self._words[anchor].piece
        while self._words[head].piece != piece:
            head += 1 if self._words[head].piece < piece else -1
        self._anchor, self._head = anchor, head
        word = self._words[head]
        self.scroll_to_line(self.line_of(word.piece, word.start))
        self.refresh()
        self.post_message(self.Picking())

    def stop_picking(self) -> None:
        """Pick nothing any more."""
        self._anchor = None
        self._pressed_at = None
        self.refresh()
        self.post_message(self.Picking())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return self._anchor is not None if action.startswith("pick_") else True

    def action_pick_word(self, by: int) -> None:
        self.pick(self._head + by, self._head + by)

    def action_pick_more(self, by: int) -> None:
        if self._anchor is not None:
            self.pick(self._anchor, self._head + by)

    def action_pick_line(self, by: int) -> None:
        near = self._word_on_line(by)
        self.pick(near, near)

    def _word_on_line(self, by: int) -> int:
        """The word nearest above or below; the same one where there is none."""
        here = self._words[self._head]
        line = self.line_of(here.piece, here.start)
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
                return min(fitting, key=lambda at: abs(self._cells(there, self._words[at].start) - across))
        return self._head

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed_at = self._letter_at(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed_at is None or not event.button:
            return
        here = self._letter_at(event.x, event.y)
        if here is not None and here != self._pressed_at and self._words:
            self.pick(self._word_near(*self._pressed_at), self._word_near(*here))

    def _letter_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The piece and the letter under the mouse."""
        at = y + self.scroll_offset.y
        if not 0 <= at < len(self._lines) or self._lines[at].piece < 0:
            return None
        line = self._lines[at]
        room = x - self.GUTTER
        for place in range(line.start, line.end):
            room -= cell_len(self._texts[line.piece][place])
            if room < 0:
                return line.piece, place
        return line.piece, max(line.start, line.end - 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        gutter = [self._said(self.sign_of(line), "sign")] if self.GUTTER else []
        words = [self._said(line.title, "title")] if line.piece < 0 else list(self._segments(line))
        return Strip([*gutter, *words]).adjust_cell_length(width).apply_style(self.rich_style)

    def _segments(self, line: Line) -> Iterator[Segment]:
        text, shown = self._texts[line.piece], self.picked_letters
        if shown is not None and shown.piece != line.piece:
            shown = None
        edges = {line.start, line.end, *self.edges_in(line)}
        if shown is not None:
            edges.update((shown.start, shown.end))
        for start, end in pairwise(sorted(edge for edge in edges if line.start <= edge <= line.end)):
            picked = shown is not None and shown.start <= start < shown.end
            yield self._said(text[start:end], "picked" if picked else self.part_at(line.piece, start))

    def _said(self, words: str, part: str) -> Segment:
        return Segment(words, self.get_component_rich_style(f"{self.LOOK}--{part}", partial=True))

    # Where things are

    def lay_out(self, width: int) -> None:
        """Break the pieces into lines of at most so many cells, the gutter included."""
        width = max(width - self.GUTTER, 8)
        self._lines = []
        for at, (title, text) in enumerate(zip(self._titles, self._texts, strict=True)):
            if at:
                self._lines.append(Line(-1, 0, 0))
            if title:
                self._lines.extend(Line(-1, 0, 0, title[start:end]) for start, end in wrapped(title, width))
            self._lines.extend(Line(at, start, end) for start, end in wrapped(text, width))
        self._words = [
            Line(at, *word.span())
            for at, text in enumerate(self._texts)
            for word in self.WORDS.finditer(text)
        ]
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Bring a line into view, with a little above and below it."""
        top = max(0, line - MARGIN)
        height = min(line - top + MARGIN + 1, max(1, self.size.height))
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def _first_line_in_view(self) -> int:
        return self.scroll_offset.y

    def line_of(self, piece: int, place: int) -> int:
        """The line that a letter stands on."""
        return next(
            (
                at
                for at, line in enumerate(self._lines)
                if line.piece == piece and place < max(line.end, line.start + 1)
            ),
            0,
        )

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
