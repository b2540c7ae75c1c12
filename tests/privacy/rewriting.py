"""Rewrites a marked text as another hand would have written it, keeping its marks exact."""

import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

from naming import Cast
from reading_corpus import Annotated, Piece, joined

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STAYS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sir",
        "lady",
        "rev",
        "reverend",
        "father",
        "fr",
        "sister",
        "sr",
        "sheriff",
        "judge",
        "pc",
        "dc",
        "sgt",
        "sergeant",
        "constable",
        "inspector",
        "councillor",
        "cllr",
        "nurse",
        "staff",
        "auntie",
        "aunt",
        "aunty",
        "uncle",
        "granny",
        "gran",
        "grandma",
        "grandpa",
        "granda",
        "nana",
        "nan",
        "papa",
        "mum",
        "mam",
        "maw",
        "da",
        "dad",
        "mother",
        "big",
        "wee",
        "young",
        "old",
        "auld",
        "imam",
        "lord",
        "the",
        "and",
        "of",
        "wi",
        "a",
    ],
)
"""Words of a marked name that say who someone is, not what they are called."""
_BEFORE_FAMILY = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sheriff",
        "judge",
        "pc",
        "dc",
        "sgt",
        "sergeant",
        "constable",
        "inspector",
        "councillor",
        "cllr",
        "lord",
        "rev",
        "reverend",
    ],
)


def rewritten(text: Annotated, change: Callable[[Piece], Piece], *, id: str, register: str) -> Annotated:
    return joined((change(piece) for piece in text.pieces), id=id, register=register)


def swapped(text: Annotated, cast: Cast, *, id: str) -> Annotated:
    """The text with every name in it swapped for one of the cast's, each person the same all through.

    A word after `Mrs` or last in a full name is a family name here and wherever else it stands; titles, kin words and
    how the name was written (small letters, capitals) stay.
    """
    people = [_WORD.findall(piece.words) for piece in text.pieces if piece.label == "person"]
    families = {words[-1].casefold() for words in people if _ends_in_family(words)}
    given: dict[str, str] = {}

    def name(word: str) -> str:
        key = word.casefold()
        if key not in given:
            given[key] = cast.family() if key in families else cast.first()
        return _written_like(word, given[key], whole=text.text)

    def change(piece: Piece) -> Piece:
        if piece.label != "person":
            return piece
        words = _WORD.findall(piece.words)
        if cast.origin.family_first and _is_first_and_family(words):
            first, family = name(words[0]), name(words[1])
            return Piece(cast.origin.full(first, family), "person", cast.origin.name)
        new = _WORD.sub(lambda m: m[0] if m[0].casefold() in _STAYS else name(m[0]), piece.words)
        return Piece(new, "person", cast.origin.name)

    return rewritten(text, change, id=id, register=text.register)


def _ends_in_family(words: list[str]) -> bool:
    names = [word for word in words if word.casefold() not in _STAYS]
    titled = bool(words) and words[0].casefold() in _BEFORE_FAMILY
    return bool(names) and names[-1] == words[-1] and (titled or len(names) > 1)


def _is_first_and_family(words: list[str]) -> bool:
    return len(words) == 2 and not any(word.casefold() in _STAYS for word in words)


def _written_like(old: str, new: str, *, whole: str) -> str:
    if old.islower():
        return new.lower()
    if old.isupper() and (len(old) > 1 or whole.isupper()):
        return new.upper()
    return new


def lowered(text: Annotated, *, id: str) -> Annotated:
    """No capitals at all."""
    return rewritten(text, lambda piece: piece._replace(words=piece.words.lower()), id=id, register="lower")


def shouted(text: Annotated, *, id: str) -> Annotated:
    """Capitals all through."""
    return rewritten(
        text, lambda piece: piece._replace(words=piece.words.upper()), id=id, register="shouting"
    )


def unpunctuated(text: Annotated, *, id: str, random: Random) -> Annotated:
    """No stops or commas outside what is marked, fewer capitals after them, and often no apostrophes."""
    bare = random.random() < 0.6

    def change(piece: Piece) -> Piece:
        if piece.label:
            return piece
        words = re.sub(r"[.,;:!?\"“”()]+(?=\s|$)|(?<=\s)[\"“(]+", "", piece.words)
        words = (
            re.sub(r"(?<=[a-z])['’](?=[a-z])", "", words) if bare and not words.startswith("'s") else words
        )
        return piece._replace(words=words)

    return rewritten(text, change, id=id, register="unpunctuated")


