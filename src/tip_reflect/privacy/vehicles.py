"""UK car registrations: the current, prefix, suffix, Northern Irish and dateless shapes of DVLA's INF104."""

import re
from collections.abc import Iterator

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_labels import Label, label_before
from tip_reflect.privacy.plain_signs import Later, Places, Signs, matches

_CURRENT = Later(r"(?<![a-z0-9])([a-z]{2})([ \-.]?)(\d\d)([ \-.]?)([a-z]{3})(?![a-z0-9])")
_PREFIX = Later(r"(?<![a-z0-9])([a-z])([ \-]?)(\d{1,3})([ \-]?)([a-z]{3})(?![a-z0-9])")
_SUFFIX = Later(r"(?<![a-z0-9])([a-z]{3})([ \-]?)(\d{1,3})([ \-]?)([a-z])(?![a-z0-9])")
_BETWEEN = Later(r"(?<![a-z0-9])[a-z]{1,3}[ \-.]?\d{1,3}[ \-.]?[a-z]{1,3}(?![a-z0-9])")
"""Figures between letters: what all three have."""
_LETTERS = re.compile(
    r"[a-hj-pr-y]{2}(?:0[1-9]|[1-4]\d|5[1-9]|[67]\d)[a-hj-pr-z]{3}|[a-hj-np-tv-y]\d{1,3}[a-hj-pr-z]{3}|[a-hj-pr-z]{3}\d{1,3}[a-hj-np-tv-y]"
)
_SPELLED = Later(
    r"(?<![a-z0-9])[a-z][ .\-]?[a-z] ?[ .\-]?\d[ .\-]?\d[ .\-]?(?:[a-z][ .\-]?){2}[a-z](?![a-z0-9])"
)
_PART = Later(r"(?<![a-z0-9])([a-z]{2})([ \-]?)(\d\d?)(?![a-z0-9%]|[.,:/\-]\d)")
_ENDING = Later(
    r"(?<![a-z])(?:plates?|reg|registration)\b[^\n.]{0,20}?(?:end(?:s|ing|ed)?|start(?:s|ing|ed)?|began|begins|beginning)(?: (?:in|with|was|it|at))? "
    r"([a-z]{3})(?![a-z0-9])"
)
_IRISH = Later(r"(?<![a-z0-9])((?:[a-z]?i[a-z]|[a-z]?[a-z]z))([ \-]?)(\d{4})(?![a-z0-9]|[./:\-]\d)")
_WORDS_IN_I = frozenset(
    (
        "pin",
        "id",
        "his",
        "tin",
        "bin",
        "in",
        "is",
        "it",
        "if",
        "sim",
        "ni",
        "cis",
        "ais",
        "sit",
        "did",
        "six",
        "mid",
        "oz",
        "via",
    )
)
_OLD = Later(r"(?<![a-z0-9])(?:[a-z]{2,3}[ \-]?\d{3,4}|\d{2,4}[ \-]?[a-z]{2,3})(?![a-z0-9]|[./:\-]\d)")
_CONSONANTS = Later(r"(?!bmw|mph|kmh|hrs)[b-df-hj-np-tv-z]{3} ")
_DATELESS = Later(r"(?<![a-z0-9])(?:[a-z]{1,3}[ \-]?\d{1,4}|\d{1,4}[ \-]?[a-z]{1,3})(?![a-z0-9])")
_ANY_PLATE = Later(r"(?<![a-z0-9])(?=[a-z\- ]{0,6}\d)[a-z0-9]{1,5}(?:[ \-][a-z0-9]{1,5}){0,2}(?![a-z0-9])")
_REGISTRATION = Later(
    r"(?<![a-z])(?:regs?|(?<!sssc )(?<!landlord )registration|vrm|vrn|(?:number ?)?plates?)"
    r"(?: (?:number|no|num|plate|is|was|of|starts|started|starting|begins|beginning|began|ends|ended|ending|with|in|like))*\.?[\s:=\-(\"']{1,4}$"
)
_PLATES = frozenset("reg regs registration vrm vrn plate plates numberplate numberplates".split())
_PLATE_WORDS = frozenset(("no", "is", "was", "num", "of", "in", "at", "the", "and", "it", "she", "he", "on"))
_CARS = frozenset(
    (
        "car cars van vans reg registration plate plates vehicle vehicles drives driving driven drove parked bmw audi "
        "ford fiesta corsa vauxhall astra golf vw polo clio renault transit taxi motor motorbike bike caur focus escort "
        "mondeo passat citroen berlingo suzuki swift octavia fabia leon ibiza micra juke qashqai yaris civic sportage "
        "tucson picanto insignia mokka scooter camper caravan minibus driving parks boot windscreen lorry toyota nissan "
        "honda kia hyundai mercedes merc skoda seat fiat peugeot mini jeep tesla volvo mazda dashcam numberplate"
    ).split()
)
_CARS_IN_TWO_WORDS = ("land rover", "number plate", "registered keeper", "range rover", "i10", "i20")
_DRIVING = Later(rf"(?<![a-z])(?:{'|'.join((*sorted(_CARS), *_CARS_IN_TWO_WORDS))})(?![a-z])")
_CONTEXT = 40
_MAKES = frozenset(("bmw", "kia", "vw", "cc", "gti", "tdi", "age", "top"))
_TWO = frozenset("at in on by of to is it he we me so as am be do go if my no or up us an".split())
THREE_LETTER_WORDS = frozenset(
    "and the was one two six ten for she her his him are but not you had has did get got out off now all any day who may mum dad can car men "
    "man kid son old new per too way hrs min yrs boy let she say our its own use ago end big bad sad fun aye wee lad hen due fae tae wis wid "
    "nae cos yet odd bit ish via".split()
)
_NOT_LOWER_PLATES = _TWO | frozenset(
    "mk gt xr tt ps ex am pm st nd rd th km kg mg ml hr ft no id ok gb uk eu ca pc dc pt".split()
)
_MEASURES = frozenset(
    "am pm st nd rd th km kg mg ml cm mm hr ft yr hrs min yrs mph gbp mcg pcm kwh mbs mls lbs pts oz ins".split()
)


