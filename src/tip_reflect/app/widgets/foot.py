"""The foot of every screen: what can be done here, each with its key, on as many lines as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import HorizontalGroup
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

if TYPE_CHECKING:
    from textual.app import ComposeResult

GAP = 2


class Foot(Footer):
    """Textual's footer, but a key that does not fit goes to the next line instead of off the edge."""

    DEFAULT_CSS = """
    Foot {
        layout: vertical;
        height: auto;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        lines: list[list[FooterKey]] = [[]]
        width = self.screen.size.width - GAP
        room = width
        for key in super().compose():
            if isinstance(key, FooterKey):
                needs = len(key.key_display) + 1 + len(key.description) + GAP
                if needs - GAP > room:
                    lines.append([])
                    room = width
                lines[-1].append(key)
                room -= needs
        for line in lines:
            yield HorizontalGroup(*line)

    async def on_resize(self) -> None:
        await self.recompose()
