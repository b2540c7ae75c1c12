"""Pieces that stand side by side and are one thing: `Kirkhill` and `Primary`, `the hospice` at `Ayr`, `Tuesday` `at half three`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tip_reflect.privacy.cues import PET
from tip_reflect.privacy.dictionary import Flag, plain
from tip_reflect.privacy.finding import Kind, Level, Span, Tier
from tip_reflect.privacy.plain_signs import Later

_GOES_ON = (
    "kinship children['’]?s bus train railway police fire parish community health medical nursery early food custody night family youth day sports "
    "leisure resource respite care residential sheltered housing primary high secondary infant junior church football bowling "
    "rugby golf swimming social working drop-in boxing after sheriff supported recovery soft mental support birth homeless"
)
_ENDS = (
    "school nursery class unit centre center hall house home homes café cafe drop-in station roundabout park academy college "
    "surgery practice clinic hospital hostel project club group hub church chapel mosque library pool baths court years shed "
    "market foodbank bank pantry larder flats scheme estate road street hotel bar depot office trust partnership association council cabs taxis coaches band play accommodation brigade service services "
    "team companions tribunal gym shelter rehab salon shop warehouse drop-in drop[ ]in kitchen suite gardens lodge mosqe primry primery primray nursrey"
)
_REST = Later(
    rf"(?:['’]s|['’])?(?: (?:{_GOES_ON.replace(' ', '|')}))*(?: (?:{_ENDS.replace(' ', '|')}))+(?![\w'’-])",
    re.IGNORECASE,
)
"""How the name of a place or a service goes on: `Fairlie Street` `kinship café`."""
_SURELY_A_SERVICE = Later(
    r"(?: (?:early|family|care|primary|health|boxing))*"
    r" (?:mosque|mosqe|gurdwara|academy|nursery|surgery|hospice|hostel|infirmary|primary|years|gym|rehab|centre|hub|clinic|pharmacy)"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
"""What makes a service of a name that nobody is known to have."""
_PART_OF = Later(
    r"(?:\b(?:(?:in )?the )?(?:very )?(?:end|start|beginning|middle|(?:back|tail) end|(?:first |last )?week|summer|spring|autumn|winter|(?:early|wee|small) hours|"
    r"(?:mornin[g']?|efternoon|afternoon|evenin[g']?|night|nicht|weekend)) (?:of|on) "
    r"|\b(?:the )?(?:(?:very )?(?:day|night|morning|evening|weekend|week|month)) (?:before|after|afore|efter) "
    r"|\b(?:a|one|two|three|four|five|six|\d{1,2}) (?:days?|weeks?|months?|years?) (?:ago|past)(?: on)? |\b(?:early|late|mid|end|start)[ -])$",
    re.IGNORECASE,
)
_INITIALED = re.compile(r"(?:[^\W\d_]\.[ ]?)+(?:Mc|Mac|O['’])?[^\W\d_]")
"""C.McN, H.P: their last full stop is theirs."""
_A_WARD = Later(r"\b(?:ward|wing|block|bay) \w{1,3}$", re.IGNORECASE)
"""Which hospital comes after it: Ward 108, Simpson's."""
_TO_ITS_END = Later(r" (?:end|foot|head)(?![\w'’-])", re.IGNORECASE)
_A_ROAD = Later(r"(?:road|street|brae|lane|drive|avenue|close|wynd)$", re.IGNORECASE)
_ENDS_OF_PARTS = frozenset("of on before after afore efter ago past early late mid end start".split())
"""The last words of these."""
_LONGEST_LEAD = len("-before ")
_LONGEST_PART = 32
_LONGEST_BETWEEN = len(" opposite the ")
_AT_A_PLACE = re.compile(
    r" (?:(?:at|in|on|of|by|near|beside|above|behind|opposite|next to) )?(?:the )?", re.IGNORECASE
)
_NUMBERED = Later(
    r"(?:\b(?:flat|no\.?|number|nummer) )?\b\d{1,4}[a-z]?(?:/\d{1,3}){0,2},? $|\b(?:flat|no\.?|number|nummer) [a-z]{1,6},? $",
    re.IGNORECASE,
)
_BETWEEN_DAYS = frozenset(
    (
        " ",
        ", ",
        " and ",
        " & ",
        " or ",
        " to ",
        " at ",
        " till ",
        " until ",
        " before ",
        " after ",
        " of ",
        "-",
        " - ",
        "–",
        "/",
    )
)
_ALSO_DAYS = frozenset(("Thu", "May", "June", "April", "August", "Sol", "Sunday"))
_PLACES = (Kind.PLACE, Kind.ORGANISATION)
_LONGEST_LETTERED = 24
_LETTERED = (Kind.PERSON, Kind.INITIALS, Kind.ORGANISATION)
_LOOKED_OVER = 3
"""So many spans after one are looked at for what it may grow over."""
_NUMBERS = (Kind.REFERENCE, Kind.FACT)
_LONGEST_CODE = 5
_NAMES = (Kind.PERSON, Kind.INITIALS)
_ANY = frozenset((Kind.PERSON, Kind.INITIALS, Kind.PLACE, Kind.ORGANISATION, Kind.AGE, Kind.DATE, Kind.FACT))


