"""The journal: a list by month, a reader beside or under it, search as you type, and filters."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import (
    AFTERWARDS,
    CHECK_PEOPLE,
    CLEAR,
    CLOSE_READER,
    DELETE,
    DETAILS,
    EDIT,
    EXPORT,
    FILTER,
    GROUND,
    HELP,
    HIDE,
    JOURNAL,
    MARK,
    NOT_TENDER,
    OPEN,
    PEERS,
    QUIT,
    SEARCH,
    SETTINGS,
    TENDER,
    THREADS,
    TODAY,
    bindings,
)
from tip_reflect.app.screens.marking import MARKING, MARKING_COMMANDS
from tip_reflect.app.screens.one_entry import OneEntryScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.entry import State
from tip_reflect.journal.finding import Filter

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.finding import Summary
    from tip_reflect.journal.marking import Mark

MOST_HITS = 100
A_MOMENT = 0.06
EMPTY = "Nothing here yet. What you write on Today comes here, locked."
NONE_FOUND = "Nothing found. Other words may find it; the start of a word is enough."
NONE_LEFT = "No entry fits this filter. c shows all of them again."
HOW_TO_PICK = "Shift+arrows select more, or drag."
CHANGING = {"mark", "edit", "details", "tender", "tender_no_more", "delete"}
ON_AN_ENTRY = {*CHANGING, "check_people", "export", "afterwards", "open"}


class JournalScreen(OneEntryScreen):
    """Below 100 columns the list and the reader take turns."""

    TOP_LEVEL = True
    BINDINGS = bindings(
        TODAY, JOURNAL, PEERS, SEARCH, FILTER, CLEAR, MARK, *MARKING_COMMANDS, OPEN, CLOSE_READER, EDIT, DETAILS, TENDER,
        NOT_TENDER, CHECK_PEOPLE, EXPORT, DELETE, replace(AFTERWARDS, show=False), THREADS, HELP, GROUND, HIDE, SETTINGS, QUIT,
    )  # fmt: skip

    def __init__(self, wanted: Filter | None = None, *, mark: UUID | None = None) -> None:
        """`wanted` is the filter to begin with; `mark` is an entry to open at once, ready for words to be marked."""
        super().__init__()
        self._filter = wanted or Filter()
        self._mark_first = mark
        self._query = ""

    def body(self) -> ComposeResult:
        with Vertical(id="journal"):
            with Horizontal(id="finder"):
                yield Box(placeholder="/ to search", id="query", compact=True)
                yield Static("", id="count")
            with Horizontal(id="shelf"):
                yield JournalList(id="list")
                yield Reader(id="reader")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one(JournalList))
        self.show_entries()
        if self._mark_first is not None:
            self.open_for_marking(self._mark_first)

    async def refresh_from_store(self) -> None:
        self.show_entries(keep_cursor=True)
        await self._read_again()

    # What is shown

    @work(exclusive=True, group="entries")
    async def show_entries(self, *, keep_cursor: bool = False) -> None:
        """Ask the store for the months, or for what the search finds, and show them."""
        wanted, query = self._filter, self._query
        if query.strip():
            await asyncio.sleep(A_MOMENT)  # the next letter, if it comes at once, takes this search away
        shelf = self.query_one(JournalList)
        try:
            if query.strip():
                hits = await self.session.run(lambda store: store.search(query, wanted, limit=MOST_HITS))
                shelf.show_hits(hits, keep_cursor=keep_cursor)
            else:
                shelf.show_months(
                    await self.session.run(lambda store: store.months(wanted)), keep_cursor=keep_cursor
                )
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        self.show_count()
        self.refresh_bindings()

    def show_count(self) -> None:
        if self.marking:
            self.query_one("#count", Static).update(HOW_TO_PICK)
            return
        count = self.query_one(JournalList).count
        found = f"{count}{'+' if count == MOST_HITS else ''} found" if self._query.strip() else ""
        shown = [part for part in (found, describe(self._filter)) if part]
        if not count:
            empty = NONE_FOUND if self._query.strip() else (EMPTY if self._filter.is_empty else NONE_LEFT)
            shown = [*shown[1:], empty] if found else [*shown, empty]
        self.query_one("#count", Static).update(Content(" · ".join(shown)))

    async def on_journal_list_page_wanted(self, event: JournalList.PageWanted) -> None:
        wanted = self._filter
        summaries = await self.session.run(lambda store: store.page(wanted, event.offset, event.limit))
        if wanted == self._filter:
            self.query_one(JournalList).fill(event.offset, summaries)

    def on_journal_list_highlighted(self) -> None:
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def on_pick_text_picking(self) -> None:
        super().on_pick_text_picking()
        self.show_count()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._query = event.value
        self.show_entries()

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(JournalList))

    def key_down(self) -> None:
        if self.query_one("#query").has_focus:
            self.set_focus(self.query_one(JournalList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if not self.is_mounted:
            return action not in ON_AN_ENTRY
        if action in MARKING or self.marking:
            return action in MARKING and self.may_mark(action)
        searching = self.query_one("#query").has_focus
        on_an_entry = self.chosen is not None and not searching
        possible = {
            "open": on_an_entry and self.query_one(JournalList).has_focus,
            "close_reader": self.reading or searching,
            "clear": bool(self._query) or not self._filter.is_empty,
            **dict.fromkeys(("check_people", "export", "afterwards"), on_an_entry),
            **dict.fromkeys(CHANGING, on_an_entry and not self.session.read_only),
        }
        tender = bool((one := self.chosen_one) and one.tender)
        if action in {"tender", "tender_no_more"} and tender is (action == "tender"):
            return False
        return possible.get(action, True)

    # What the worker does

    def action_search(self) -> None:
        self.show_reader(None)
        self.set_focus(self.query_one("#query"))

    def action_clear(self) -> None:
        self._filter = Filter()
        self.query_one("#query", Input).value = ""
        self.show_entries()
        self.set_focus(self.query_one(JournalList))

    def action_open(self) -> None:
        if current := self.query_one(JournalList).current:
            self.open_entry(current)

    def on_journal_list_chosen(self, event: JournalList.Chosen) -> None:
        self.open_entry(event.summary)

    @work(exclusive=True, group="open")
    async def open_entry(self, summary: Summary) -> None:
        """Read an entry."""
        if await self._wanted(summary):
            await self._show(summary.id)

    async def _show(self, entry_id: UUID) -> bool:
        try:
            entry, marks = await self.session.run(
                lambda store: (store.entry(entry_id), store.marks(entry_id))
            )
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return False
        self.show_reader(entry, marks)
        return True

    @work(exclusive=True, group="open")
    async def action_mark(self) -> None:
        """Begin to mark words of the entry that is being read, or of the one under the cursor."""
        one, opened = self.chosen_one, self.query_one(Reader).entry
        if one is None or not await self._wanted(one):
            return
        if (opened is not None and opened.id == one.id) or await self._show(one.id):
            self.begin_marking()

    @work(exclusive=True, group="open")
    async def open_for_marking(self, entry_id: UUID) -> None:
        """Open this entry, whichever it is, and begin to mark words of it."""
        if await self._show(entry_id):
            self.begin_marking()

    def show_reader(self, entry: Entry | None, marks: tuple[Mark, ...] = ()) -> None:
        self.query_one(Reader).show(entry, marks)
        self.query_one("#shelf").set_class(entry is not None, "-reading")
        if entry is not None:
            self.set_focus(self.query_one(Reader))
        elif not self.query_one("#query").has_focus:
            self.set_focus(self.query_one(JournalList))
        self.refresh_bindings()

    def action_close_reader(self) -> None:
        self.show_reader(None)
        self.set_focus(self.query_one(JournalList))

    @work(exclusive=True, group="dialog")
    async def action_filter(self) -> None:
        from tip_reflect.app.screens.filter import FilterDialog

        threads, tags = await self.session.run(lambda store: (store.threads(), store.tags()))
        chosen = await self.app.push_screen_wait(
            FilterDialog(self._filter, threads=[one.name for one in threads], tags=[one.name for one in tags])
        )
        if chosen is not None:
            self._filter = chosen
            self.show_reader(None)
            self.show_entries()

    @work(exclusive=True, group="dialog")
    async def action_threads(self) -> None:
        """What was said of each thread; and back with the entries of one, if that is wanted."""
        from tip_reflect.app.screens.threads import ThreadsScreen

        one = self.chosen_one
        thread = await self.app.push_screen_wait(ThreadsScreen(one.thread if one else ""))
        if thread:
            self.query_one("#query", Input).value = ""
            self._filter = Filter(thread=thread)
            self.show_reader(None)
            self.show_entries()

    async def _read_again(self) -> None:
        reader = next(iter(self.query(Reader)), None)
        if reader is None or reader.entry is None:  # the screen is coming or going, or shows no entry
            return
        entry_id = reader.entry.id
        try:
            entry, marks = await self.session.run(
                lambda store: (store.entry(entry_id), store.marks(entry_id))
            )
            reader.show(entry, marks)
        except TipReflectError:
            self.show_reader(None)


def describe(wanted: Filter) -> str:
    """A filter in a few words."""
    parts = [
        wanted.principle.label if wanted.principle else "",
        wanted.purpose.label if wanted.purpose else "",
        wanted.thread,
        f"#{wanted.tag}" if wanted.tag else "",
        f"from {wanted.since.isoformat()}" if wanted.since else "",
        f"to {wanted.until.isoformat()}" if wanted.until else "",
        "tender" if wanted.tender else "",
        "marked for peers" if wanted.marked else "",
        "drafts" if wanted.state is State.DRAFT else "",
    ]
    return " · ".join(part for part in parts if part)
