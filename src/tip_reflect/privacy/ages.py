"""Ages, in figures or words, and stages of school. A number is an age only by what stands round it."""

from collections.abc import Iterator
from typing import NamedTuple

from tip_reflect.privacy.age_evidence import Said, evidence
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_words import NUMBERS, Number, number
from tip_reflect.privacy.pages import Page, stands_alone
from tip_reflect.privacy.plain_signs import Later
from tip_reflect.privacy.school_stages import FIRST_WORDS, LEADS, leads_anywhere, stage

_YEARS = r"(?:years?|yrs?|yera|yaer|yeer|yr|y)"
_MONTHS = r"(?:months?|montsh|mths?|mnths?|mnts|mos?|m)"
_WEEKS = r"(?:weeks?|wks?|days?|hours?)"
_HALF = r"(?:and[\s-]a[\s-]half|an[\s-]a[\s-]hauf|&\sa\shalf|½|\.5|1/2)"
_OLD = Later(
    rf"(?:[\s-]?(?:{_HALF}|odd|ish|something))?(?:"
    rf"[\s-]{{0,2}}(?:{_YEARS}|{_MONTHS}|{_WEEKS})\.?[\s-]{{0,2}}(?:olds?|auld|aul|odl|ol|of age|age)\b"
    r"|\s?y[./]?\s?o\b|\s?(?:yrs?|years?)\s?(?:of\s)?age\b"
    rf"|\s?{_YEARS},?\s?(?:and\s)?(?:[0-9]{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\s?(?:{_MONTHS}|{_WEEKS})\b)"
)
_UNIT = Later(
    r"(?:[\s-](?:and[\s-]a[\s-](?:half|bit)))?[\s-]?"
    rf"(?:(?P<years>{_YEARS})|{_MONTHS}|weeks?|wks?|days)\b(?:\sand\s\w{{2,6}}\s(?:days?|weeks?)\b)?"
)
_DAYISH = (
    r"(?:(?:the\s)?[0-3]?[0-9](?:st|nd|rd|th|ht|dn)|(?:the\s)?(?:jan|feb|mar|mair|apr|may|jun|jul|aug|sep|spe|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\w{0,7}"
    r"|christmas|xmas|easter|hogmanay|new\syear|boxing\sday|halloween|the\s(?:spring|summer|autumn|winter|new\syear))\b"
)
_TAIL = Later(
    rf"(?:\s(?:in|on|at|come|since|this|nxt|next)\s{_DAYISH}|"
    r"[\s-](?:and|an)[\s-](?:a[\s-]half|a[\s-]hauf|a\s(?:wee\s)?bit|three[\s-]quarters|a\squarter|a\sday|a\sweek)\b"
    r"|[\s-]?ish\b|[\s-]odd\b|\sor\sso\b|\sor\sthere(?:abouts|aboots)\b|\s?\+|\spast\b(?=\s?[,.])"
    r"|\s(?:in|come)\s(?:a|an|one|two|three|four|five|six|ten|the|few|couple)\s(?:of\s)?(?:days?|weeks?|months?|fortnight|fortnicht|spring|summer|autumn|winter|new\syear)\b"
    r"|\scome\s\w{3,9}\b|\s(?:next|nxt|last)\s(?:week|month|year|birthday|time)\b|\sif\s(?:he|she|they)(?:'s|'re)\sa\sday\b"
    r"|\s(?:this|on\s(?:his|her|their)\s)next\sbirthday\b){1,2}"
)
_HALVED = Later(r"[\s-]an?d?[\s-](?:a|three)[\s-]")
_DATED = Later(rf"\s(?:in|on|at|come|since|this|nxt|next)\s{_DAYISH}")
_OF_HOURS = Later(
    r"\s(?:hours?|hrs|minutes|mins|days?|miles|times?|pages|stone|feet|foot|pounds?|million|thousand|percent|litres)\b"
)
_BIRTHDAY = Later(r"(?:st|nd|rd|th)?\s(?:birthday|birthdays|bday|b-day|birthdae)\b")
_TEN_AND_SOMETHING = Later(r"[\s-]?something\b")
_TIME_WENT_BY = Later(
    r"\s(?:pregnant|clean|sober|into|away|late|behind|gone|along|ago|since|off|in|of|on|for|at|with|left|early|overdue|"
    r"from|to|until|before|after|later|free|dry|post|straight|without|working|waiting|now\b(?=\s(?:i|we|that|since)))\b"
)
_BABY_AGE = Later(r"[1-9][0-9]?/(?P<of>12|52)(?![\w/])")
_LATE_BIRTHDAY = 13
_SHORT_AGE = frozenset({"y", "yr", "yrs", "yo", "m", "f"})
_ORDINAL_BIRTHDAYS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first thirtieth fortieth fiftieth sixtieth seventieth "
    "eightieth ninetieth hundredth".split()
)
_FIRST = frozenset((*FIRST_WORDS, *_ORDINAL_BIRTHDAYS, *NUMBERS))
"""With what an age begins, when it is no figure."""
_FIRST_UNLED = _FIRST - LEADS
_BEFORE = Later(
    r".*?(?P<words>(?<!\w)(?:(?:just|jist|nearly|almost|about|aboot|around|aroudn|roughly|approx|approximately|barely|hardly|"
    r"exactly|over|under|gey|near|turned|turning|turns|rising|maybe|mibbe|going\son|goin\son|gaun\son|coming\sup\sfor|coming\son\sfor|"
    r"in\s(?:his|her|their)|not\squite|not\syet|only\sjust|aged?|ages|(?:\w{1,6}\s)?(?:days|weeks|months)\s(?:shy|short|off)(?:\sof)?)\s|c\.?\s?|circa\s){1,4})"
)
_LOOK_BACK = 34
_CHAIN = Later(
    r"\s?(?:,|-|/|\()?\s?(?:(?:and|an|&|n|\+|or|to|then|going on|goin on|gaun on|but)\s)?(?:then\s)?"
    r"(?:(?:a|an|the|nearly|almost|just|maybe|exactly|not quite|only)\s)?"
)
_CHAIN_BACK = Later(
    r"(?:,? then|,| and| an| or| to| &|,? ?-|-|/| going on| goin on)\s?(?:a |an |maybe |nearly )?"
)


