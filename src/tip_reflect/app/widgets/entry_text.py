"""What was written in an entry, answer by answer: what is marked for peers shows, and any words can be picked."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.widget import Widget

from tip_reflect.app.commands import PICK_LINE_FEWER, PICK_LINE_MORE, bindings
from tip_reflect.app.widgets.pick_text import MARGIN, PICKING, PickText, drawable
from tip_reflect.journal.marking import anchored, mark_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from tip_reflect.app.widgets.pick_text import Line
    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.marking import Mark

SIGN = "»"
"""Stands beside every line that holds something marked for peers, so that no colour is needed to see it."""
TWICE, THRICE = 2, 3


class EntryText(PickText):
    """As tall as its text: what it stands in scrolls. It takes the keys only while words are picked."""

    DEFAULT_CSS = """
    EntryText {
        height: auto;
        overflow: hidden hidden;
        & > .entry-text--title { color: $muted; }
        & > .entry-text--plain { color: $foreground; }
        & > .entry-text--sign { color: $primary; text-style: bold; }
        & > .entry-text--marked { color: $primary; text-style: underline; }
        & > .entry-text--picked { color: $primary; text-style: bold reverse; }
    }
    """
    LOOK = "entry-text"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entry-text--title",
        "entry-text--plain",
        "entry-text--sign",
        "entry-text--marked",
        "entry-text--picked",
    }
    BINDINGS: ClassVar[list[BindingType]] = [*PICKING, *bindings(PICK_LINE_MORE, PICK_LINE_FEWER)]
    WORDS = re.compile(r"\S+")
    """With the full stop: a mark is for reading out."""
    GUTTER = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._entry: Entry | None = None
        self._marks: tuple[Mark, ...] = ()
        self._places: list[int] = []
        self._width = 0
        self._dragged = False
        self._once_laid_out: Callable[[], None] | None = None

    # What is shown

    def show(self, entry: Entry | None, marks: tuple[Mark, ...]) -> None:
        """Show the answers that hold words; words stay picked while they stand in the same entry."""
        before, picked = self._entry, self.picked
        self._entry, self._marks = entry, marks
        if entry and before and (entry.id, entry.answers) == (before.id, before.answers):
            self.refresh()
            return
        if self.picking:
            self.stop_picking()
        answers = entry.answers if entry else ()
        self._places = [place for place, answer in enumerate(answers) if answer.text.strip()]
        self._texts = [drawable(answers[place].text) for place in self._places]
        self._titles = [drawable(answers[place].prompt) for place in self._places]
        self._lines, self._words = [], []  # of the entry before; these are laid out with the page
        self._width = 0
        self._once_laid_out = None
        self.refresh(layout=True)
        if entry and picked and picked.entry_id == entry.id:
            self._when_laid_out(partial(self._pick_again, picked))

    def begin_picking(self) -> None:
        """Pick the first word in view, as soon as the text stands on the screen."""
        self._when_laid_out(self.pick_in_view)

    def _when_laid_out(self, work: Callable[[], None]) -> None:
        if self._width:
            work()
        else:
            self._once_laid_out = work

    def _pick_again(self, picked: Mark) -> None:
        """Pick these words where they stand now; nothing where they are gone."""
        if picked.place in self._places:
            piece = self._places.index(picked.place)
            if (there := anchored(picked, self._texts[piece])) is not None:
                self.pick_letters(piece, there.start, there.end)

    @property
    def words(self) -> str:
        """All that it shows, as plain text."""
        return "\n\n".join(
            "\n".join(filter(None, (title, text)))
            for title, text in zip(self._titles, self._texts, strict=True)
        )

    # What is picked

    @property
    def picking(self) -> bool:
        """Whether words are picked."""
        return self.picked_letters is not None

    @property
    def picked(self) -> Mark | None:
        """The picked words, as a mark would keep them; None while nothing is picked."""
        shown = self.picked_letters
        if shown is None or self._entry is None:
            return None
        return mark_of(self._entry, self._places[shown.piece], shown.start, shown.end)

    @property
    def picked_mark(self) -> Mark | None:
        """The mark in which all of the picked words lie, where there is one."""
        if (picked := self.picked) is None:
            return None
        return next(
            (
                mark
                for mark in self._marks
                if mark.place == picked.place and mark.start <= picked.start and picked.end <= mark.end
            ),
            None,
        )

    def pick_answer(self) -> None:
        """Pick the whole answer that the picked words stand in."""
        if (shown := self.picked_letters) is not None:
            self.pick_letters(shown.piece, 0, len(self._texts[shown.piece]))

    def pick(self, anchor: int, head: int) -> None:
        self.can_focus = bool(self._words)
        super().pick(anchor, head)

    def stop_picking(self) -> None:
        super().stop_picking()
        self.can_focus = False

    def action_pick_more_lines(self, by: int) -> None:
        if self._anchor is not None:
            self.pick(self._anchor, self._word_on_line(by))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._dragged = False
        super().on_mouse_down(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        before = self.picked_letters
        super().on_mouse_move(event)
        self._dragged = self._dragged or self.picked_letters != before

    def on_mouse_up(self) -> None:
        self.release_mouse()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self._dragged:
            return
        piece, at = pressed
        mark = next((one for one in self._marks_of(piece) if one.start <= at < one.end), None)
        if mark is not None:
            self.pick_letters(piece, mark.start, mark.end)
        elif self.picking:
            self.pick_letters(piece, at, at + 1)

    def on_click(self, event: events.Click) -> None:
        at = self._letter_at(event.x, event.y)
        if at is None or event.chain not in {TWICE, THRICE}:
            return
        self.pick_letters(at[0], at[1], at[1] + 1)
        if event.chain == THRICE:
            self.pick_answer()

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        if width != self._width:
            self._width = width
            self.lay_out(width)
            work, self._once_laid_out = self._once_laid_out, None
            if work is not None:
                self.call_after_refresh(work)
        return len(self._lines)

    def edges_in(self, line: Line) -> Iterable[int]:
        return [edge for mark in self._marks_of(line.piece) for edge in (mark.start, mark.end)]

    def part_at(self, piece: int, place: int) -> str:
        return "marked" if any(one.start <= place < one.end for one in self._marks_of(piece)) else "plain"

    def sign_of(self, line: Line) -> str:
        here = self._marks_of(line.piece) if line.piece >= 0 else ()
        marked = any(one.start < line.end and line.start < one.end for one in here)
        return (SIGN if marked else "").ljust(self.GUTTER)

    def _marks_of(self, piece: int) -> tuple[Mark, ...]:
        return tuple(mark for mark in self._marks if mark.place == self._places[piece])

    # Where things are

    def scroll_to_line(self, line: int) -> None:
        if isinstance(self.parent, Widget):
            region = Region(0, self.virtual_region.y + line - MARGIN, 1, 2 * MARGIN + 1)
            self.parent.scroll_to_region(region, animate=False, force=True)

    def _first_line_in_view(self) -> int:
        scrolled = self.parent.scroll_offset.y if isinstance(self.parent, Widget) else 0
        return max(0, scrolled - self.virtual_region.y)
