"""Bringing something back from a session, line by line: landing first, then what to keep, and small things to try."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tip_reflect.cli.writing.closing import AFTERS, NOT_ALONE, READ, TO_READ
from tip_reflect.cli.writing.conversation import Choice
from tip_reflect.journal.bring_back import MOST_ACTIONS, Action
from tip_reflect.journal.entry import After, Moment
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.principles import Principle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.bring_back import BringBack
    from tip_reflect.prompts.pack import Library
    from tip_reflect.store.store import Store

NOTHING = "Enter: leave it empty"
COMPARED = "Compared with before the session: lighter, heavier, or about the same?"
THEIR_WORDS = "What they said was said in trust. Write what it meant to you, not who said it."
THINGS_TO_TRY = f"Up to {MOST_ACTIONS} small things to try. None at all is a fine end."
WHAT = "What will you try? Keep it small."
WITH_WHOM = "With whom? A role is enough."
BY_WHEN = "By about when?"
GATE = "Did this change anything you will do with or for a person or family?"
TO_THE_RECORD = "That belongs in the case record or with your manager."
TICK = "Only this tick and today's date are kept here, not what you decided."
TICKS = [Choice(value=True, key="1", words="I will do this, or I have")]
LEARNING = "Is there learning here that could help others, with no one in it? Put it in one or two lines."
PRINCIPLES = [Choice(value=one, key=str(n), words=one.label) for n, one in enumerate(Principle, start=1)]
STATEMENTS = [
    Choice(value=one, key=str(n), words=one.label, also=one.value) for n, one in enumerate(Statement, start=1)
]
KEPT = "Kept, locked on this computer. Its id is {}"
LEARNING_KEPT = "Kept in your own list: tip-reflect learning list. It is checked for people before it leaves."
FALLBACK = {
    "back-01": "How are you after the session? One word is plenty.",
    "back-02": "What did you hear that you want to hold on to?",
    "back-03": "Did you see anything in a new way? What shifted it?",
    "back-04": "What did not fit, or was not for you? You can leave it there.",
    "close-04": "Who could you speak to?",
}
"""Said where a team has taken that prompt out of its pack of prompts."""


class Bringing:
    """What is answered is kept at once: stopping early loses nothing, and nothing answered keeps nothing."""

    def __init__(self, talk: Conversation, library: Library, store: Store, brought: BringBack) -> None:
        self._talk = talk
        self._library = library
        self._store = store
        self.brought = brought
        self.is_kept = False

    def run(self) -> None:
        """The whole of it. Raises Stopped and EndOfInput."""
        self._land()
        self._talk.gap()
        self._talk.say(THEIR_WORDS)
        self._keep(keep=self._talk.ask(self._words("back-02"), NOTHING))
        self._keep(new_view=self._talk.ask(self._words("back-03"), NOTHING))
        self._keep(leave=self._talk.ask(self._words("back-04"), NOTHING))
        self._things_to_try()
        self._gate()
        self._learning()
        if self.is_kept:
            self._talk.gap()
            self._talk.say(KEPT.format(self.brought.id))

    def _land(self) -> None:
        """Landing, not learning, comes first (BB2); heavier is met with who to speak to (BB11)."""
        self._keep(landing=self._talk.ask(self._words("back-01"), "Enter: no word"))
        after = self._talk.choose(COMPARED, AFTERS, otherwise="rather not say")
        self._keep(after=after)
        if after is After.HEAVIER:
            self._talk.gap()
            self._talk.say(TO_READ)
            self._talk.gap()
            self._talk.say(self._words("close-04"), NOT_ALONE)
            self._talk.support()
            self._talk.gap()
            self._talk.say(READ)

    def _things_to_try(self) -> None:
        self._talk.gap()
        self._talk.say(THINGS_TO_TRY)
        while len(self.brought.actions) < MOST_ACTIONS:
            what = self._talk.ask(WHAT, "Enter: nothing more")
            if not what:
                break
            with_whom = self._talk.ask(WITH_WHOM, NOTHING)
            by_when = self._talk.ask(BY_WHEN, NOTHING)
            action = Action(
                id=uuid4(), what=what, with_whom=with_whom, by_when=by_when, bring_back=self.brought.id
            )
            self._keep(actions=(*self.brought.actions, action))

    def _gate(self) -> None:
        """The record gate keeps the tick and its day, and nothing of the decision (BB5)."""
        if not self._talk.agrees(GATE, otherwise="no, or not now"):
            return
        self._talk.say(TO_THE_RECORD, TICK)
        if self._talk.choose("Tick it?", TICKS, otherwise="not now"):
            self._keep(recorded=day_only(self.brought.at))

    def _learning(self) -> None:
        words = self._talk.ask(LEARNING, "Enter: none")
        if not words:
            return
        line = LearningLine(id=uuid4(), text=words)
        self._store.save_learning(line)
        principle = self._talk.choose("Which principle is it about?", PRINCIPLES, otherwise="none")
        statement = self._talk.choose("Which statement of the Roadmap, if any?", STATEMENTS, otherwise="none")
        self._store.save_learning(replace(line, principle=principle, statement=statement))
        self._talk.say(LEARNING_KEPT)

    def _keep(self, **what: object) -> None:
        new = replace(self.brought, **what)  # type: ignore[arg-type]
        if new != self.brought:
            self._store.save_bring_back(new)
            self.brought, self.is_kept = new, True

    def _words(self, prompt_id: str) -> str:
        prompt = self._library.prompts.get(prompt_id)
        return prompt.text if prompt else FALLBACK[prompt_id]


def day_only(moment: Moment) -> Moment:
    """The day, with no time of day."""
    return Moment(at=moment.at.replace(hour=0, minute=0, second=0, microsecond=0))


def tell_of(talk: Conversation, action: Action, keep: Callable[[Action], None]) -> Action:
    """Ask what happened and what to tell the group (BB10); gives the action as it was kept."""
    happened = talk.ask("What happened?", NOTHING, before=action.happened)
    action = replace(action, happened=happened)
    keep(action)
    tell = talk.ask("What would you tell the group?", NOTHING, before=action.tell)
    action = replace(action, tell=tell)
    keep(action)
    return action
