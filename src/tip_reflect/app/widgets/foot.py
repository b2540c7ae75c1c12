"""The foot of every screen: what can be done here, each with its key, on as many lines as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import HorizontalGroup
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen

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
        self._width = 0
        self._shown: list[tuple[str, str, bool]] = []

    def bindings_changed(self, screen: Screen[object]) -> None:
        shown = [
            (active.binding.key, active.binding.description, active.enabled)
            for active in screen.active_bindings.values()
            if active.binding.show
        ]
        if shown != self._shown:  # a relayout costs more than a look
            self._shown = shown
            super().bindings_changed(screen)

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

    async def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._width:
            self._width = event.size.width
            await self.recompose()
