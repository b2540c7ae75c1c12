"""The foot of every screen: what can be done here, each with its key; a key that has no room is left out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from tip_reflect.app.commands import HIDE

if TYPE_CHECKING:
    from textual.app import ComposeResult

GAP = 2


class Foot(Footer):
    """Textual's footer, without half keys at its edge; Hide always has its place, and F1 lists what did not fit."""

    DEFAULT_CSS = """
    Foot {
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        keys = [child for child in super().compose() if isinstance(child, FooterKey)]
        always = [key for key in keys if key.action == HIDE.action]
        room = self.screen.size.width - sum(map(_width, always))
        for key in keys:
            if key not in always:
                room -= _width(key)
                if room < 0:
                    break
                yield key
        yield from always

    async def on_resize(self) -> None:
        await self.recompose()


def _width(key: FooterKey) -> int:
    return len(key.key_display) + 1 + len(key.description) + GAP
