"""One line of a pack: written or changed here; the entry that it was copied from keeps its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, WRITTEN, bindings
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.arranging import open_parts
from tip_reflect.journal.pack import PackLine, Part

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.app.peer_keepers import PackKeeper

COPY = "A copy. The entry keeps its own words."
OWN = "Yours to write. Roles, not names."
PROMPTS = {Part.BRIEF: "peers-04", Part.TRIED: "peers-05", Part.WORKED: "peers-08", Part.IMPACT: "impact-01"}


class LineScreen(KeepingScreen):
    """Shares the keeper of the pack; an empty line goes from the pack when this closes."""

    BINDINGS = bindings(WRITTEN, CLOSE, HELP, HIDE)
    keeper: PackKeeper | None = None

    def __init__(self, keeper: PackKeeper, at: int, part: Part, *, prompt_id: str = "") -> None:
        super().__init__()
        self.keeper = keeper
        self._at = at
        self._part = part
        self._prompt_id = prompt_id
        lines = keeper.pack.lines
        self._before = lines[at] if at < len(lines) else PackLine(part=part, text="")

    def body(self) -> ComposeResult:
        prompts = self.session.library.prompts
        prompt = prompts.get(self._prompt_id or PROMPTS[self._part])
        with Vertical(classes="page", id="pack-line"):
            yield Static(Content(prompt.text if prompt else self._part.label), id="line-prompt")
            yield Static(Content(COPY if self._before.source else OWN), classes="quiet")
            with Horizontal(classes="field", id="line-part"):
                yield Static("Under", classes="label")
                parts = open_parts(self.keeper.pack) if self.keeper else tuple(Part)
                yield ChoiceRow(
                    tuple(Choice(part, part.label) for part in parts), chosen=self._part, id="part"
                )
            yield WritingArea(id="words")
            yield Static("", id="kept")

    def on_mount(self) -> None:
        words = self._before.text
        lines = words.split("\n")
        area = self.query_one(WritingArea)
        area.show_words(words, row=len(lines) - 1, column=len(lines[-1]))
        self.set_focus(area)

    def into(self, lines: tuple[PackLine, ...]) -> tuple[PackLine, ...]:
        """The lines with this one as it stands here; a new one that is still empty is not there yet."""
        area = next(iter(self.query(WritingArea)), None)
        if area is None or not self.is_mounted:
            return lines
        line = PackLine(part=self.query_one(ChoiceRow).value, text=area.words, source=self._before.source)
        if self._at < len(lines):
            return (*lines[: self._at], line, *lines[self._at + 1 :])
        return (*lines, line) if line.text.strip() else lines

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def on_choice_row_changed(self) -> None:
        self.keep_soon()

    def action_written(self) -> None:
        self.action_close()

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed."""
        if await self.keep():
            self.dismiss()
