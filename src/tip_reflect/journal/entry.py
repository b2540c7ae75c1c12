"""An entry: one sitting with the journal, and what was asked and answered in it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tip_reflect.journal.principles import Principle, Purpose

TITLE_LENGTH = 60


class State(StrEnum):
    DRAFT = "draft"
    CLOSED = "closed"


class PathId(StrEnum):
    """The four lengths a worker chooses among."""

    QUICK = "quick"
    STANDARD = "standard"
    DEEP = "deep"
    FREE = "free"


class After(StrEnum):
    """How the worker feels compared with when they began: their word, never a score."""

    LIGHTER = "lighter"
    SAME = "same"
    HEAVIER = "heavier"

    @property
    def label(self) -> str:
        """The words a worker reads."""
        return "about the same" if self is After.SAME else self.value


class StepKind(StrEnum):
    """What a step wants: an answer in words, or nothing (a grounding statement is read, never answered)."""

    QUESTION = "question"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One step of an entry: the prompt's words as they were asked, and what was written.

    `prompt_id` and `prompt` are empty for free writing. `text` may be empty: skipped, or not reached yet.
    """

    text: str = field(default="", repr=False)
    prompt_id: str = ""
    prompt: str = ""
    principle: Principle | None = None
    kind: StepKind = StepKind.QUESTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where the worker was, so that they come back to the same place: step, then cursor row and column."""

    step: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time as the writer saw it: aware local time. The store keeps UTC beside date and offset."""

    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment needs its offset from UTC")

    @property
    def local_date(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A whole entry. `answers` is also the plan of a draft: a step not reached yet is an answer with no text.

    `revision` counts saves; the store refuses to save over a revision it has not shown (see `Store.save`).
    """

    id: UUID
    written: Moment
    path: PathId = PathId.FREE
    purpose: Purpose | None = None
    principle: Principle | None = None
    thread: str = field(default="", repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    state: State = State.DRAFT
    tender: bool = False
    shock: bool = False
    arrived_as: str = field(default="", repr=False)
    after: After | None = None
    next_thing: str = field(default="", repr=False)
    belongs_in_record: bool | None = None
    closed: Moment | None = None
    position: Position = field(default_factory=Position)
    answers: tuple[Answer, ...] = ()
    revision: int = 0

    @property
    def title(self) -> str:
        """The first words written; for a tender entry only the name of its path, so that a list stays gentle."""
        return title_of(self)

    def answered(self) -> tuple[Answer, ...]:
        """The answers that hold words, in order."""
        return tuple(answer for answer in self.answers if answer.text.strip())

    def with_text(self, step: int, text: str) -> "Entry":
        """This entry with one step's words changed."""
        changed = replace(self.answers[step], text=text)
        return replace(self, answers=(*self.answers[:step], changed, *self.answers[step + 1 :]))


PATH_NAMES: dict[PathId, str] = {
    PathId.QUICK: "Set it down",
    PathId.STANDARD: "Think it through",
    PathId.DEEP: "Look underneath",
    PathId.FREE: "Just write",
}


PATH_LENGTHS: dict[PathId, str] = {
    PathId.QUICK: "3 minutes",
    PathId.STANDARD: "10 minutes",
    PathId.DEEP: "20 minutes",
    PathId.FREE: "just write",
}


def title_of(entry: Entry) -> str:
    """At most TITLE_LENGTH characters on one line, cut at a word where there is one."""
    if entry.tender:
        return PATH_NAMES[entry.path]
    for answer in entry.answered():
        first = " ".join(answer.text.split())
        if len(first) <= TITLE_LENGTH:
            return first
        cut = first[: TITLE_LENGTH - 1]
        at_word = cut.rsplit(" ", 1)[0]
        return (at_word if len(at_word) > TITLE_LENGTH // 2 else cut).rstrip(" ,;:") + "…"
    return PATH_NAMES[entry.path] if not entry.arrived_as else f"Arrived: {entry.arrived_as}"


def read_tags(written: str) -> tuple[str, ...]:
    """Tags as a person types them, with commas between and perhaps a #; each once, in their order."""
    tags = (" ".join(part.split()).lstrip("#").strip() for part in written.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))
