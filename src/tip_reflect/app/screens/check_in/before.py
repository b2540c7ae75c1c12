"""What the worker said before of how it is: their own words by date. No totals, no averages, no verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, GROUND, HELP, HIDE, REMOVE_CHECK_IN, bindings
from tip_reflect.app.screens.base import Fields, TipScreen
from tip_reflect.app.widgets.check_in_row import CheckInRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.dates import full_date

if TYPE_CHECKING:
    from textual.app import ComposeResult

NONE_KEPT = "Nothing is kept here."


class EarlierScreen(TipScreen[None], Fields[None]):
    """The newest first; any of them can be deleted."""

    BINDINGS = bindings(REMOVE_CHECK_IN, CLOSE, GROUND, HELP, HIDE)

    def body(self) -> ComposeResult:
        words = self.session.library.check_in
        with Page(classes="page", id="earlier-page"):
            yield Static(
                Content.assemble((words.name, "bold"), ("   your own words, by date", "$muted")),
                id="earlier-title",
            )

    async def on_mount(self) -> None:
        await self.show_all()

    async def show_all(self) -> None:
        """Show every check-in that is kept."""
        try:
            kept = await self.session.run(lambda store: store.check_ins())
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        page = self.query_one(Page)
        items = self.session.library.check_in.items
        async with self.batch():
            await page.remove_children("CheckInRow, #none-kept")
            rows = [CheckInRow(one, items) for one in reversed(kept)]
            await page.mount_all(rows or [Static(NONE_KEPT, id="none-kept", classes="quiet")])
        if rows:
            self.set_focus(rows[0])
        self.refresh_bindings()

    async def refresh_from_store(self) -> None:
        await self.show_all()

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "remove_check_in":
            return isinstance(self.focused, CheckInRow) and not self.session.read_only
        return True

    @work(exclusive=True, group="dialog")
    async def action_remove_check_in(self) -> None:
        """Delete one check-in, after a question."""
        from tip_reflect.app.screens.ask import AskScreen

        row = self.focused
        if not isinstance(row, CheckInRow):
            return
        check_in = row.check_in
        sure = await self.app.push_screen_wait(
            AskScreen(
                "Delete this check-in?",
                f"What you said on {full_date(check_in.at.local_date)} will be gone for good.",
                yes="Delete it for good",
                no="Keep it",
            )
        )
        if not sure:
            return
        try:
            await self.session.run(lambda store: store.delete_check_in(check_in.id))
        except TipReflectError as problem:
            self.tip.say(str(problem))
        await self.show_all()
