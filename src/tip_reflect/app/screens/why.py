"""Why this question: the idea that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.screens.base import Dialog
from tip_reflect.journal.principles import Purpose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Answer
    from tip_reflect.prompts.pack import Prompt

OWN_WORDS = "The words are our own. You can skip it or ask for another."
ABOUT = {
    "self": "you",
    "people": "the person",
    "relationship": "what is between you",
    "organisation": "the service around you both",
}
TO = {
    Purpose.PROCESSING: "set something down",
    Purpose.EVALUATING: "think it through",
    Purpose.PLANNING: "plan",
}
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
        if looks := looks_at(prompt):
            yield Static(Content(looks), classes="text")
        yield Static(Content.assemble(("The idea comes from  ", "$muted"), prompt.lineage), classes="text")
        yield Static(OWN_WORDS, classes="quiet")


def looks_at(prompt: Prompt) -> str:
    """What a question looks at and what for, in plain words."""
    about, purpose = ABOUT.get(prompt.about, ""), TO.get(prompt.purpose) if prompt.purpose else None
    looks = f"It looks at {about}" if about else "It is there"
    return (
        f"{looks}, to {purpose}."
        if about and purpose
        else (f"{looks} to help you {purpose}." if purpose else "")
    )
