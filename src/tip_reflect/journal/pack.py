"""A session pack: what a worker chose, line by line, to bring to a peer session (DOMAIN 3.3)."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from tip_reflect.journal.entry import TITLE_LENGTH, Moment
from tip_reflect.journal.principles import Principle

MOST_BRIEF_LINES = 5
"""SP4: the brief is up to five lines; more is allowed with a gentle note."""


class Want(StrEnum):
    """What the worker wants from the group; the value is what the command line takes."""

    HEARD = "heard"
    FRESH_EYES = "fresh-eyes"
    ADVICE = "advice"
    PLAN = "plan"

    @property
    def label(self) -> str:
        return _WANTS[self]


_WANTS = {
    Want.HEARD: "to be heard",
    Want.FRESH_EYES: "fresh eyes",
    Want.ADVICE: "advice",
    Want.PLAN: "help to plan",
}


class Part(StrEnum):
    """The parts that hold lines, in their fixed order (SP4)."""

    BRIEF = "brief"
    TRIED = "tried"
    WORKED = "worked"
    IMPACT = "impact"

    @property
    def label(self) -> str:
        return _PARTS[self]


_PARTS = {
    Part.BRIEF: "In brief",
    Part.TRIED: "What I have tried, and what happened",
    Part.WORKED: "What worked that others could borrow",
    Part.IMPACT: "The impact on me",
}


class PackState(StrEnum):
    """A draft; ready, when it has passed the review and the peer test; taken, when a file of it was written."""

    DRAFT = "draft"
    READY = "ready"
    TAKEN = "taken"


class Guess(StrEnum):
    """The answer to the peer test (SP7): could someone guess who this is?"""

    NOT_ASKED = ""
    NO = "no"
    PERHAPS = "perhaps"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """Words in a pack: copied from a marked entry, or typed here (no source). Changing them never changes the entry."""

    part: Part
    text: str = field(repr=False)
    source: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A whole pack. `kept` are the found words the worker looked at and kept, in small letters: tiers 2 and 3 only.

    `revision` counts saves, as an entry's does.
    """

    id: UUID
    made: Moment
    state: PackState = PackState.DRAFT
    want: Want | None = None
    question: str = field(default="", repr=False)
    question_only: bool = False
    lines: tuple[PackLine, ...] = field(default=(), repr=False)
    with_impact: bool = False
    lens: Principle | None = None
    please_do_not: str = field(default="", repr=False)
    hard_to_hear: bool | None = None
    theme: str = field(default="", repr=False)
    kept: tuple[str, ...] = field(default=(), repr=False)
    guess: Guess = Guess.NOT_ASKED
    with_sheet: bool = True
    revision: int = 0

    @property
    def title(self) -> str:
        """What a list shows: the question, else the first line, else that it is empty."""
        words = " ".join((self.question or next((line.text for line in self.lines), "")).split())
        return (words[: TITLE_LENGTH - 1] + "…" if len(words) > TITLE_LENGTH else words) or "An empty pack"

    def of(self, part: Part) -> tuple[PackLine, ...]:
        """The lines of one part, in their order; none of the impact unless it was switched on."""
        if part is Part.IMPACT and not self.with_impact:
            return ()
        return tuple(line for line in self.lines if line.part is part and line.text.strip())

    def sources(self) -> tuple[UUID, ...]:
        """The entries that words were copied from, each once."""
        return tuple(dict.fromkeys(line.source for line in self.lines if line.source is not None))

    def changed(self, **what: object) -> "Pack":
        """The pack with some of its words changed: what was looked at before must be looked at again."""
        new = replace(self, **what)  # type: ignore[arg-type]
        return replace(new, state=PackState.DRAFT, guess=Guess.NOT_ASKED)


def pieces(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Every word of the pack that leaves, as (title, text), in the order it leaves in: what the review looks at."""
    found = [("My question", pack.question)]
    if not pack.question_only:
        found += [(part.label, line.text) for part in Part for line in pack.of(part)]
        found += [
            ("Please do not", pack.please_do_not),
            ("Hard to hear", pack.theme if pack.hard_to_hear else ""),
        ]
    return tuple((title, text) for title, text in found if text.strip())


def with_pieces(pack: Pack, texts: tuple[str, ...]) -> Pack:
    """The pack with the words of `pieces` in the same order in place of its own; an empty line goes."""
    left = iter(texts)
    question = next(left) if pack.question.strip() else pack.question
    if pack.question_only:
        return replace(pack, question=question)
    changed = {id(line): next(left) for part in Part for line in pack.of(part)}
    lines = tuple(replace(line, text=changed.get(id(line), line.text)) for line in pack.lines)
    please = next(left) if pack.please_do_not.strip() else pack.please_do_not
    theme = next(left) if pack.hard_to_hear and pack.theme.strip() else pack.theme
    return replace(
        pack,
        question=question,
        lines=tuple(line for line in lines if line.text.strip()),
        please_do_not=please,
        theme=theme,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One line of the worker's own log of what is out (SP13): never in any export, and theirs to delete."""

    pack_id: UUID
    at: Moment
    form: str
    entry_ids: tuple[UUID, ...]
    digest: str
    key: int = 0
