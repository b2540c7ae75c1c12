"""Why this question: the idea that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.screens.base import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Answer

OWN_WORDS = "The words are our own; the idea comes from there. You can skip it or ask for another."
PATH_QUESTION = (
    "It asks for a line or two, with roles and not names, so that the rest has something to stand on."
)


class WhyScreen(Dialog[None]):
    """Shows a prompt's lineage."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def body(self) -> ComposeResult:
        prompt = self.session.library.prompts.get(self._answer.prompt_id)
        yield Static("Why this question?", classes="heading")
        yield Static(Content(self._answer.prompt), classes="text")
        if prompt is None:
            yield Static(PATH_QUESTION, classes="text")
            return
        yield Static(Content.assemble(("It comes from  ", "$muted"), prompt.lineage), classes="text")
        yield Static(OWN_WORDS, classes="quiet")
