"""Saying things and asking things, one after another: plain lines, which a screen reader reads as they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from tip_reflect.cli.writing.orders import Order, as_words, read_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tip_reflect.cli.writing.lines import Lines
    from tip_reflect.journal.finding import OwnContact
    from tip_reflect.prompts.pack import Contact, Library

T = TypeVar("T")

UNKNOWN = "That is not one of the commands, and it was not kept as text. :help names them. To write it, start with two colons."
NOT_HERE = "That command belongs to writing. Here you can type :ground, :support, :later or :stop."
PLEASE = "Please type what stands before one of the lines above, or its first word, or press Enter."


class Stopped(Exception):
    """The person asked to stop at a question; or, with `later`, to come back another time."""

    def __init__(self, *, later: bool = False) -> None:
        super().__init__()
        self.later = later


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """Something to choose: what it stands for, what to type for it, and what is said of it."""

    value: T
    key: str
    words: str

    def is_meant(self, said: str) -> bool:
        """Whether this could be what was typed, when it is no one's key: the first letters, or one of the words."""
        said, words = said.casefold(), self.words.casefold()
        return words.startswith(said) or said in words.replace(",", "").replace(":", "").split()


class Conversation:
    """The two sides of it: what the program says, and what the person types."""

    def __init__(self, lines: Lines, library: Library, own_contacts: Sequence[OwnContact]) -> None:
        self.lines = lines
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
                click.echo(words)

    def gap(self) -> None:
        click.echo()

    def hear(self, tick: Callable[[str], None] | None = None) -> Order | str:
        """The next line: a command, or text. `tick` gets what is typed so far (see Lines.next)."""
        while True:
            line = self.lines.next(tick)
            try:
                return read_order(line) or as_words(line)
            except ValueError:
                self.say(UNKNOWN)

    def ask(self, question: str, hint: str) -> str:
        """One line, without the space around it; nothing for just Enter. Raises Stopped."""
        self.gap()
        self.say(question, hint)
        while True:
            match self.hear():
                case Order.GROUND:
                    self.ground()
                case Order.SUPPORT:
                    self.support()
                case (Order.STOP | Order.LATER) as order:
                    raise Stopped(later=order is Order.LATER)
                case Order():
                    self.say(NOT_HERE)
                case words:
                    return words.strip()

    def choose(self, question: str, choices: Sequence[Choice[T]], *, otherwise: str) -> T | None:
        """One of these, by its key or its words; None for just Enter. Raises Stopped."""
        listed = [f"{choice.key}: {choice.words}" for choice in choices]
        said = self.ask("\n".join([question, *listed]), f"Enter: {otherwise}")
        while said:
            meant = [choice for choice in choices if choice.key == said.casefold()]
            meant = meant or [choice for choice in choices if choice.is_meant(said)]
            if len(meant) == 1:
                return meant[0].value
            said = self.ask("", PLEASE)
        return None

    def agrees(self, question: str, *, otherwise: str) -> bool | None:
        """Yes, no, or None for just Enter."""
        both = [Choice(value=True, key="y", words="yes"), Choice(value=False, key="n", words="no")]
        return self.choose(question, both, otherwise=otherwise)

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


def _contact(one: Contact) -> str:
    return ", ".join(part for part in (f"{one.who}: {one.contact}", one.hours, one.also) if part)
