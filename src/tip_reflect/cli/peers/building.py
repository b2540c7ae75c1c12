"""Making or changing a pack by question and answer, in the fixed order of SP4; Enter passes every question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.cli import plain
from tip_reflect.cli.writing.conversation import Choice
from tip_reflect.journal.pack import MOST_BRIEF_LINES, PackLine, Part, Want
from tip_reflect.journal.principles import Principle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.marking import Mark
    from tip_reflect.journal.pack import Pack
    from tip_reflect.prompts.pack import Library

WANTS = [
    Choice(value=one, key=str(n), words=one.label, also=one.value) for n, one in enumerate(Want, start=1)
]
PRINCIPLES = [Choice(value=one, key=str(n), words=one.label) for n, one in enumerate(Principle, start=1)]
PARTS = [
    Choice(value=one, key=str(n), words=one.label, also=one.value) for n, one in enumerate(Part, start=1)
]
ASKED = {Part.BRIEF: "peers-04", Part.TRIED: "peers-05", Part.WORKED: "peers-08"}
"""The prompt for each part, by its id; the impact has none."""
IMPACT = "Would you like to say what the impact on you is? It is left out unless you say yes."
NO_MARKS = "Nothing in your entries is marked for peers, so there is nothing to copy. To mark some: tip-reflect mark ID"
COPY = "You could copy this into the pack. Where does it go?"
ANOTHER_LINE = "Enter: nothing more here"
QUESTION_ONLY = "Is the question all you want to bring? Then the page is that one line."


class Building:
    """`keep` saves the pack after each answer and gives it back with its next revision."""

    def __init__(
        self,
        talk: Conversation,
        library: Library,
        pack: Pack,
        *,
        keep: Callable[[Pack], Pack],
        worked_first: bool = False,
    ) -> None:
        self._talk = talk
        self._library = library
        self._keep = keep
        self._worked_first = worked_first
        self.pack = pack

    def run(self, marked: Sequence[tuple[Entry, Mark]] = ()) -> None:
        """Ask everything. Raises Stopped and EndOfInput, with what was answered so far in the pack."""
        want = self._talk.choose(
            self._words("peers-02"), WANTS, otherwise="leave it open", before=self.pack.want
        )
        self._change(want=want)
        self._change(question=self._ask("peers-01", "Enter: not yet", self.pack.question))
        only = self._talk.agrees(
            QUESTION_ONLY, otherwise="no, more than that", before=self.pack.question_only or None
        )
        self._change(question_only=bool(only))
        if only:
            return
        self._copy(marked)
        # SP14: what worked is asked for first as often as what is stuck.
        order = (
            [Part.WORKED, Part.BRIEF, Part.TRIED]
            if self._worked_first
            else [Part.BRIEF, Part.TRIED, Part.WORKED]
        )
        for part in order:
            self._part(part, self._words(ASKED[part]))
        impact = self._talk.agrees(IMPACT, otherwise="no", before=self.pack.with_impact or None)
        self._change(with_impact=bool(impact))
        if impact:
            self._part(Part.IMPACT, Part.IMPACT.label)
        lens = self._talk.choose(self._words("peers-07"), PRINCIPLES, otherwise="none", before=self.pack.lens)
        self._change(lens=lens)
        self._change(please_do_not=self._ask("peers-03", "Enter: nothing", self.pack.please_do_not))
        hard = self._talk.agrees(
            self._words("peers-09"), otherwise="leave it open", before=self.pack.hard_to_hear
        )
        theme = (
            self._talk.ask(
                "A neutral word for what it is about, such as loss", "Enter: no word", before=self.pack.theme
            )
            if hard
            else ""
        )
        self._change(hard_to_hear=hard, theme=theme)

    def _copy(self, marked: Sequence[tuple[Entry, Mark]]) -> None:
        """Offer each marked piece that is not in the pack yet."""
        there = {(line.source, line.text) for line in self.pack.lines}
        new = [(entry, mark) for entry, mark in marked if (entry.id, mark.words) not in there]
        if not new and not there:
            self._talk.gap()
            self._talk.say(NO_MARKS)
        for entry, mark in new:
            self._talk.gap()
            self._talk.say(f"Marked, {entry.written.local_date.isoformat()}: {plain.line(mark.words)}")
            part = self._talk.choose(COPY, PARTS, otherwise="leave it out")
            if part is not None:
                line = PackLine(part=part, text=mark.words, source=entry.id)
                self._change(
                    lines=(*self.pack.lines, line), with_impact=self.pack.with_impact or part is Part.IMPACT
                )

    def _part(self, part: Part, question: str) -> None:
        """The lines that are there, to change or take out, and then new ones."""
        for at, line in enumerate(self.pack.lines):
            if line.part is part:
                words = self._talk.ask(
                    f"{part.label}: a line that is there", "Enter: leave it", before=line.text
                )
                if words != line.text:
                    lines = list(self.pack.lines)
                    lines[at] = replace(line, text=words)
                    self._change(lines=tuple(lines))
        hint = (
            f"Up to {MOST_BRIEF_LINES} lines, one at a time. {ANOTHER_LINE}"
            if part is Part.BRIEF
            else ANOTHER_LINE
        )
        while words := self._talk.ask(question, hint):
            self._change(lines=(*self.pack.lines, PackLine(part=part, text=words)))
        self._change(lines=tuple(line for line in self.pack.lines if line.text.strip()))

    def _ask(self, prompt_id: str, hint: str, before: str) -> str:
        return self._talk.ask(self._words(prompt_id), hint, before=before)

    def _words(self, prompt_id: str) -> str:
        prompt = self._library.prompts.get(prompt_id)
        return prompt.text if prompt else FALLBACK[prompt_id]

    def _change(self, **what: object) -> None:
        new = replace(self.pack, **what)  # type: ignore[arg-type]
        if new != self.pack:
            self.pack = self._keep(self.pack.changed(**what))


FALLBACK = {
    "peers-01": "What is your one question?",
    "peers-02": "What do you want from your peers?",
    "peers-03": "What would you rather they did not do?",
    "peers-04": "In brief, with roles and not names",
    "peers-05": "What have you tried, and what happened?",
    "peers-07": "Which principle do you want the group to look through?",
    "peers-08": "Something that worked, that others could borrow",
    "peers-09": "Is any of this hard to hear?",
}
"""Said where a team has taken that prompt out of its pack of prompts."""
