"""Choosing among what is marked for peers, in several entries: each is copied into the pack, never linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CHOOSE_PIECE, CLOSE, HELP, HIDE, OTHER_PART, WRITTEN, bindings
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.shelf import Row, Shelf, heading, remark
from tip_reflect.journal.arranging import open_parts, with_line, without_line
from tip_reflect.journal.dates import MONTHS
from tip_reflect.journal.marking import anchored

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult

    from tip_reflect.app.peer_keepers import PackKeeper
    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.pack import Part
    from tip_reflect.store.store import Store

NONE_MARKED = "Nothing is marked yet. Open an entry in the journal and mark the words there; nothing is marked by itself."
TENDER = "From an entry you marked tender. Its words show once you choose it."
IN_TURN = "Words you choose are copied. The entry stays as it is."


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEntry:
    """An entry and the words marked in it, as they stand in it now."""

    entry_id: UUID
    title: str = field(repr=False)
    tender: bool
    words: tuple[str, ...] = field(repr=False)


def read_marked(store: Store) -> tuple[MarkedEntry, ...]:
    """Every marked piece, by entry, the newest first; words that the worker has taken out since are not among them."""
    found = []
    for entry_id in store.marked_entries():
        entry = store.entry(entry_id)
        here = (
            anchored(mark, entry.answers[mark.place].text)
            for mark in store.marks(entry_id)
            if mark.place < len(entry.answers)
        )
        words = tuple(mark.words for mark in here if mark is not None)
        if words:
            found.append(
                MarkedEntry(entry_id=entry_id, title=_title(entry), tender=entry.tender, words=words)
            )
    return tuple(found)


def _title(entry: Entry) -> str:
    day = entry.written.local_date
    return f"{day.day} {MONTHS[day.month - 1]}: {entry.title}"


class PiecesScreen(KeepingScreen):
    """Shares the keeper of the pack: what is chosen is in the pack at once."""

    BINDINGS = bindings(CHOOSE_PIECE, OTHER_PART, WRITTEN, CLOSE, HELP, HIDE)
    keeper: PackKeeper | None = None

    def __init__(self, keeper: PackKeeper, marked: tuple[MarkedEntry, ...], part: Part) -> None:
        super().__init__()
        self.keeper = keeper
        self._marked = marked
        self._part = part

    def body(self) -> ComposeResult:
        with Vertical(id="pieces"):
            yield Static("", id="pieces-heading")
            yield Shelf(id="pieces-list")
            with VerticalScroll(id="piece", can_focus=False):
                yield Static("", id="piece-words")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Shelf))
        self.show()

    def show(self) -> None:
        """Show every piece under its entry, with where it stands in the pack."""
        self.query_one("#pieces-heading", Static).update(
            Content.assemble(
                ("Marked for peers", "bold"), ("   choosing for: ", "$muted"), (self._part.label, "$accent")
            )
        )
        rows: list[Row] = []
        for number, entry in enumerate(self._marked):
            rows += [Row(words="")] if rows else []
            rows.append(heading(entry.title, "tender" if entry.tender else ""))
            for at, words in enumerate(entry.words):
                chosen = self._chosen(entry, words)
                hidden = entry.tender and chosen is None
                rows.append(
                    Row(
                        key=f"{number}:{at}",
                        words=f"{_count(words)}, not shown" if hidden else words,
                        aside=self._part_of(chosen),
                        sign="◉" if chosen is not None else "○",
                    )
                )
        self.query_one(Shelf).show(rows or [remark(NONE_MARKED)])
        self.show_piece()
        self.refresh_bindings()

    def show_piece(self) -> None:
        """Show the whole of the piece under the mark."""
        under = self._under
        if under is None:
            words = Content("")
        else:
            entry, piece = under
            hidden = entry.tender and self._chosen(entry, piece) is None
            words = Content.styled(TENDER, "$muted") if hidden else Content(piece)
        self.query_one("#piece-words", Static).update(words)
        self.query_one("#piece").display = under is not None

    def show_kept(self) -> None:
        if self.keeper is not None and self.keeper.trouble:
            self.tip.say(self.keeper.trouble)

    # What is under the mark

    @property
    def _under(self) -> tuple[MarkedEntry, str] | None:
        number, _, at = self.query_one(Shelf).current.partition(":")
        if not at:
            return None
        entry = self._marked[int(number)]
        return entry, entry.words[int(at)]

    def _chosen(self, entry: MarkedEntry, words: str) -> int | None:
        """Where in the pack these words of this entry stand, if they do."""
        lines = self.keeper.pack.lines if self.keeper else ()
        return next(
            (at for at, line in enumerate(lines) if line.source == entry.entry_id and line.text == words),
            None,
        )

    def _part_of(self, at: int | None) -> str:
        return self.keeper.pack.lines[at].part.label if self.keeper and at is not None else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action in {"choose_piece", "other_part"}:
            return self.is_mounted and bool(self.query_one(Shelf).current)
        return True

    def on_shelf_highlighted(self) -> None:
        self.show_piece()
        self.refresh_bindings()

    def on_shelf_chosen(self) -> None:
        self.action_choose_piece()

    # What the worker does

    def action_choose_piece(self) -> None:
        """Copy the piece into the part, or take that copy out again."""
        if self.keeper is None or self._under is None:
            return
        entry, words = self._under
        at = self._chosen(entry, words)
        pack = self.keeper.pack
        self.keeper.replace_with(
            with_line(pack, self._part, words, entry.entry_id) if at is None else without_line(pack, at)
        )
        self.keep_soon()
        self.show()

    def action_other_part(self) -> None:
        if self.keeper is None:
            return
        parts = open_parts(self.keeper.pack)
        self._part = parts[(parts.index(self._part) + 1) % len(parts)] if self._part in parts else parts[0]
        self.show()

    def action_written(self) -> None:
        self.dismiss()


def _count(words: str) -> str:
    count = len(words.split())
    return f"{count} word{'' if count == 1 else 's'}"
