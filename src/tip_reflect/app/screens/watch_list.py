"""Names to watch for: what the check always looks for, kept only inside the encrypted journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, WATCH_ADD, WATCH_REMOVE, bindings
from tip_reflect.app.screens.base import Fields, TipScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.watched_row import WHAT, WatchedRow
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.watching import Watched, WatchedName

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHY = "The check always looks for these, in any case and form. They are locked in your journal, and nowhere else."
A_NUMBER = "In a number, # stands for a digit and @ for a letter: SW-####"
NONE_YET = "Nothing yet. Add the names you would not want to miss."
CHOICES = tuple(Choice(what, words) for what, words in WHAT.items())


class WatchList(TipScreen[None], Fields[None]):
    """A line to add with, and the list under it; every change is kept at once."""

    BINDINGS = bindings(WATCH_ADD, WATCH_REMOVE, CLOSE, HELP, HIDE)

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static("Names to watch for", classes="heading")
            yield Static(WHY, classes="text")
            with Vertical(id="watch-new"):
                with Horizontal(classes="field"):
                    yield Static("Look for", classes="label")
                    yield Box(id="words", compact=True)
                with Horizontal(classes="field"):
                    yield Static("It is", classes="label")
                    yield ChoiceRow(CHOICES, chosen=Watched.NAME, id="what")
                with Horizontal(classes="field"):
                    yield Static("Say instead", classes="label")
                    yield Box(
                        placeholder="a role, such as the mother; can stay empty", id="instead", compact=True
                    )
                yield Static("", id="about-what", classes="quiet")
            yield Vertical(id="watched")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one("#words"))
        self.show_what()
        await self.show_list()

    async def refresh_from_store(self) -> None:
        if not isinstance(self.focused, WatchedRow):
            await self.show_list()

    async def show_list(self) -> None:
        """Show the list as the journal holds it."""
        try:
            lines = await self.session.run(lambda store: store.watch_list())
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        shelf = self.query_one("#watched", Vertical)
        await shelf.remove_children()
        await shelf.mount_all(map(WatchedRow, lines) if lines else [Static(NONE_YET, classes="quiet")])
        self.refresh_bindings()

    def show_what(self) -> None:
        number = self.query_one("#what", ChoiceRow).value is Watched.NUMBER
        line = self.query_one("#about-what", Static)
        line.display = number
        line.update(Content(A_NUMBER if number else ""))

    def on_choice_row_changed(self) -> None:
        self.show_what()

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        may = not self.session.read_only
        return {"watch_add": may, "watch_remove": may and isinstance(self.focused, WatchedRow)}.get(
            action, True
        )

    async def on_input_submitted(self) -> None:
        await self.action_watch_add()

    async def action_watch_add(self) -> None:
        words, instead = (
            " ".join(self.query_one(box, Input).value.split()) for box in ("#words", "#instead")
        )
        if self.session.read_only:
            self.tip.say(self.session.read_only)
        if self.session.read_only or not words:
            return
        line = WatchedName(words=words, what=self.query_one("#what", ChoiceRow).value, instead=instead)
        try:
            await self.session.run(lambda store: store.watch(line))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        for box in ("#words", "#instead"):
            self.query_one(box, Input).value = ""
        self.set_focus(self.query_one("#words"))
        await self.show_list()

    async def action_watch_remove(self) -> None:
        row = self.focused
        if not isinstance(row, WatchedRow):
            return
        words = row.line.words
        try:
            await self.session.run(lambda store: store.unwatch(words))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        self.set_focus(self.query_one("#words"))
        await self.show_list()
