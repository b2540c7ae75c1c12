"""A screen that words are written on: what is there is kept beside the work, and tried again by itself."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from tip_reflect.app.keeper import SAVED
from tip_reflect.app.screens.base import Fields, TipScreen

if TYPE_CHECKING:
    from textual.timer import Timer

TRY_AGAIN = 2.0
STILL_HERE = "Your words are still here on the screen."


class KeepingScreen(TipScreen[None]):
    """Its `keeper` holds the words; `show_kept` says how the last save went."""

    _again: Timer | None = None

    def show_kept(self) -> None:
        if self.keeper is None:
            return
        if self.keeper.trouble:
            words = Content.styled(f"{self.keeper.trouble} {STILL_HERE}", "$error")
        else:
            words = Content.styled(self.keeper.note or SAVED, "$muted")
        self.query_one("#kept", Static).update(words)

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


class KeptForm(KeepingScreen, Fields[None]):
    """Boxes, choices and writing areas, kept as they are filled in once all stand on the page."""

    ready = False

    def show_what_follows(self) -> None:
        """What is asked only after some answers."""

    def on_writing_area_settled(self) -> None:
        self.keep_soon()

    def on_input_changed(self) -> None:
        self._changed()

    def on_choice_row_changed(self) -> None:
        self._changed()

    def _changed(self) -> None:
        if self.ready:
            self.show_what_follows()
            self.keep_soon()

    def on_input_submitted(self) -> None:
        self.focus_next()
