"""A learning line: one or two lines with no one in them, tagged by principle and, by choice, a statement (BB8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, WRITTEN, bindings
from tip_reflect.app.peer_keepers import LearningKeeper
from tip_reflect.app.screens.base import Fields
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.choices import principles
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.sharing.learning_file import tidy

if TYPE_CHECKING:
    from textual.app import ComposeResult

STATEMENTS: tuple[Choice[Statement | None], ...] = (
    Choice(None, "none"),
    *(Choice(one, one.label) for one in Statement),
)
KEPT_APART = "It is kept with no date and no link to an entry, and leaves only if you export it."


def new_line() -> LearningLine:
    """A line with nothing in it yet."""
    return LearningLine(id=uuid4(), text="")


class LearningScreen(KeepingScreen, Fields[None]):
    """Kept as it is typed; a line left empty goes from the list."""

    BINDINGS = bindings(WRITTEN, CLOSE, HELP, HIDE)
    keeper: LearningKeeper | None = None

    def __init__(self, line: LearningLine) -> None:
        super().__init__()
        self._start = line
        self._ready = False

    def body(self) -> ComposeResult:
        with Page(classes="page", id="learning"):
            yield Static(Content(self.session.library.prompt("back-08").text), id="line-prompt")
            yield Static(KEPT_APART, classes="quiet close")
            yield WritingArea(id="words")
            yield Static("", id="length")
            with Horizontal(classes="field"):
                yield Static("Principle", classes="label")
                yield ChoiceRow(principles("none"), chosen=self._start.principle, id="principle")
            with Horizontal(classes="field"):
                yield Static("Roadmap", classes="label")
                yield ChoiceRow(STATEMENTS, chosen=self._start.statement, id="roadmap")
            yield Static("", id="kept")

    def on_mount(self) -> None:
        words = self._start.text
        lines = words.split("\n")
        area = self.query_one(WritingArea)
        area.show_words(words, row=len(lines) - 1, column=len(lines[-1]))
        self.keeper = LearningKeeper(self.session, self._start, self.read)
        self._ready = True
        self.set_focus(area)
        self.show_length()

    def read(self, line: LearningLine) -> LearningLine:
        """The line as it stands on the screen."""
        if not self._ready:
            return line
        return replace(
            line,
            text=self.query_one(WritingArea).words,
            principle=self.query_one("#principle", ChoiceRow).value,
            statement=self.query_one("#roadmap", ChoiceRow).value,
        )

    def show_length(self) -> None:
        """Say so, gently, where it is more than one or two lines."""
        words, problem = self.query_one(WritingArea).words, ""
        if words.strip():
            try:
                tidy(words)
            except TipReflectError as found:
                problem = f"{found} You can keep it as it is; it cannot be exported so."
        length = self.query_one("#length", Static)
        length.display = bool(problem)
        length.update(Content.styled(problem, "$accent"))

    def on_text_area_changed(self) -> None:
        if self._ready:
            self.show_length()

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def on_choice_row_changed(self) -> None:
        if self._ready and self.query_one(WritingArea).words.strip():
            self.keep_soon()

    def action_written(self) -> None:
        self.action_close()

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed."""
        if self.keeper is None:
            return
        if not self.query_one(WritingArea).words.strip():
            await self._forget(self.keeper)
        elif not await self.keep():
            return
        self.dismiss()

    async def _forget(self, keeper: LearningKeeper) -> None:
        """Take an empty line off the list, where it came onto it."""
        keeper.let_go()
        line_id = self._start.id

        try:
            known = await self.session.run(lambda store: {line.id for line in store.learning()})
            if line_id in known:
                await self.session.run(lambda store: store.delete_learning(line_id))
        except TipReflectError as problem:
            self.tip.say(str(problem))
