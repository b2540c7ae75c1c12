"""Codes said aloud: `eh eleven`, `two four seven one`, `kilo sierra five two`, as a dictating phone writes them."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_labels import Label, label_before
from tip_reflect.privacy.plain_signs import Later, Signs
from tip_reflect.privacy.postcodes import SCOTTISH_DISTRICTS, is_area, reads_as_place
from tip_reflect.privacy.vehicles import THREE_LETTER_WORDS, near_car

_DIGITS = {
    word: str(digit)
    for digit, words in enumerate(
        ("zero oh nought naught nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    )
    for word in words.split()
}
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        map(str, range(10, 20)),
        strict=True,
    )
)
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8",
    "ninety": "9",
}  # fmt: skip
_RADIO = {
    word: word[0]
    for word in (
        "alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "juliett", "kilo", "lima",
        "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "whisky", "xray",
        "yankee", "zulu",
    )
}  # fmt: skip
_LETTER_NAMES = {
    "gee": "g", "aitch": "h", "haitch": "h", "kay": "k", "ay": "a", "bee": "b", "cee": "c", "dee": "d", "ee": "e", "eff": "f", "jay": "j",
    "ell": "l", "em": "m", "en": "n", "pee": "p", "cue": "q", "queue": "q", "ar": "r", "ess": "s", "tee": "t", "vee": "v", "why": "y",
    "wy": "y", "wye": "y", "ex": "x", "zed": "z", "eye": "i",
}  # fmt: skip
_JOINS = frozenset(("dash", "slash", "stroke", "hyphen", "dot", "point"))
_REPEATS = {"double": 2, "treble": 3, "triple": 3}
_SIGNS = {
    **dict.fromkeys(_REPEATS, ""), **dict.fromkeys(_JOINS, "-"), **{word: f"{ten}0" for word, ten in _TENS.items()},
    **_LETTER_NAMES, **_RADIO, **_TEENS, **_DIGITS,
}  # fmt: skip
_SPOKEN = frozenset((*_DIGITS, *_TEENS, *_TENS, *_REPEATS, *_JOINS, *_RADIO))
_WORD = Later(r"(?<![a-z0-9'])[a-z0-9]+")
_TYPED_PART = Later(r"([a-z]{1,2})(\d{1,2})")
_LONGEST = 12
_BEFORE_JOIN = Later(r"(?<![a-z0-9])([a-z]{2,5}|\d{1,6}) $")
_THREE_AFTER = Later(r" ([a-z]{3})(?![a-z0-9])")
_TELLS = frozenset(
    (
        "zero oh nought double treble triple one two three four five six seven eight nine ten eleven twelve thirteen twenty "
        "thirty fourteen fifteen sixteen seventeen eighteen nineteen forty fourty fifty sixty seventy eighty ninety dash "
        "slash stroke hyphen sierra kilo yankee bravo tango papa lima zulu"
    ).split()
)
"""Where one of these is, a code may be said."""
_ONE_BY_ONE = Later(r"(?<![a-z0-9])[a-z0-9] [a-z0-9] [a-z0-9](?![a-z0-9])|(?<!\d)\d \d \d")
_SIDE_BY_SIDE = Later(r" [a-z0-9] (?:[a-z0-9](?![a-z0-9])|(?<=\d )\d)")
"""What every three of them have in them: soon looked for, and seldom there."""
_EVERYDAY_LETTERS = frozenset("aiost")
_AROUND = 48
_GAP = frozenset((" ", ", ", "-", " - ", ".", "/", ". ", "  ", " / "))
_COUNTED = Later(
    r" (?:and a half|an? |years?|yrs?|months?|mths|weeks?|wks|days?|nights?|hours?|hrs|minutes?|mins|times|of|o'? ?clock|pounds?|quid|"
    r"pence|people|kids|weans|bairns|or|per ?cent|percent|foot|feet|miles|stone|ml|mg|[ap]m|year|month|week|point|thousand|hundred)(?![a-z])"
)
_CLOCK = Later(
    r"(?<![a-z])(?:at|about|by|until|til|till|since|around|before|after|past|to|from|aged?)(?: about)? $"
)
_LOOSE = frozenset(("a", "i", "o", "u", "an", "he", "we", "me", "my", "or", "to", "is", "it", "in", "on", "at", "of", "so", "no", "as", "be",
    "by", "do", "go", "if", "up", "us", "am"))  # fmt: skip
_PLATE = re.compile(r"[a-z]{2}\d{2}[a-z]{0,3}|[a-z]\d{1,3}[a-z]{3}|[a-z]{3}\d{1,3}[a-z]?|[a-z]{2,3}\d{3,4}")
_INSURANCE = re.compile(r"[a-z]{2}\d{6}[a-d]?")
_KINDS = {
    Label.CHI: Kind.CHI, Label.NHS: Kind.NHS, Label.INSURANCE: Kind.NATIONAL_INSURANCE, Label.PASSPORT: Kind.PASSPORT,
    Label.LICENCE: Kind.DRIVING_LICENCE, Label.CARD: Kind.CARD, Label.SORT: Kind.ACCOUNT, Label.ACCOUNT: Kind.ACCOUNT,
    Label.IBAN: Kind.ACCOUNT, Label.STRONG: Kind.REFERENCE, Label.WEAK: Kind.REFERENCE,
}  # fmt: skip


class _Said(NamedTuple):
    """One word of a code: where it is and the signs it stands for."""

    start: int
    end: int
    word: str
    signs: str


def recognise(_text: str, signs: Signs) -> Iterator[Span]:
    """Spans of codes said aloud: parts of postcodes, codes with a label, and car registrations."""
    for start, end in _stretches(signs):
        for words in _runs(signs, start, end):
            if _may_be_code(words):
                run = list(_said(words))
                if len(run) > 1:
                    yield from _postcodes(signs, run)
                    yield from _labelled(signs, run)


def _stretches(signs: Signs) -> Iterator[tuple[int, int]]:
    """Where a number is said, and what stands around it."""
    start = end = 0
    for first, last in sorted(_telling(signs)):
        if first - _AROUND > end:
            if end:
                yield start, end
            start = signs.find(" ", max(0, first - _AROUND)) if first > _AROUND else 0
        end = last + _AROUND
    if end:
        yield start, end


def _telling(signs: Signs) -> Iterator[tuple[int, int]]:
    """Each word that tells of a code, and signs one by one."""
    for start, end in signs.where(signs.words & _TELLS):
        if not signs[start - 1 : start].isalpha() and not signs[end : end + 1].isalpha():
            yield start, end
    rare = signs.figures or any(len(word) == 1 and word not in _EVERYDAY_LETTERS for word in signs.words)
    if rare and _SIDE_BY_SIDE.search(signs):
        for match in _ONE_BY_ONE.finditer(signs):
            yield match.span()


def _runs(signs: Signs, first: int, last: int) -> Iterator[list[re.Match[str]]]:
    """Words side by side that may all be signs of one code; any figures, and any one letter or two, may be."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(signs, first, last):
        word = match[0]
        if len(word) > 2 and word not in _SIGNS and (word[0] > "9" or len(word) > _LONGEST):
            if run:
                yield run
                run = []
            continue
        if run and signs[run[-1].end() : match.start()] not in _GAP:
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _may_be_code(words: list[re.Match[str]]) -> bool:
    """Whether there is more than letters in them, and more than one word or a part of one."""
    if len(words) == 1:
        return not words[0][0].isalpha()
    return any(match[0] in _SPOKEN or not match[0].isalpha() for match in words)


