"""Place 3, Peers: packs, things to try, learning lines and what is out, on one page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import (
    AFTERWARDS,
    BRING_BACK,
    EXPORT_LEARNING,
    GROUND,
    HELP,
    HIDE,
    HOST,
    JOURNAL,
    NEW_LEARNING,
    NEW_PACK,
    OPEN_THIS,
    PEERS,
    QUIT,
    REMOVE_THIS,
    SESSION_DATE,
    SETTINGS,
    TODAY,
    bindings,
)
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.screens.peers.removing import remove
from tip_reflect.app.screens.peers.rows import ACTION, LEARNING, PACK, OnThePage, keyed, rows
from tip_reflect.app.widgets.shelf import Shelf
from tip_reflect.errors import NoSuchEntry, TipReflectError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.bring_back import Action
    from tip_reflect.journal.learning import LearningLine
    from tip_reflect.journal.pack import Pack

WHAT_IT_IS = "what you choose to bring, and what comes back"
NOTHING_YET = OnThePage(packs=(), brought=(), learning=(), leavings=())
ON_A_PACK = {"bring_back", "afterwards"}
WRITING = {"new_pack", "new_learning", "export_learning", "bring_back", "remove_this"}


class PeersScreen(TipScreen[None]):
    """Opens on the newest pack."""

    TOP_LEVEL = True
    BINDINGS = bindings(
        TODAY, JOURNAL, PEERS, NEW_PACK, OPEN_THIS, BRING_BACK, AFTERWARDS, NEW_LEARNING, EXPORT_LEARNING, HOST, SESSION_DATE,
        REMOVE_THIS, HELP, GROUND, HIDE, SETTINGS, QUIT,
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._page = NOTHING_YET

    def body(self) -> ComposeResult:
        with Vertical(id="peers"):
            yield Static(
                Content.assemble(("Peers", "bold"), (f"   {WHAT_IT_IS}", "$muted")), id="peers-heading"
            )
            yield Shelf(id="peers-list")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one(Shelf))
        await self.refresh_from_store()

    async def on_screen_resume(self) -> None:
        await self.refresh_from_store()

    async def refresh_from_store(self) -> None:
        try:
            self._page = await self.session.run(OnThePage.read)
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return
        if shelf := next(iter(self.query(Shelf)), None):
            shelf.show(rows(self._page, self.session.clock().date()))
            self.refresh_bindings()

    # What the mark stands on

    @property
    def _marked(self) -> tuple[str, str]:
        """The kind of the thing under the mark, and which it is; both empty where there is none."""
        kind, _, which = self.query_one(Shelf).current.partition(":")
        return kind, which

    @property
    def pack(self) -> Pack | None:
        """The pack under the mark."""
        kind, which = self._marked
        return next((one for one in self._page.packs if kind == PACK and str(one.id) == which), None)

    @property
    def action_marked(self) -> Action | None:
        """The thing to try under the mark."""
        kind, which = self._marked
        return next((one for one in self._page.actions if kind == ACTION and str(one.id) == which), None)

    @property
    def learning_line(self) -> LearningLine | None:
        """The learning line under the mark."""
        kind, which = self._marked
        return next((one for one in self._page.learning if kind == LEARNING and str(one.id) == which), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if not self.is_mounted:
            return action not in {*ON_A_PACK, "open_this", "remove_this", "export_learning"}
        if action in WRITING and self.session.read_only:
            return False
        kind, _ = self._marked
        possible = {
            "open_this": kind in {PACK, ACTION, LEARNING} and not self.session.read_only,
            "remove_this": bool(kind),
            "export_learning": bool(self._page.learning),
            **dict.fromkeys(ON_A_PACK, kind == PACK),
        }
        return possible.get(action, True)

    def on_shelf_highlighted(self) -> None:
        self.refresh_bindings()

    def on_shelf_chosen(self) -> None:
        if self.check_action("open_this", ()):
            self.action_open_this()

    # What the worker does

    @work(exclusive=True, group="dialog")
    async def action_new_pack(self) -> None:
        from tip_reflect.app.screens.peers.beginning import BeginPack
        from tip_reflect.app.screens.peers.pack import PackScreen

        begun = await self.app.push_screen_wait(BeginPack(len(self._page.packs), self.session.now()))
        if begun is not None:
            pack, starter = begun
            await self.app.push_screen_wait(PackScreen(pack, starter=starter))
            self.query_one(Shelf).mark(keyed(PACK, pack.id))

    @work(exclusive=True, group="dialog")
    async def action_open_this(self) -> None:
        if (pack := self.pack) is not None:
            from tip_reflect.app.screens.peers.pack import PackScreen

            await self.app.push_screen_wait(PackScreen(pack))
        elif (tried := self.action_marked) is not None:
            from tip_reflect.app.screens.peers.trying import ActionScreen

            await self.app.push_screen_wait(ActionScreen(tried))
        elif (line := self.learning_line) is not None:
            from tip_reflect.app.screens.peers.learning import LearningScreen

            await self.app.push_screen_wait(LearningScreen(line))

    @work(exclusive=True, group="dialog")
    async def action_bring_back(self) -> None:
        from tip_reflect.app.screens.peers.bring_back import BringBackScreen, begun_from

        if (pack := self.pack) is not None:
            brought = self._page.brought_from(pack) or begun_from(pack, self.session.now())
            await self.app.push_screen_wait(BringBackScreen(brought))

    @work(exclusive=True, group="dialog")
    async def action_afterwards(self) -> None:
        from tip_reflect.app.screens.peers.beside import BesideScreen, read_beside

        if (pack := self.pack) is not None:
            entry_ids = pack.sources()
            told = await self.session.run(lambda store: read_beside(store, entry_ids, pack.id))
            await self.app.push_screen_wait(BesideScreen(told, pack=pack))

    @work(exclusive=True, group="dialog")
    async def action_new_learning(self) -> None:
        from tip_reflect.app.screens.peers.learning import LearningScreen, new_line

        await self.app.push_screen_wait(LearningScreen(new_line()))

    @work(exclusive=True, group="dialog")
    async def action_export_learning(self) -> None:
        from tip_reflect.app.screens.peers.learning_export import export_learning

        await export_learning(self, self._page.learning)

    @work(exclusive=True, group="dialog")
    async def action_host(self) -> None:
        from tip_reflect.app.screens.peers.hosting import HostScreen

        await self.app.push_screen_wait(HostScreen())

    @work(exclusive=True, group="dialog")
    async def action_session_date(self) -> None:
        from tip_reflect.app.screens.peers.session_date import SessionDate

        if written := await self.app.push_screen_wait(SessionDate()):
            self.tip.say(written)

    @work(exclusive=True, group="dialog")
    async def action_remove_this(self) -> None:
        kind, which = self._marked
        with suppress(NoSuchEntry):  # another window was quicker
            await remove(self, kind, which)
        await self.refresh_from_store()
