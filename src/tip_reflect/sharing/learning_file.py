"""Learning lines as a file that can be handed over: lines only, shuffled, with no date and no author (BB8, BB9).

Plain text, so that whoever hands one over can open it anywhere and see that this is all there is:

    Learning lines, form 1: one or two lines each, in no order.

    Principle: safety. Statement: wellbeing.
    Ask first, then wait.
    The silence is theirs to fill.

    Principle: choice. Statement: none.
    Two ways to say no make a yes worth more.

What a line means is given by where it stands, so nothing is escaped: after an empty line come the tags, then one or
two lines of words. The reader takes this and nothing else, to the byte. Spacing, letter forms that differ between
computers, and characters that do not show are made the same for everyone, so that they say nothing of who wrote.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from tip_reflect.journal.learning import LearningLine

FIRST_LINE = "Learning lines, form 1: one or two lines each, in no order."
MOST_LINES, MOST_LETTERS = 2, 400
"""BB8: one or two lines; letters in each."""
NOT_TWO = f"A learning line is one or two lines, of at most {MOST_LETTERS} letters each."
NONE = "none"

_TAGS = re.compile(r"Principle: ([a-z]+)\. Statement: ([a-z]+)\.")
_PRINCIPLES: dict[str, Principle | None] = {NONE: None, **{one.value: one for one in Principle}}
_STATEMENTS: dict[str, Statement | None] = {NONE: None, **{one.value: one for one in Statement}}
_JOINERS = "\u200c\u200d"
_LOOSE_JOINER = re.compile(rf"(?<![^\0-\x7f{_JOINERS}])[{_JOINERS}]|[{_JOINERS}](?![^\0-\x7f{_JOINERS}])")
"""A joiner that joins nothing: it belongs between two letters of a script that needs it, or two pictures."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Unicode's names for characters that steer or hide text, and for those that mean something on one computer only."""


class NotLearning(TipReflectError):
    """A file that holds anything but learning lines: at which line, and why, with none of its words."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {why}" if line else why)
        self.line = line
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """A learning line as it is handed over; `text` is as `tidy` gives it."""

    text: str = field(repr=False)
    principle: Principle | None = None
    statement: Statement | None = None


def tidy(text: str) -> str:
    """One or two lines in the one form that a file has. Raises TipReflectError, naming no words, for anything longer."""
    lines = [line for each in text.splitlines() if (line := _tidy_line(each))]
    if not 1 <= len(lines) <= MOST_LINES or any(len(line) > MOST_LETTERS for line in lines):
        raise TipReflectError(NOT_TWO)
    return "\n".join(lines)


def shared(line: LearningLine) -> SharedLine:
    """The line without its id. Raises TipReflectError where its words are no learning line."""
    return SharedLine(text=tidy(line.text), principle=line.principle, statement=line.statement)


def write_learning(lines: Iterable[SharedLine], random: Random) -> bytes:
    """The file's bytes, each line once. Where a line stands says nothing of where it stood before."""
    once = sorted({_block(line) for line in lines})
    random.shuffle(once)
    return "".join([f"{FIRST_LINE}\n", *once]).encode()


def read_learning(data: bytes) -> tuple[SharedLine, ...]:
    """The lines in a file that `write_learning` made. Raises NotLearning for anything else."""
    try:
        text = data.decode()
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise NotLearning("this is not text as a learning file has it", line) from None
    lines = text.split("\n")
    if lines[0] != FIRST_LINE:
        raise NotLearning("it does not begin as a file of learning lines does", 1)
    if lines.pop():
        raise NotLearning("the end of the file is missing", len(lines) + 1)
    found: list[SharedLine] = []
    at = 1
    while at < len(lines):
        if lines[at]:
            raise NotLearning(f"{NOT_TWO} This is more", at + 1)
        end = at + 2
        while end < len(lines) and lines[end] and end - at <= MOST_LINES + 1:
            end += 1
        found.append(_read_block(lines, at + 1, min(end, at + 2 + MOST_LINES)))
        at = min(end, at + 2 + MOST_LINES)
    return tuple(found)


def _read_block(lines: list[str], start: int, end: int) -> SharedLine:
    """The tags at `start` and the words after them, up to `end`."""
    tags = _TAGS.fullmatch(lines[start]) if start < len(lines) else None
    if tags is None or tags[1] not in _PRINCIPLES or tags[2] not in _STATEMENTS:
        raise NotLearning("a principle and a statement should stand here, or none", start + 1)
    if end <= start + 1:
        raise NotLearning("the words of a learning line should stand here", start + 2)
    for at in range(start + 1, end):
        if len(lines[at]) > MOST_LETTERS or lines[at] != _tidy_line(lines[at]):
            raise NotLearning("this is not a line of words as a learning file has it", at + 1)
    return SharedLine(
        text="\n".join(lines[start + 1 : end]),
        principle=_PRINCIPLES[tags[1]],
        statement=_STATEMENTS[tags[2]],
    )


def _block(line: SharedLine) -> str:
    principle = line.principle.value if line.principle else NONE
    statement = line.statement.value if line.statement else NONE
    return f"\nPrinciple: {principle}. Statement: {statement}.\n{line.text}\n"


def _tidy_line(line: str) -> str:
    """One line: single spaces, composed letters, nothing that does not show. What it gives it leaves as it is."""
    if line.isascii() and line.isprintable():
        return " ".join(line.split())
    while True:
        shown = "".join(each for each in line if not _is_hidden(each))
        new = " ".join(_LOOSE_JOINER.sub("", unicodedata.normalize("NFC", shown)).split())
        if new == line:
            return new
        line = new


def _is_hidden(character: str) -> bool:
    return (
        character not in _JOINERS and not character.isspace() and unicodedata.category(character) in _HIDDEN
    )