class _Judged(NamedTuple):
    """A number, or a stage, and what was made of it: no level is `no age so far`."""

    start: int
    end: int
    level: Level | None
    counts: bool
    """Whether it may be one of several ages together."""


def recognise(page: Page) -> Iterator[Span]:
    """The ages and stages of school in a text, in order."""
    judged: list[_Judged] = []
    done = 0
    first = _FIRST if leads_anywhere(page.low) else _FIRST_UNLED
    for i, word in enumerate(page.words):
        if word not in first and not "0" <= word[0] <= "9":
            continue
        if page.starts[i] < done:
            continue
        found = _of(page, i, word)
        if found is not None:
            judged.append(found)
            done = found.end
    _speak_for_neighbours(page.low, judged)
    end = 0
    for item in judged:
        if item.level is not None:
            start = max(end, _begins(page.low, item.start))
            end = item.end
            yield Span(start, end, Kind.AGE, item.level)


def _of(page: Page, i: int, word: str) -> _Judged | None:
    if word in FIRST_WORDS:
        found = stage(page, i)
        if found is not None:
            return _Judged(found.start, found.end, found.level, counts=True)
    if word in _ORDINAL_BIRTHDAYS and _BIRTHDAY.match(page.low, page.ends[i]):
        return _Judged(
            page.starts[i], page.ends[i], Level.LOOK if word == "first" else Level.SURE, counts=False
        )
    if word not in NUMBERS and not "0" <= word[0] <= "9":
        return None
    baby = _baby(page, i)
    if baby is not None:
        return baby
    read_number = number(page, i)
    return None if read_number is None else _judge(page, read_number)


