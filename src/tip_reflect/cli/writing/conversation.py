"""Saying things and asking things, one after another: plain lines, which a screen reader reads as they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from tip_reflect.cli import plain
from tip_reflect.cli.terminal import fitted
from tip_reflect.cli.writing.lines import NotUsed
from tip_reflect.cli.writing.orders import MEANINGS, Order, as_words, read_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tip_reflect.cli.writing.lines import Lines
    from tip_reflect.journal.finding import OwnContact
    from tip_reflect.prompts.pack import Contact, Library

T = TypeVar("T")

UNKNOWN = "That is not one of the commands, and it was not kept as text. :help names them. To write it, start with two colons."
NOT_HERE = "That command belongs to writing."
HERE = "Here you can answer, press Enter, or type one of these:"
HERE_ALWAYS = (Order.GROUND, Order.SUPPORT, Order.LATER, Order.STOP)
HERE_MEANINGS = {
    Order.BACK: "go back to writing",
    Order.CLEAR: "take out what you answered here",
    Order.STOP: "stop here, and pass the questions that are left",
    Order.LATER: "stop here and come back another time",
}
PLEASE = "Please type what stands before one of the lines above, or its first word, or press Enter."


class Stopped(Exception):
    """The person asked to stop at a question; or, with `later`, to come back another time."""

    def __init__(self, *, later: bool = False) -> None:
        super().__init__()
        self.later = later


class WentBack(Exception):
    """The person asked to go back to writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """Something to choose: what it stands for, what to type for it, what is said of it, and another word for it."""

    value: T
    key: str
    words: str
    also: str = ""

    def starts_with(self, said: str) -> bool:
        return self.words.casefold().startswith(said.casefold())

    def has_word(self, said: str) -> bool:
        return said.casefold() in self.words.casefold().replace(",", "").replace(":", "").split()


class Conversation:
    """The two sides of it: what the program says, and what the person types.

    `asking` is the question that the next line is for. `goes_back` is whether :back leads from a question to writing.
    """

    def __init__(self, lines: Lines, library: Library, own_contacts: Sequence[OwnContact]) -> None:
        self.lines = lines
        self.asking = ""
        self.goes_back = False
        self._library = library
        self._own = own_contacts
        self._grounds = [
            one for one in library.in_set("grounding") if one.id not in library.cautions.offer_last
        ]
        self._grounds += [one for one in library.in_set("grounding") if one.id in library.cautions.offer_last]
        self._grounded = 0

    def say(self, *paragraphs: str) -> None:
        for words in paragraphs:
            if words:
                click.echo(fitted(words))

    def gap(self) -> None:
        click.echo()

    def hear(self, tick: Callable[[str], None] | None = None) -> Order | str:
        """The next line: a command, or text. `tick` gets what is typed so far (see Lines.next)."""
        while True:
            line = self.lines.next(tick)
            try:
                return read_order(line) or as_words(line)
            except ValueError:
                if not self.lines.on_terminal:
                    return line  # no one is there to type it again: what is no command is text
                self.say(UNKNOWN)

    def ask(self, question: str, hint: str, *, before: str = "") -> str:
        """One line, without the space around it; for just Enter what was answered `before`, or nothing.

        Raises Stopped, and WentBack or NotUsed where these can be.
        """
        self.asking = question
        self.gap()
        self.say(question, _as_it_is(plain.line(before)) if before else hint)
        said = self._answer(clears=bool(before))
        return "" if said is Order.CLEAR else said or before

    def choose(
        self, question: str, choices: Sequence[Choice[T]], *, otherwise: str, before: T | None = None
    ) -> T | None:
        """One of these, by its key or its words; for just Enter what was chosen `before`, or None.

        Raises Stopped, WentBack where that can be, and NotUsed for a line that fits none and came from no terminal.
        """
        self.asking = question
        chosen = next((choice.words for choice in choices if choice.value == before), "")
        self.gap()
        self.say(question, *(f"{choice.key}: {choice.words}" for choice in choices))
        self.say(_as_it_is(chosen) if chosen else f"Enter: {otherwise}")
        while said := self._answer(clears=bool(chosen)):
            if said is Order.CLEAR:
                return None
            meant = _meant(choices, said)
            if len(meant) == 1:
                return meant[0].value
            if not self.lines.on_terminal:
                raise NotUsed
            self.gap()
            self.say(PLEASE)
        return before

    def _answer(self, *, clears: bool) -> str:
        """A line that is an answer; or Order.CLEAR, where there is something to take out."""
        allowed = (*HERE_ALWAYS, *[Order.BACK] * self.goes_back, *[Order.CLEAR] * clears)
        while True:
            heard = self.hear()
            match heard:
                case Order.GROUND:
                    self.ground()
                case Order.SUPPORT:
                    self.support()
                case Order.STOP | Order.LATER:
                    raise Stopped(later=heard is Order.LATER)
                case Order.BACK if self.goes_back:
                    raise WentBack
                case Order.CLEAR if clears:
                    return heard
                case Order():
                    if heard is not Order.HELP:
                        if not self.lines.on_terminal:
                            raise NotUsed
                        self.say(NOT_HERE)
                    self.say(
                        HERE, *(f":{order} {HERE_MEANINGS.get(order, MEANINGS[order])}" for order in allowed)
                    )
                case words:
                    return words.strip()

    def agrees(self, question: str, *, otherwise: str, before: bool | None = None) -> bool | None:
        """Yes, no, or for just Enter what was said `before`, or None."""
        both = [Choice(value=True, key="y", words="yes"), Choice(value=False, key="n", words="no")]
        return self.choose(question, both, otherwise=otherwise, before=before)

    def ground(self) -> None:
        """A steadying statement, another each time; nothing to answer."""
        self.say(
            self._grounds[self._grounded % len(self._grounds)].text,
            "Then carry on here, or type :ground for another.",
        )
        self._grounded += 1

    def support(self) -> None:
        """Who to turn to: emergencies, one's own people, those for this work, helplines."""
        support = self._library.support
        self.say("In danger now, or someone else is:", *map(_contact, support.always))
        if self._own:
            self.say("Your own people:", *(f"{one.who}: {one.contact}" for one in self._own))
        self.say("For people who do this work:", *map(_contact, support.staff))
        self.say("Helplines:", *map(_contact, support.helplines))
        self.say(support.note, f"Checked {support.checked}.")


def _meant(choices: Sequence[Choice[T]], said: str) -> list[Choice[T]]:
    """What could be meant: by its key, or else by how its words start, or else by one of its words."""
    return (
        [choice for choice in choices if said.casefold() in {choice.key, choice.also or choice.key}]
        or [choice for choice in choices if choice.starts_with(said)]
        or [choice for choice in choices if choice.has_word(said)]
    )


def _as_it_is(answer: str) -> str:
    return f"Enter: leave your answer, {answer}. :clear takes it out."


def _contact(one: Contact) -> str:
    return ", ".join(part for part in (f"{one.who}: {one.contact}", one.hours, one.also) if part)
