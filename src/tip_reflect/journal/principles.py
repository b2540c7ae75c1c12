"""The five principles of trauma-informed practice, as Fallot and Harris name them (DOMAIN 1.1)."""

from enum import StrEnum


class Principle(StrEnum):
    """One of the five; the value is what files and the command line use."""

    SAFETY = "safety"
    TRUSTWORTHINESS = "trustworthiness"
    CHOICE = "choice"
    COLLABORATION = "collaboration"
    EMPOWERMENT = "empowerment"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def mark(self) -> str:
        """A shape that stands beside the word, so that colour never carries the meaning alone."""
        return MARKS[self]


MARKS: dict[Principle, str] = {
    Principle.SAFETY: "●",
    Principle.TRUSTWORTHINESS: "■",
    Principle.CHOICE: "◆",
    Principle.COLLABORATION: "▲",
    Principle.EMPOWERMENT: "★",
}


class Purpose(StrEnum):
    """What an entry is for: processing, planning or evaluating one's role."""

    PROCESSING = "processing"
    EVALUATING = "evaluating"
    PLANNING = "planning"

    @property
    def label(self) -> str:
        """The words a worker reads."""
        return {"processing": "Set it down", "evaluating": "Think it through", "planning": "Plan"}[self.value]
