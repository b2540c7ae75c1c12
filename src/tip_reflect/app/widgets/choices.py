"""The choices that more than one screen offers."""

from __future__ import annotations

from tip_reflect.app.theme import principle_variable
from tip_reflect.app.widgets.choice_row import Choice
from tip_reflect.journal.principles import Principle, Purpose


def principles(none: str) -> tuple[Choice[Principle | None], ...]:
    """The five, each with its mark and colour, after a word for none of them."""
    five = (Choice(one, f"{one.mark} {one.label}", f"${principle_variable(one)}") for one in Principle)
    return (Choice(None, none), *five)


def purposes(none: str) -> tuple[Choice[Purpose | None], ...]:
    """The three, after a word for none of them."""
    return (Choice(None, none), *(Choice(purpose, purpose.label.lower()) for purpose in Purpose))
