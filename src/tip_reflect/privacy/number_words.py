"""Numbers in words, in English and Scots, with their slips of the hand; and where a number stands on a page."""

from typing import NamedTuple

from tip_reflect.privacy.pages import Page, misspelt

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "wan": 1, "yin": 1, "ane": 1, "twa": 2, "twae": 2, "thrie": 3, "fower": 4, "fowr": 4, "sax": 6, "seeven": 7, "sivin": 7,
    "eicht": 8, "echt": 8,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "eleeven": 11, "elevin": 11, "twal": 12, "fowerteen": 14, "fufteen": 15,
    "saxteen": 16, "seeventeen": 17, "eichteen": 18, "echteen": 18, "therteen": 13,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "fourty": 40, "twinty": 20, "therty": 30, "fufty": 50, "saxty": 60, "seeventy": 70, "eichty": 80, "echty": 80,
}  # fmt: skip
_NOT_SLIPS = {"fort", "foty", "elven", "eleve", "eight", "teen", "seven", "eleven", "twelve", "sity"}
OLDEST = 110


def _typed(names: dict[str, int]) -> dict[str, int]:
    """The words with their slips of the hand; real words are left out."""
    slips = {
        slip: value for name, value in names.items() if len(name) > len("five") for slip in misspelt(name)
    }
    return {slip: value for slip, value in slips.items() if slip not in _NOT_SLIPS} | names


TENS = _typed(_TENS)
TEENS = _TEENS
UNITS = _UNITS
NUMBERS = _UNITS | _typed(_TEENS) | TENS


class Number(NamedTuple):
    """A number that could be an age: words `first` to `last`, and where its letters stand."""

    start: int
    end: int
    first: int
    last: int
    value: int
    rest: str
    """What is written on to the figures: `yo` in `7yo`."""


def number(page: Page, i: int) -> Number | None:
    """The number, up to the oldest anyone is, that begins with word `i`."""
    return _figures(page, i) if "0" <= page.words[i][0] <= "9" else _words(page, i)


def _figures(page: Page, i: int) -> Number | None:
    word, low, start, end = page.words[i], page.low, page.starts[i], page.ends[i]
    if start and (
        low[start - 1] in "£$€#+:" or (low[start - 1] in ".,/" and low[start - 2 : start - 1].isdigit())
    ):
        return None
    digits = word[: len(word) - len(word.lstrip("0123456789"))]
    rest = word[len(digits) :]
    if len(digits) > len("110") or not (not rest or rest[0].isalpha()):
        return None
    if low[end : end + 1] in {".", ":", "/"} and low[end + 1 : end + 2].isdigit():
        return None
    value = int(digits)
    return None if value > OLDEST else Number(start, start + len(digits), i, i, value, rest)


def _words(page: Page, i: int) -> Number | None:
    word, start, end = page.words[i], page.starts[i], page.ends[i]
    value = NUMBERS[word]
    if word not in TENS or i + 1 >= len(page.words) or page.gap(i + 1) not in {" ", "-"}:
        return Number(start, end, i, i, value, "")
    following = page.words[i + 1]
    if following in _UNITS:
        return Number(start, page.ends[i + 1], i, i + 1, value + _UNITS[following], "")
    if following in _TEENS and page.gap(i + 1) == " ":
        return None  # a year: twenty nineteen
    return Number(start, end, i, i, value, "")
