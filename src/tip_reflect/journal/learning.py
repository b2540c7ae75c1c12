"""Learning lines: one or two lines with no one in them, the only thing made to be passed on (BB8, BB9)."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from tip_reflect.journal.principles import Principle


class Statement(StrEnum):
    """The eight statements of the Roadmap, as the 2024 national workforce survey asks them (DOMAIN 1.3)."""

    SKILLS = "skills"
    LEADERS = "leaders"
    BUDGET = "budget"
    POLICIES = "policies"
    WELLBEING = "wellbeing"
    FEEDBACK = "feedback"
    POWER = "power"
    RECOVERY = "recovery"

    @property
    def label(self) -> str:
        return _STATEMENTS[self]


_STATEMENTS = {
    Statement.SKILLS: "Staff have the knowledge, skills and capacity",
    Statement.LEADERS: "Leaders drive it",
    Statement.BUDGET: "There is a long-term budget",
    Statement.POLICIES: "Policies reflect trauma",
    Statement.WELLBEING: "Staff wellbeing is valued and prioritised",
    Statement.FEEDBACK: "Feedback is continually used to improve",
    Statement.POWER: "Power is shared with people with lived experience",
    Statement.RECOVERY: "Services resist re-traumatisation and support recovery",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningLine:
    """One line. It has no date, no author and no entry: nothing that says where it came from."""

    id: UUID
    text: str = field(repr=False)
    principle: Principle | None = None
    statement: Statement | None = None
