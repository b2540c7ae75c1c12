"""Clock times: `half three`, `ten to`, `back of nine`, `three thirty`, `at four`."""

from tip_reflect.privacy.date_words import (
    ABOUT,
    ALL_DAYS,
    AMPM,
    HOUR_LEADS,
    HOUR_SAID,
    HOUR_WORDS,
    HOURS,
    MONTHS,
    PARTS,
    TAIL,
    Atom,
)
from tip_reflect.privacy.pages import Page, stands_alone
from tip_reflect.privacy.plain_signs import Later

_TENS = r"(?:thirty|thirty[\s-](?:five|one|two)|fifteen|forty[\s-]five|twenty[\s-]five|twenty|forty|fifty[\s-]five|fifty|ten|oh[\s-](?:five|one|two|three|four|six|seven|eight|nine))"
_PAST = r"(?:past|efter)\b"
_TO = r"(?:to|tae)\b"
_MINUTES = r"(?:minutes?|mins?|meenits?|minutes)"
_NOT_LONG = r"(?!\s(?:of|hours?|years?|foot|feet|stone|months?|weeks?|point|dozen|term|siblings?|brothers?|sisters?)\b)"
_OUTRIGHT = Later(
    rf"(?:(?:the )?back (?:of|o'|o|ae)\s?{HOUR_SAID}(?!\s?%|[/:]|\w)"
    rf"|(?:halff?|hauf|haf)\s?-?{_PAST}(?:[\s-]{HOUR_SAID}\b)?"
    rf"|(?:halff?|hauf|haf)[\s-](?:{HOUR_WORDS}(?:ish)?|1[0-2]|[1-9])\b(?:\s(?:to|tae|til|till)\s(?:half\s|hauf\s)?{HOUR_SAID}\b)?{_NOT_LONG}"
    rf"|(?:quarter|quater|qaurter|quartr)[\s-](?:past|to|tae|efter)\b(?:[\s-]{HOUR_SAID}\b)?"
    rf"|[a-z]{{3,8}}(?:[\s-][a-z]{{3,5}})?\s{_MINUTES}\s(?:{_PAST}|{_TO})(?:\s{HOUR_SAID}\b)"
    rf"|(?:five|ten|twenty|twinty)(?:[\s-]five)?\s(?:{_MINUTES}\s)?{_PAST}(?:\s{HOUR_SAID}\b)?"
    rf"|{HOUR_WORDS}\s?o'?\s?clock|{HOUR_WORDS}\s?(?:[ap]\.m\.?|[ap]\s?m\b)(?!\si\b)|{HOUR_WORDS}\s(?:in the|at)\s{PARTS}"
    rf"|{HOUR_WORDS}[\s-]{_TENS}\s?{AMPM}|{HOUR_WORDS}\s(?:sharp|prompt|on the dot)|{HOUR_WORDS}ish)\b\.?{TAIL}?"
)
_MINUTES_TO = Later(rf"(?:five|ten|twenty|twinty)(?:[\s-]five)?\s{_TO}(?P<hour>\s{HOUR_SAID}\b)?{TAIL}?")
_SPOKEN = Later(rf"{HOUR_WORDS}[\s-]{_TENS}\b{TAIL}?")
_HOUR = Later(rf"{HOUR_WORDS}(?:(?:\s(?:to|tae|til|till)|-)\s?(?:half\s)?{HOUR_WORDS})?\b{TAIL}?")
_STOPPED = Later(r"\s?(?:$|[.,;!?\n)])|\s(?:and|when|so|but|by|comma|full)\b")
_COUNTED = Later(r"\s(?:\w+s|people|men|women|children|weans|bairns|folk|year|month|week|day|foot|stone)\b")
_EVENTIDE = Later(r"\s(?:tmrw|tomorrow|tomoro|tomorow|tonight|the morra|the morn|the night)\b")
_RANGE = Later(r".*(?:-|to|til|till|tae)")
_NOON = Later(
    r"(?:12 |twelve )?(?:noon|midday|midnight|dusk|dawn)\b(?:\s(?:today|tomorrow|tmrw|yesterday)\b)?"
)
_CLOCK_SAYS = frozenset({"s", "was", "wis", "is", "its", "now"})
_SHY_SAYS = frozenset({"s", "was", "wis", "is"})
_TIMED = frozenset(
    "it curfew bedtime contact visit meeting appointment hearing panel tea handover lunch pickup tribunal session".split()
)
_LEADING_TO = frozenset("at about around aboot by bi till til until s was wis is for past".split())
_IN_COMPANY = frozenset({"with", "wi", "to", "in", "that", "who", "of"})
_BESIDE_A_DAY = frozenset("at @ before after by around about till til until".split())
_AT = frozenset({"at", "@"})
_PART = Later(rf"{PARTS}$")
ONE = frozenset({"one", "wan", "yin"})
WORDS = frozenset(HOURS)
MINUTE_WORDS = [
    "half",
    "hauf",
    "haf",
    "halff",
    "quarter",
    "quater",
    "qaurter",
    "quartr",
    "back",
    "thirty",
    "forty",
    "fifty",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
]