def _baby(page: Page, i: int) -> _Judged | None:
    """`A. (9/52)`: weeks or months, as nurses write them."""
    found = _BABY_AGE.match(page.low, page.starts[i])
    if found is None:
        return None
    bracketed = page.gap(i).endswith("(") and page.low[found.end() : found.end() + 1] in {")", ","}
    a_baby = {page.before(i), page.before(i, 2)} & {"baby", "aged", "bairn", "wean"}
    if bracketed or a_baby:
        return _Judged(
            page.starts[i], found.end(), Level.SURE if found["of"] == "52" else Level.LOOK, counts=False
        )
    return None


def _judge(page: Page, read_number: Number) -> _Judged:
    low, start, end = page.low, read_number.start, read_number.end
    outright = _outright(low, read_number)
    if outright:
        return _Judged(start, outright, Level.SURE, counts=True)
    if _sex(page, read_number):
        return _Judged(start, end + 1, Level.LOOK, counts=False)
    unit = _UNIT.match(low, end)
    tail = None if unit else _TAIL.match(low, end)
    if read_number.rest in {"th", "st", "nd", "rd"} and page.before(read_number.first) in {
        "his",
        "her",
        "their",
    }:
        own = read_number.value >= _LATE_BIRTHDAY and stands_alone(low, page.ends[read_number.last])
        return _Judged(start, page.ends[read_number.last], Level.LOOK if own else None, counts=False)
    if read_number.rest and not unit and not (tail and tail.group() == "ish"):
        return _Judged(start, end, None, counts=False)
    longer = unit or tail
    end = longer.end() if longer else end
    halved = tail is not None and _HALVED.match(tail.group()) is not None and not _OF_HOURS.match(low, end)
    if unit is not None and (unit["years"] or _TIME_WENT_BY.match(low, end)):
        short = unit.group().strip() in _SHORT_AGE and low[end : end + 1] in {".", ",", ")", ";", ""}
        return _Judged(start, end, Level.LOOK if short else None, counts=False)
    halved = halved or (tail is not None and _DATED.match(tail.group()) is not None)
    alone = stands_alone(low, end) or halved
    level = evidence(Said(page, read_number, end, alone=alone, unit=unit is not None, halved=halved))
    counts = alone and read_number.value > 0 and not (unit and unit.group().endswith("days"))
    return _Judged(start, end, level, counts=counts)


def _outright(low: str, read_number: Number) -> int:
    """Where an age that says so ends: `7 year old`, `14y7m`, `16th birthday`."""
    old = _OLD.match(low, read_number.end)
    if old is not None:
        return old.end()
    if _BIRTHDAY.match(low, read_number.end):
        return read_number.end + (2 if read_number.rest else 0)
    something = _TEN_AND_SOMETHING.match(low, read_number.end)
    return something.end() if something and read_number.value and read_number.value % 10 == 0 else 0


def _sex(page: Page, read_number: Number) -> bool:
    """`34F`: as the police and the wards write it."""
    return read_number.value > 1 and page.text[read_number.end : page.ends[read_number.last]] in {"F", "M"}


def _begins(low: str, start: int) -> int:
    """Where the age begins, with the words that belong to it: `nearly`, `just turned`, `aged`."""
    back = max(0, start - _LOOK_BACK)
    found = _BEFORE.fullmatch(low, back, start)
    if found is None:
        return start
    begins = found.start("words")
    return start if begins == back and back and low[back - 1].isalnum() else begins


def _speak_for_neighbours(low: str, judged: list[_Judged]) -> None:
    """Ages of several together: one that is known speaks for its neighbours in `3, 5 and 8`."""
    for i in range(1, len(judged)):
        before, item = judged[i - 1], judged[i]
        if before.level is None or item.level is not None or not item.counts:
            continue
        if item.start > before.end and _CHAIN.fullmatch(low, before.end, item.start):
            judged[i] = item._replace(level=before.level)
    for i in range(len(judged) - 2, -1, -1):
        item, after = judged[i], judged[i + 1]
        if after.level is None or item.level is not None or not item.counts:
            continue
        if _CHAIN_BACK.fullmatch(low, item.end, after.start):
            judged[i] = item._replace(level=after.level)
