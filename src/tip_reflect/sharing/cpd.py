"""Learning for a regulator's form: what was done, what was learned, what changed in practice; no people and no dates."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalLearning:
    """The three things that a record of continuous professional learning asks for, in the worker's own words."""

    activity: str = field(repr=False)
    learning: str = field(repr=False)
    change: str = field(repr=False)


HEADINGS = {"activity": "Activity", "learning": "Learning", "change": "Change in practice"}
"""The three, in the order that forms have them."""


def pieces(record: ProfessionalLearning) -> tuple[tuple[str, str], ...]:
    """Each as (heading, words), in order: what the check looks at."""
    return tuple((heading, getattr(record, name)) for name, heading in HEADINGS.items())


def write_record(parts: tuple[tuple[str, str], ...]) -> bytes:
    """Plain text to paste: each heading over its words, UTF-8 with bare newlines; what holds no words is left out."""
    return "\n".join(f"{heading}\n{words.strip()}\n" for heading, words in parts if words.strip()).encode()
