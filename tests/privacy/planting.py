"""Fills the slots of a frame: names of one origin, invented numbers, dates, times and ages, each with its mark."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from random import Random

from inventing_numbers import INVENTED
from naming import Cast
from reading_corpus import Annotated, Piece, joined

_SLOT = re.compile(r"<(?P<sort>[a-z]+)(?P<which>\d?)>", re.IGNORECASE)

_TITLES = {"develop": ("Mrs", "Mr", "Ms"), "report": ("Miss", "Mrs", "Mr")}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATES = {
    "develop": ("%-d %B", "%-d %B %Y", "%d/%m/%Y", "%d/%m/%y", "the %-dth of %B"),
    "report": ("%-d %b %Y", "%d.%m.%y", "%B %-d", "%A %-d %B", "%Y-%m-%d", "%-d/%-m"),
}
_BIRTH_DATES = {"develop": ("%d/%m/%Y", "%-d %B %Y"), "report": ("%d.%m.%Y", "%-d/%-m/%y", "%-d %b %Y")}
_TIMES = {
    "develop": ("{hour}:{minute:02d}", "{hour}.{minute:02d}pm", "{hour}pm", "{clock:02d}:{minute:02d}"),
    "report": (
        "{hour}:{minute:02d} pm",
        "{clock}.{minute:02d}",
        "{clock:02d}{minute:02d} hours",
        "{hour} p.m.",
    ),
}
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPOKEN_TIMES = {
    "develop": ("half {hour}", "quarter to {hour}", "{hour} o'clock", "ten past {hour}"),
    "report": (
        "half past {hour}",
        "{hour} thirty",
        "the back of {hour}",
        "twenty to {hour}",
        "{hour} fifteen",
    ),
}
_AGES = [
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "nineteen",
    "forty-one",
    "sixty-three",
    "7",
    "9",
    "12",
    "15",
    "17",
    "34",
    "52",
    "81",
]


def planted(frame: Annotated, *, cast: Cast, part: str, random: Random, id: str) -> Annotated:
    """A text from a frame. The same slot is the same words all through it."""
    pieces = _Filling(cast, part, random).filled(frame)
    return joined(_one_name_each(pieces), id=id, register=frame.register)


class _Filling:
    """What has been drawn for one frame."""

    def __init__(self, cast: Cast, part: str, random: Random) -> None:
        self._cast = cast
        self._part = part
        self._random = random
        self._drawn: dict[str, Piece] = {}
        self._people: dict[str, tuple[str, str]] = {}

    def filled(self, frame: Annotated) -> Iterator[Piece]:
        for piece in frame.pieces:
            at = 0
            for slot in () if piece.label else _SLOT.finditer(piece.words):
                yield Piece(piece.words[at : slot.start()])
                yield self._words_for(slot)
                at = slot.end()
            yield piece._replace(words=piece.words[at:])

    def _words_for(self, slot: re.Match[str]) -> Piece:
        key = slot[0].lower()
        if key not in self._drawn:
            self._drawn[key] = self._draw(slot["sort"].lower(), slot["which"])
        drawn = self._drawn[key]
        return drawn._replace(words=drawn.words.upper()) if slot["sort"].isupper() else drawn

    def _draw(self, sort: str, which: str) -> Piece:
        if sort in {"first", "family", "full", "title", "dr"}:
            return Piece(self._name(sort, which), "person", self._cast.origin.name)
        if sort in INVENTED:
            label, invent = INVENTED[sort]
            return Piece(invent(self._random, self._part), label)
        label, words = _when(sort, self._part, self._random)
        return Piece(words, label)

    def _name(self, sort: str, which: str) -> str:
        if which not in self._people:
            self._people[which] = self._cast.first(), self._cast.family()
        first, family = self._people[which]
        forms = {
            "first": first,
            "family": family,
            "full": self._cast.origin.full(first, family),
            "title": self._random.choice(_TITLES[self._part]),
            "dr": "Dr",
        }
        return forms[sort]


def _when(sort: str, part: str, random: Random) -> tuple[str, str]:
    day = date(2022, 1, 1) + timedelta(days=random.randrange(4 * 365))
    clock, minute = random.randrange(13, 19), random.choice((5, 10, 15, 20, 30, 40, 45))
    born = day - timedelta(days=random.randrange(365, 80 * 365))
    makers: Mapping[str, tuple[str, str]] = {
        "date": ("date", f"{day:{random.choice(_DATES[part])}}"),
        "dob": ("date", f"{born:{random.choice(_BIRTH_DATES[part])}}"),
        "weekday": ("date", random.choice(_WEEKDAYS)),
        "time": ("date", random.choice(_TIMES[part]).format(hour=clock - 12, clock=clock, minute=minute)),
        "spokentime": ("date", random.choice(_SPOKEN_TIMES[part]).format(hour=random.choice(_HOURS))),
        "age": ("age", random.choice(_AGES)),
    }
    return makers[sort]


def _one_name_each(pieces: Iterable[Piece]) -> list[Piece]:
    """`<title> <family>` and `<first> <family>` are one name: people's pieces with one space between are joined."""
    whole: list[Piece] = []
    for piece in pieces:
        if not piece.words:
            continue
        if len(whole) > 1 and piece.label == whole[-2].label == "person" and whole[-1] == Piece(" "):
            whole[-2:] = [piece._replace(words=f"{whole[-2].words} {piece.words}")]
        else:
            whole.append(piece)
    return whole