def _said(words: Iterable[re.Match[str]]) -> Iterator[_Said]:
    """What the words of a run stand for; letters typed with their figures are two."""
    for match in words:
        word, (start, end) = match[0], match.span()
        if typed := None if word.isalpha() else _TYPED_PART.fullmatch(word):
            letters, figures = typed.groups()
            yield _Said(start, typed.end(1) + start, letters, letters)
            yield _Said(typed.start(2) + start, end, figures, figures)
        else:
            yield _Said(start, end, word, word if word == "ex" else _SIGNS.get(word, word))


def _code(run: Sequence[_Said]) -> str:
    """The signs that the words stand for: `double four one` is 441, `fifty one` is 51."""
    code, times, ten = "", 1, False
    for said in run:
        if said.word in _REPEATS:
            times = _REPEATS[said.word]
            continue
        if ten and said.word in _DIGITS and said.signs != "0":
            code = code[:-1]
        code += said.signs * times
        times, ten = 1, said.word in _TENS
    return code


def _postcodes(signs: Signs, run: Sequence[_Said]) -> Iterator[Span]:
    at = 0
    while at < len(run) - 1:
        letters = 0
        area = run[at].signs if run[at].signs.isalpha() else ""
        if area and len(area) <= 2:
            letters = 1
            following = run[at + 1]
            if (
                len(area) == 1
                and len(following.signs) == 1
                and following.signs.isalpha()
                and at + 2 < len(run)
            ):
                area, letters = area + following.signs, 2
        digits = at + letters
        if not letters or not is_area(area) or not run[digits].signs.isdigit():
            at += 1
            continue
        end = _code_end(run, digits)
        figures = _code(run[digits:end])
        if end - digits > 1 and run[digits].word not in _SPOKEN and not run[end:]:
            end = digits + 1
            figures = _code(run[digits:end])
        spelled = letters == 2 or any(said.word in _SPOKEN for said in run[at:end])
        if (
            spelled
            and len(figures) <= 3
            and (span := _postcode(signs, run, (at, digits, end), area, figures))
        ):
            yield span
        at = end


