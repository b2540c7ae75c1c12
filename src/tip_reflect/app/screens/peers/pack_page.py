"""The page of a pack: its words in the fixed order of SP4, and every one of them kept as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tip_reflect.app.peer_keepers import PackKeeper
from tip_reflect.app.screens.base import Fields
from tip_reflect.app.screens.keeping import STILL_HERE, KeepingScreen
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
from tip_reflect.journal.arranging import places
from tip_reflect.journal.pack import Pack, Part

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.app.screens.peers.line import LineScreen
    from tip_reflect.app.screens.review import ReviewScreen


class PackPage(KeepingScreen, Fields[None]):
    """The boxes and the lines, kept as they are typed; what can be done with them is PackScreen's."""

    keeper: PackKeeper | None = None

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._start = pack
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

    async def begin(self) -> None:
        """Show the pack, and keep it from now on."""
        self.keeper = PackKeeper(self.session, self._start, self.read)
        self.show_fields()
        self._ready = True
        await self.show_lines()
        self.query_one("#pack-kept").display = False
        self.set_focus(self.query_one("#want"))

    @property
    def pack(self) -> Pack:
        return self.keeper.pack if self.keeper else self._start

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
                    self.go_to(row)
        self.show_state()

    def go_to(self, row: LineRow | AddRow) -> None:
        """Give the keys to a row that was put there just now: it comes into view once it has its place."""
        self.set_focus(row, scroll_visible=False)
        self.call_after_refresh(row.scroll_visible, animate=False)

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
        trouble = self.keeper.trouble and f"{self.keeper.trouble} {STILL_HERE}"
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
