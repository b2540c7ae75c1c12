"""Many people's learning lines as one: by principle and by statement, with no group of fewer than five people (BB8, BB9).

Files come one after another and are let go at once. What is kept is each line once, and for each line of each file
four bytes of which line it is and one of its tags: some 400 bytes for each line that is different, and nothing on
any disk, so that nothing has to be cleared away after. There is an end to it: MOST_LINES and MOST_BYTES.

A contributor is a file that was handed over, for nothing in a file says whose it is (that is the point of it).
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass, field
from enum import Enum, auto
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.handed_over import NOT_READ, files_in, read_limited
from tip_reflect.sharing.learning_file import NotLearning, read_learning

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tip_reflect.sharing.learning_file import SharedLine

FEWEST = 5
"""A group with fewer contributors is not shown by itself: someone could tell who is in it."""
MOST_LINES = 1_000_000
MOST_BYTES = 256 * 2**20
"""Of all lines and all files together: four times a sector's year; as CSV about 0.6 GB of memory, as HTML twice that."""
TOO_MUCH = (
    f"These files hold more than one report can: {MOST_LINES:,} lines, or {MOST_BYTES // 2**20} MB. "
    "Nothing was written. Combine fewer at a time."
)
_PRINCIPLES: tuple[Principle | None, ...] = (None, *Principle)
_STATEMENTS: tuple[Statement | None, ...] = (None, *Statement)


class Other(Enum):
    """The one group that all small ones are folded into."""

    OTHER = auto()


About: TypeAlias = Principle | Statement | Other | None
"""What a group is about; None holds the lines that name no principle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that belong together, in the order of their words, which says nothing of which came from one file."""

    about: About
    contributors: int
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Groups of FEWEST contributors or more. `folded` says that smaller ones were put together into the last group.

    `too_few` says that even together they had fewer, so that their lines are left out.
    """

    groups: tuple[Group, ...]
    folded: bool = False
    too_few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """`files` counts what was handed over, each once; `alike` those that hold the same lines as one before.

    `repeated` counts lines left out because the same words were there already, and `straight` those that point
    straight to someone. Lines that name no statement are in `by_principle` only.
    """

    files: int
    alike: int
    repeated: int
    straight: int
    by_principle: Part
    by_statement: Part


class Refused(NamedTuple):
    """A file that is no learning file: the line, or 0 for the whole of it, and why."""

    path: Path | None
    line: int
    why: str


class Combiner:
    """Takes the lines of one file after another."""

    def __init__(self) -> None:
        self._known: dict[bytes, int] = {}
        self._texts: list[str] = []
        self._whose = array("I")
        self._tags = array("B")
        self._ends = array("I")
        self._contents: set[bytes] = set()
        self._alike = 0
        self._bytes = 0

    def add(self, lines: Sequence[SharedLine]) -> None:
        """One contributor's lines. Raises TipReflectError where there are more than one report can hold."""
        self._bytes += sum(len(line.text.encode()) for line in lines)
        if len(self._whose) + len(lines) > MOST_LINES or self._bytes > MOST_BYTES:
            raise TipReflectError(TOO_MUCH)
        marks = []
        for line in lines:
            tags = _PRINCIPLES.index(line.principle) * len(_STATEMENTS) + _STATEMENTS.index(line.statement)
            words = _digest(same_words(line.text))
            place = self._known.setdefault(words, len(self._texts))
            if place == len(self._texts):
                self._texts.append(line.text)
            elif line.text < self._texts[place]:  # whatever the order of files, one of two ways to write it
                self._texts[place] = line.text
            self._whose.append(place)
            self._tags.append(tags)
            marks.append(words + bytes([tags]))
        self._ends.append(len(self._whose))
        content = blake2b(b"".join(sorted(marks)), digest_size=16).digest()
        self._alike += content in self._contents
        self._contents.add(content)

    def combined(self, points_straight: Callable[[str], bool]) -> Combined:
        """All that came, but for lines that point straight to someone."""
        straight = bytes(points_straight(text) for text in self._texts)
        shown = array("H", bytes(2 * len(self._texts)))
        contributors = []
        for places, tags in self._files():
            theirs = 0
            for place, tag in zip(places, tags, strict=True):
                if not straight[place]:
                    groups = _groups(tag)
                    shown[place] |= groups
                    theirs |= groups
            contributors.append(theirs)
        order = sorted(range(len(self._texts)), key=self._texts.__getitem__)
        principles = range(len(_PRINCIPLES))
        statements = range(len(_PRINCIPLES) + 1, len(_PRINCIPLES) + len(_STATEMENTS))
        return Combined(
            files=len(self._ends),
            alike=self._alike,
            repeated=len(self._whose) - len(self._texts),
            straight=sum(straight),
            by_principle=self._part(principles, order, shown, contributors),
            by_statement=self._part(statements, order, shown, contributors),
        )

    def _files(self) -> Iterator[tuple[array[int], array[int]]]:
        begins = 0
        for end in self._ends:
            yield self._whose[begins:end], self._tags[begins:end]
            begins = end

    def _part(
        self, groups: range, order: Sequence[int], shown: Sequence[int], contributors: Sequence[int]
    ) -> Part:
        large, small = [], 0
        for group in groups:
            count = _sharing(1 << group, contributors)
            if count >= FEWEST:
                large.append(self._group(_ABOUT[group], 1 << group, count, order=order, shown=shown))
            elif count:
                small |= 1 << group
        if not small:
            return Part(groups=tuple(large))
        count = _sharing(small, contributors)
        if count < FEWEST:
            return Part(groups=tuple(large), folded=True, too_few=True)
        return Part(
            groups=(*large, self._group(Other.OTHER, small, count, order=order, shown=shown)), folded=True
        )

    def _group(
        self, about: About, bits: int, contributors: int, *, order: Sequence[int], shown: Sequence[int]
    ) -> Group:
        lines = tuple(self._texts[place] for place in order if shown[place] & bits)
        return Group(about=about, contributors=contributors, lines=lines)


