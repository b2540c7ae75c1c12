"""At the close of an entry: which thread it is on, and the worker's own view of that thread. All of it can be left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tip_reflect.app.widgets.box import Box
from tip_reflect.app.widgets.choice_row import Choice, ChoiceRow
from tip_reflect.journal.threads import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tip_reflect.journal.threads import ThreadMark

STEPS: tuple[Choice[Step | None], ...] = (
    Choice(None, "leave it open"),
    *(Choice(step, step.label) for step in Step),
)
MADE_UP = "a strand of work, under a name you make up; or none"
YOUR_VIEW = "This is your own view, and nobody else's."


class ThreadQuestion(Vertical):
    """`thread`, `step` and `tells` are what stands there now; without a thread nothing more is asked."""

    DEFAULT_CSS = """
    ThreadQuestion {
        height: auto;
        & > #of-the-thread { height: auto; }
        & #tells { margin: 0; }
        & #often { height: auto; color: $accent; margin: 1 0 0 0; }
    }
    """

    class Changed(Message):
        """Something else stands there now."""

    class Named(Message):
        """The worker has gone on from the name of the thread."""

    def __init__(self, question: str, *, thread: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question = question
        self._thread = thread

    def compose(self) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static("Thread", classes="label")
            yield Box(self._thread, placeholder=MADE_UP, id="thread")
        with Vertical(id="of-the-thread"):
            yield Static("", id="often")
            yield Static(
                Content.assemble(self._question, (f" {YOUR_VIEW}", "$muted")), classes="ask", id="how-near"
            )
            yield ChoiceRow(STEPS, id="thread-step")
            yield Box(placeholder="what tells you? one line, or none", id="tells")

    def on_mount(self) -> None:
        self.query_one("#often").display = False
        self.show_what_follows()

    @property
    def thread(self) -> str:
        return " ".join(self.query_one("#thread", Input).value.split())

    @property
    def step(self) -> Step | None:
        """What was said of the thread; None while there is no thread, or it is left open."""
        step = self.query_one("#thread-step", ChoiceRow).value
        return step if self.thread and isinstance(step, Step) else None

    @property
    def tells(self) -> str:
        return self.query_one("#tells", Input).value.strip()

    def offer(self, threads: Sequence[str]) -> None:
        """Complete the names of these threads as they are typed."""
        self.query_one("#thread", Input).suggester = SuggestFromList(threads, case_sensitive=False)

    def fill(self, mark: ThreadMark) -> None:
        """Show what was said before."""
        self.query_one("#tells", Input).value = mark.tells
        self.query_one("#thread-step", ChoiceRow).choose(mark.step)

    def say_often(self, words: str) -> None:
        """Say this of the thread; nothing where there are no words."""
        line = self.query_one("#often", Static)
        line.update(Content(words))
        line.display = bool(words)

    def show_what_follows(self) -> None:
        """Ask no more than there is to ask."""
        self.query_one("#of-the-thread").display = bool(self.thread)
        self.query_one("#tells").display = self.step is not None

    def on_choice_row_changed(self) -> None:
        self._changed()

    def on_input_changed(self) -> None:
        self._changed()

    def on_input_blurred(self, event: Input.Blurred) -> None:
        if event.input.id == "thread":
            self.post_message(self.Named())

    def _changed(self) -> None:
        self.show_what_follows()
        self.post_message(self.Changed())
