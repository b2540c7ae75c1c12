"""The list of entries, by month: draws only the rows in view and asks for pages as they come into it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tip_reflect.journal.dates import day_words, month_words
from tip_reflect.journal.entry import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tip_reflect.journal.finding import Hit, MonthCount, Summary

PAGE = 64
"""Entries asked for at a time."""

DAY_WIDTH = 8


class JournalList(ScrollView, can_focus=True):
    """Two ways to show entries: all of them under their months, or what a search found, two lines each."""

    DEFAULT_CSS = """
    JournalList {
        height: 1fr;
        & > .journal-list--month { color: $muted; }
        & > .journal-list--day { color: $muted; }
        & > .journal-list--title { color: $foreground; }
        & > .journal-list--note { color: $accent; }
        & > .journal-list--found { color: $primary; text-style: bold; }
        & > .journal-list--cursor { background: $panel; }
        & > .journal-list--safety { color: $principle-safety; }
        & > .journal-list--trustworthiness { color: $principle-trustworthiness; }
        & > .journal-list--choice { color: $principle-choice; }
        & > .journal-list--collaboration { color: $principle-collaboration; }
        & > .journal-list--empowerment { color: $principle-empowerment; }
        &:focus > .journal-list--cursor { background: $panel; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "journal-list--month",
        "journal-list--day",
        "journal-list--title",
        "journal-list--note",
        "journal-list--found",
        "journal-list--cursor",
        "journal-list--safety",
        "journal-list--trustworthiness",
        "journal-list--choice",
        "journal-list--collaboration",
        "journal-list--empowerment",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", "Up", show=False),
        Binding("down", "cursor(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class PageWanted(Message):
        """Entries from `offset` on are in view and not known yet."""

        def __init__(self, offset: int, limit: int) -> None:
            self.offset = offset
            self.limit = limit
            super().__init__()

    class Highlighted(Message):
        """The cursor stands on another entry."""

        def __init__(self, summary: Summary) -> None:
            self.summary = summary
            super().__init__()

    class Chosen(Message):
        """The worker wants to open this entry."""

        def __init__(self, summary: Summary) -> None:
            self.summary = summary
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._months: list[MonthCount] = []
        self._first_entry: list[int] = []
        self._first_line: list[int] = []
        self._known: dict[int, Summary] = {}
        self._wanted: set[int] = set()
        self._hits: list[Hit] | None = None

    # What is shown

    def show_months(self, months: Sequence[MonthCount], *, keep_cursor: bool = False) -> None:
        """Show every entry under its month; pages are asked for as they come into view."""
        self._hits = None
        self._months = list(months)
        counts = [month.count for month in months]
        self._first_entry = [0, *accumulate(counts)]
        self._first_line = [0, *accumulate(count + 1 for count in counts)]
        self._start_again(keep_cursor=keep_cursor)

    def show_hits(self, hits: Sequence[Hit], *, keep_cursor: bool = False) -> None:
        """Show what a search found."""
        self._hits = list(hits)
        self._start_again(keep_cursor=keep_cursor)

    def fill(self, offset: int, summaries: Sequence[Summary]) -> None:
        """Give the entries that a PageWanted asked for."""
        self._known.update(enumerate(summaries, offset))
        self._wanted.discard(offset // PAGE)
        self.refresh()
        if offset <= self.cursor < offset + len(summaries):
            self.post_message(self.Highlighted(self._known[self.cursor]))

    @property
    def count(self) -> int:
        return (
            len(self._hits) if self._hits is not None else (self._first_entry[-1] if self._first_entry else 0)
        )

    @property
    def current(self) -> Summary | None:
        """The entry under the cursor, where it is known."""
        return self._summary(self.cursor)

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        return min(max(cursor, 0), max(self.count - 1, 0))

    def watch_cursor(self) -> None:
        self._show_cursor()
        self.refresh()
        self._ask_for_pages()
        if current := self.current:
            self.post_message(self.Highlighted(current))

    def _show_cursor(self) -> None:
        top = self._line_of(self.cursor)
        height = 2 if self._hits is not None else 1
        if self._hits is None and self._is_first_of_month(self.cursor):
            top, height = top - 1, 2
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def action_cursor(self, by: int) -> None:
        self.cursor += by

    def action_page(self, by: int) -> None:
        self.cursor += by * max(1, self.size.height - 2) // (2 if self._hits is not None else 1)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = self.count - 1

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        index = self._index_at(line)
        if index is None:
            return
        again = index == self.cursor
        self.cursor = index
        if (again or event.chain > 1) and (current := self.current):
            self.post_message(self.Chosen(current))

    # Drawing

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._ask_for_pages()

    def on_resize(self) -> None:
        self._show_cursor()
        self._ask_for_pages()

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if self._hits is not None:
            index, second = divmod(line, 2)
            if index >= len(self._hits):
                return Strip.blank(width, self.rich_style)
            hit = self._hits[index]
            segments = self._found_words(hit, width) if second else self._row(hit.summary, width)
            return self._strip(segments, width, at_cursor=index == self.cursor)
        at = bisect_right(self._first_line, line) - 1
        if not self._months or at >= len(self._months):
            return Strip.blank(width, self.rich_style)
        if line == self._first_line[at]:
            return self._strip(
                [self._said(month_words(self._months[at].month), "month")], width, at_cursor=False
            )
        index = self._first_entry[at] + line - self._first_line[at] - 1
        summary = self._known.get(index)
        segments = self._row(summary, width) if summary else [self._said("  …", "day")]
        return self._strip(segments, width, at_cursor=index == self.cursor)

    def _row(self, summary: Summary, width: int) -> list[Segment]:
        day = summary.written.local_date
        segments = [self._said(f"  {day_words(day)}".ljust(DAY_WIDTH + 2), "day")]
        if summary.principle:
            segments.append(self._said(f"{summary.principle.mark} ", summary.principle.value))
        else:
            segments.append(self._said("  ", "day"))
        notes = [
            word for word, so in (("draft", summary.state is State.DRAFT), ("tender", summary.tender)) if so
        ]
        aside = f"  {' · '.join(notes)}" if notes else ""
        room = width - DAY_WIDTH - 5 - cell_len(aside)
        # Words that came from outside may hold tabs, escapes or line ends: a row shows none of them.
        title = "".join(letter if letter.isprintable() else " " for letter in summary.title)
        if cell_len(title) > room > 1:
            title = set_cell_size(title, room - 1) + "…"
        return [*segments, self._said(title, "title"), self._said(aside, "note")]

    def _found_words(self, hit: Hit, width: int) -> list[Segment]:
        indent = self._said(" " * (DAY_WIDTH + 4), "day")
        if not hit.spans:
            about = [hit.summary.thread, *(f"#{tag}" for tag in hit.summary.tags)]
            return [indent, self._said("  ".join(word for word in about if word), "day")]
        room = width - DAY_WIDTH - 4
        at = _start_in_view(hit, room)
        segments = [indent, self._said("…", "day")] if at else [indent]
        for start, end in hit.spans:
            segments.append(self._said(hit.snippet[at:start], "day"))
            segments.append(self._said(hit.snippet[start:end], "found"))
            at = end
        return [*segments, self._said(hit.snippet[at:], "day")]

    def _said(self, words: str, part: str) -> Segment:
        clean = "".join(letter if letter.isprintable() else " " for letter in words)
        return Segment(clean, self._style(part))

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"journal-list--{part}", partial=True)

    def _strip(self, segments: list[Segment], width: int, *, at_cursor: bool) -> Strip:
        base = self.rich_style
        if at_cursor:
            base += self._style("cursor")
        if at_cursor:
            segments = [
                Segment("❯", self._style("found")),
                Segment(segments[0].text[1:], segments[0].style),
                *segments[1:],
            ]
        strip = Strip(segments)
        if strip.cell_length > width:
            strip = Strip.join([strip.crop(0, width - 1), Strip([self._said("…", "day")])])
        return strip.adjust_cell_length(width).apply_style(base)

    # Where things are

    def _start_again(self, *, keep_cursor: bool) -> None:
        self._known.clear()
        self._wanted.clear()
        lines = (
            len(self._hits) * 2
            if self._hits is not None
            else (self._first_line[-1] if self._first_line else 0)
        )
        self.virtual_size = Size(self.size.width, lines)
        self.set_reactive(JournalList.cursor, self.validate_cursor(self.cursor if keep_cursor else 0))
        if not keep_cursor:
            self.scroll_to(y=0, animate=False, force=True)
        self._ask_for_pages()
        self.refresh()
        if current := self.current:
            self.post_message(self.Highlighted(current))

    def _ask_for_pages(self) -> None:
        if self._hits is not None or not self.count:
            return
        top = self.scroll_offset.y
        in_view = [
            self._index_at(line)
            for line in (top, top + 1, top + max(self.size.height, 1) - 1, top + self.size.height - 2)
        ]
        pages = {
            index // PAGE for index in [*in_view, self.cursor] if index is not None and index < self.count
        }
        for page in sorted(pages - self._wanted):
            if any(
                index not in self._known for index in range(page * PAGE, min((page + 1) * PAGE, self.count))
            ):
                self._wanted.add(page)
                self.post_message(self.PageWanted(page * PAGE, PAGE))

    def _summary(self, index: int) -> Summary | None:
        if self._hits is not None:
            return self._hits[index].summary if 0 <= index < len(self._hits) else None
        return self._known.get(index)

    def _month_of(self, index: int) -> int:
        return bisect_right(self._first_entry, index) - 1

    def _is_first_of_month(self, index: int) -> bool:
        return bool(self._months) and index in self._first_entry

    def _line_of(self, index: int) -> int:
        if self._hits is not None:
            return index * 2
        if not self._months:
            return 0
        month = min(self._month_of(index), len(self._months) - 1)
        return self._first_line[month] + 1 + index - self._first_entry[month]

    def _index_at(self, line: int) -> int | None:
        if self._hits is not None:
            return line // 2 if 0 <= line // 2 < len(self._hits) else None
        at = bisect_right(self._first_line, line) - 1
        if line < 0 or at >= len(self._months) or line == self._first_line[at]:
            return None
        return self._first_entry[at] + line - self._first_line[at] - 1


def _start_in_view(hit: Hit, room: int) -> int:
    """From which letter to show a snippet so that its first find is in view."""
    start, end = hit.spans[0]
    return 0 if end < room else max(0, start - room // 3)
