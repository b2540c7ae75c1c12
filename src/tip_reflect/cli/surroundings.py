"""What every command is given: where the journal is, and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tip_reflect.clock import Clock
    from tip_reflect.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    places: Places
    clock: Clock


def find_surroundings() -> Surroundings:
    """The person's own journal folder and the computer's clock."""
    from tip_reflect.clock import system_clock
    from tip_reflect.places import find_places

    return Surroundings(places=find_places(), clock=system_clock)