def joined(text: str, spans: Sequence[Span], flags: Mapping[str, int]) -> list[Span]:
    """Spans in order, those that are one thing made one. The surer level is that of the whole."""
    together: list[Span] = []
    for span in _grown(text, spans, flags):
        kind = _kind_of_both(text, together[-1], span, flags) if together else None
        if kind is None:
            together.append(span)
        else:
            last = together.pop()
            level = Level.SURE if Level.SURE in (last.level, span.level) else Level.LOOK
            together.append(Span(last.start, span.end, kind, level))
    return together


def _grown(text: str, spans: Sequence[Span], flags: Mapping[str, int]) -> Iterator[Span]:
    """Each span with what goes on from it, over what only wants a look: `the end of` `October`, `Glenlee` `nursery class`."""
    last = 0
    for at, span in enumerate(spans):
        start, end, kind, _ = span
        if end <= last:
            continue  # the one before has grown over it
        beyond = spans[at + 1 : at + 1 + _LOOKED_OVER]
        if kind is Kind.DATE:
            before = text[max(last, start - _LONGEST_LEAD) : start].replace("-", " ").casefold().split()
            if before and before[-1] in _ENDS_OF_PARTS:
                part = _PART_OF.search(text, max(last, start - _LONGEST_PART), start)
                start = part.start() if part else start
        elif kind is Kind.PLACE:
            part = _NUMBERED.search(text, max(last, start - _LONGEST_PART), start)
            start = part.start() if part else start
        if kind in _LETTERED and text[end : end + 1] == "." and _ends_in_a_letter(text, start, end):
            end += 1
        if kind in _PLACES:
            end = _end_of(_REST, text, end, beyond)
            if kind is Kind.PLACE and _A_ROAD.search(text, start, end):
                end = _end_of(_TO_ITS_END, text, end, beyond)
        elif kind is Kind.PERSON:
            service = _end_of(_SURELY_A_SERVICE, text, end, beyond)
            if service > end and not _is_listed(text, span, flags):
                end, kind = service, Kind.ORGANISATION  # Al-Noor mosque
        last = end
        yield span.over(start, end) if kind is span.kind else Span(start, end, kind, span.level)


def _end_of(rest: Later, text: str, end: int, beyond: Sequence[Span]) -> int:
    """Where what goes on from `end` ends, short of what is surely something else; `end` itself where nothing does."""
    room = next(
        (span.start for span in beyond if span.level is Level.SURE and span.kind.tier is not Tier.JIGSAW),
        None,
    )
    if room is None:
        room = beyond[-1].end if len(beyond) == _LOOKED_OVER else len(text)
    found = rest.match(text, end, room)
    if found is None or any(span.start < found.end() < span.end for span in beyond):
        return end
    return found.end()


def _ends_in_a_letter(text: str, start: int, end: int) -> bool:
    """Whether what stands before the full stop is one letter of a name: `K.L.`, `Ms R.`"""
    if end - start > _LONGEST_LETTERED:
        return False
    if _INITIALED.fullmatch(text, start, end):
        return True
    return text[end - 1].isalpha() and (end - start == 1 or not text[end - 2].isalnum())


