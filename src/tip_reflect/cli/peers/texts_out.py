"""Short texts on their way out: the check for people, one finding after another, and what it says where no one can answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tip_reflect.cli import plain
from tip_reflect.cli.peers.reviewing import (
    ALL_LOOKED_AT,
    CLUE,
    LETTERS,
    NEW_COMPANY,
    NOTHING_FOUND,
    _option,
    _sentence,
    what_it_is,
)
from tip_reflect.cli.terminal import is_watched, say
from tip_reflect.cli.writing.conversation import Choice, Conversation, Stopped
from tip_reflect.cli.writing.lines import EndOfInput, Lines
from tip_reflect.cli.writing.signals import Ended, Watch
from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.privacy.lines import blurred, points_straight
from tip_reflect.privacy.review import NOT_KEPT, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tip_reflect.journal.finding import OwnContact
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.review import Mention, Piece, Review

HOW = "q stops, and nothing leaves. What you have in your journal stays as it is."
STOPPED = "Stopped. Nothing was written, and nothing has left this computer."
STANDING = (
    "{} may point to a person, so nothing was written. Run this in a terminal to look at each, or take the first "
    "suggestion for each with --blur."
)
STILL_STRAIGHT = "A number or an address that points straight to someone is still there, so nothing was written. Say it another way."
ALL_OF_IT = "This is all that the file will hold:"
WRITE_IT = "Write it to the file?"


def can_talk() -> bool:
    """Whether a person sees what is asked: all three streams are a terminal, so that no question ends up in a file."""
    return is_watched() and bool(sys.stdout and sys.stdout.isatty())


def talked(work: Callable[[Conversation], int], own: Sequence[OwnContact] = ()) -> int:
    """Do this with someone to talk to; stopping at any question writes nothing. Gives the exit code."""
    from tip_reflect.prompts.reading import packs_folder, read_library

    with Watch().on() as watch:
        try:
            return work(Conversation(Lines(watch), read_library(packs_folder()), own))
        except (Stopped, EndOfInput):
            say(STOPPED)
            return 1
        except Ended as ended:
            say(STOPPED)
            return ended.exit_code


def settled(
    pieces: Sequence[Piece], watched: Sequence[WatchedName], *, blur: bool, talk: Conversation | None
) -> tuple[Piece, ...]:
    """The pieces as they may leave: blurred, or looked at one by one.

    Raises Stopped; and TipReflectError where there is no one to ask, with what stands on standard error.
    """
    if blur:
        out = blurred(pieces, watched)
    elif talk is not None:
        out = Looking(talk, look(pieces, watched), watched).run()
    else:
        _require_none(look(pieces, watched))
        out = tuple(pieces)
    if any(points_straight(piece.text) for piece in out):
        raise TipReflectError(STILL_STRAIGHT)
    return out


def written(output: Path, data: bytes, talk: Conversation | None) -> int:
    """Write what was shown, after a yes where there is someone to ask. Gives the exit code."""
    from tip_reflect.prompts.reading import packs_folder, read_library
    from tip_reflect.sharing.new_file import write_new_file

    if talk is not None and not talk.agrees(WRITE_IT, otherwise="no, not now"):
        say(STOPPED)
        return 1
    write_new_file(output, data)
    say(f"Written. {read_library(packs_folder()).notices.export}")
    return 0


def list_found(review: Review) -> None:
    """One line each on standard error: where, what it is, the words, and what to say instead."""
    for mention in review.mentions:
        one = mention.finding
        instead = plain.line(one.suggestions[0]) if one.suggestions and one.suggestions[0] else "leave it out"
        where = review.pieces[mention.piece].title
        click.echo(f"{where}: {one.kind.label}: {plain.line(one.text)}  ->  {instead}", err=True)


def _require_none(review: Review) -> None:
    if review.mentions:
        list_found(review)
        count = len(review.mentions)
        raise TipReflectError(STANDING.format("1 thing" if count == 1 else f"{count} things"))


class Looking:
    """Asks about each finding until none waits."""

    def __init__(self, talk: Conversation, review: Review, watched: Sequence[WatchedName]) -> None:
        self._talk = talk
        self._review = review
        self._watched = watched

    def run(self) -> tuple[Piece, ...]:
        """The pieces as they read then. Raises Stopped."""
        self._talk.say("Check for people", CLUE)
        if not self._review.left:
            self._talk.say(NOTHING_FOUND)
            return self._review.result()
        self._talk.say(HOW)
        while left := self._review.left:
            self._one(left[0])
            if not self._review.left:  # own words may hold a name
                self._review = self._review.again(self._watched)
                if self._review.left:
                    self._talk.say(NEW_COMPANY)
        self._talk.gap()
        self._talk.say(ALL_LOOKED_AT)
        return self._review.result()

    def _one(self, subject: int) -> None:
        review = self._review
        mention = review.of(subject)[0]
        options = review.options(mention)
        self._talk.gap()
        self._talk.say(*_about(review, mention))
        choices: list[Choice[int | str]] = [
            Choice(value=place, key=str(place + 1), words=_option(option.words, option.note))
            for place, option in enumerate(options)
        ]
        choices += [
            Choice(value=letter, key=letter, words=words)
            for letter, words in LETTERS.items()
            if (letter != "k" or review.may_keep(subject)) and (letter != "u" or review.before is not None)
        ]
        said = self._talk.choose("What should stand there?", choices, otherwise=choices[0].words)
        match choices[0].value if said is None else said:
            case "q":
                raise Stopped
            case "u":
                self._review = review.undo()
            case "k":
                self._review = review.keep(subject)
            case int(place):
                self._review = review.use(mention, place)
            case _:
                self._own_words(subject)

    def _own_words(self, subject: int) -> None:
        words = self._talk.ask("Your words in its place", "Enter: go back to the choices")
        if not words:
            return
        try:
            self._review = self._review.word(subject, words)
        except UsageProblem as problem:
            self._talk.say(str(problem))


def _about(review: Review, mention: Mention) -> tuple[str, ...]:
    times = len(review.of(mention.subject))
    place = review.subjects.index(mention.subject) + 1
    more = f" It stands there {times} times, and all change together." if times > 1 else ""
    return (
        f"{place} of {review.total}. {review.pieces[mention.piece].title}",
        _sentence(review, mention),
        f"{plain.line(mention.finding.text)}: {what_it_is(mention.finding)}.{more}",
        "" if review.may_keep(mention.subject) else NOT_KEPT,
    )
