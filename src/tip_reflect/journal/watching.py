"""The writer's own watch list: words that always point to someone, kept only inside the encrypted journal."""

from dataclasses import dataclass, field
from enum import StrEnum


class Watched(StrEnum):
    """What a watched line is."""

    NAME = "name"
    PLACE = "place"
    SERVICE = "service"
    NUMBER = "number"
    """A shape of a number: # stands for a digit, @ for a letter, as in `SW-####`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedName:
    """One line of the list: the words, what they are, and the words to use instead (may be empty)."""

    words: str = field(repr=False)
    what: Watched = Watched.NAME
    instead: str = field(default="", repr=False)


def read_line(written: str) -> tuple[str, str]:
    """Words and what to say instead, as a person types them: `Kirsty McKay = the mother`."""
    words, _, instead = written.partition("=")
    return " ".join(words.split()), " ".join(instead.split())
