"""The foot of every screen: what can be done here, each with its key, on as many lines as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding
    from textual.geometry import Size
    from textual.screen import Screen

KEY = "key"
"""Under this name a word's cells carry its key, so that a click knows which it met."""
GAP = "  "


class Foot(Widget):
    """One widget that draws all its keys: Textual's own footer has one for each, and lays all of them out anew."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Foot {
        dock: bottom;
        height: auto;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Binding, ...] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._look_again)
        self._look_again(self.screen)

    @property
    def shown(self) -> tuple[Binding, ...]:
        """What the foot offers now, in its order."""
        return self._shown

    def _look_again(self, screen: Screen[object]) -> None:
        bindings: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                bindings.setdefault(active.binding.action, active.binding)
        if tuple(bindings.values()) != self._shown:
            self._shown = tuple(bindings.values())
            self.refresh(layout=True)

    def render(self) -> Content:
        lines = (Content(GAP).join(map(self._word, line)) for line in self._lines(self.size.width))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def on_click(self, event: events.Click) -> None:
        if isinstance(key := event.style.meta.get(KEY), str):
            self.app.simulate_key(key)

    def _lines(self, width: int) -> list[list[Binding]]:
        """What stands on each line; a key and its word are never parted."""
        lines: list[list[Binding]] = [[]]
        room = width
        for binding in self._shown:
            needs = cell_len(self._word(binding).plain)
            if lines[-1] and needs > room:
                lines.append([])
                room = width
            lines[-1].append(binding)
            room -= needs + len(GAP)
        return lines

    def _word(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        word = Content.assemble((key, "bold $accent"), f" {binding.description}")
        return word.stylize(Style.from_meta({KEY: binding.key}))
