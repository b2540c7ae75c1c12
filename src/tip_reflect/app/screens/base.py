"""What every screen of ours shares: its commands, its footer, its widths, and a way to keep what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.screen import ModalScreen, Screen

from tip_reflect.app.commands import CLOSE, bindings
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tip_reflect.app.app import ReflectApp
    from tip_reflect.app.keeper import Keeper
    from tip_reflect.app.session import Session

T = TypeVar("T")

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (100, "-wide")]
HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (30, "-tall")]


class Ours(Screen[T]):
    """The part that whole screens and dialogs share."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def body(self) -> ComposeResult:
        raise LookupError(f"{type(self).__name__} has no body")

    @property
    def tip(self) -> ReflectApp:
        return cast("ReflectApp", self.app)

    @property
    def session(self) -> Session:
        """The open journal. Only screens that stand behind the lock ask for it."""
        return self.tip.open_session

    def action_close(self) -> None:
        self.dismiss(None)

    def on_screen_suspend(self) -> None:
        self.query(Foot).set(visible=False)  # another screen has the keys: its foot says them

    async def on_screen_resume(self) -> None:
        self.query(Foot).set(visible=True)
        self.tip.clear_what_was_said_elsewhere()


class TipScreen(Ours[T]):
    """A whole screen. Its `keeper` holds what is being written on it, if anything is."""

    TOP_LEVEL: ClassVar[bool] = False
    """Whether the keys of the places (1, 2, 3, s) work here."""

    keeper: Keeper[Any] | None = None

    def compose(self) -> ComposeResult:
        yield from self.body()
        yield Foot()

    async def refresh_from_store(self) -> None:
        """Show the journal as it is now: something else has written to it."""

    def way_back(self) -> Callable[[ReflectApp], Awaitable[None]] | None:
        """How to come back here after a lock, where that is wanted; it may hold no words of the worker's."""
        return None


class Dialog(Ours[T], ModalScreen[T]):
    """A small question over a screen."""

    BINDINGS = bindings(CLOSE)

    def compose(self) -> ComposeResult:
        with Page(classes="dialog"):
            yield from self.body()
        yield Foot()


class Fields(Screen[T]):
    """A page of boxes and choices: up and down go from one to the next."""

    def key_up(self) -> None:
        self.focus_previous()

    def key_down(self) -> None:
        self.focus_next()
