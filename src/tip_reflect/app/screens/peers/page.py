"""The page, word for word as the file says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, WRITE_IT, bindings
from tip_reflect.app.screens.base import TipScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

AS_IT_IS = "As it stands now. Nothing has left this computer."
EXACTLY = "Every word of it. Nothing is written yet."


class PageScreen(TipScreen[bool]):
    """Shows a file's own text. Where the file may be written from here, gives True for that."""

    BINDINGS = bindings(WRITE_IT, CLOSE, HELP, HIDE)

    def __init__(self, words: str, *, name: str = "", leaving: bool = False) -> None:
        super().__init__()
        self._words = words
        self._name = name
        self._leaving = leaving

    def body(self) -> ComposeResult:
        with Vertical(classes="page", id="preview"):
            yield Static(
                Content.assemble(
                    (self._name or "The page", "bold"),
                    (f"   {EXACTLY if self._leaving else AS_IT_IS}", "$muted"),
                )
            )
            with VerticalScroll(id="preview-scroll"):
                yield Static(Content(self._words), id="preview-words")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#preview-scroll"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        return self._leaving if action == "write_it" else True

    def action_write_it(self) -> None:
        self.dismiss(True)