def _kind_of_both(text: str, one: Span, other: Span, flags: Mapping[str, int]) -> Kind | None:
    """What two neighbours are together; None where they are two things."""
    between = text[one.end : other.start]
    if between.casefold() == " comma ":
        between = ", "  # as a dictating phone writes it
    if (
        between == " "
        and other.kind in _NUMBERS
        and text[other.start].isdigit()
        and _leads_a_number(text, one)
    ):
        return Kind.REFERENCE if Kind.REFERENCE in (one.kind, other.kind) else Kind.FACT  # IVPD 6620418
    far = other.start - one.end > _LONGEST_BETWEEN
    if far or one.kind.tier is Tier.DIRECT or other.kind.tier is Tier.DIRECT:
        return None
    if between == " " and Level.SURE in (one.level, other.level) and Kind.DATE not in (one.kind, other.kind):
        loose = one if one.level is Level.LOOK else other
        if loose.level is Level.LOOK and _is_everyday(text, loose, flags):
            return None  # `the third time | Braefoot Primary`, `Logan | home`
    if one.kind is other.kind is Kind.DATE:
        return Kind.DATE if between.casefold() in _BETWEEN_DAYS else None
    unknown = (
        other.kind is Kind.PERSON
        and not _is_listed(text, other, flags)
        and (
            between != " "
            or text[other.start].isupper()
            or not any(map(str.isupper, text[one.start : one.end]))
        )
    )
    if (
        one.kind is Kind.ORGANISATION
        and (other.kind in _PLACES or unknown)
        and _AT_A_PLACE.fullmatch(between)
    ):
        return Kind.ORGANISATION
    if one.kind is Kind.ORGANISATION and between == ", " and _A_WARD.search(text, one.start, one.end):
        return Kind.ORGANISATION if other.kind in (*_PLACES, Kind.PERSON) else None
    if one.kind is Kind.PLACE and between == ", ":
        town = (
            text[one.start].isdigit()
            and other.kind is Kind.PERSON
            and " " not in text[other.start : other.end]
        )
        return Kind.PLACE if town or other.kind is Kind.PLACE else None
    if one.kind in _PLACES and other.kind is Kind.ORGANISATION and between in ("' ", "’ ", "'s ", "’s "):
        return Kind.ORGANISATION
    if one.kind is Kind.DATE and other.kind is Kind.PERSON:
        day = text[one.start : one.end]  # Thu Hà, May Brown
        either = day in _ALSO_DAYS or (
            day.title() in _ALSO_DAYS and not text[other.start : other.end].isascii()
        )
        return Kind.PERSON if between == " " and either else None
    if one.kind is other.kind is Kind.PERSON and _is_a_couple(text, one, other, between, flags):
        return Kind.PERSON
    if between != " " or one.kind not in _ANY or other.kind not in _ANY:
        return None
    if one.kind in _NAMES and other.kind in _NAMES:
        return Kind.PERSON if Level.LOOK in (one.level, other.level) else None
    if one.kind is other.kind:
        return one.kind
    if one.kind is Kind.FACT:
        return other.kind
    if other.kind is Kind.FACT:
        return one.kind
    if other.kind is Kind.ORGANISATION and one.kind in (Kind.PLACE, Kind.PERSON):
        return Kind.ORGANISATION
    return Kind.ORGANISATION if one.kind in _PLACES and unknown else None


def _is_a_couple(text: str, one: Span, other: Span, between: str, flags: Mapping[str, int]) -> bool:
    """`Heather and Jim Corrie`: two given names, and the family name of both."""
    if between.casefold() not in (" and ", " & ", " an "):
        return False
    first, names = text[one.start : one.end], text[other.start : other.end].split(" ")
    if not first.isalpha() or len(names) != 2 or not all(map(str.isalpha, names)) or plain(names[0]) in PET:
        return False
    return all(flags.get(plain(name), 0) & Flag.GIVEN for name in (first, names[0]))


def _leads_a_number(text: str, one: Span) -> bool:
    """Whether what stands before a number is the beginning of it: letters, or the groups before."""
    if one.kind in (Kind.REFERENCE, Kind.INITIALS):
        return True
    code = text[one.end - 1].isdigit() or (
        one.end - one.start <= _LONGEST_CODE and text[one.start : one.end].isalpha()
    )
    return code and one.level is Level.LOOK and one.kind in (Kind.FACT, Kind.ORGANISATION)


def _is_everyday(text: str, span: Span, flags: Mapping[str, int]) -> bool:
    return all(flags.get(plain(word), 0) & Flag.COMMON for word in text[span.start : span.end].split())


def _is_listed(text: str, name: Span, flags: Mapping[str, int]) -> bool:
    """Whether a name begins with a given name of the lists, and so is a person's."""
    first = plain(text[name.start : name.end].split(maxsplit=1)[0])
    return bool(flags.get(first, 0) & Flag.GIVEN)
