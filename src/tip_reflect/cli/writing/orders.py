"""The short commands that can be typed on a line of their own while writing."""

from __future__ import annotations

import re
from enum import StrEnum


class Order(StrEnum):
    """The value is the word after the colon."""

    NEXT = "next"
    SKIP = "skip"
    ANOTHER = "another"
    BACK = "back"
    WHY = "why"
    GAP = "gap"
    CLEAR = "clear"
    GROUND = "ground"
    SUPPORT = "support"
    STOP = "stop"
    LATER = "later"
    HELP = "help"


MEANINGS: dict[Order, str] = {
    Order.NEXT: "go on to the next question",
    Order.SKIP: "leave this question and go on",
    Order.ANOTHER: "ask a different question here",
    Order.BACK: "go back to the question before",
    Order.WHY: "say where this question comes from",
    Order.GAP: "put an empty line into your text",
    Order.CLEAR: "take out what you wrote at this question",
    Order.GROUND: "a moment to steady yourself",
    Order.SUPPORT: "who you could turn to",
    Order.STOP: "stop here and close the entry",
    Order.LATER: "leave it as a draft and come back another time",
    Order.HELP: "say all this again",
}

ONE_WORD = re.compile(r":[a-z]+\s*")


def read_order(line: str) -> Order | None:
    """The command on this line, or None when it is text. Raises ValueError for a word that is none of them."""
    if not ONE_WORD.fullmatch(line):
        return None
    return Order(line.strip()[1:])


def as_words(line: str) -> str:
    """The text on this line: two colons at the start are one colon that is not a command."""
    return line[1:] if line.startswith("::") else line