def _code_end(run: Sequence[_Said], first: int) -> int:
    end = first
    while end < len(run) and end < first + 4 and run[end].signs.isdigit():
        end += 1
    return end


def _postcode(
    signs: Signs, run: Sequence[_Said], edges: tuple[int, int, int], area: str, figures: str
) -> Span | None:
    first, _digits, end = edges
    district = (
        int(figures[:2])
        if len(figures) > 1 and int(figures[:2]) <= SCOTTISH_DISTRICTS.get(area, 0)
        else int(figures[0])
    )
    scottish = 1 <= district <= SCOTTISH_DISTRICTS.get(area, 0)
    unit = "".join(said.signs for said in run[end : end + 2])
    whole = len(figures) > 1 and end < len(run) and unit[:2].isalpha() and len(unit) >= 2
    if whole:
        end += 1 if len(run[end].signs) > 1 else 2
    start, stop = run[first].start, run[end - 1].end
    places = reads_as_place(signs, start, stop)
    if whole and (scottish or places):
        return Span(start, stop, Kind.POSTCODE, Level.SURE)
    if _COUNTED.match(signs, stop) or (run[first].word in {"so", "me", "he"} and not places):
        return None
    if places:
        return Span(start, stop, Kind.POSTCODE, Level.SURE if scottish else Level.LOOK)
    return (
        Span(start, stop, Kind.POSTCODE, Level.LOOK)
        if scottish and run[first].word not in {"pa", "i"}
        else None
    )


def _labelled(signs: Signs, run: list[_Said]) -> Iterator[Span]:
    if run[0].signs == "-" and (word := _BEFORE_JOIN.search(signs, max(0, run[0].start - 7), run[0].start)):
        run = [_Said(*word.span(1), word[1], word[1]), *run]
    run = _trimmed(run)
    if len(run) < 2:
        return
    code = _code(run).replace("-", "")
    tail = _THREE_AFTER.match(signs, run[-1].end)
    if (
        tail
        and tail[1] not in THREE_LETTER_WORDS
        and _PLATE.fullmatch(code + tail[1])
        and near_car(signs, run[0].start, tail.end())
    ):
        run.append(_Said(*tail.span(1), tail[1], tail[1]))
        code += tail[1]
    figures = sum(map(str.isdigit, code))
    start, end = run[0].start, run[-1].end
    spoken = sum(said.word in _SPOKEN for said in run)
    radio = sum(said.word in _RADIO for said in run)
    if (_PLATE.fullmatch(code) and (near_car(signs, start, end) or radio > 2)) or radio > 3:
        yield Span(start, end, Kind.VEHICLE, Level.SURE if figures else Level.LOOK)
        return
    if _INSURANCE.fullmatch(code):
        sure = label_before(signs, start) is Label.INSURANCE
        yield Span(start, end, Kind.NATIONAL_INSURANCE, Level.SURE if sure else Level.LOOK)
        return
    if figures < 3 or len(code) > 40 or _counts(run) or _CLOCK.search(signs, max(0, start - 16), start):
        return
    if not spoken and not all(len(said.word) < 3 for said in run):
        return
    label = label_before(signs, start)
    kind = None if label is None else _KINDS.get(label)
    if kind is not None and (figures > 3 or label is not Label.WEAK):
        if _COUNTED.match(signs, end) and figures < 5:
            return
        yield Span(start, end, kind, Level.SURE)


def _trimmed(run: list[_Said]) -> list[_Said]:
    """Without the joins and the small words at its ends; all from the last word but two that is none of a code's."""
    first, last = 0, len(run)
    while last > first and (
        run[last - 1].signs == "-" or run[last - 1].word in _REPEATS or _is_loose(run, last - 1)
    ):
        last -= 1
    for at in range(last - 1, -1, -1):
        if run[at].word in _LOOSE and len(run[at].word) == 2:
            first = at + 1
            break
    while first < last and (run[first].signs == "-" or (run[first].word in _LOOSE and _is_loose(run, first))):
        first += 1
    return run[first:last]


def _is_loose(run: Sequence[_Said], at: int) -> bool:
    word = run[at].word
    if word not in _LOOSE or len(word) > 1:
        return word in _LOOSE
    beside = [run[near].signs for near in (at - 1, at + 1) if 0 <= near < len(run)]
    return not any(len(sign) == 1 and sign.isalpha() for sign in beside)


def _counts(run: Sequence[_Said]) -> bool:
    """Whether the words only count, as breathing does."""
    numbers = [int(said.signs) for said in run if said.signs.isdigit()]
    steps = {after - before for before, after in itertools.pairwise(numbers)}
    return len(numbers) == len(run) > 2 and steps in ({1}, {-1})
