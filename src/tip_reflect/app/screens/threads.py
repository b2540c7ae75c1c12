"""Threads: each strand of work, and what the worker said of it over time, in their own words. No score, no graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, GROUND, HELP, HIDE, THREAD_ENTRIES, bindings
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.widgets.shelf import Row, Shelf
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.dates import full_date
from tip_reflect.journal.threads import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tip_reflect.journal.threads import ThreadMark

YOUR_VIEW = "your own view, and nobody else's"
NO_THREADS = (
    "No threads yet. A thread is a strand of work under a name you make up, such as “the garden family”. You can give "
    "an entry one when you put it away, or in the journal with d Details."
)
NOTHING_SAID = (
    "Nothing said of this thread yet. When you put away an entry on it, you are asked, and can leave it open."
)
SIGNS = {Step.CLOSER: "••", Step.SAME: "• •", Step.APART: "•  •"}
"""How far two stand from each other: said without any colour, and without an up or a down."""
WIDEST = 4


class ThreadsScreen(TipScreen[str]):
    """Gives the thread whose entries the worker wants to see, or None."""

    BINDINGS = bindings(THREAD_ENTRIES, CLOSE, HELP, GROUND, HIDE)

    def __init__(self, first: str = "") -> None:
        """`first` is the thread to begin with."""
        super().__init__()
        self._first = first

    def body(self) -> ComposeResult:
        with Container(classes="page", id="threads"):
            yield Static(
                Content.assemble(("Threads", "bold"), (f"   {YOUR_VIEW}", "$muted")), id="threads-title"
            )
            with Container(id="threads-parts"):
                yield Shelf(id="thread-list")
                with VerticalScroll(id="thread-marks"):
                    yield Static("", id="said")

    async def on_mount(self) -> None:
        await self.refresh_from_store()
        shelf = self.query_one(Shelf)
        shelf.mark(self._first)
        self.set_focus(shelf)

    async def refresh_from_store(self) -> None:
        try:
            threads = await self.session.run(lambda store: store.threads())
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        shelf = self.query_one(Shelf)
        shelf.display = bool(threads)
        shelf.show([Row(words=one.name, key=one.name, aside=_entries(one.count)) for one in threads])
        if not threads:
            self.query_one("#said", Static).update(Content(NO_THREADS))
        self.refresh_bindings()

    def on_shelf_highlighted(self) -> None:
        self.show_marks(self.query_one(Shelf).current)

    @work(exclusive=True, group="marks")
    async def show_marks(self, thread: str) -> None:
        """Show what was said of this thread, the newest first."""
        if not thread:
            return
        try:
            marks = await self.session.run(lambda store: store.thread_marks(thread))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        self.query_one("#said", Static).update(said_of(thread, marks))
        self.query_one("#thread-marks").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "thread_entries":
            return self.is_mounted and bool(self.query_one(Shelf).current)
        return True

    def on_shelf_chosen(self) -> None:
        self.action_thread_entries()

    def action_thread_entries(self) -> None:
        self.dismiss(self.query_one(Shelf).current)


def said_of(thread: str, marks: Sequence[ThreadMark]) -> Content:
    """What was said of a thread, the newest first, with the worker's own words under each."""
    lines = [Content.styled(thread, "bold $accent")]
    if not marks:
        lines.append(Content.styled(NOTHING_SAID, "$muted"))
    for mark in reversed(marks):
        day = full_date(mark.at.local_date) if mark.at else ""
        said = Content.assemble(
            (day, "$muted"), "\n", (SIGNS[mark.step].ljust(WIDEST), "$primary"), f"  {mark.step.label}"
        )
        if mark.tells:
            said = Content.assemble(said, "\n", ("You wrote: ", "$muted"), mark.tells)
        lines.append(said)
    return Content("\n\n").join(lines)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
