"""One thing to try: to try, tried or let go, and once it was tried, what happened and what to tell the group (BB10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from textual import work
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, WRITTEN, bindings
from tip_reflect.app.peer_keepers import ActionKeeper
from tip_reflect.app.screens.keeping import KeptForm
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.arranging import with_line
from tip_reflect.journal.bring_back import Action, Trying
from tip_reflect.journal.pack import Pack, PackState, Part

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Moment
    from tip_reflect.store.store import Store

STATES = tuple(Choice(state, state.label) for state in Trying)
NEXT_PACK = "Tell the group next time?"
INTO_NEXT = "Put a copy of this in your next pack, under “{part}”? You can change or take it out there; nothing leaves by itself."
IN_PACK = "It is in your pack, under “{part}”."


class ActionScreen(KeptForm):
    """Kept as it is typed. Nothing is ever late."""

    BINDINGS = bindings(WRITTEN, CLOSE, HELP, HIDE)
    keeper: ActionKeeper | None = None

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._start = action

    def body(self) -> ComposeResult:
        action = self._start
        with Page(classes="page", id="trying"):
            yield Static("Something to try", classes="heading")
            for box, label, words in (
                ("what", "What", action.what),
                ("whom", "With whom", action.with_whom),
                ("when", "By about", action.by_when),
            ):
                with Horizontal(classes="field"):
                    yield Static(label, classes="label")
                    yield Box(words, id=box, compact=True)
            with Horizontal(classes="field"):
                yield Static("It is", classes="label")
                yield ChoiceRow(STATES, chosen=action.state, id="state")
            with Vertical(id="tried"):
                yield Static("What happened?", classes="ask")
                yield WritingArea(id="happened")
                yield Static("What would you tell the group?", classes="ask")
                yield WritingArea(id="tell")
            yield Static("", id="kept")

    def on_mount(self) -> None:
        for area, words in (("#happened", self._start.happened), ("#tell", self._start.tell)):
            lines = words.split("\n")
            self.query_one(area, WritingArea).show_words(words, row=len(lines) - 1, column=len(lines[-1]))
        self.keeper = ActionKeeper(self.session, self._start, self.read)
        self.ready = True
        self.set_focus(self.query_one("#state"))
        self.show_what_follows()

    def show_what_follows(self) -> None:
        self.query_one("#tried").display = self.query_one("#state", ChoiceRow).value is Trying.TRIED

    def read(self, action: Action) -> Action:
        """The thing to try, as it stands on the screen."""
        if not self.ready:
            return action
        return replace(
            action,
            what=self.query_one("#what", Input).value,
            with_whom=self.query_one("#whom", Input).value,
            by_when=self.query_one("#when", Input).value,
            state=self.query_one("#state", ChoiceRow).value,
            happened=self.query_one("#happened", WritingArea).words,
            tell=self.query_one("#tell", WritingArea).words,
        )

    def action_written(self) -> None:
        self.action_close()

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed; what was told just now is offered for the next pack."""
        if self.keeper is None or not await self.keep():
            return
        action = self.keeper.held
        told = told_of(action)
        if told and told != told_of(self._start):
            from tip_reflect.app.screens.ask import AskScreen

            part = Part.TRIED.label
            wanted = AskScreen(NEXT_PACK, INTO_NEXT.format(part=part), yes="Put it in", no="Not now")
            if await self.app.push_screen_wait(wanted):
                now = self.session.now()
                try:
                    await self.session.run(lambda store: into_next_pack(store, told, now))
                except TipReflectError as problem:
                    self.tip.say(str(problem))
                else:
                    self.tip.say(IN_PACK.format(part=part))
        self.dismiss()


def told_of(action: Action) -> str:
    """What was tried, what happened and what to tell, as one line of a pack; empty where it was not tried or told."""
    said = [part.strip() for part in (action.happened, action.tell) if part.strip()]
    if action.state is not Trying.TRIED or not said:
        return ""
    what = action.what.strip()
    return "\n".join([f"{what[:1].upper()}{what[1:]}.".replace("..", ".")] * bool(what) + said)


def into_next_pack(store: Store, told: str, now: Moment) -> Pack:
    """Put these words in the newest draft, or in a new one where there is none."""
    draft = next(
        (one for one in store.packs() if one.state is PackState.DRAFT and not one.question_only), None
    )
    return store.save_pack(with_line(draft or Pack(id=uuid4(), made=now), Part.TRIED, told))
