"""The questions of one entry, one after another, kept line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.cli import plain
from tip_reflect.cli.writing.keeping import joined
from tip_reflect.cli.writing.orders import MEANINGS, Order
from tip_reflect.cli.writing.signals import Ended
from tip_reflect.journal.entry import Answer, PathId, StepKind
from tip_reflect.reflecting.sitting import another, at_last_step, move, progress

if TYPE_CHECKING:
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.cli.writing.keeping import Keeping
    from tip_reflect.prompts.choosing import Chooser
    from tip_reflect.prompts.pack import Library

LEAVING = (Order.NEXT, Order.SKIP, Order.BACK, Order.STOP, Order.LATER)
HELP_LISTS = ":help lists what else you can say."
EMPTY_LINE_ENDS = "An empty line ends an answer."
PASTED_LINE_KEPT = "An empty line ends an answer; in the middle of a text that you paste it is kept."
EMPTY_LINE_KEPT = "An empty line is kept as part of your text."
LINES = "Write as many lines as you like. Each line is saved, locked on this computer, when you press Enter."
ORDERS = "These go on a line of their own:"
TWO_COLONS = "A line that starts with two colons is kept as text that starts with one."
FREE = "Just write. Empty lines are kept. When you have finished, type :next on a line of its own."
OWN_WORDS = "The words are our own; the idea comes from there. You can skip it or ask for another."
PATH_QUESTION = (
    "It asks for a line or two, with roles and not names, so that the rest has something to stand on."
)
NO_OTHER = "There is no other question for this step. You can skip it, or write anything you like."
WRITTEN_HERE = "You have written at this question, so it stays. :clear takes your words out; :next goes on."
NOTHING_TO_WRITE = "Nothing to write here. Take the time you want, then press Enter."
CARRIED = "There is nothing to write at that one, so your line goes under the next question."
STILL_HERE = "Your words are still here, and are tried again with the next line."


class Steps:
    """Shows a step, reads lines until it is left, and goes where the person wants."""

    def __init__(
        self,
        talk: Conversation,
        library: Library,
        chooser: Chooser,
        keeping: Keeping,
    ) -> None:
        self._talk = talk
        self._library = library
        self._chooser = chooser
        self._keeping = keeping
        self._said_how = False

    def run(self) -> Order:
        """STOP when the writing is done or stopped, LATER when it is left as a draft. Goes on where it was left.

        Raises EndOfInput, or Ended after what was typed of a line is kept.
        """
        if not self._said_how:
            self._said_how = True
            self._talk.gap()
            self._talk.say(HELP_LISTS if self._is_free else f"{self._how_it_ends} {HELP_LISTS}")
        while True:
            self._show()
            order = self._statement() if self._at_statement else self._question()
            at_end = at_last_step(self._keeping.entry)
            if order in {Order.STOP, Order.LATER} or (order is not Order.BACK and at_end):
                self._keep()
                return Order.LATER if order is Order.LATER else Order.STOP
            self._keeping.entry = move(self._keeping.entry, -1 if order is Order.BACK else 1)
            self._keep()

    def help(self) -> None:
        """Say how it works."""
        self._talk.gap()
        self._talk.say(LINES, EMPTY_LINE_KEPT if self._is_free else self._how_it_ends, ORDERS)
        self._talk.say(*(f":{order} {meaning}" for order, meaning in MEANINGS.items()), TWO_COLONS)

    @property
    def _how_it_ends(self) -> str:
        return PASTED_LINE_KEPT if self._talk.lines.on_terminal else EMPTY_LINE_ENDS

    @property
    def _is_free(self) -> bool:
        return self._keeping.entry.path is PathId.FREE

    @property
    def _at_statement(self) -> bool:
        return self._keeping.answer.kind is StepKind.STATEMENT

    def _show(self) -> None:
        answer = self._keeping.answer
        self._talk.asking = answer.prompt or FREE
        number, of = progress(self._keeping.entry)
        where = f"{number} of {of}. " if of > 1 else ""
        self._talk.gap()
        self._talk.say(f"{where}{answer.principle.label}." if answer.principle else where.strip())
        self._talk.say(answer.prompt or FREE)
        if self._at_statement:
            self._talk.say(NOTHING_TO_WRITE)
            return
        prompt = self._library.prompts.get(answer.prompt_id)
        if prompt is not None:
            self._talk.say(prompt.nudge)
        if answer.text:
            self._talk.say(
                "You have written here:", plain.text(answer.text), "What you write now is added to it."
            )

    def _statement(self) -> Order:
        """Nothing is written here; a line that is typed all the same goes under the next question."""
        while True:
            heard = self._talk.hear()
            if isinstance(heard, Order):
                if heard in LEAVING:
                    return heard
                self._do(heard)
            elif not heard.strip():
                return Order.NEXT
            else:
                if at_last_step(self._keeping.entry):
                    entry = self._keeping.entry
                    self._keeping.entry = replace(entry, answers=(*entry.answers, Answer()))
                self._talk.say(CARRIED)
                self._talk.lines.put_back(f":{heard}" if heard.startswith(":") else heard)
                return Order.NEXT

    def _question(self) -> Order:
        """Lines until one is empty, or a command leaves."""
        while True:
            try:
                heard = self._talk.hear(self._keeping.save_with)
            except Ended as ended:
                if ended.unfinished.strip():
                    self._add(ended.unfinished)
                raise
            if isinstance(heard, Order):
                if heard in LEAVING:
                    self._keeping.write(self._keeping.answer.text.rstrip("\n"))
                    return heard
                self._do(heard)
            elif heard.strip():
                self._add(heard)
            elif self._is_free or self._talk.lines.is_more_coming():
                self._gap()
            else:
                return Order.NEXT

    def _do(self, order: Order) -> None:
        """What leaves the person at this step."""
        match order:
            case Order.GROUND:
                self._talk.ground()
            case Order.SUPPORT:
                self._talk.support()
            case Order.WHY:
                self._why()
            case Order.ANOTHER:
                self._another()
            case Order.GAP:
                self._gap()
            case Order.CLEAR:
                self._keeping.write("")
                self._keep()
                self._talk.say("What you wrote here is taken out.")
            case _:
                self.help()

    def _add(self, words: str) -> None:
        self._keeping.write(joined(self._keeping.answer.text, words))
        self._keep()

    def _gap(self) -> None:
        if self._keeping.answer.text:
            self._add("")

    def _why(self) -> None:
        prompt = self._library.prompts.get(self._keeping.answer.prompt_id)
        if prompt is not None:
            self._talk.say(f"It comes from: {prompt.lineage}.", OWN_WORDS)
        elif self._keeping.answer.prompt_id:
            self._talk.say(PATH_QUESTION)
        else:
            self._talk.say("There is no question here: write what you like.")

    def _another(self) -> None:
        if self._keeping.answer.text.strip():
            self._talk.say(WRITTEN_HERE)
            return
        swapped = another(self._keeping.entry, self._chooser)
        if swapped == self._keeping.entry:
            self._talk.say(NO_OTHER)
            return
        self._keeping.entry = swapped
        self._keep()
        self._show()

    def _keep(self) -> None:
        """Save once there is something to save, and say what the person must know."""
        if not self._keeping.is_stored and not self._keeping.entry.answered():
            return
        if not self._keeping.save():
            self._talk.say(self._keeping.trouble, STILL_HERE)
        if self._keeping.note:
            self._talk.say(self._keeping.note)
            self._keeping.note = ""
