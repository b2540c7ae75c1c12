"""Phone numbers: British by Ofcom's numbering plan, foreign by ITU E.164, local where labelled, and said in words."""

import itertools
import re
from collections.abc import Iterator

from tip_reflect.privacy.checksums import is_day
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_labels import Label, label_before
from tip_reflect.privacy.plain_signs import Later, Places, Signs, matches

_GAP = r"[\s().\-/_]{0,4}"
_ZERO = r"(?:0|(?<![a-z\d])o(?=[\s().\-]{0,2}\d))"
_UK = Later(
    rf"(?<![\d£$€])(?=[(+04o])\(?(?:(?:\+{_GAP}|00{_GAP})44{_GAP}(?:0{_GAP})?|44{_GAP}(?:0{_GAP})?(?=[1-37])|{_ZERO}{_GAP})"
    rf"([1-9](?:{_GAP}\d|o(?![a-np-z])){{8,9}})(?!\d)"
)
_SHORT = Later(rf"(?<![\d£$€.,]){_ZERO}{_GAP}8{_GAP}(?:0{_GAP}0|4{_GAP}5)(?:{_GAP}\d){{4,6}}(?!\d)")
_FOREIGN = Later(
    r"(?<![\w+])\(?(?:\+[\s(]{0,2}|00[\s\-]?)([1-9]\d{0,2}\)?(?:[ \t().\-/_]{0,4}\d){6,13})(?!\d)"
)
_MOBILE_NO_ZERO = Later(r"(?<![\w£$€+.,])7[1-9]\d\d[ .\-]?(?:\d{6}|\d{3}[ .\-]\d{3})(?![\d%]|[.,]\d)")
_LOCAL = Later(r"(?<![\w£$€+/:])(?<!\w[.,\-])\(?\d{2,9}(?:\)?[ .\-]{1,3}\d{2,6}){0,4}(?![\w/:%]|[.,\-]\d)")
_EXTENSION = Later(r"[\s,;(]{0,3}(?:ext(?:ension|n)?|x|option)[.:\s#]{0,3}\d{1,6}(?!\d)\)?|/\d{1,4}(?![\d/])")
_EXTENSIONS = ("ext", "extn", "extension")
_EXTENSION_ALONE = Later(r"(?<![a-z])(?:ext|extn|extension)(?: (?:is|number|no))?[.:\s#]{1,3}(\d{2,6})(?!\d)")
_DATE = Later(r"\(?(\d\d)([/.\-])(\d\d)\2(?:\d\d)?(\d\d)(?=[\s,)])")
_TIMES = Later(
    r"\d\d[.:]?\d\d\s?-\s?\d\d[.:]?\d\d(?!\d|[ .\-]{1,3}\d{2,}[.\-]?\d{2,})(?![.\-]\d)|\d\d\.\d\d\s"
)
_YEARS = Later(r"(?:19|20)\d\d(?:[ .\-](?:19|20)\d\d)?")
# The longest national number of the countries whose numbers are met most: ITU's national numbering plans.
_NATIONAL = {
    "1": 10, "7": 10, "20": 10, "27": 9, "30": 10, "31": 9, "32": 9, "33": 9, "34": 9, "36": 9, "40": 9, "44": 10, "45": 8,
    "46": 9, "47": 8, "48": 9, "60": 10, "61": 9, "63": 10, "64": 10, "86": 11, "90": 10, "91": 10, "92": 10, "93": 9, "94": 9,
    "98": 10, "212": 9, "213": 9, "216": 8, "218": 9, "221": 9, "233": 9, "234": 10, "237": 9, "249": 9, "251": 9, "252": 9,
    "254": 9, "256": 9, "260": 9, "263": 9, "351": 9, "353": 9, "359": 9, "370": 8, "371": 8, "372": 8, "380": 9, "420": 9,
    "421": 9, "852": 8, "880": 10, "963": 9, "964": 10,
}  # fmt: skip

