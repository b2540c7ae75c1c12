"""Putting it away: always offered, never required; Enter at every question is enough."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.cli import plain
from tip_reflect.cli.naming import SHOWN
from tip_reflect.cli.writing.conversation import Choice, Stopped
from tip_reflect.cli.writing.lines import EndOfInput
from tip_reflect.journal.entry import After
from tip_reflect.journal.threads import COME_BACK, Step
from tip_reflect.reflecting.sitting import close

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.cli.writing.keeping import Keeping
    from tip_reflect.journal.entry import Entry, Moment
    from tip_reflect.prompts.pack import Library

AFTERS = [
    Choice(value=After.LIGHTER, key="1", words="lighter"),
    Choice(value=After.SAME, key="2", words="about the same"),
    Choice(value=After.HEAVIER, key="3", words="heavier"),
]
STEPS = [Choice(value=step, key=str(n), words=step.label) for n, step in enumerate(Step, start=1)]
KEEP_OR_DELETE = [
    Choice(value=False, key="k", words="keep it"),
    Choice(value=True, key="d", words="delete it now"),
]
PUTTING_AWAY = (
    "Putting it away. Nothing more to add is a fine way to finish: Enter passes each question, :stop passes all.",
    ":back goes back to writing.",
)
TO_READ = "Some words to read first. They ask for no answer; the next question comes after them."
READ = "That was all there was to read. Now the next question."
NOT_ALONE = "You do not have to hold this on your own."
RECORD_IT = "Then write it there today: the case record, or your manager. The journal must not be the only place it is."
OF_THE_THREAD = (
    "{}: a step closer, a step apart, or about the same? This is your own view, and nobody else's."
)
WHAT_TELLS = "What tells you?"
TO_MARK = "To bring some of it to peers, mark it: tip-reflect mark {}"
PUT_AWAY = "Put away, and locked on this computer."
LET_GO = "Deleted. It is gone from the journal."


class Closing:
    """Asks the last questions. What is answered is kept with the entry at once; the rest is left out."""

    def __init__(
        self, talk: Conversation, library: Library, keeping: Keeping, now: Callable[[], Moment]
    ) -> None:
        self._talk = talk
        self._library = library
        self._keeping = keeping
        self._now = now
        self._delete = False

    def run(self) -> bool:
        """Close and keep the entry, or delete it. False when it could not be saved, or is left for later.

        Raises WentBack, and NotUsed, with what was answered so far in the entry.
        """
        self._talk.goes_back = True
        try:
            with suppress(EndOfInput):
                self._ask()
        except Stopped as stopped:
            if stopped.later:
                return False
        finally:
            self._talk.goes_back = False
        if self._delete:
            self._keeping.delete()
            self._talk.say(LET_GO, self._library.notices.backup)
            return True
        draft = self._keeping.entry
        self._keeping.entry = close(
            draft,
            now=self._now(),
            after=draft.after,
            next_thing=draft.next_thing,
            belongs_in_record=draft.belongs_in_record,
        )
        if not self._keeping.save():
            self._keeping.entry = draft
            return False
        self._talk.say(self._keeping.note or PUT_AWAY, f"Its id is {self._keeping.entry.id}")
        if self._talk.lines.on_terminal:
            self._talk.say(TO_MARK.format(str(self._keeping.entry.id)[:SHOWN]))
        if self._keeping.comes_back_often(self._now().local_date):
            self._talk.say(COME_BACK)
        return True

    def _ask(self) -> None:
        self._talk.gap()
        self._talk.say(*PUTTING_AWAY)
        entry = self._keeping.entry
        after = self._talk.choose(
            self._words("close-03"), AFTERS, otherwise="rather not say", before=entry.after
        )
        self._hold(replace(self._keeping.entry, after=after))
        if after is After.HEAVIER:
            self._to_read()
        next_thing = self._talk.ask(self._words("close-05"), "Enter: leave it open", before=entry.next_thing)
        self._hold(replace(self._keeping.entry, next_thing=next_thing))
        belongs = self._talk.agrees(
            self._words("close-06"), otherwise="not now", before=entry.belongs_in_record
        )
        self._hold(replace(self._keeping.entry, belongs_in_record=belongs))
        if belongs:
            self._talk.say(RECORD_IT)
        # Scripts give their lines for the questions before and after this one.
        if self._keeping.entry.thread and self._talk.lines.on_terminal:
            self._of_the_thread()
        if self._talk.choose("Keep this entry, or delete it now?", KEEP_OR_DELETE, otherwise="keep it"):
            self._talk.gap()
            self._talk.say(self._library.notices.delete)
            self._delete = bool(self._talk.agrees("Delete it for good?", otherwise="keep it"))

    def _of_the_thread(self) -> None:
        question = OF_THE_THREAD.format(plain.line(self._keeping.entry.thread))
        step = self._talk.choose(question, STEPS, otherwise="leave it open")
        if step is not None:
            self._keeping.say_of_thread(step, "")
            if tells := self._talk.ask(WHAT_TELLS, "Enter: leave it open"):
                self._keeping.say_of_thread(step, tells)

    def _to_read(self) -> None:
        """Who to turn to, set apart from the questions before and after it."""
        self._talk.gap()
        self._talk.say(TO_READ)
        self._talk.gap()
        self._talk.say(self._words("close-04"), NOT_ALONE)
        self._talk.support()
        self._talk.gap()
        self._talk.say(READ)

    def _hold(self, entry: Entry) -> None:
        """Keep what is answered with the draft: going back, a later day or a kill do not lose it."""
        if entry != self._keeping.entry:
            self._keeping.entry = entry
            self._keeping.save()

    def _words(self, prompt_id: str) -> str:
        return self._library.prompt(prompt_id).text
