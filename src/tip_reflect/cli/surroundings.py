"""What every command is given: where the journal is, and the clock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from pathlib import Path

    from tip_reflect.clock import Clock
    from tip_reflect.places import Places

LONGEST = 400
"""Bytes. SQLite opens no file whose whole name is longer than about 490, and a backup's is some 70 longer than this."""

LONGEST_PART = 255
NOT_WHOLE = (
    "TIP_REFLECT_HOME has to name a folder from the beginning, such as /home/you/notes or ~/notes, or the journal "
    "would be in another place each time. Nothing was done. Set it so, or leave it out for the usual place."
)
TOO_LONG = (
    f"The name of the journal's folder is too long: {LONGEST} bytes are the most, and {LONGEST_PART} for each part. "
    "Nothing was done. Set TIP_REFLECT_HOME to a shorter one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    places: Places
    clock: Clock


def find_surroundings() -> Surroundings:
    """The person's own journal folder and the computer's clock. Raises TipReflectError for a folder no one can use."""
    from tip_reflect.clock import system_clock
    from tip_reflect.places import find_places

    places = find_places()
    _require_usable(places.home)
    return Surroundings(places=places, clock=system_clock)


def _require_usable(home: Path) -> None:
    if not home.is_absolute():
        raise TipReflectError(NOT_WHOLE)
    if len(os.fsencode(home)) > LONGEST or any(len(os.fsencode(part)) > LONGEST_PART for part in home.parts):
        raise TipReflectError(TOO_LONG)
