"""The weights that were learned from the develop texts, and how they are kept in `words/weights.bin`.

`tests/privacy/learning.py` makes them.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from tip_reflect.privacy.finding import Kind

WEIGHTS = Path(__file__).parent / "words" / "weights.bin"

GENERAL: Final = {
    "date": Kind.DATE, "age": Kind.AGE, "place": Kind.PLACE, "organisation": Kind.ORGANISATION,
    "person": Kind.PERSON, "initials": Kind.INITIALS, "jigsaw": Kind.FACT, "number": Kind.FACT,
}  # fmt: skip
"""What the weights tell apart, and what each is to the worker. A number is a fact here: tier 1 can never be kept, and that
takes evidence, not likelihood."""
KINDS: Final = tuple(GENERAL)
"""The same, in the order of their columns."""

_PART, _WAY = "\x01", "\x02"
_NOUGHT, _FINE, _MOST = 1024, 20, 900
"""A weight is kept as the character this many twentieths from _NOUGHT."""

Worth = Mapping[str, Mapping[str, float]]
"""For each way of looking, the worth of what may be seen."""
Kinds = Mapping[str, Mapping[str, Sequence[float]]]
"""For each way of looking, what the thing seen says of each of KINDS."""


TOLD_BY_SURE: Final = {"r": "s r", "f": "s f"}
"""What weighs more or less by how much is surely in the text, and by what name that is kept."""


@cache
def worth(sure: int) -> Worth:
    """What says that a word is worth a look, in a text with so many sure things. Read at the first such text."""
    return in_a_text(_worth(), sure)


@cache
def _worth() -> Worth:
    return _unpacked_worth(_kept()[0])


def in_a_text(worth: Worth, sure: int) -> Worth:
    """The weights for a text with so many sure things in it: what that says is added to what it is said of."""
    known = {way: seen for way, seen in worth.items() if way not in TOLD_BY_SURE.values()}
    for way, kept_as in TOLD_BY_SURE.items():
        both = dict(known.get(way, {}))
        for what, weight in worth.get(kept_as, {}).items():
            of, _, seen = what.partition(" ")
            if of == str(sure):
                both[seen] = both.get(seen, 0.0) + weight
        known[way] = both
    return known


@cache
def kinds() -> Kinds:
    """What says what a thing is. Read once, when there is the first thing to look at."""
    return _unpacked_kinds(_kept()[1])


@cache
def links() -> Worth:
    """What says that two words side by side belong to one thing. Read once, with the first thing found."""
    return _unpacked_worth(_kept()[2])


@cache
def _kept() -> Sequence[str]:
    return _parts(WEIGHTS.read_bytes())


def _parts(data: bytes) -> list[str]:
    return zlib.decompress(data).decode("utf-8").split(_PART)


def unpacked(data: bytes) -> tuple[Worth, Kinds, Worth]:
    """What `packed` made."""
    first, second, third = _parts(data)
    return _unpacked_worth(first), _unpacked_kinds(second), _unpacked_worth(third)


def packed(worth: Worth, kinds: Kinds, links: Worth) -> bytes:
    """For each way a line with its name, a line for each thing seen, and a line with a sign for each weight."""
    parts = (
        [_lines(way, seen, seen.values()) for way, seen in worth.items()],
        [_lines(way, seen, chain.from_iterable(seen.values())) for way, seen in kinds.items()],
        [_lines(way, seen, seen.values()) for way, seen in links.items()],
    )
    return zlib.compress(_PART.join(map(_WAY.join, parts)).encode("utf-8"), 9)


def _lines(way: str, seen: Iterable[str], weights: Iterable[float]) -> str:
    return "\n".join((way, *seen, "".join(map(_sign, weights))))


def _unpacked_worth(part: str) -> Worth:
    return {way: dict(zip(seen, weights, strict=True)) for way, seen, weights in _ways(part)}


def _unpacked_kinds(part: str) -> Kinds:
    found = {}
    for way, seen, weights in _ways(part):
        rows = [weights[at : at + len(KINDS)] for at in range(0, len(weights), len(KINDS))]
        found[way] = dict(zip(seen, rows, strict=True))
    return found


def _ways(part: str) -> Iterator[tuple[str, list[str], list[float]]]:
    value = {chr(_NOUGHT + step): step / _FINE for step in range(-_MOST, _MOST + 1)}
    for lines in part.split(_WAY):
        way, *seen, signs = lines.split("\n")
        yield way, seen, list(map(value.__getitem__, signs))


def _sign(weight: float) -> str:
    return chr(_NOUGHT + max(-_MOST, min(_MOST, round(weight * _FINE))))
