"""What a pack holds once it is read: prompts, the paths through them, their cautions, and words for screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tip_reflect.journal.entry import PathId, StepKind
from tip_reflect.journal.principles import Principle, Purpose

GATE = "open-04"
"""Anything to report or record first? It opens every path, even one that does not list it."""

OPENING_SCREEN = frozenset({GATE, "open-02", "open-03", "open-06", "open-08"})
"""Asked by the opening screen, with choices of its own: never a writing step."""

CLOSING_SCREEN = frozenset({"close-03", "close-04", "close-05", "close-06", "close-07", "close-08"})
"""Asked by the closing screen, with choices of its own: never a writing step."""

SCREEN_PROMPTS = OPENING_SCREEN | CLOSING_SCREEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt. `lineage` names the idea behind it, `leans` which side of the work it asks after, if either.

    about: self, people, relationship, organisation or "". depth: quick, standard, deep or any.
    leans: good, hard or "". A statement is read, never answered. No purpose means that it suits any.
    """

    id: str
    text: str
    set: str
    about: str = ""
    depth: str = "any"
    purpose: Purpose | None = None
    lineage: str = ""
    nudge: str = ""
    leans: str = ""
    statement: bool = False

    @property
    def principle(self) -> Principle | None:
        """The principle whose set it belongs to."""
        return Principle(self.set) if self.set in set(Principle) else None

    @property
    def kind(self) -> StepKind:
        return StepKind.STATEMENT if self.statement else StepKind.QUESTION


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """A place in a path: a question of the path's own, some prompts by name, or any `count` that fit.

    Exactly one is filled: `ask` (with its `id`), `one_of` (a single name is asked as it is), or the conditions.
    """

    id: str = ""
    ask: str = ""
    one_of: tuple[str, ...] = ()
    set: str = ""
    chosen_principle: bool = False
    about: str = ""
    depth: str = ""
    purpose: Purpose | None = None
    count: int = 1

    @property
    def screen_prompt(self) -> str:
        """The id of the opening or closing screen's prompt that this step is, or nothing."""
        only = self.one_of[0] if len(self.one_of) == 1 else ""
        return only if only in SCREEN_PROMPTS else ""

    def fits(self, prompt: Prompt, principle: Principle | None) -> bool:
        """Whether a prompt may stand here, when `principle` is the one chosen for the entry."""
        if self.ask:
            return False
        if self.one_of:
            return prompt.id in self.one_of
        wanted_set = principle.value if self.chosen_principle and principle else self.set
        return (
            prompt.id not in SCREEN_PROMPTS
            and (prompt.set == wanted_set if wanted_set else not prompt.statement)
            and self.about in {"", prompt.about}
            and (not self.depth or prompt.depth in {self.depth, "any"})
            and (self.purpose is None or prompt.purpose in {self.purpose, None})
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One of the four lengths: `minutes` is a guide, never a countdown."""

    id: PathId
    name: str
    minutes: int | None
    suits: str
    steps: tuple[PathStep, ...]

    @property
    def has_lens(self) -> bool:
        """Whether it looks through one principle, chosen for the entry."""
        return any(step.chosen_principle for step in self.steps)

    @property
    def writing_steps(self) -> tuple[PathStep, ...]:
        """The steps between the opening and the closing screens."""
        return tuple(step for step in self.steps if not step.screen_prompt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cautions:
    """When a prompt must wait, by id; and what comes first (by set) or last (by id) when there is a choice."""

    never_first: frozenset[str]
    not_after_shock: frozenset[str]
    shock_hours: int
    offer_first: tuple[str, ...]
    offer_last: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What is said at the moments that need it, word for word."""

    first_run: tuple[str, ...]
    new_entry: str
    rule_of_thumb: str
    export: str
    delete: str
    passphrase: str
    bring_back: str
    backup: str
    stopping: str
    pack_header: str
    jigsaw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInItem:
    """A question with word answers, or none for a line of one's own; some answers lead to an offer of support."""

    id: int
    ask: str
    answers: tuple[str, ...] = ()
    offer_support_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How it is with me: never scored."""

    name: str
    shown_every_time: str
    time_frame: str
    rather_not_say: str
    frequencies: tuple[str, ...]
    offer: str
    offer_draft: str
    items: tuple[CheckInItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Someone to turn to. `contact` is empty for one of the worker's own people, who is theirs to fill in."""

    who: str
    contact: str = ""
    hours: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Contacts for a region, and the day they were last checked."""

    region: str
    checked: date
    note: str
    always: tuple[Contact, ...]
    yours: tuple[Contact, ...]
    staff: tuple[Contact, ...]
    helplines: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything the packs hold; prompts stand in the order of their files."""

    prompts: Mapping[str, Prompt]
    paths: Mapping[PathId, Path]
    cautions: Cautions
    notices: Notices
    check_in: CheckIn
    support: Support

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt with this id; KeyError where no pack holds it (any more)."""
        return self.prompts[prompt_id]

    def in_set(self, name: str) -> tuple[Prompt, ...]:
        return tuple(prompt for prompt in self.prompts.values() if prompt.set == name)