def clock(page: Page, i: int) -> Atom | None:
    """The time that begins with word `i`, a number or a `half`."""
    start, low, word = page.starts[i], page.low, page.words[i]
    found = _OUTRIGHT.match(low, start)
    if found is not None:
        return (
            None
            if page.before(i) in {"and", "first"} and word == "half"
            else Atom(start, found.end(), "T", sure=True)
        )
    if word in MINUTE_WORDS:
        return None
    to = _minutes_to(page, i)
    if to is not None or word not in WORDS:
        return to
    spoken = _spoken(page, i)
    if spoken is not None:
        return spoken
    found = _HOUR.match(low, start)
    return None if found is None else bare_hour(page, i, found.end())


def noon(page: Page, i: int) -> Atom | None:
    found = _NOON.match(page.low, page.starts[i])
    if found is None or (
        page.words[i] in {"dusk", "dawn"} and page.before(i) not in {"at", "before", "after", "til", "till"}
    ):
        return None
    return Atom(page.starts[i], found.end(), "T", sure=page.words[i] not in {"dusk", "dawn"})


def _minutes_to(page: Page, i: int) -> Atom | None:
    """`ten to four`, and `ten to` where a clock is meant."""
    start = page.starts[i]
    found = _MINUTES_TO.match(page.low, start)
    lead = page.before(i)
    if found is None:
        return None
    alone = stands_alone(page.low, found.end())
    if found["hour"] is not None and lead not in {"from", "between"}:
        sure = alone or lead == "at"
        return (
            None
            if not sure and _COUNTED.match(page.low, found.end())
            else Atom(start, found.end(), "T", sure=sure)
        )
    if alone and lead in _LEADING_TO and _STOPPED.match(page.low, found.end()):
        return Atom(start, found.end(), "T", sure=False)
    return None


def _spoken(page: Page, i: int) -> Atom | None:
    """`three thirty`, `TWELVE FORTY`."""
    low, start, lead = page.low, page.starts[i], page.before(i)
    found = _SPOKEN.match(low, start)
    if found is None or not stands_alone(low, found.end()):
        return None
    led = lead in HOUR_LEADS or lead in {"about", "around", "for", "this"} or lead in ALL_DAYS
    apart = low[start - 2 : start] in {", ", ". ", "", "- "} and low[found.end() : found.end() + 1] in {
        ",",
        ".",
    }
    if led or apart or found.group().endswith(("thirty", "fifteen", "five")):
        return Atom(start, found.end(), "T", sure=led)
    return None


def _a_day(word: str) -> bool:
    return word in ALL_DAYS or word.removesuffix("s") in ALL_DAYS or word in MONTHS


def bare_hour(page: Page, i: int, end: int) -> Atom | None:
    """`at 4`, `by four`, `from two to four`: an hour only by what stands round it."""
    start, low, lead = page.starts[i], page.low, page.before(i)
    figure = low[start:end].split("-")[0].split(" ")[0]
    if figure.isdecimal() and not 1 <= int(figure) <= len(HOURS[:12]):
        return None
    if lead in (_BESIDE_A_DAY if figure.isdecimal() else _AT) and _a_day(page.before(i, 2)):
        return Atom(start, end, "T", sure=True)  # Tuesdays at 1, Fri before 12, the 3rd of June at eleven
    if lead in HOUR_LEADS and _PART.search(low, start, end):
        return Atom(start, end, "T", sure=True)  # at four this morning
    if not stands_alone(low, end):
        return None
    if lead in ONE and page.after(i) in _IN_COMPANY:
        return None
    if figure in ONE and (page.after(i) in _IN_COMPANY or lead in {"for", "fur", "past", "from"}):
        return None
    at = (
        lead == "at" or (lead in ABOUT and page.before(i, 2) == "at") or low[start - 2 : start].strip() == "@"
    )
    if at or lead in ALL_DAYS:
        return Atom(start, end, "T", sure=True)
    tonight = _EVENTIDE.match(low, end) is not None
    says = lead in _CLOCK_SAYS and (lead not in _SHY_SAYS or page.before(i, 2) in _TIMED)
    ranged = (
        _RANGE.match(low[start:end]) is not None
        and low[end : end + 1] in {",", "."}
        and low[start - 2 : start] in {", ", ". "}
    )
    led = (
        ranged
        or lead in HOUR_LEADS
        or (lead in ABOUT and (page.before(i, 2) in HOUR_LEADS or _STOPPED.match(low, end) is not None))
    )
    if not (says or tonight or led):
        return None
    closed = low[end : end + 1] in {",", ".", ";", "!", "?", ""} or tonight
    if lead in {"for", "fur", "past"} and (not closed or figure in {"two", "twa", "2"}):
        return None
    if _RANGE.match(low[start:end]) or closed or (lead not in {"from", "form"} and figure not in ONE):
        return Atom(start, end, "T", sure=False)
    return None
