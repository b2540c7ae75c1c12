"""Makes several hundred varied texts from the hand-written ones and from frames, every span exact.

Develop and report never share: they have their own hand-written texts, frames, halves of each list of names, shapes of
numbers, and seeds.
"""

from collections.abc import Iterator, Mapping
from random import Random

from naming import Cast, Origin, origins
from planting import planted
from reading_corpus import CORPUS, NOTHING, Annotated, parsed
from rewriting import all_marked, dictated, lowered, mistyped, shouted, swapped, unpunctuated

SEEDS: Mapping[str, int] = {"develop": 20_240_311, "report": 77_010_963}
"""One each, so that nothing of the report is drawn while developing."""

_ROUNDS = 8
"""How often each frame is filled."""


def frames(part: str) -> tuple[Annotated, ...]:
    """The frames of a part, their slots still open. Raises CorpusError."""
    path = CORPUS / "frames" / f"{part}.txt"
    return parsed(path.read_text(encoding="utf-8"), where=str(path))


def from_frames(part: str, random: Random) -> Iterator[Annotated]:
    """Every frame filled several times, the origins taking turns; those that say nothing once."""
    turn = _taking_turns(origins(part), random)
    for frame in frames(part):
        for number in range(1 if frame.register == NOTHING else _ROUNDS):
            cast = Cast(next(turn), random)
            yield planted(frame, cast=cast, part=part, random=random, id=f"{frame.id}-{number}")


def rehanded(texts: tuple[Annotated, ...], part: str, random: Random) -> Iterator[Annotated]:
    """Every hand-written text once more with other people in it, in another hand than it was written in."""
    turn = _taking_turns(origins(part), random)
    hands = ("lower", "unpunctuated", "dictated", "shouting", "typos")
    for at, text in enumerate(texts):
        other = swapped(text, Cast(next(turn), random), id=text.id) if text.gold else text
        apt = [hand for hand in hands if hand != text.register]
        hand = apt[at % len(apt)]
        new = _in_hand(other, hand, id=f"{text.id}-{hand}", random=random)
        yield _as_nothing(new) if text.register == NOTHING else new


def for_each_origin(texts: tuple[Annotated, ...], part: str, random: Random) -> Iterator[Annotated]:
    """Every text that names someone, once with the names of each origin: the same words around equal numbers of names.

    They are for comparing origins, and count nowhere else.
    """
    for text in all_marked(texts, "person"):
        for origin in origins(part):
            yield swapped(text, Cast(origin, random), id=f"{text.id}-{origin.name}")


def made(texts: tuple[Annotated, ...], part: str, random: Random) -> tuple[Annotated, ...]:
    """The further texts of a part: rehanded ones and filled frames."""
    return (*rehanded(texts, part, random), *from_frames(part, random))


def _in_hand(text: Annotated, hand: str, *, id: str, random: Random) -> Annotated:
    match hand:
        case "lower":
            return lowered(text, id=id)
        case "shouting":
            return shouted(text, id=id)
        case "unpunctuated":
            return unpunctuated(text, id=id, random=random)
        case "dictated":
            return dictated(text, id=id, random=random)
        case _:
            return mistyped(text, id=id, random=random)


def _as_nothing(text: Annotated) -> Annotated:
    return Annotated(id=text.id, register=NOTHING, text=text.text, gold=())


def _taking_turns(each: tuple[Origin, ...], random: Random) -> Iterator[Origin]:
    while True:
        yield from random.sample(each, len(each))
