"""A text in plain signs: lower case, ASCII digits, hyphens and spaces, and each character where it was.

Recognisers read this copy, so that a number in full-width figures and one in ASCII are one thing, and give offsets that hold in the
text as written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from string import ascii_lowercase
from typing import Any

_BY_HAND = {
    "\u0130": "i",  # the only letter whose lower case is two characters
    "\u2212": "-",  # minus
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00b7": ".",
    "\u2022": ".",
    "\u2027": ".",
    "\u2044": "/",
    "\u2215": "/",
    "\ufe0f": " ",  # with the next: the digits of a phone's keypad, as emoji
    "\u20e3": " ",
}


Places = list[tuple[int, int]]
"""Stretches of a text, as (start, end), that have digits in them."""
_Stretch = tuple[int, int, int]
"""The same with how many digits there are."""


class Later:
    """A pattern that is compiled when it is first wanted: most texts want few."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written = pattern
        self._flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._pattern.finditer

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._pattern.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self._pattern.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self._pattern.fullmatch

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        return self._pattern.findall

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        return self._pattern.sub


class Signs(str):  # noqa: SLOT000 - cached properties need its dictionary
    """A text in plain signs with what every recogniser asks of it, worked out once."""

    @cached_property
    def figures(self) -> Places:
        """Each run of digits."""
        return _figures(self)

    @cached_property
    def places(self) -> Places:
        """Where the digits are."""
        return self.with_digits(1)

    @cached_property
    def _wide(self) -> list[_Stretch]:
        return _stretches(self.figures, _MARGIN, len(self))

    @cached_property
    def _close(self) -> list[_Stretch]:
        return _stretches(self.figures, _CLOSE, len(self))

    def with_digits(self, least: int) -> Places:
        """Where there are so many digits or more: a number that has more need not be looked for elsewhere."""
        return [(start, end) for start, end, digits in self._wide if digits >= least]

    def close_digits(self, least: int) -> Places:
        """As `with_digits`, for what reaches no farther than a dozen signs from its digits, nor twice that between them."""
        return [(start, end) for start, end, digits in self._close if digits >= least]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it: what has none of a pattern's words need not be searched for it."""
        if not self.english:
            return frozenset(_LETTERS.findall(self))
        letters = self.encode("ascii", "replace").translate(_ENGLISH_LETTERS).decode("ascii")
        return frozenset(letters.split())

    @cached_property
    def english(self) -> bool:
        """Whether all its letters are those of English."""
        return self.isascii() or not any(map(str.isalnum, _NOT_ASCII.findall(self)))

    def speaks_of(self, words: Iterable[str]) -> bool:
        """Whether one of these stands anywhere in it, as a word or in one."""
        for word in words:  # noqa: SIM110 - twice as fast as `any`
            if word in self:
                return True
        return False

    def where(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where these stand, as words or in others, word by word."""
        for word in words:
            at = self.find(word)
            while at >= 0:
                after = at + len(word)
                yield at, after
                at = self.find(word, after)

    @cached_property
    def telling(self) -> dict[int, list[Any]]:
        """Where a recogniser keeps what it found in each stretch of the text."""
        return {}


_MARGIN, _CLOSE = 24, 12
_DIGITS = re.compile(r"[0-9][0-9]*")  # begun with one sign, it is found five times sooner
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_BY_CATEGORY = {"Pd": "-", "Zs": " ", "Cf": " "}


class _Read(dict[int, str]):
    """What each character is read as; filled as characters are met, and forgotten with the text."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        sign = self[code] = character if character.isascii() else _plain_sign(character)
        return sign


def plain(text: str) -> str:
    """The text in plain signs, of the same length."""
    if text.isascii():
        return text.lower()
    return text.translate(_Read()).lower()


def near_digits(signs: str) -> Places:
    """The stretches around digits: most prose has few, and only there does a number need looking for."""
    return [(start, end) for start, end, _digits in _stretches(_figures(signs), _MARGIN, len(signs))]


def _figures(signs: str) -> Places:
    return [match.span() for match in _DIGITS.finditer(signs)]


def _stretches(figures: Places, margin: int, length: int) -> list[_Stretch]:
    """The figures with so much around them, those whose margins meet as one."""
    stretches: list[_Stretch] = []
    begin = digits = 0
    farthest = -1
    for start, end in figures:
        if start > farthest:
            if digits:
                stretches.append((begin, farthest - margin, digits))
            begin, digits = max(0, start - margin), 0
        digits += end - start
        farthest = end + 2 * margin
    if digits:
        stretches.append((begin, min(length, farthest - margin), digits))
    return stretches


def matches(pattern: Later, signs: str, places: Places) -> list[re.Match[str]]:
    """Every match of `pattern` in these stretches."""
    return [match for start, end in places for match in pattern.finditer(signs, start, end)]


def _plain_sign(sign: str) -> str:
    if sign in _BY_HAND:
        return _BY_HAND[sign]
    category = unicodedata.category(sign)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    folded = unicodedata.normalize("NFKC", sign)
    # Superscripts and circled figures (No) are notes, not numbers.
    return folded if len(folded) == 1 and folded.isascii() and category != "No" else sign
