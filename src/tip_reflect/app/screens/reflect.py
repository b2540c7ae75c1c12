"""Writing: one question at a time, kept as it is typed; also where a finished entry is changed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import ANOTHER, BACK, DONE, GROUND, HELP, HIDE, NEXT, SKIP, STOP, WHY, bindings
from tip_reflect.app.keeper import SAVED, EntryKeeper
from tip_reflect.app.screens.keeping import STILL_HERE, KeepingScreen
from tip_reflect.app.theme import principle_variable
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.entry import PATH_NAMES, Position, State, StepKind
from tip_reflect.journal.principles import Principle
from tip_reflect.reflecting.sitting import another, at_last_step, move, progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Answer, Entry
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.prompts.choosing import Chooser

NOTHING_TO_WRITE = "Nothing to write here. Take the time you want, then go on."
TYPED_HERE = "There is nothing to write here. Ctrl+N goes on."
FREE_QUESTION = "Just write. No questions."


class ReflectScreen(KeepingScreen):
    """One entry, step by step. A draft leads to the closing; a closed entry goes back to the journal."""

    BINDINGS = bindings(NEXT, BACK, SKIP, ANOTHER, WHY, GROUND, STOP, DONE, HELP, HIDE)
    keeper: EntryKeeper | None = None

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._start = entry
        self._chooser: Chooser | None = None
        self._shown = -1
        self._watched: Sequence[WatchedName] | None = None
        self._said = ""

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="reflect"):
            yield Static("", id="step")
            yield Static("", id="question")
            yield Static("", id="nudge")
            yield WritingArea(id="writing")
            yield Static("", id="statement")
            yield Static("", id="kept")

    async def on_mount(self) -> None:
        self.keeper = EntryKeeper(self.session, self._start, self.read)
        self.show_step()
        self._chooser = await self.session.chooser(shocked_now=self._start.shock)
        self.refresh_bindings()

    # What is on the screen

    @property
    def entry(self) -> Entry:
        if self.keeper is None:
            return self._start
        return self.keeper.entry

    @property
    def answer(self) -> Answer:
        return self.entry.answers[self.entry.position.step]

    @property
    def editing(self) -> bool:
        """A closed entry is being changed, rather than a draft being written."""
        return self._start.state is State.CLOSED

    def read(self, entry: Entry) -> Entry:
        """The entry with the words and the cursor that are on the screen."""
        step = entry.position.step
        if step != self._shown or entry.answers[step].kind is StepKind.STATEMENT:
            return entry
        area = self.query_one(WritingArea)
        row, column = area.cursor_location
        if area.words != entry.answers[step].text:
            entry = entry.with_text(step, area.words)
        return entry if self.editing else replace(entry, position=Position(step=step, row=row, column=column))

    def show_step(self) -> None:
        """Show the step where the entry stands."""
        entry, answer = self.entry, self.answer
        self._shown = -1
        statement = answer.kind is StepKind.STATEMENT
        area = self.query_one(WritingArea)
        area.display = not statement
        self.query_one("#statement").display = statement
        self.query_one("#step", Static).update(self._heading())
        self.query_one("#question", Static).update(
            Content("" if statement else answer.prompt or FREE_QUESTION)
        )
        prompt = self.session.library.prompts.get(answer.prompt_id)
        nudge = self.query_one("#nudge", Static)
        nudge.update(Content(prompt.nudge if prompt else ""))
        nudge.display = bool(prompt and prompt.nudge)
        if statement:
            self.query_one("#statement", Static).update(
                Content.assemble((answer.prompt, "bold"), "\n\n", (NOTHING_TO_WRITE, "$muted"))
            )
            self.set_focus(None)
        else:
            area.show_words(answer.text, row=entry.position.row, column=entry.position.column)
            self.set_focus(area)
            self.underline()
        self._shown = entry.position.step
        self.show_kept()
        self.refresh_bindings()

    def _heading(self) -> Content:
        entry, answer = self.entry, self.answer
        here = answer.principle
        touched = {one.principle for one in entry.answered()} | {here}
        marks = Content(" ").join(
            Content.styled(one.mark, f"${principle_variable(one)}" if one in touched else "$muted")
            for one in Principle
        )
        name = (
            Content.styled(here.label, f"bold ${principle_variable(here)}")
            if here
            else Content.styled(self._set_name(), "bold")
        )
        number, of = progress(entry)
        place = f"{number} of {of}" if of > 1 else ""
        return Content("   ").join([marks, name, Content.styled(place, "$muted")])

    def _set_name(self) -> str:
        prompt = self.session.library.prompts.get(self.answer.prompt_id)
        return prompt.set.replace("-", " ").capitalize() if prompt else PATH_NAMES[self.entry.path]

    def show_kept(self) -> None:
        if self.keeper is None:
            return
        if self.keeper.trouble:
            words = Content.styled(f"{self.keeper.trouble} {STILL_HERE}", "$error")
        elif self.keeper.note:
            words = Content(self.keeper.note)
        elif self.entry.revision:
            words = Content.styled(SAVED, "$muted")
        else:
            words = Content.styled(self.session.library.notices.new_entry, "$muted")
        if words.plain != self._said:  # a relayout for the same words would cost a key its time
            self._said = words.plain
            self.query_one("#kept", Static).update(words)

    def on_key(self, event: events.Key) -> None:
        if event.is_printable:
            self._say_nothing_to_write()

    def on_paste(self) -> None:
        self._say_nothing_to_write()

    def _say_nothing_to_write(self) -> None:
        """Letters that have nowhere to go are answered, calmly; in the place to write they never come here."""
        if self.keeper is not None and self.answer.kind is StepKind.STATEMENT:
            self._said = TYPED_HERE
            self.query_one("#kept", Static).update(Content(TYPED_HERE))

    # Keeping

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def on_writing_area_paused(self) -> None:
        self.underline()

    @work(exclusive=True, group="underline")
    async def underline(self) -> None:
        """Underline what may point to a person, where that was asked for; found in a thread, in nobody's way."""
        if self.tip.settings.underline != "on":
            return
        from tip_reflect.privacy.check import spotted

        area = self.query_one(WritingArea)
        text = area.text
        if self._watched is None:
            self._watched = await self.session.run(lambda store: store.watch_list())
        area.underline(text, await asyncio.to_thread(spotted, text, self._watched))

    # What the worker does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if self.keeper is None:
            return action not in {"next", "back", "skip", "another", "why", "stop", "done"}
        asked = bool(self.answer.prompt_id)
        possible = {
            "next": not (self.editing and at_last_step(self.entry)),
            "back": self.entry.position.step > 0,
            "skip": not self.editing and len(self.entry.answers) > 1,
            "another": not self.editing and asked and not self._written(),
            "stop": not self.editing,
            "done": self.editing,
            "why": asked and self.answer.kind is StepKind.QUESTION,
        }
        return possible.get(action, True)

    def _written(self) -> bool:
        return bool(self.answer.text.strip())

    def on_text_area_changed(self) -> None:
        if self.keeper is not None and self._written() != bool(
            self.query_one(WritingArea).document.text.strip()
        ):
            self.keeper.current()
            self.refresh_bindings()

    def action_next(self) -> None:
        if at_last_step(self.entry):
            self.action_stop()
        else:
            self._move(1)

    def action_skip(self) -> None:
        self.action_next()

    def action_back(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        if self.keeper is None:
            return
        self.keeper.replace_with(move(self.keeper.current(), by))
        self.show_step()
        self.keep_soon()

    def action_another(self) -> None:
        if self.keeper is None or self._chooser is None:
            return
        entry = self.keeper.current()
        swapped = another(entry, self._chooser)
        if swapped == entry:
            self.tip.say(
                "There is no other question for this step. You can skip it, or write anything you like."
            )
            return
        self.keeper.replace_with(swapped)
        self.show_step()
        if entry.revision:
            self.keep_soon()

    async def action_why(self) -> None:
        from tip_reflect.app.screens.why import WhyScreen

        await self.app.push_screen(WhyScreen(self.answer))

    @work
    async def action_done(self) -> None:
        """Keep what was changed and go back to the journal."""
        if await self.keep():
            self.dismiss()

    @work
    async def action_stop(self) -> None:
        """Go on to the closing."""
        if self.keeper is None:
            return
        entry = self.keeper.current()
        from tip_reflect.app.screens.closing import ClosingScreen

        if entry.revision:
            await self.keep()
        await self.app.push_screen(ClosingScreen(self.keeper))
