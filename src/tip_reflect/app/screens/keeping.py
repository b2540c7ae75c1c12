"""A screen that words are written on: what is there is kept beside the work, and tried again by itself."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from tip_reflect.app.screens.base import TipScreen

if TYPE_CHECKING:
    from textual.timer import Timer

TRY_AGAIN = 2.0


class KeepingScreen(TipScreen[None]):
    """Its `keeper` holds the words; `show_kept` says how the last save went."""

    _again: Timer | None = None

    def show_kept(self) -> None:
        raise LookupError(f"{type(self).__name__} does not say how it is kept")

    def keep_soon(self) -> None:
        """Save beside the work: no key waits for the disk."""
        self.run_worker(self.keep(), group="keep")

    async def keep(self) -> bool:
        """Save, and say how it went; where it went wrong, try again by itself."""
        if self.keeper is None:
            return True
        kept = await self.keeper.save()
        # Where the page has gone meanwhile the words are kept, and there is nowhere to say so.
        with suppress(NoMatches):
            self.show_kept()
        if not kept:
            self.try_again_soon()
        return kept

    def try_again_soon(self) -> None:
        if self._again is None:
            self._again = self.set_timer(TRY_AGAIN, self._try_again)

    def _try_again(self) -> None:
        self._again = None
        self.keep_soon()