def recognise(text: str, signs: Signs) -> Iterator[Span]:
    """Spans of car registrations; the shapes that are also words need a car beside them."""
    plates = not signs.words.isdisjoint(_PLATES)
    if plates:
        for match in _ENDING.finditer(signs):
            if match[1] not in _PLATE_WORDS and match[1] not in THREE_LETTER_WORDS:
                yield Span(*match.span(1), Kind.VEHICLE, Level.LOOK)
    places = signs.places
    if not places:
        return
    close = signs.close_digits(1)
    between = [place for place in close if _BETWEEN.search(signs, *place)]
    for shape in (_CURRENT, _PREFIX, _SUFFIX):
        for match in matches(shape, signs, between):
            if level := _level(text, signs, match, current=shape is _CURRENT):
                yield Span(*match.span(), Kind.VEHICLE, level)
    yield from _irish(text, signs)
    cars = not signs.words.isdisjoint(_CARS) or signs.speaks_of(_CARS_IN_TWO_WORDS)
    for shape in (_SPELLED, _OLD) if cars else ():
        for match in matches(shape, signs, close):
            upper = text[match.start() : match.end()].isupper() or shape is _SPELLED
            if (
                (upper or " " not in match[0] or _CONSONANTS.match(match[0]))
                and not _everyday(match[0])
                and near_car(signs, *match.span())
            ):
                yield Span(*match.span(), Kind.VEHICLE, Level.SURE if shape is _SPELLED else Level.LOOK)
    if plates:
        yield from _labelled(signs, places)
    for match in matches(_PART, signs, close) if cars else ():
        upper = text[match.start() : match.end(1)].isupper()
        if (upper or match[1] not in _NOT_LOWER_PLATES) and near_car(signs, *match.span()):
            yield Span(*match.span(), Kind.VEHICLE, Level.LOOK)


def near_car(signs: Signs, start: int, end: int) -> bool:
    """Whether a car, or what one does, is a few words away."""
    return _DRIVING.search(signs, max(0, start - _CONTEXT), min(len(signs), end + _CONTEXT)) is not None


def _everyday(plate: str) -> bool:
    letters = "".join(filter(str.isalpha, plate))
    return letters in _MEASURES or letters in _MAKES or (plate[0].isalpha() and letters in _PLATE_WORDS)


def _irish(text: str, signs: Signs) -> Iterator[Span]:
    for match in matches(_IRISH, signs, signs.close_digits(4)):
        upper = text[match.start() : match.end(1)].isupper() and not _shouted(text, *match.span())
        year = match[3][:2] in {"19", "20"}
        if match[1] in _WORDS_IN_I or label_before(signs, match.start()) in (Label.STRONG, Label.WEAK):
            continue
        if near_car(signs, *match.span()) or (upper and not year):
            yield Span(*match.span(), Kind.VEHICLE, Level.SURE)
        elif upper:
            yield Span(*match.span(), Kind.VEHICLE, Level.LOOK)


def _labelled(signs: Signs, places: Places) -> Iterator[Span]:
    for shape in (_DATELESS, _ANY_PLATE):
        for match in matches(shape, signs, places):
            before = signs[max(0, match.start() - _CONTEXT) : match.start()]
            words = re.split(r"[ \-]", match[0])
            if len(match[0]) > 1 and _PLATE_WORDS.isdisjoint(words) and _REGISTRATION.search(before):
                yield Span(*match.span(), Kind.VEHICLE, Level.SURE)


def _level(text: str, signs: Signs, match: re.Match[str], *, current: bool) -> Level | None:
    """How sure a shape is: capitals or no space are evidence, a car nearby settles it."""
    start, end = match.span()
    letters = [text[match.start(group) : match.end(group)] for group in (1, 5)]
    upper = all(written.isupper() for written in letters) and not _shouted(text, start, end)
    gaps = bool(match[2]) + bool(match[4])
    wordy = (
        match[1] in _TWO
        or match[5] in THREE_LETTER_WORDS
        or match[5] in _MEASURES
        or match[1] in THREE_LETTER_WORDS
        or match[5] in {"a", "i"}
    )
    if near_car(signs, start, end) and (upper or not (wordy and gaps)) and match[5] not in _MEASURES:
        return Level.SURE
    right = _LETTERS.fullmatch(match[1] + match[3] + match[5]) is not None
    if current:
        mixed = letters[0].isupper() != letters[1].isupper()
        if (match[2] and not upper) or (gaps and mixed) or (not right and (not upper or "." in match[0])):
            return None
        if gaps and wordy and not upper:
            return None
        return Level.SURE if right and (upper or not gaps) else Level.LOOK
    figures = len(match[3])
    if figures == 1 or (gaps and not upper) or not right or (match[2] and match[4] and not upper):
        return None
    if wordy and (gaps or match[5] in _MEASURES):
        return None
    return Level.SURE if figures == 3 and (upper or not gaps) else Level.LOOK


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, so that capitals tell nothing."""
    around = text[max(0, start - 20) : start] + text[end : end + 20]
    return sum(map(str.isupper, around)) > 2 * sum(map(str.islower, around)) + 3
