"""The pack builder: lines copied, written, moved and taken out, then the check and the file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from tip_reflect.app.commands import (
    ADD_LINE,
    CHECK_PACK,
    CLOSE,
    HELP,
    HIDE,
    LINE_DOWN,
    LINE_OUT,
    LINE_UP,
    PACK_PIECES,
    SEE_PAGE,
    TAKE_PACK,
    bindings,
)
from tip_reflect.app.screens.peers.beginning import Starter
from tip_reflect.app.screens.peers.pack_page import PackPage
from tip_reflect.app.widgets.line_row import AddRow, LineRow
from tip_reflect.journal.arranging import moved, without_line
from tip_reflect.journal.pack import Guess, Pack, PackState, Part, pieces

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tip_reflect.app.app import ReflectApp
    from tip_reflect.privacy.review import Piece

NO_QUESTION = "A pack needs your one question before it can leave. The draft waits as long as you like."
LOOK_AGAIN = "The check finds something in it now that you have not looked at. Check for people once more."
ON_A_LINE = {"line_up", "line_down", "line_out"}
LATER = {"check_pack", "take_pack", "pieces", "add_line", "see_page", *ON_A_LINE}


class PackScreen(PackPage):
    """A draft goes on to the check for people; a pack that passed it goes on to a file."""

    BINDINGS = bindings(
        CHECK_PACK, TAKE_PACK, PACK_PIECES, ADD_LINE, SEE_PAGE, LINE_UP, LINE_DOWN, LINE_OUT, CLOSE, HELP, HIDE
    )  # fmt: skip

    def __init__(self, pack: Pack, *, starter: Starter | None = None, focused: str = "") -> None:
        super().__init__(pack)
        self._starter = starter
        self._focused = focused

    async def on_mount(self) -> None:
        await self.begin()
        if self._starter is Starter.QUESTION:
            self.set_focus(self.query_one("#one-question"))
        elif self._starter is not None:
            self.begin_with(self._starter)
        elif self._focused and (there := self.query(f"#{self._focused}")):
            self.set_focus(there.first())

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        if not self.pack.revision:
            return None
        pack_id = self.pack.id
        focused = (self.focused.id if self.focused else None) or ""

        async def back(app: ReflectApp) -> None:
            from tip_reflect.app.screens.peers.place import PeersScreen

            pack = await app.open_session.run(lambda store: store.pack(pack_id))
            await app.show_only(PeersScreen())
            await app.push_screen(PackScreen(pack, focused=focused))

        return back

    # What is possible

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if self.keeper is None:
            return action not in LATER
        pack = self.pack
        draft = pack.state is PackState.DRAFT
        possible = {
            "check_pack": draft and bool(pieces(pack)),
            "take_pack": not draft,
            "pieces": not pack.question_only,
            "add_line": not pack.question_only,
            "see_page": bool(pieces(pack)),
            **dict.fromkeys(ON_A_LINE, isinstance(self.focused, LineRow)),
        }
        return possible.get(action, True)

    @property
    def _part(self) -> Part:
        """The part where the keys are."""
        focused = self.focused
        if isinstance(focused, LineRow):
            return self.pack.lines[focused.at].part
        return focused.part if isinstance(focused, AddRow) else Part.BRIEF

    # Lines

    @work(exclusive=True, group="dialog")
    async def begin_with(self, starter: Starter) -> None:
        """Straight to the pieces where some are marked, else to the first line."""
        if await self.session.run(lambda store: store.marked_entries()):
            await self._choose_pieces(starter.part)
        else:
            await self._write_line(starter.part, prompt_id=starter.prompt_id)
        if not self.pack.question.strip() and not self.pack.question_only:
            self.set_focus(self.query_one("#one-question"))

    def on_add_row_wanted(self, event: AddRow.Wanted) -> None:
        self.write_line(event.part)

    def on_line_row_opened(self, event: LineRow.Opened) -> None:
        self.write_line(self.pack.lines[event.row.at].part, event.row.at)

    def action_add_line(self) -> None:
        self.write_line(self._part)

    @work(exclusive=True, group="dialog")
    async def write_line(self, part: Part, at: int | None = None) -> None:
        await self._write_line(part, at)

    async def _write_line(self, part: Part, at: int | None = None, prompt_id: str = "") -> None:
        from tip_reflect.app.screens.peers.line import LineScreen

        if self.keeper is None:
            return
        pack = self.keeper.current()
        at = len(pack.lines) if at is None else at
        self._line = LineScreen(self.keeper, at, part, prompt_id=prompt_id)
        await self.app.push_screen_wait(self._line)
        pack, self._line = self.keeper.current(), None
        gone = at < len(pack.lines) and not pack.lines[at].text.strip()
        if gone:
            self.keeper.replace_with(without_line(pack, at))
        await self.show_lines(None if gone else at)
        await self.keep()

    @work(exclusive=True, group="dialog")
    async def action_pieces(self) -> None:
        await self._choose_pieces(self._part)

    async def _choose_pieces(self, part: Part) -> None:
        from tip_reflect.app.screens.peers.pieces import PiecesScreen, read_marked

        if self.keeper is None:
            return
        marked = await self.session.run(read_marked)
        await self.app.push_screen_wait(PiecesScreen(self.keeper, marked, part))
        await self.show_lines()
        for row in self.query(AddRow):
            if row.part is part:
                self.go_to(row)
        await self.keep()

    @work(exclusive=True, group="dialog")
    async def action_line_up(self) -> None:
        await self._move(-1)

    @work(exclusive=True, group="dialog")
    async def action_line_down(self) -> None:
        await self._move(1)

    async def _move(self, by: int) -> None:
        if self.keeper is not None and isinstance(self.focused, LineRow):
            pack, at = moved(self.keeper.current(), self.focused.at, by)
            self.keeper.replace_with(pack)
            await self.show_lines(at)
            await self.keep()

    @work(exclusive=True, group="dialog")
    async def action_line_out(self) -> None:
        if self.keeper is not None and isinstance(self.focused, LineRow):
            at = self.focused.at
            self.keeper.replace_with(without_line(self.keeper.current(), at))
            await self.show_lines(min(at, len(self.pack.lines) - 1))
            await self.keep()

    # On to the session

    @work(exclusive=True, group="dialog")
    async def action_see_page(self) -> None:
        from tip_reflect.app.screens.peers.page import PageScreen
        from tip_reflect.app.screens.peers.taking import page_words

        if self.keeper is not None:
            words = await asyncio.to_thread(page_words, self.keeper.current())
            await self.app.push_screen_wait(PageScreen(words))

    @work(exclusive=True, group="dialog")
    async def action_check_pack(self) -> None:
        """The review, the last question and the page; only then a file."""
        from tip_reflect.app.screens.peers.checking import passed
        from tip_reflect.app.screens.preview import Answer
        from tip_reflect.app.screens.review import ReviewScreen
        from tip_reflect.privacy.packs import pieces_of

        if self.keeper is None or not await self.keep():
            return
        self._checked = self.keeper.current()
        if not self._checked.question.strip():
            self.tip.say(NO_QUESTION)
            self.set_focus(self.query_one("#one-question"))
            return
        self._check = check = ReviewScreen(
            pieces_of(self._checked), where="pack", kept=frozenset(self._checked.kept), held=True
        )
        try:
            through: tuple[Piece, ...] | None = await self.app.push_screen_wait(check)
            pack = self._checked
            if through is not None or check.guess is Answer.YES:
                pack = await passed(self, pack, check)
            elif check.guess is not None:  # left after all: what was decided is not kept, but this is
                pack = replace(pack, guess=Guess(check.guess.value))
        finally:
            self._check = None
        self._ready = False
        self.keeper.replace_with(pack)
        self.show_fields()
        self._ready = True
        await self.show_lines()
        await self.keep()
        if pack.state is PackState.READY:
            await self._take()

    @work(exclusive=True, group="dialog")
    async def action_take_pack(self) -> None:
        await self._take()

    async def _take(self) -> None:
        from tip_reflect.app.screens.peers.checking import still_clear
        from tip_reflect.app.screens.peers.taking import TakeDialog

        if self.keeper is None or not await self.keep():
            return
        if not await still_clear(self, self.keeper.current()):
            self.keeper.replace_with(self.pack.changed())
            await self.keep()
            self.show_state()
            self.tip.say(LOOK_AGAIN)
            return
        taken = await self.app.push_screen_wait(TakeDialog(self.keeper.current()))
        if taken is not None:
            pack, said = taken
            self.keeper.replace_with(
                replace(self.keeper.current(), state=pack.state, with_sheet=pack.with_sheet)
            )
            await self.keep()
            self.show_state()
            self.tip.say(said)

    @work(exclusive=True, group="leave")
    async def action_close(self) -> None:  # type: ignore[override]
        """Leaving keeps what was typed."""
        if await self.keep():
            self.dismiss()
