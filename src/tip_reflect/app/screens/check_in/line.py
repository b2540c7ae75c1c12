"""A line to a manager or a peer: drafted here, kept here only, for the worker to say or to write elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, GROUND, HELP, HIDE, LINE_DONE, bindings
from tip_reflect.app.own_keepers import LineKeeper
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.check_in import LINE_NOTE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tip_reflect.app.app import ReflectApp

HERE_ONLY = "It is kept here only, and nothing is sent. Say it, or write it to them, when it suits you."
FOR_EXAMPLE = (
    "For example: I am carrying more than I can manage just now. Could we find half an hour this week?"
)


class LineScreen(KeepingScreen):
    """Kept as it is typed; an empty line keeps nothing."""

    BINDINGS = bindings(LINE_DONE, CLOSE, GROUND, HELP, HIDE)
    keeper: LineKeeper | None = None

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="line-page"):
            yield Static(Content(self.session.library.check_in.offer_draft), classes="heading")
            yield Static(HERE_ONLY, classes="text")
            yield Static(FOR_EXAMPLE, classes="quiet")
            yield WritingArea(id="writing")
            yield Static("", id="kept")

    async def on_mount(self) -> None:
        area = self.query_one(WritingArea)
        before = await self.session.run(lambda store: store.note(LINE_NOTE))
        area.show_words(before, row=before.count("\n"), column=len(before))
        self.keeper = LineKeeper(self.session, before, self.read)
        self.set_focus(area)

    def read(self, line: str) -> str:
        area = next(iter(self.query(WritingArea)), None)
        return area.words if area is not None else line

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def action_close(self) -> None:
        self.action_line_done()

    @work(exclusive=True, group="leave")
    async def action_line_done(self) -> None:
        """Go back, with what was typed kept."""
        if await self.keep():
            self.dismiss(None)

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        async def back(app: ReflectApp) -> None:
            await app.push_screen(LineScreen())

        return back
