"""What a worker brings back from a session: what landed, and small things to try (DOMAIN 3.4)."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from tip_reflect.journal.entry import After, Moment

MOST_ACTIONS = 3
"""BB4: at most three; none is a valid end."""


class Trying(StrEnum):
    """How far a thing to try has come. Nothing is ever overdue."""

    TO_TRY = "to-try"
    TRIED = "tried"
    LET_GO = "let-go"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One small thing to try: what, with whom (a role), by about when, in the worker's words.

    `happened` and `tell` answer "What happened? What would you tell the group?" once it was tried (BB10).
    """

    id: UUID
    what: str = field(repr=False)
    with_whom: str = field(default="", repr=False)
    by_when: str = field(default="", repr=False)
    state: Trying = Trying.TO_TRY
    happened: str = field(default="", repr=False)
    tell: str = field(default="", repr=False)
    bring_back: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBack:
    """What was brought back from one session. `recorded` is the tick of the record gate and its day, and no more (BB5)."""

    id: UUID
    at: Moment
    pack_id: UUID | None = None
    entry_ids: tuple[UUID, ...] = ()
    landing: str = field(default="", repr=False)
    after: After | None = None
    keep: str = field(default="", repr=False)
    new_view: str = field(default="", repr=False)
    leave: str = field(default="", repr=False)
    recorded: Moment | None = None
    actions: tuple[Action, ...] = field(default=(), repr=False)
