"""What a worker looks for in the journal, and what a list shows of it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tip_reflect.journal.entry import Moment, PathId, State
from tip_reflect.journal.principles import Principle, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries to show; every field left alone lets all through. Dates are the writer's, both ends in."""

    principle: Principle | None = None
    purpose: Purpose | None = None
    tag: str = ""
    thread: str = ""
    since: date | None = None
    until: date | None = None
    tender: bool | None = None
    marked: bool | None = None
    """Whether any of its words are marked for peers."""
    state: State | None = None

    @property
    def is_empty(self) -> bool:
        return self == Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One row of a list: enough to show and to sort, without the text."""

    id: UUID
    title: str = field(repr=False)
    written: Moment
    path: PathId
    purpose: Purpose | None
    principle: Principle | None
    thread: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    state: State
    tender: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A found entry and the words around the find. `snippet` is plain text; `spans` are (start, end) of matches in it.

    A tender entry has no snippet: it is opened by choice.
    """

    summary: Summary
    snippet: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """How many entries a month of the writer's calendar holds; `month` is YYYY-MM."""

    month: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCount:
    """A tag or a thread and how many entries carry it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A prompt that was asked, and when: what choosing looks back on."""

    prompt_id: str
    principle: Principle | None
    moment: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContact:
    """Someone the worker would turn to, in their own words."""

    who: str = field(repr=False)
    contact: str = field(repr=False)
