"""Putting it away: always offered, never required; Enter at every question is enough."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tip_reflect.cli.writing.conversation import Choice, Stopped
from tip_reflect.cli.writing.lines import EndOfInput
from tip_reflect.journal.entry import After
from tip_reflect.reflecting.sitting import close

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.cli.writing.keeping import Keeping
    from tip_reflect.journal.entry import Moment
    from tip_reflect.prompts.pack import Library

AFTERS = [
    Choice(value=After.LIGHTER, key="1", words="lighter"),
    Choice(value=After.SAME, key="2", words="about the same"),
    Choice(value=After.HEAVIER, key="3", words="heavier"),
]
KEEP_OR_DELETE = [
    Choice(value=False, key="k", words="keep it"),
    Choice(value=True, key="d", words="delete it now"),
]
PUTTING_AWAY = "Putting it away. Nothing more to add is a fine way to finish: Enter passes each question, :stop passes all."
NOT_ALONE = "You do not have to hold this on your own."
RECORD_IT = "Then write it there today: the case record, or your manager. The journal must not be the only place it is."
PUT_AWAY = "Put away, and locked on this computer."
LET_GO = "Deleted. It is gone from the journal."


class Closing:
    """Asks the last questions. What is answered before the person stops is kept; the rest is left out."""

    def __init__(
        self, talk: Conversation, library: Library, keeping: Keeping, now: Callable[[], Moment]
    ) -> None:
        self._talk = talk
        self._library = library
        self._keeping = keeping
        self._now = now
        self._after: After | None = None
        self._next_thing = ""
        self._belongs_in_record: bool | None = None
        self._delete = False

    def run(self) -> bool:
        """Close and keep the entry, or delete it. False when it could not be saved, or is left for later."""
        try:
            with suppress(EndOfInput):
                self._ask()
        except Stopped as stopped:
            if stopped.later:
                return False
        if self._delete:
            self._keeping.delete()
            self._talk.say(LET_GO, self._library.notices.backup)
            return True
        draft = self._keeping.entry
        self._keeping.entry = close(
            draft,
            now=self._now(),
            after=self._after,
            next_thing=self._next_thing,
            belongs_in_record=self._belongs_in_record,
        )
        if not self._keeping.save():
            self._keeping.entry = draft
            return False
        self._talk.say(self._keeping.note or PUT_AWAY, f"Its id is {self._keeping.entry.id}")
        return True

    def _ask(self) -> None:
        self._talk.gap()
        self._talk.say(PUTTING_AWAY)
        self._after = self._talk.choose(self._words("close-03"), AFTERS, otherwise="rather not say")
        if self._after is After.HEAVIER:
            self._talk.gap()
            self._talk.say(self._words("close-04"), NOT_ALONE)
            self._talk.support()
        self._next_thing = self._talk.ask(self._words("close-05"), "Enter: leave it open")
        self._belongs_in_record = self._talk.agrees(self._words("close-06"), otherwise="not now")
        if self._belongs_in_record:
            self._talk.say(RECORD_IT)
        if self._talk.choose("Keep this entry, or delete it now?", KEEP_OR_DELETE, otherwise="keep it"):
            sure = self._talk.agrees(
                f"{self._library.notices.delete}\nDelete it for good?", otherwise="keep it"
            )
            self._delete = bool(sure)

    def _words(self, prompt_id: str) -> str:
        return self._library.prompt(prompt_id).text
