"""The words the finder knows: an English dictionary, names, towns, and our own lists.

Both files are made by `tests/privacy/making_words.py`.
"""

import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

WORDS = Path(__file__).parent / "words"
PUBLIC = WORDS / "public.bin"
"""What was taken from public lists: SOURCES.md beside it says which."""
OURS = WORDS / "ours.bin"
"""Our own lists (`words/*.txt`), packed for a quick start."""


SECTION = "\x01"


class Flag:
    """What a word can be; many are several things. Plain numbers: an enum's `&` would be half of all the time."""

    COMMON: Final = 1
    WORD: Final = 2
    RARE: Final = 4
    CAPITAL: Final = 8
    """Written with a capital, and no person's name: Monday, English."""
    GIVEN: Final = 16
    FAMILY: Final = 32
    PLACE: Final = 64
    ALSO_WORD: Final = 128
    """A name that is an ordinary word too."""
    SELDOM: Final = 256
    """An ordinary word that is seldom a given name."""
    LISTED: Final = 1024
    """Every word of the lists has it, so that a word's flags are one character that ends no line."""


ENGLISH = Flag.COMMON | Flag.WORD | Flag.RARE
NAME = Flag.GIVEN | Flag.FAMILY


class Dictionary(NamedTuple):
    """`flags` has a value for each single word, `phrases` the places and organisations of several words.

    Both are keyed by `plain` spelling; phrases are keyed by their first word, the longest first.
    """

    flags: Mapping[str, int]
    places: Mapping[str, tuple[tuple[str, ...], ...]]
    organisations: Mapping[str, tuple[tuple[str, ...], ...]]
    acronyms: frozenset[str]


def plain(word: str) -> str:
    """How words are looked up: lower case, without accents, with straight apostrophes."""
    lower = word.casefold()
    if lower.isascii():
        return lower
    bare = unicodedata.normalize("NFKD", lower.replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@cache
def dictionary() -> Dictionary:
    """Read once, at the first text looked at."""
    flags = dict(unpacked(PUBLIC.read_bytes()))
    ours, places, organisations, acronyms = sections(OURS.read_bytes())
    flags.update(unpacked_lines(ours))
    return Dictionary(
        flags=flags,
        places=_by_first_word(places),
        organisations=_by_first_word(organisations),
        acronyms=frozenset(acronyms),
    )


def packed(flags: Mapping[str, int]) -> str:
    """Words and their flags as text: the words a line each, and then a line with a character for each flag."""
    return "\n".join((*flags, "".join(chr(Flag.LISTED | value) for value in flags.values())))


def unpacked(data: bytes) -> Iterable[tuple[str, int]]:
    """What `packed` made, from a compressed file."""
    return unpacked_lines(zlib.decompress(data).decode("utf-8").split("\n"))


def unpacked_lines(lines: list[str]) -> Iterable[tuple[str, int]]:
    """Words with their flags."""
    values = lines.pop()
    return zip(lines, map(ord, values), strict=True)


def sections(data: bytes) -> list[list[str]]:
    """The parts of a compressed file of several lists."""
    return [part.split("\n") for part in zlib.decompress(data).decode("utf-8").split(SECTION)]


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases, which come the longest first, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        found[first] = (*found.get(first, ()), tuple(rest))
    return found
