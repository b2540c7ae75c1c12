"""The words the finder knows: an English dictionary, names, towns, and our own lists.

Both files are made by `tests/privacy/making_words.py`.
"""

import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

WORDS = Path(__file__).parent / "words"
PUBLIC = WORDS / "public.bin"
"""What was taken from public lists: SOURCES.md beside it says which."""
OURS = WORDS / "ours.bin"
"""Our own lists (`words/*.txt`), packed for a quick start."""


SECTION = "\x01"
GROUP = "\x02"
GROUPED_BY = 2
"""Letters: some hundred groups, of some hundred words each."""


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
    """`flags` has a value for each single word; `places` and `organisations` may be of several.

    All are keyed by `plain` spelling.
    """

    flags: "Flags"
    places: "Phrases"
    organisations: "Phrases"
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
    ours, places, organisations, acronyms = sections(OURS.read_bytes())
    return Dictionary(
        flags=Flags(*sections(PUBLIC.read_bytes()), ours),
        places=by_beginning(places.split("\n")),
        organisations=by_beginning(organisations.split("\n")),
        acronyms=frozenset(acronyms.split("\n")),
    )


class Flags(dict[str, int]):
    """What each word can be: `flags[word]`, 0 for a word that no list holds.

    The words stay packed, grouped by their first letters, until one of a group is asked for: to fill a dictionary with
    all of them would take longer than the first text does. A later list has the last word.
    """

    def __init__(self, *lists: str) -> None:
        super().__init__()
        self._packed: dict[str, list[str]] = {}
        for words in lists:
            for group in words.split(GROUP):
                self._packed.setdefault(group.partition("\n")[0][:GROUPED_BY], []).append(group)

    def __missing__(self, word: str) -> int:
        groups = self._packed.pop(word[:GROUPED_BY], None)
        if groups is None:
            return 0
        for group in groups:
            self.update(_unpacked_group(group))
        return self[word]

    def get(self, word: str, _: object = 0) -> int:
        """The same as `flags[word]`, for those who hold it as any other mapping."""
        return self[word]

    beside = dict.get
    """The same, and quicker, for a word that begins with the same letters as one that was asked for before."""


def packed(flags: Mapping[str, int]) -> str:
    """Sorted words and their flags as text: of each group a line a word, and then a line with a character for each flag."""
    return GROUP.join(
        "\n".join((*group, "".join(chr(Flag.LISTED | flags[word]) for word in group)))
        for group in (list(words) for _, words in groupby(sorted(flags), key=lambda word: word[:GROUPED_BY]))
    )


def unpacked(words: str) -> dict[str, int]:
    """What `packed` made, whole."""
    return {word: value for group in words.split(GROUP) for word, value in _unpacked_group(group)}


def _unpacked_group(group: str) -> Iterator[tuple[str, int]]:
    *words, values = group.split("\n")
    return zip(words, map(ord, values), strict=True)


def sections(data: bytes) -> list[str]:
    """The parts of a compressed file of several lists."""
    return zlib.decompress(data).decode("utf-8").split(SECTION)


Phrases = Mapping[str, Mapping[str, Sequence[tuple[str, ...]]]]
"""Phrases by their first word, and by the first letters of their second: what comes after the first word.

The longest come first; a phrase of one word has nothing after it, and no letters.
"""
SECOND_BY = 2


def by_beginning(phrases: Iterable[str]) -> Phrases:
    """Phrases, which come the longest first, as they are looked up."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        letters = rest[0][:SECOND_BY] if rest else ""
        found.setdefault(first, {}).setdefault(letters, []).append(tuple(rest))
    return found