def mistyped(text: Annotated, *, id: str, random: Random, rate: float = 0.08) -> Annotated:
    """Letters swapped, lost, doubled or hit beside, in small-letter words of four or more outside what is marked."""

    def slip(match: re.Match[str]) -> str:
        word = match[0]
        if random.random() >= rate:
            return word
        at = random.randrange(1, len(word) - 1)
        match random.randrange(3):
            case 0:
                return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case 1:
                return word[:at] + word[at + 1 :]
            case _:
                return word[:at] + word[at] + word[at:]

    def change(piece: Piece) -> Piece:
        return (
            piece
            if piece.label
            else piece._replace(words=re.sub(r"(?<!\w)[a-z]{4,}(?!\w)", slip, piece.words))
        )

    return rewritten(text, change, id=id, register="typos")


_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?P<half>\s?[ap]\.?m\.?)?", re.IGNORECASE)
_NUMBERS = [
    "twelve",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MISHEARD = {
    " their ": " there ",
    " there ": " their ",
    " too ": " to ",
    " your ": " you're ",
    " write ": " right ",
    " know ": " no ",
    " here ": " hear ",
    " for ": " four ",
}


def dictated(text: Annotated, *, id: str, random: Random) -> Annotated:
    """As a phone writes what it hears: odd or spoken stops, some words misheard, clock times said aloud."""
    spoken = random.random() < 0.5

    def change(piece: Piece) -> Piece:
        if piece.label == "date":
            return piece._replace(words=_TIME.sub(lambda match: _said(match, random), piece.words))
        if piece.label:
            return piece
        words = re.sub(r"\.(?=\s|$)", " full stop" if spoken else "", piece.words)
        words = re.sub(r",(?=\s|$)", " comma" if spoken and random.random() < 0.5 else "", words)
        words = re.sub(r"[;:!?\"“”()]", "", words)
        for heard, written in _MISHEARD.items():
            if random.random() < 0.25:
                words = words.replace(heard, written, 1)
        return piece._replace(words=words)

    return rewritten(text, change, id=id, register="dictated")


def _said(match: re.Match[str], random: Random) -> str:
    """A clock time as it is spoken: 15:40 is `twenty to four`."""
    at, minute = int(match["hour"]) % 12, int(match["minute"])
    hour, following = _NUMBERS[at], _NUMBERS[at + 1]
    half_day = f" {match['half'].strip()[0].lower()} m" if match["half"] and random.random() < 0.4 else ""
    spoken = {
        0: f"{hour} o'clock",
        15: f"quarter past {hour}",
        30: random.choice((f"half {hour}", f"half past {hour}", f"{hour} thirty{half_day}")),
        45: f"quarter to {following}",
    }
    if minute in spoken:
        return spoken[minute]
    if minute <= 20:
        return f"{_NUMBERS[minute]} past {hour}"
    return f"{_NUMBERS[60 - minute]} to {following}" if minute >= 40 else f"{hour} {minute}{half_day}"


def called(words: str) -> str:
    """What a person is called, without a title or kin word before it: `Kirsty Brown` of `Mrs Kirsty Brown`."""
    found = [match for match in _WORD.finditer(words) if match[0].casefold() not in _STAYS]
    return words[found[0].start() : found[-1].end()] if found else ""


def names_only(text: Annotated) -> Annotated:
    """The same words with marks on nothing but what people are called."""

    def cut() -> Iterator[Piece]:
        for piece in text.pieces:
            name = called(piece.words) if piece.label == "person" else ""
            before, _, after = piece.words.partition(name) if name else (piece.words, "", "")
            yield Piece(before)
            yield piece._replace(words=name)
            yield Piece(after)

    return joined(cut(), id=text.id, register=text.register)


def all_marked(texts: Iterable[Annotated], label: str) -> tuple[Annotated, ...]:
    """The texts that have at least one mark of a label."""
    return tuple(text for text in texts if any(gold.label == label for gold in text.gold))
