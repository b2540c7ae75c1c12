"""The text under review: each finding in its place, and any words to be picked by hand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message

from tip_reflect.app.widgets.pick_text import PICKING, Line, PickText, drawable
from tip_reflect.privacy.review import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType

    from tip_reflect.privacy.review import Mention, Review, Run


class Picked(NamedTuple):
    """Words picked by hand: letters `start` to `end` of a piece as it was written."""

    piece: int
    start: int
    end: int


class ReviewText(PickText):
    """Up and down scroll; while words are picked, the arrows move among them and Shift takes more of them."""

    DEFAULT_CSS = """
    ReviewText {
        height: 1fr;
        & > .review-text--title { color: $muted; }
        & > .review-text--plain { color: $foreground; }
        & > .review-text--waiting { color: $accent; text-style: underline; }
        & > .review-text--looked { color: $primary; text-style: bold; }
        & > .review-text--kept { color: $foreground; text-style: bold underline; }
        & > .review-text--current { color: $accent; text-style: bold reverse; }
        & > .review-text--same { color: $accent; text-style: bold underline; }
        & > .review-text--picked { color: $primary; text-style: bold reverse; }
    }
    """
    LOOK = "review-text"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "review-text--title",
        "review-text--plain",
        "review-text--waiting",
        "review-text--looked",
        "review-text--kept",
        "review-text--current",
        "review-text--same",
        "review-text--picked",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        *PICKING,
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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._review: Review | None = None
        self._current: Mention | None = None
        self._runs: list[list[Run]] = []
        self._run_starts: list[list[int]] = []

    # What is shown

    def show(self, review: Review, current: Mention | None) -> None:
        """Show this state, with the current finding in view."""
        self._review, self._current = review, current
        self._runs = [list(review.runs(at)) for at in range(len(review.pieces))]
        self._run_starts = [[0, *accumulate(len(run.text) for run in runs)] for runs in self._runs]
        self._texts = ["".join(drawable(run.text) for run in runs) for runs in self._runs]
        self._titles = [drawable(piece.title) for piece in review.pieces]
        self._anchor = None
        self._lay_out_here()
        self.call_after_refresh(self._show_current)

    @property
    def picked(self) -> Picked | None:
        """The words that are picked, as they were written; None while nothing is."""
        shown = self.picked_letters
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

    def start_picking(self) -> None:
        """Pick the word at the current finding, or the first in view."""
        if self._current is None or not self._words:
            self.pick_in_view()
        else:
            at = self._word_near(self._current.piece, self._shown_place(self._current))
            self.pick(at, at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action.startswith(("scroll_", "page_")):
            return self._anchor is None
        return super().check_action(action, parameters)

    def on_mouse_up(self) -> None:
        self.release_mouse()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self._anchor is not None:
            return
        mention = self._run_at(*pressed).mention if self._texts[pressed[0]] else None
        if mention is not None:
            self.post_message(self.Chosen(mention))

    # Drawing

    def on_resize(self) -> None:
        self._lay_out_here()
        self._show_current()

    def edges_in(self, line: Line) -> Iterable[int]:
        starts = self._run_starts[line.piece]
        first = bisect_right(starts, line.start) - 1
        return starts[first : bisect_right(starts, line.end)]

    def part_at(self, piece: int, place: int) -> str:
        run = self._run_at(piece, place)
        if run.mention is None or self._review is None:
            return "plain"
        if run.mention is self._current:
            return "current"
        if decision := self._review.decisions.get(run.mention.subject):
            return "kept" if decision.choice is Choice.KEEP else "looked"
        same = self._current is not None and run.mention.subject == self._current.subject
        return "same" if same else "waiting"

    # Where things are

    def lay_out(self, width: int) -> None:
        """Each stretch that was found is one word, with what it is part of: it is picked whole."""
        super().lay_out(width)
        words: list[Line] = []
        for word in sorted([*self._words, *self._found()]):
            if words and words[-1].piece == word.piece and word.start < words[-1].end:
                words[-1] = words[-1]._replace(end=max(words[-1].end, word.end))
            else:
                words.append(word)
        self._words = words

    def _found(self) -> Iterator[Line]:
        """Where each mention stands, or what was put in its place, which may be several runs."""
        for at, (runs, starts) in enumerate(zip(self._runs, self._run_starts, strict=True)):
            places = enumerate(run[1:3] if run.mention else None for run in runs)
            for place, group in groupby(places, key=itemgetter(1)):
                numbers = [number for number, _ in group]
                first, last = starts[numbers[0]], starts[numbers[-1] + 1]
                if place is not None and first < last:
                    yield Line(at, first, last)

    def _lay_out_here(self) -> None:
        width = self.scrollable_content_region.width - 1
        self.lay_out(width)
        self.virtual_size = Size(max(width, 8), len(self._lines))

    def _show_current(self) -> None:
        if self._current is None:
            return
        self.scroll_to_line(self.line_of(self._current.piece, self._shown_place(self._current)))

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
