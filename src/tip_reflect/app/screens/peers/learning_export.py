"""Learning lines to hand over: reviewed, shown in full with the small-team warning, and only then a file (BB9)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.commands import CLOSE, SEE_FILE, bindings
from tip_reflect.app.screens.base import Dialog, Fields
from tip_reflect.app.screens.export import usual_folder
from tip_reflect.app.screens.peers.page import PageScreen
from tip_reflect.app.screens.peers.where import file_in
from tip_reflect.app.widgets.box import Box
from tip_reflect.errors import TipReflectError
from tip_reflect.privacy.review import Piece
from tip_reflect.sharing.learning_file import shared, write_learning
from tip_reflect.sharing.new_file import free_name, write_new_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tip_reflect.app.screens.base import TipScreen
    from tip_reflect.journal.learning import LearningLine

NAME, ENDING = "learning", "txt"
SMALL_TEAM = "If only your team could have written this, it may point to you."
ABOUT = "Lines only, in no order, with no dates and no name. Combining many people's is done by people, on files they hand over."
NOTHING_LEFT = "No words are left in these lines, so there is nothing to write. Your list is as it was."
NOT_FIT = "“{start}” cannot be handed over as it is. {why} Your list is as it was."
SHOWN = 30


async def export_learning(screen: TipScreen[Any], lines: Sequence[LearningLine]) -> None:
    """The review of every line, then every word of the file, then the file; the list itself is not changed."""
    from tip_reflect.app.screens.review import ReviewScreen

    pieces = [Piece(text=line.text, title=f"Line {number}") for number, line in enumerate(lines, start=1)]
    said = None
    check = ReviewScreen(pieces, where="list")
    while said is None:
        passed: tuple[Piece, ...] | None = await screen.app.push_screen_wait(check)
        if passed is None:
            return
        said = await _hand_over(screen, lines, passed)
        check = check.as_it_was()
    screen.tip.say(said)


async def _hand_over(
    screen: TipScreen[Any], lines: Sequence[LearningLine], passed: Sequence[Piece]
) -> str | None:
    """Write the lines as they passed the review; what there is to say of that, or None to go back to the review."""
    reviewed = [
        replace(line, text=piece.text)
        for line, piece in zip(lines, passed, strict=True)
        if piece.text.strip()
    ]
    if not reviewed:
        return NOTHING_LEFT
    for line in reviewed:
        try:
            shared(line)
        except TipReflectError as problem:
            start = " ".join(line.text.split())[:SHOWN]
            return NOT_FIT.format(start=start, why=problem)
    return await screen.app.push_screen_wait(LearningFile(reviewed))


class LearningFile(Dialog[str], Fields[str]):
    """Gives a sentence that says where the file is, or None."""

    BINDINGS = bindings(SEE_FILE, CLOSE)

    def __init__(self, lines: Sequence[LearningLine]) -> None:
        super().__init__()
        self._lines = tuple(lines)

    def body(self) -> ComposeResult:
        yield Static("Write your learning lines to a file", classes="heading")
        yield Static(Content(SMALL_TEAM), classes="warning")
        yield Static(Content(ABOUT), classes="quiet")
        yield Static(Content(self.session.library.notices.export), classes="text")
        with Horizontal(classes="field"):
            yield Static("In folder", classes="label")
            yield Box(str(usual_folder()), id="folder", compact=True)
        with Horizontal(classes="field"):
            yield Static("Named", classes="label")
            yield Box(free_name(usual_folder(), NAME, ENDING).name, id="name", compact=True)
        yield Static("", id="message")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#name"))

    def key_enter(self, event: events.Key) -> None:
        event.stop()  # or the screen below would take it too
        self.action_see_file()

    def on_input_submitted(self) -> None:
        self.action_see_file()

    @work(exclusive=True, group="write")
    async def action_see_file(self) -> None:
        """Show every word, and write exactly that."""
        folder, name = (self.query_one(box, Input).value for box in ("#folder", "#name"))
        path = file_in(folder, name, NAME, ENDING)
        data = write_learning(map(shared, self._lines), SystemRandom())
        if not await self.app.push_screen_wait(PageScreen(data.decode(), name=path.name, leaving=True)):
            return
        try:
            await asyncio.to_thread(write_new_file, path, data)
        except TipReflectError as problem:
            self.query_one("#message", Static).update(Content(str(problem)))
            return
        self.dismiss(f"Written to {path}. It is not locked.")
