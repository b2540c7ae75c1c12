"""How it is with me, line by line: never scored, every item can be passed, and nothing of it leaves (DOMAIN 4.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.cli.writing.conversation import Choice
from tip_reflect.journal.check_in import HABIT_NOTE, LINE_NOTE, Habit

if TYPE_CHECKING:
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.check_in import CheckIn
    from tip_reflect.prompts.pack import CheckIn as Words
    from tip_reflect.prompts.pack import CheckInItem, Library
    from tip_reflect.store.store import Store

PASSED_OVER = "pass this one"
HOW_OFTEN = (
    "Would you like to be offered this now and then? It is off until you choose, and can be changed any time."
)
HABITS = [
    Choice(value=one, key=str(n), words=one.label, also=one.value) for n, one in enumerate(Habit, start=1)
]
SUPPORT, DRAFT = "support", "draft"
YOUR_LINE = "Your line. It is kept here only, for you to use as you like."
LINE_KEPT = "Kept, locked on this computer. tip-reflect checkin line shows it."
KEPT = "Kept, locked on this computer. Only you can see it."


class CheckingIn:
    """What is answered is kept at once: stopping early loses nothing."""

    def __init__(self, talk: Conversation, library: Library, store: Store, check_in: CheckIn) -> None:
        self._talk = talk
        self._words: Words = library.check_in
        self._store = store
        self._check_in = check_in

    def run(self) -> None:
        """Ask each item, then offer what the answers call for. Raises Stopped and EndOfInput."""
        self._talk.say(
            self._words.name,
            self._words.shown_every_time,
            f"These ask about how it was {self._words.time_frame}.",
        )
        support = [self._ask(item) for item in self._words.items]
        if self._check_in.answers or self._check_in.need:
            self._talk.gap()
            self._talk.say(KEPT)
        if any(support):
            self._offer()
        if not self._store.note(HABIT_NOTE):
            habit = self._talk.choose(HOW_OFTEN, HABITS, otherwise="never")
            self._store.set_note(HABIT_NOTE, (habit or Habit.NEVER).value)

    def _ask(self, item: CheckInItem) -> bool:
        """Ask one item; True where its answer is one after which support is offered."""
        if not item.answers:
            need = self._talk.ask(item.ask, f"Enter: {PASSED_OVER}")
            if need:
                self._keep(replace(self._check_in, need=need))
            return False
        answers = (*item.answers, self._words.rather_not_say)
        choices = [Choice(value=words, key=str(n), words=words) for n, words in enumerate(answers, start=1)]
        said = self._talk.choose(item.ask, choices, otherwise=PASSED_OVER)
        if said is None:
            return False
        self._keep(replace(self._check_in, answers=(*self._check_in.answers, (item.id, said))))
        return said in item.offer_support_after

    def _keep(self, check_in: CheckIn) -> None:
        self._check_in = check_in
        self._store.save_check_in(check_in)

    def _offer(self) -> None:
        """Offered, never forced, and nothing else happens."""
        self._talk.gap()
        self._talk.say(self._words.offer)
        offers = [
            Choice(value=SUPPORT, key="1", words="who you could speak to"),
            Choice(value=DRAFT, key="2", words=self._words.offer_draft),
        ]
        while said := self._talk.choose("Would one of these help?", offers, otherwise="not now"):
            if said == SUPPORT:
                self._talk.gap()
                self._talk.support()
                continue
            line = self._talk.ask(YOUR_LINE, "Enter: not now", before=self._store.note(LINE_NOTE))
            self._store.set_note(LINE_NOTE, line)
            if line:
                self._talk.say(LINE_KEPT)
