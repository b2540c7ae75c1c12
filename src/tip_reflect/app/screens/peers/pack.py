"""The pack builder: one page in the fixed order of SP4, kept as it is typed; the entries are never touched."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

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
from tip_reflect.app.peer_keepers import PackKeeper
from tip_reflect.app.screens.base import Fields
from tip_reflect.app.screens.keeping import KeepingScreen
from tip_reflect.app.screens.peers.beginning import Starter
from tip_reflect.app.screens.peers.pack_words import (
    HARD,
    IMPACT,
    ONLY,
    WANTS,
    WHAT_IS_LEFT_OUT,
    part_heading,
    state_words,
)
from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import ChoiceRow
from tip_reflect.app.widgets.choices import principles
from tip_reflect.app.widgets.line_row import AddRow, LineRow
from tip_reflect.app.widgets.page import Page
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.arranging import moved, places, without_line
from tip_reflect.journal.pack import Pack, PackState, Part, pieces

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tip_reflect.app.app import ReflectApp
    from tip_reflect.app.screens.peers.line import LineScreen
    from tip_reflect.app.screens.review import ReviewScreen

NO_QUESTION = "A pack needs your one question before it can leave. The draft waits as long as you like."
ON_A_LINE = {"line_up", "line_down", "line_out"}
LATER = {"check_pack", "take_pack", "pieces", "add_line", "see_page", *ON_A_LINE}


class PackScreen(KeepingScreen, Fields[None]):
    """A draft goes on to the check for people; a pack that passed it goes on to a file."""

    BINDINGS = bindings(
        CHECK_PACK, TAKE_PACK, PACK_PIECES, ADD_LINE, SEE_PAGE, LINE_UP, LINE_DOWN, LINE_OUT, CLOSE, HELP, HIDE
    )  # fmt: skip
    keeper: PackKeeper | None = None

    def __init__(self, pack: Pack, *, starter: Starter | None = None) -> None:
        super().__init__()
        self._start = pack
        self._starter = starter
        self._line: LineScreen | None = None
        self._check: ReviewScreen | None = None
        self._checked = pack
        self._ready = False

    def body(self) -> ComposeResult:
        library, pack = self.session.library, self._start
        yield Static("", id="pack-state")
        with Page(classes="page", id="pack"):
            yield Static(Content(library.prompt("peers-02").text), classes="ask")
            yield ChoiceRow(WANTS, chosen=pack.want, id="want")
            yield Static(Content(library.prompt("peers-01").text), classes="ask")
            yield WritingArea(id="one-question")
            with Horizontal(classes="field"):
                yield Static("Bring", classes="label")
                yield ChoiceRow(ONLY, chosen=pack.question_only, id="only")
            with Vertical(id="whole"):
                for part in Part:
                    yield Static(part_heading(part), classes="ask")
                    if part is Part.IMPACT:
                        yield ChoiceRow(IMPACT, chosen=pack.with_impact, id="with-impact")
                    yield Vertical(id=f"part-{part.value}", classes="part")
                yield Static(Content(library.prompt("peers-07").text), classes="ask")
                yield ChoiceRow(principles("none"), chosen=pack.lens, id="lens")
                yield Static(Content(library.prompt("peers-03").text), classes="ask")
                yield WritingArea(id="please")
                yield Static(Content(library.prompt("peers-09").text), classes="ask")
                yield ChoiceRow(HARD, chosen=pack.hard_to_hear, id="hard")
                with Horizontal(classes="field", id="theme-field"):
                    yield Static("It is about", classes="label")
                    yield Box(
                        pack.theme, placeholder="a theme, such as loss; no details", id="theme", compact=True
                    )
                yield Static(WHAT_IS_LEFT_OUT, classes="quiet")
        yield Static("", id="pack-kept")

    async def on_mount(self) -> None:
        self.keeper = PackKeeper(self.session, self._start, self.read)
        self.show_fields()
        self._ready = True
        await self.show_lines()
        self.query_one("#pack-kept").display = False
        self.set_focus(self.query_one("#want"))
        if self._starter is Starter.QUESTION:
            self.set_focus(self.query_one("#one-question"))
        elif self._starter is not None:
            self.begin_with(self._starter)

    @property
    def pack(self) -> Pack:
        return self.keeper.pack if self.keeper else self._start

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        if not self.pack.revision:
            return None
        pack_id = self.pack.id

        async def back(app: ReflectApp) -> None:
            from tip_reflect.app.screens.peers.place import PeersScreen

            pack = await app.open_session.run(lambda store: store.pack(pack_id))
            await app.show_only(PeersScreen())
            await app.push_screen(PackScreen(pack))

        return back

    # What is on the screen

    def show_fields(self) -> None:
        """Show the pack's own words in the boxes."""
        pack = self.pack
        for area, words in (("#one-question", pack.question), ("#please", pack.please_do_not)):
            lines = words.split("\n")
            self.query_one(area, WritingArea).show_words(words, row=len(lines) - 1, column=len(lines[-1]))
        for row, value in (
            ("#want", pack.want), ("#only", pack.question_only), ("#with-impact", pack.with_impact), ("#lens", pack.lens),
            ("#hard", pack.hard_to_hear),
        ):  # fmt: skip
            self.query_one(row, ChoiceRow).choose(value)
        self.query_one("#theme", Input).value = pack.theme

    async def show_lines(self, focus_on: int | None = None) -> None:
        """Show every line under its part, and give the keys to one of them."""
        pack = self.pack
        async with self.batch():
            for part in Part:
                shelf = self.query_one(f"#part-{part.value}", Vertical)
                await shelf.remove_children()
                await shelf.mount_all(
                    [*(LineRow(at, pack.lines[at].text) for at in places(pack, part)), AddRow(part)]
                )
        if focus_on is not None:
            for row in self.query(LineRow):
                if row.at == focus_on:
                    self.set_focus(row)
        self.show_state()

    def show_state(self) -> None:
        """Show what follows from what is chosen, and how much of one side is filled."""
        if not self._ready or self.keeper is None:
            return
        pack = self.keeper.current()
        self.query_one("#whole").display = not pack.question_only
        self.query_one(f"#part-{Part.IMPACT.value}").display = pack.with_impact
        self.query_one("#theme-field").display = pack.hard_to_hear is True
        self.query_one("#pack-state", Static).update(state_words(pack, saved=bool(pack.revision)))
        self.refresh_bindings()

    def show_kept(self) -> None:
        if self.keeper is None:
            return
        trouble = self.keeper.trouble and f"{self.keeper.trouble} Your words are still here on the screen."
        kept = self.query_one("#pack-kept", Static)
        kept.display = bool(trouble or self.keeper.note)
        kept.update(Content.styled(trouble, "$error") if trouble else Content(self.keeper.note))
        self.show_state()

    def read(self, pack: Pack) -> Pack:
        """The pack with everything that is on the screen, also on the screens that stand over this one."""
        if not self._ready:
            return pack
        if self._check is not None:
            return self._check_so_far(pack)
        words: dict[str, Any] = {
            "question": self.query_one("#one-question", WritingArea).words,
            "question_only": self.query_one("#only", ChoiceRow).value,
            "with_impact": self.query_one("#with-impact", ChoiceRow).value,
            "please_do_not": self.query_one("#please", WritingArea).words,
            "hard_to_hear": self.query_one("#hard", ChoiceRow).value,
            "theme": self.query_one("#theme", Input).value,
        }
        if self._line is not None:
            words["lines"] = self._line.into(pack.lines)
        changed = {name: value for name, value in words.items() if getattr(pack, name) != value}
        pack = pack.changed(**changed) if changed else pack
        return replace(
            pack, want=self.query_one("#want", ChoiceRow).value, lens=self.query_one("#lens", ChoiceRow).value
        )

    def _check_so_far(self, pack: Pack) -> Pack:
        """What was decided in a check that is still going on: a lock or a kill must not lose it."""
        from tip_reflect.privacy.packs import reviewed

        review = self._check.review if self._check is not None else None
        if review is None or review.before is None:
            return pack
        return replace(reviewed(self._checked, review), id=pack.id, revision=pack.revision)

    async def refresh_from_store(self) -> None:
        """Show what another window made of the pack, where nothing here waits to be saved."""
        if self.keeper is None or self.app.screen is not self or self.keeper.unsaved:
            return
        pack_id = self.pack.id
        try:
            pack = await self.session.run(lambda store: store.pack(pack_id))
        except TipReflectError:
            return
        if pack.revision > self.pack.revision and not self.keeper.unsaved:
            self._ready = False
            self.keeper.started_from(pack)
            self.show_fields()
            self._ready = True
            await self.show_lines()

    # Keeping

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def on_text_area_changed(self) -> None:
        self.show_state()

    def on_input_changed(self) -> None:
        self._changed()

    def on_choice_row_changed(self) -> None:
        self._changed()

    def _changed(self) -> None:
        if self._ready:
            self.show_state()
            self.keep_soon()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_descendant_focus(self) -> None:
        if self.focused is self.query_one("#want"):
            self.call_after_refresh(self.query_one("#pack").scroll_home, animate=False)
        self.refresh_bindings()

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
                self.set_focus(row)
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
            pieces_of(self._checked), where="pack", kept=frozenset(self._checked.kept)
        )
        try:
            through = await self.app.push_screen_wait(check)
            pack = await passed(self, self._checked, check) if through is not None else self._checked
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
        from tip_reflect.app.screens.peers.taking import TakeDialog

        if self.keeper is None or not await self.keep():
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