_UNITS = [
    "zero",
    "oh",
    "o",
    "nought",
    "naught",
    "nil",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
]
_TEENS = [
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
]
_TENS = ["twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_LENGTHS = dict.fromkeys(_UNITS, 1) | dict.fromkeys((*_TEENS, *_TENS, "hundred"), 2)
_REPEATS = {"double": 1, "treble": 2, "triple": 2}
_SAID = frozenset((*_LENGTHS, *_REPEATS, "plus"))
_MOST_DIGITS = 11
_BESIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_BEFORE = _BESIDE | frozenset("£$€")
_SAID_WORDS = frozenset(
    "zero oh o nought naught double treble triple hundred four five six seven eight nine".split()
)
_BREATH = Later(r"[\s,.\-()/]{0,4}(?:(?:then|and|um|uh|er|erm|dash|space|again|hyphen)[\s,.\-]{1,3}){0,2}")
_SAID_KINDS = {
    Label.CHI: Kind.CHI, Label.NHS: Kind.NHS, Label.STRONG: Kind.REFERENCE, Label.INSURANCE: Kind.NATIONAL_INSURANCE,
    Label.PASSPORT: Kind.PASSPORT, Label.LICENCE: Kind.DRIVING_LICENCE, Label.CARD: Kind.CARD, Label.SORT: Kind.ACCOUNT,
    Label.ACCOUNT: Kind.ACCOUNT,
}  # fmt: skip
_LONG_BREATH = 16
_SHORTEST_SAID, _LONGEST_SAID = 9, 16
_COUNTED = {
    word: count
    for count, word in enumerate(
        [
            "zero",
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
        ]
    )
}


def recognise(_text: str, signs: Signs) -> Iterator[Span]:
    """Spans of phone numbers, each with its extension."""
    if signs.places:
        yield from _british(signs)
        yield from _foreign(signs)
        yield from _labelled(signs)
        for match in _EXTENSION_ALONE.finditer(signs) if not signs.words.isdisjoint(_EXTENSIONS) else ():
            yield Span(*match.span(1), Kind.PHONE, Level.SURE)
    if not signs.words.isdisjoint(_SAID_WORDS):
        yield from _said(signs)


def _whole(signs: Signs, start: int, end: int) -> tuple[int, int]:
    extension = _EXTENSION.match(signs, end)
    if signs[start] == "(" and ")" not in signs[start:end]:
        start += 1
    return start, extension.end() if extension else end


def _is_date(signs: Signs, start: int) -> bool:
    date = _DATE.match(signs, start)
    return bool(date and is_day(date[1], date[3], date[4]))


def _british(signs: Signs) -> Iterator[Span]:
    for match in matches(_UK, signs, signs.with_digits(4)):
        start, end = match.span()
        national = re.sub(r"[^\do]", "", match[1])
        if _is_date(signs, start) or (len(national) < 10 and _TIMES.match(signs, start)):
            continue
        if len(national) == 10 or (national[0] == "1" and national[1] != "0"):
            yield Span(*_whole(signs, start, end), Kind.PHONE, Level.SURE)
        elif national[0] == "7" or label_before(signs, start) is Label.PHONE:
            yield Span(*_whole(signs, start, end), Kind.PHONE, Level.LOOK)
    for match in matches(_SHORT, signs, signs.close_digits(7)):
        yield Span(*_whole(signs, *match.span()), Kind.PHONE, Level.SURE)
    for match in matches(_MOBILE_NO_ZERO, signs, signs.close_digits(10)):
        yield Span(*_whole(signs, *match.span()), Kind.PHONE, Level.SURE)


def _foreign(signs: Signs) -> Iterator[Span]:
    for match in matches(_FOREIGN, signs, signs.close_digits(7)):
        end = match.start(1) + _foreign_length(match[1])
        yield Span(*_whole(signs, match.start(), end), Kind.PHONE, Level.SURE)


def _foreign_length(number: str) -> int:
    """How much of a number belongs to it: no more digits than its country has, where they end at a gap."""
    digits = re.sub(r"\D", "", number)
    longest = next(
        (len(code) + _NATIONAL[code] for size in (3, 2, 1) if (code := digits[:size]) in _NATIONAL), 15
    )
    longest += "(0)" in number
    seen = 0
    for offset, sign in enumerate(number):
        if sign.isdigit():
            if seen == longest:
                return (
                    len(number[:offset].rstrip(" \t().-/_"))
                    if not number[offset - 1].isdigit()
                    else len(number)
                )
            seen += 1
    return len(number)


def _labelled(signs: Signs) -> Iterator[Span]:
    for match in matches(_LOCAL, signs, signs.close_digits(5)):
        digits = re.sub(r"\D", "", match[0])
        if not 5 <= len(digits) <= 12 or _YEARS.fullmatch(match[0]) or _is_date(signs, match.start()):
            continue
        if digits.endswith("000") and len(digits) < 6:
            continue
        if label_before(signs, match.start()) is Label.PHONE:
            yield Span(*_whole(signs, *match.span()), Kind.PHONE, Level.SURE)


def _said(signs: Signs) -> Iterator[Span]:
    """Runs of spoken figures, with figures typed among them: `oh seven seven double oh 900 one two three`."""
    run: Places = []
    for start, end in sorted(_said_alone(signs)):
        if run and not _follows(signs, run[-1][1], start):
            if len(run) > 1:
                yield from _said_number(signs, run)
            run = []
        run.append((start, end))
    if len(run) > 1:
        yield from _said_number(signs, run)


def _said_alone(signs: Signs) -> Iterator[tuple[int, int]]:
    """Each word of a number, and each number typed that could be part of one; nothing is joined to them."""
    words = _SAID & signs.words if signs.english else _SAID
    typed = [(start, end) for start, end in signs.figures if end - start <= _MOST_DIGITS]
    for start, end in (*signs.where(words), *typed):
        if signs[start - 1 : start] not in _BEFORE and signs[end : end + 1] not in _BESIDE:
            yield start, end


def _follows(signs: Signs, end: int, start: int) -> bool:
    return start - end <= _LONG_BREATH and bool(_BREATH.fullmatch(signs, end, start))


def _said_number(signs: Signs, run: Places) -> Iterator[Span]:
    words = [signs[start:end] for start, end in run]
    if len(run) < (2 if words[0] in {"oh", "double"} else 3) or all(word.isdigit() for word in words):
        return
    figures = _figures(words)
    start, end = run[0][0], run[-1][1]
    label = label_before(signs, start)
    kind = _SAID_KINDS.get(label, Kind.PHONE) if label else Kind.PHONE
    if label is not None and figures >= 5 and not _counting(words):
        yield Span(start, end, kind, Level.SURE)
    elif figures >= _SHORTEST_SAID and not _counting(words):
        opening = words[0] in {"oh", "o", "zero", "nought", "naught", "plus", "double"} or words[
            0
        ].startswith("0")
        yield Span(start, end, Kind.PHONE, Level.SURE if opening and figures <= _LONGEST_SAID else Level.LOOK)
    elif (figures >= 6 or (figures >= 4 and words[0] in {"oh", "double"})) and not _counting(words):
        yield Span(start, end, Kind.PHONE, Level.LOOK)


def _figures(words: list[str]) -> int:
    figures = 0
    for before, word in zip(["", *words], words, strict=False):
        if word.isdigit():
            figures += len(word)
        elif word in _REPEATS:
            figures += _REPEATS[word]
        else:
            figures += _LENGTHS.get(word, 0) - (before in _TENS and word in _UNITS)
    return figures


def _counting(words: list[str]) -> bool:
    """Whether the words count up or down, as breathing does."""
    counts = [int(word) if word.isdigit() else _COUNTED.get(word, -1) for word in words]
    steps = [after - before for before, after in itertools.pairwise(counts)]
    return sum(step in {1, -1} for step in steps) >= 0.8 * len(steps) and len(set(steps)) <= 3
