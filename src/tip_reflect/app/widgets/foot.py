"""The foot of every screen: what can be done here, each with its key; a key that has no room is left out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer
from textual.widgets._footer import FooterKey

if TYPE_CHECKING:
    from textual.app import ComposeResult

GAP = 2


class Foot(Footer):
    """Textual's footer, without half keys at its edge: F1 lists what did not fit."""

    DEFAULT_CSS = """
    Foot {
        padding: 0 1;
        background: $panel;
        & FooterKey { margin: 0 2 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        room = self.screen.size.width - GAP
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= len(key.key_display) + 1 + len(key.description) + GAP
                if room < -GAP:
                    return
            yield key

    async def on_resize(self) -> None:
        await self.recompose()