_ABOUT: tuple[About, ...] = (*_PRINCIPLES, *_STATEMENTS)
"""What each bit of a line's groups means."""


def gather(paths: Iterable[Path], combiner: Combiner, most: int) -> tuple[int, list[Refused]]:
    """Give every file to the combiner, each once; how many were refused, and the first `most` of them.

    All files are looked at even after one is refused, so that they can be put right in one go.
    """
    refused: list[Refused] = []
    count = 0
    seen: set[Hashable] = set()
    for path in files_in(paths):
        try:
            lines = _lines_of(path, seen)
        except NotLearning as problem:
            count += 1
            if len(refused) < most:
                where = path.filename if isinstance(path, OSError) else path
                refused.append(Refused(where, problem.line, problem.why))
            continue
        if lines is not None and not count:
            combiner.add(lines)
    return count, refused


def _lines_of(path: Path | OSError, seen: set[Hashable]) -> tuple[SharedLine, ...] | None:
    """A file's lines, or None where the same file came before. Raises NotLearning."""
    if isinstance(path, OSError):
        raise NotLearning(NOT_READ)
    data, known = read_limited(path)
    if known in seen:
        return None
    seen.add(known)
    return read_learning(data)


def same_words(text: str) -> str:
    """What two lines have in common when they say the same in any case and spacing."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())


def _digest(words: str) -> bytes:
    return blake2b(words.encode(), digest_size=16).digest()


def _groups(tags: int) -> int:
    """The principle's bit and the statement's."""
    principle, statement = divmod(tags, len(_STATEMENTS))
    return 1 << principle | 1 << (len(_PRINCIPLES) + statement)


def _sharing(bits: int, contributors: Iterable[int]) -> int:
    """How many have something in any of these groups."""
    return sum(bool(theirs & bits) for theirs in contributors)
