"""Before writing: anything to report first; then length, purpose, principle and a word for how you arrive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import BEGIN, CLOSE, DEEPER, bindings
from tip_reflect.app.screens.base import Fields, TipScreen
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.choices import principles, purposes
from tip_reflect.app.widgets.page import Page
from tip_reflect.journal.entry import PATH_LENGTHS, PathId
from tip_reflect.reflecting.sitting import Choices, as_last_time, begin

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Entry
    from tip_reflect.prompts.choosing import Chooser

LENGTHS = tuple(Choice(path, words) for path, words in PATH_LENGTHS.items())
SHOCKS = (Choice(False, "nothing shocking"), Choice(True, "something shocking just happened"))
SHORT_ONLY = (
    "After a shock, short and steadying is best. Ctrl+D shows the longer lengths, if you would still like to."
)
GO_GENTLY = "Food, a drink and company come first. Tell your manager. This can wait."


def shorter_after_shock(choices: Choices, chooser: Chooser) -> Choices:
    """Within two days of a shock a sitting that was not chosen afresh is the short one (PRODUCT, Reflecting)."""
    if chooser.after_shock() and choices.path in {PathId.STANDARD, PathId.DEEP}:
        return replace(choices, path=PathId.QUICK)
    return choices


class BeforeScreen(TipScreen[None], Fields[None]):
    """Everything on one page, each choice already made; Ctrl+N begins at once."""

    BINDINGS = bindings(BEGIN, DEEPER, CLOSE)

    def __init__(self, path: PathId, *, last: Entry | None = None) -> None:
        super().__init__()
        self._choices = replace(as_last_time(last), path=path)
        self._deeper = False
        self._begun = False
        self._chooser: Chooser | None = None

    def body(self) -> ComposeResult:
        with Page(classes="page"):
            yield Static(
                Content.assemble(
                    ("Before you write", "bold"), ("   all of this can be left as it is", "$muted")
                )
            )
            yield Static("", id="gate")
            with Horizontal(classes="field"):
                yield Static("How long", classes="label")
                yield ChoiceRow(LENGTHS, chosen=self._choices.path, id="path")
            with Horizontal(classes="field", id="for"):
                yield Static("What for", classes="label")
                yield ChoiceRow(purposes("leave it open"), chosen=self._choices.purpose, id="purpose")
            with Horizontal(classes="field", id="through"):
                yield Static("Principle", classes="label")
                yield ChoiceRow(principles("choose for me"), chosen=self._choices.principle, id="principle")
            with Horizontal(classes="field"):
                yield Static("Just now", classes="label")
                yield ChoiceRow(SHOCKS, chosen=False, id="shock")
            yield Static("", id="gently", classes="quiet")
            with Horizontal(classes="field", id="arriving"):
                yield Static("Arriving", classes="label")
                yield Box(placeholder="one word is plenty, or none", id="arrived-as")
            yield Static("", id="opening-words", classes="quiet")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one("#path"))
        self._chooser = await self.session.chooser()
        self.query_one("#gate", Static).update(Content(self._chooser.opening(self._choices.path)[0].text))
        self.show_lengths()
        self.show_fields()

    @property
    def shocked(self) -> bool:
        return bool(self.query_one("#shock", ChoiceRow).value)

    @property
    def keep_short(self) -> bool:
        """Only the short lengths are offered first (PRODUCT: after something marked as a shock)."""
        recent = self._chooser is not None and self._chooser.after_shock()
        return (self.shocked or recent) and not self._deeper

    def show_lengths(self) -> None:
        lengths = [one for one in LENGTHS if not self.keep_short or one.value in {PathId.QUICK, PathId.FREE}]
        row = self.query_one("#path", ChoiceRow)
        row.offer(
            lengths, chosen=row.value if any(one.value is row.value for one in lengths) else PathId.QUICK
        )
        note = " ".join(
            words for words, so in ((GO_GENTLY, self.shocked), (SHORT_ONLY, self.keep_short)) if so
        )
        gently = self.query_one("#gently", Static)
        gently.update(Content(note))
        gently.display = bool(note)
        self.refresh_bindings()

    def show_fields(self) -> None:
        """What a length does not use is not asked; what this length opens with is said."""
        path = self.query_one("#path", ChoiceRow).value
        self.query_one("#for").display = path is not PathId.FREE
        self.query_one("#through").display = self.tip.library.paths[path].has_lens
        if self._chooser is None:
            return
        notices = self.session.library.notices
        day = [prompt.text for prompt in self._chooser.opening(path) if prompt.id == "open-08"]
        words = [*day, notices.new_entry, *([notices.stopping] if path is PathId.DEEP else [])]
        self.query_one("#opening-words", Static).update(Content("\n".join(words)))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        if event.row.id == "shock":
            self._deeper = False
            self.show_lengths()
        self.show_fields()

    def on_input_submitted(self) -> None:
        # The app does it: this screen goes, and would take a worker of its own along.
        self.app.run_worker(self.action_begin())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "deeper":
            return self.is_mounted and self.keep_short
        return True

    def action_deeper(self) -> None:
        self._deeper = True
        self.show_lengths()

    async def action_begin(self) -> None:
        if self._chooser is None or self._begun:
            return
        self._begun = True
        path = self.query_one("#path", ChoiceRow).value
        choices = Choices(
            path=path,
            purpose=None if path is PathId.FREE else self.query_one("#purpose", ChoiceRow).value,
            principle=self.query_one("#principle", ChoiceRow).value
            if self.tip.library.paths[path].has_lens
            else None,
            arrived_as=self.query_one("#arrived-as", Input).value,
            shock=self.shocked,
        )
        chooser = await self.session.chooser(shocked_now=True) if self.shocked else self._chooser
        entry = begin(chooser, choices, entry_id=uuid4(), now=self.session.now())
        from tip_reflect.app.screens.reflect import ReflectScreen

        await self.app.switch_screen(ReflectScreen(entry))
