"""Before writing: anything to report first, then length, purpose, principle and a word for how you arrive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from tip_reflect.cli.writing.conversation import Choice, Stopped
from tip_reflect.journal.entry import PATH_NAMES, PathId
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.pack import GATE
from tip_reflect.reflecting.sitting import Choices

if TYPE_CHECKING:
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.prompts.choosing import Chooser
    from tip_reflect.prompts.pack import Library, Path

SHORT = (PathId.QUICK, PathId.FREE)
GO_GENTLY = "Food, a drink and company come first. Tell your manager. This can wait."
SHORT_FIRST = "After a shock, short and steadying is best, so the short lengths come first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was chosen on the command line already; it is not asked again."""

    path: PathId | None = None
    purpose: Purpose | None = None
    principle: Principle | None = None
    thread: str = ""
    tags: tuple[str, ...] = ()


class Door(Enum):
    """What can be said instead of a length."""

    AS_LAST_TIME = auto()
    SHOCK = auto()
    LONGER = auto()


class Choosing:
    """Asks for the choices of one sitting; each has an answer that is just Enter. Everything here raises Stopped."""

    def __init__(
        self, talk: Conversation, library: Library, chooser: Chooser, wanted: Wanted, last: Choices | None
    ) -> None:
        self._talk = talk
        self._library = library
        self._chooser = chooser
        self._wanted = wanted
        self._last = last and self._gentle(last)

    def choose(self, *, as_last_time: bool) -> Choices:
        """The choices; after the gate nothing is asked when this person always starts as last time."""
        self._gate()
        if as_last_time and self._last is not None and self._wanted == Wanted():
            self._talk.say(f"As last time: {self._in_words(self._last)}.")
            return self._last
        path, shock = (self._wanted.path, False) if self._wanted.path else self._length()
        if path is None and self._last is not None:
            return replace(
                self._last,
                purpose=self._wanted.purpose or self._last.purpose,
                principle=self._wanted.principle,
                thread=self._wanted.thread,
                tags=self._wanted.tags,
            )
        return self._rest(path or PathId.QUICK, shock=shock)

    def _gate(self) -> None:
        first = [Choice(value=True, key="y", words="yes: I will do that now and come back")]
        if self._talk.choose(self._library.prompt(GATE).text, first, otherwise="nothing now, or it is done"):
            self._talk.say(self._library.notices.rule_of_thumb)
            raise Stopped

    def _gentle(self, last: Choices) -> Choices:
        """Within two days of a shock a sitting that was not chosen afresh is the short one."""
        return (
            replace(last, path=PathId.QUICK)
            if self._chooser.after_shock() and last.path not in SHORT
            else last
        )

    def _length(self) -> tuple[PathId | None, bool]:
        """The length, or None for as last time; and whether something shocking just happened."""
        shock, short = False, self._chooser.after_shock()
        while True:
            if short:
                self._talk.gap()
                self._talk.say(SHORT_FIRST)
            lengths = self._lengths(shock=shock, short=short)
            said = self._talk.choose(
                self._library.prompt("open-03").text, lengths, otherwise="3 minutes, Set it down"
            )
            match said:
                case Door.SHOCK:
                    shock = short = True
                    self._talk.say(GO_GENTLY)
                case Door.LONGER:
                    short = False
                case Door.AS_LAST_TIME:
                    return None, shock
                case _:
                    return said or PathId.QUICK, shock

    def _lengths(self, *, shock: bool, short: bool) -> list[Choice[PathId | Door]]:
        choices: list[Choice[PathId | Door]] = [
            Choice(value=path.id, key=_key(path), words=_path_words(path))
            for path in self._library.paths.values()
            if not short or path.id in SHORT
        ]
        if self._last is not None and not shock:
            choices.append(
                Choice(
                    value=Door.AS_LAST_TIME, key="last", words=f"as last time: {self._in_words(self._last)}"
                )
            )
        if short:
            choices.append(Choice(value=Door.LONGER, key="longer", words="I would still like a longer one"))
        if not shock:
            choices.append(Choice(value=Door.SHOCK, key="shock", words="something shocking just happened"))
        return choices

    def _in_words(self, last: Choices) -> str:
        """What goes on as last time; the principle is one that does not."""
        parts = [PATH_NAMES[last.path], last.purpose.label if last.purpose else ""]
        if last.path is not PathId.FREE and self._wanted.principle is None:
            parts.append("the principle chosen for you")
        return ", ".join(part for part in parts if part)

    def _rest(self, path: PathId, *, shock: bool) -> Choices:
        opening = {prompt.id: prompt.text for prompt in self._chooser.opening(path)}
        self._talk.gap()
        self._talk.say(self._library.notices.new_entry)
        if path is PathId.DEEP:
            self._talk.say(self._library.notices.stopping)
        if "open-08" in opening:
            leave = [Choice(value=True, key="leave", words="leave it be today")]
            if self._talk.choose(opening["open-08"], leave, otherwise="today is all right"):
                raise Stopped
        purpose, principle = self._wanted.purpose, self._wanted.principle
        if path is not PathId.FREE:
            purpose = purpose or self._purpose()
            principle = principle or self._principle()
        return Choices(
            path=path,
            purpose=purpose,
            principle=principle,
            arrived_as=self._talk.ask(self._library.prompt("open-06").text, "Enter: no word"),
            shock=shock,
            thread=self._wanted.thread,
            tags=self._wanted.tags,
        )

    def _purpose(self) -> Purpose | None:
        choices = [
            Choice(value=one, key=str(n), words=one.label, also=one.value)
            for n, one in enumerate(Purpose, start=1)
        ]
        return self._talk.choose(self._library.prompt("open-02").text, choices, otherwise="leave it open")

    def _principle(self) -> Principle | None:
        choices = [Choice(value=one, key=str(n), words=one.label) for n, one in enumerate(Principle, start=1)]
        return self._talk.choose(
            "Which principle would you like to look through?", choices, otherwise="choose for me"
        )


def _key(path: Path) -> str:
    return str(path.minutes) if path.minutes else path.id.value


def _path_words(path: Path) -> str:
    return ", ".join(
        part for part in (path.name, f"{path.minutes} minutes" if path.minutes else "", path.suits) if part
    )
