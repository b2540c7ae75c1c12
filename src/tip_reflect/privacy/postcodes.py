"""UK postcodes, whole and in part. Areas and the letters each place may hold: Royal Mail's PAF and BS 7666."""

import re
from collections.abc import Iterator

from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.plain_signs import Later, Signs, matches

_AREAS = frozenset(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy
    g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np
    nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w
    wa wc wd wf wn wr ws wv yo ze bx
    """.split()
)
# The highest district of each Scottish area, which a bare outward code may name without more context.
SCOTTISH_DISTRICTS = {
    "ab": 56, "dd": 11, "dg": 16, "eh": 55, "fk": 21, "g": 84, "hs": 9, "iv": 63, "ka": 30, "kw": 17, "ky": 16,
    "ml": 12, "pa": 80, "ph": 50, "td": 15, "ze": 3,
}  # fmt: skip
_LOWER_MAY_BE_ELSE = frozenset(("g", "ml", "pa", "ph", "ab", "hs", "dd", "ka"))
# `eh 8 times`, `ma pa 2 pints`: two letters apart from their figure are words until something says otherwise.
_APART_MAY_BE_ELSE = _LOWER_MAY_BE_ELSE | {"eh", "iv"}
_NOT_PLACES = frozenset(("g7", "g8", "ph7", "co2"))
_WORDS = frozenset(
    "me so co ex en da le la ha st ml pa pe ps us he hi or we de po ss sa ch cm sd tv ph al im".split()
)
_NOT_ROADS = frozenset("eglnw")  # the other areas of one letter are roads, stages and vitamins too

_FULL = Later(
    r"(?<![a-z0-9])([a-z]{1,2})([ \-.]?)(\d[a-z\d]?|[io]\d|\d[io])(\)?[\s.\-_/,]{0,3}\(?)([\dio])([ \-.]?)([a-z]{2}|[a-z] [a-z])(?![a-z0-9])"
)
_SPELLED = Later(
    r"(?<![a-z0-9])[a-z](?:[ .\-][a-z])?[ .\-]{1,2}\d(?:[ .\-]?[a-z\d])?[ .\-]{1,3}\d[ .\-]?[a-z][ .\-][a-z](?![a-z0-9])"
)
_OTHER = Later(r"(?<![a-z0-9])(?:gir ?0aa|bfpo ?\d{1,4})(?![a-z0-9])")
_OTHERS = ("gir0aa", "gir 0aa", "bfpo")
# What follows a figure in prose and looks like the end of a postcode.
_MEASURES = frozenset(("am", "pm", "km", "kg", "mg", "ml", "cm", "mm", "in", "ok", "mb", "wk"))
_ORDINALS = frozenset(("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"))
_BROKEN = Later(r"[,/()\n]|\. ")
_WRONG_UNIT = frozenset("cikmov")
_OUTWARD = Later(r"(?<![a-z0-9£.\-/])([a-z]{1,2})()(\d[a-z\d]?)(?![a-z0-9£%]|[./]\d|-\d\d)")
_APART = Later(r"(?<![a-z0-9£.\-/'’])([a-z]{1,2})([ \-])(\d\d?)(?![a-z0-9£%]|[.\-/:]\d|,\d{3})")
_SECTOR = Later(
    r"[ \-](?:\d[*?_x.]{2}(?![a-z0-9])|\d(?:(?=[ \-]?(?:and )?some| ish|\?)|(?![\w:/%£]|[.,]\d|[ \-](?:and a half|years?|yrs?|months?|weeks?|days?|nights?|hours?|hrs|"
    r"minutes?|mins|times|of|o'? ?clock|pounds?|quid|people|kids|weans|bairns|per|percent|foot|feet|miles|[ap]m|more|mg|ml|visits?|"
    r"calls?|families|children|women|men|homes?|houses?|flats?|cases?|meetings?)(?![a-z]))))"
)
_AREA_ALONE = Later(
    r"(?<![a-z0-9])(?:([a-z]{1,2}) ?(?:\d ?)?(?=post ?codes?(?![a-z]))"
    r"|post ?code(?:s| area)?(?: is| was|:| of| in| starting(?: with)?| starts(?: with)?| begins(?: with)?|,)? "
    r"(?!a )([a-z]{1,2})(?![a-z0-9'’]| [a-z] | [a-z]?\d))"
)
_POSTAL = Later(r"post ?codes?|postal|postcoded")
_LIVES = Later(
    r"(?:(?:liv(?:es|ed|ing|e)|mov(?:ed|ing|es|e)|stay(?:s|ed|ing)?|resid\w{0,4}|flats?|hous(?:e|es|ed|ing)|rehoused?|address(?:es)?|born|"
    r"based|from|area|district|somewhere|home|tenancy|over|up|out|down|around|across|through|round|near|doon|oot|fae)"
    r"(?: (?:in|to|at|from|of|is|back|the|into|near|around|over|house|flat|by|tae|towards?|'s)){0,3}|\bin(?: the)?|\boff(?: the)?) $"
)
_STREET = Later(
    r"(?<![a-z])(?:st|street|road|rd|ave?|avenue|drive|dr|cres|crescent|place|pl|court|ct|terrace|terr|gardens|gdns|lane|way|wynd|close|"
    r"quadrant|square|sq|park|path|view|grove|loan|brae|row|walk|gait|vennel|glasgow|edinburgh|dundee|aberdeen|perth|stirling|paisley|"
    r"kirkcaldy|dunfermline|inverness|falkirk|kilmarnock|ayr|hamilton|motherwell|livingston|cumbernauld|greenock|dumfries)[,.]? {0,2}$|"
    r"\d[a-z]? [a-z' ]{3,24}, ?$"
)
_AREA_AFTER = Later(
    r"(?:['’]?s)?[ \-](?:area|district|side|end|ish|address|flat|house|postcode|post code|postcodes|postal|something|somewhere|way|tenement|"
    r"scheme|tenancy|bedsit)(?![a-z])"
)
_SUMMIT = Later(r" (?:summit|leaders?|nations?|countries|protests?|protestors?|rally|meeting)")
_COUNTED = Later(
    r"[ \-](?:and a half|years?|yrs?|months?|weeks?|days?|nights?|hours?|hrs|minutes?|mins|times|of|o'? ?clock|pounds?|quid|people|kids|weans|"
    r"bairns|or|per|percent|foot|feet|miles|[ap]m|more|mg|ml)(?![a-z])"
)


def recognise(text: str, signs: Signs) -> Iterator[Span]:
    """Spans of full postcodes, SURE, and of outward codes where they read as places."""
    if signs.places:
        yield from _full(text, signs)
        yield from _outward(text, signs)
    if "post" in signs:
        for match in _AREA_ALONE.finditer(signs):
            group = 1 if match[1] else 2
            if match[group] in _AREAS and match[group] not in {"so", "me"}:
                yield Span(*match.span(group), Kind.POSTCODE, Level.SURE)


def is_area(letters: str) -> bool:
    """Whether a postcode area has these letters."""
    return letters in _AREAS


def reads_as_place(signs: Signs, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is lived in, at the end of a street, or called a postcode."""
    return bool(
        _POSTAL.search(signs, max(0, start - 24), min(len(signs), end + 12))
        or _LIVES.search(signs[max(0, start - 30) : start])
        or _STREET.search(signs[max(0, start - 30) : start])
        or _AREA_AFTER.match(signs, end)
    )


def _full(text: str, signs: Signs) -> Iterator[Span]:
    for match in matches(_FULL, signs, signs.close_digits(1)):
        if level := _whole(text, signs, match):
            yield Span(*match.span(), Kind.POSTCODE, level)
    for match in matches(_SPELLED, signs, signs.close_digits(2)):
        letters = re.sub(r"[^a-z0-9]", "", match[0])
        area = letters[: 2 if letters[1].isalpha() else 1]
        if area in _AREAS:
            yield Span(*match.span(), Kind.POSTCODE, Level.SURE)
    for match in matches(_OTHER, signs, signs.places) if signs.speaks_of(_OTHERS) else ():
        yield Span(*match.span(), Kind.POSTCODE, Level.SURE)


def _whole(text: str, signs: Signs, match: re.Match[str]) -> Level | None:
    """How sure a shape of a whole postcode is. Its capitals, a Scottish area and no gaps are evidence."""
    area, gap, district, middle, sector, split, unit = match.groups()
    written = text[match.start(7) : match.end(7)]
    upper = written[0].isupper() and written[-1].isupper() and text[match.start(1)].isupper()
    split = split or unit[1:-1]
    gaps = bool(gap) + bool(middle) + bool(split)
    figures = int(district) if district.isdigit() else 0
    scottish = 1 <= figures <= SCOTTISH_DISTRICTS.get(area, 0)
    if area not in _AREAS:
        return (
            Level.SURE if upper and not gap and not split and "\n" not in middle and not unit[1:-1] else None
        )
    if unit[1:-1] and not upper and not (scottish and not gap):
        return None
    if not upper and sector + unit in _ORDINALS and (middle or area in {"s", "p", "m"}):
        return None
    if not upper and (unit in _MEASURES or (_BROKEN.search(middle) and not scottish)):
        return None
    mistyped = (not district.isdigit() and district[-1] in "io") or sector in "io" or district[0] in "io"
    wrong = mistyped or not _WRONG_UNIT.isdisjoint(unit)
    if wrong and not (upper or scottish):
        return None
    if mistyped and gap and not upper:
        return None
    if not upper and gap and area in _WORDS:
        return None
    spread = not upper and gaps > 1 and (split or area in {"so", "me", "e", "s"})
    sure = not spread or _POSTAL.search(signs, max(0, match.start() - 30), match.start())
    return Level.SURE if sure else Level.LOOK


def _outward(text: str, signs: Signs) -> Iterator[Span]:
    for shape in (_OUTWARD, _APART):
        for match in matches(shape, signs, signs.close_digits(1)):
            level = _part(text, signs, match)
            if level is not None:
                end = match.end()
                sector = _SECTOR.match(signs, end)
                yield Span(match.start(), sector.end() if sector else end, Kind.POSTCODE, level)


def _part(text: str, signs: Signs, match: re.Match[str]) -> Level | None:
    """How sure the first half of a postcode is: `G51`, `eh 8`, `ne6`."""
    area, gap, district = match.groups()
    if area not in _AREAS or match[0] in _NOT_PLACES:
        return None
    start, end = match.span()
    upper = text[start : start + len(area)].isupper()
    if match[0] == "g20" and (_SUMMIT.match(signs, end) or (signs[:start].endswith("the ") and not upper)):
        return None
    scottish = district.isdigit() and 1 <= int(district) <= SCOTTISH_DISTRICTS.get(area, 0)
    postal = _POSTAL.search(signs, max(0, start - 24), min(len(signs), end + 12)) is not None
    if postal and not (gap and area in _WORDS):
        return Level.SURE
    if area in {"m", "s", "b"} or _COUNTED.match(signs, end):
        return None
    lived = reads_as_place(signs, start, end)
    if gap:
        if gap == "-" and scottish and area not in _LOWER_MAY_BE_ELSE:
            return Level.LOOK
        return _apart(area, start, signs, upper=upper, scottish=scottish, lived=lived)
    if scottish:
        certain = upper or area not in _LOWER_MAY_BE_ELSE
        return Level.SURE if certain or lived else Level.LOOK
    if upper and len(area) == 2:
        return Level.SURE if lived else Level.LOOK
    if area in _WORDS or (len(area) == 1 and area not in _NOT_ROADS):
        return None
    if area in SCOTTISH_DISTRICTS and district.isdigit() and len(area) == 2:
        return Level.LOOK
    return Level.LOOK if lived else None


def _apart(area: str, start: int, signs: Signs, *, upper: bool, scottish: bool, lived: bool) -> Level | None:
    """How sure `EH 8` is, its letters and its figure apart."""
    if not scottish:
        return Level.LOOK if upper and len(area) == 2 and lived else None
    if area in {"g", "pa", "ml"} and not (upper and area == "g") and not lived:
        return None
    at_end = signs[:start].rstrip(" ").endswith(",") or signs[:start].endswith("\n")
    if lived:
        return Level.SURE
    if upper and len(area) == 2:
        return Level.SURE if area not in {"ph", "pa", "ml"} else Level.LOOK
    if area not in _APART_MAY_BE_ELSE or (at_end and len(area) == 2):
        return Level.LOOK
    return Level.LOOK if upper else None
