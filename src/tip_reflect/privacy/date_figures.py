"""Dates and times that begin with a figure: `12/3/24`, `14:30`, `the 3rd`, `2019`, `3.15`."""

from collections.abc import Callable

from tip_reflect.privacy.clock_times import bare_hour
from tip_reflect.privacy.date_words import (
    ABOUT,
    ALL_DAYS,
    AMPM,
    DAY,
    HOUR,
    HOUR_LEADS,
    HOUR_SAID,
    MINUTE,
    MON,
    MONTH,
    NTH,
    PARTS,
    TAIL,
    TYPED_MONTHS,
    YEAR,
    YEAR4,
    Atom,
)
from tip_reflect.privacy.pages import Page, stands_alone
from tip_reflect.privacy.plain_signs import Later

_DATED = rf"(?:\s?(?:of|o'|o|in)\b)?\s?,?\s?{MONTH}"
_OUTRIGHT = Later(
    rf"{YEAR4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:t[0-9:.z+-]{{4,20}})?(?![0-9])"
    rf"|(?:{DAY}(?P<by>\s?[/.\\-]\s?){MON}(?P=by)(?:{YEAR4}|[0-9]{{2}})|{MON}/{DAY}/{YEAR4}|{YEAR4}/{MON}/{DAY})"
    rf"(?![0-9]|[./-][0-9])|{DAY} {MON} {YEAR4}(?![0-9])"
)
_MONTHLY = Later(rf"{DAY}{NTH}?(?:\s?(?:-|/|&|and|an|to|or)\s?{DAY}{NTH}?)?{_DATED}{YEAR}?(?!\w)")
_CLOCK = Later(
    rf"(?:{HOUR}(?:[:.;]?{MINUTE})?\s?{AMPM}?\s?(?:-|to|tae|til|till|until|and)\s?{HOUR}(?:[:.;]?{MINUTE})?\s?{AMPM}"
    rf"|{HOUR}(?:[:.;]?\s?{MINUTE})?[\s.]?{AMPM}|{HOUR}:{MINUTE}(?::{MINUTE})?(?:\s?-\s?{HOUR}:{MINUTE})?"
    rf"|[0-2][0-9]{MINUTE}\s?(?:h|hrs|hr|hours)\b|{HOUR}\s?o'?\s?clock\b"
    rf"|[0-5]?[0-9]\s?(?:minutes? |mins? |meenits? )?(?:past|efter)\b(?:\s(?:{HOUR_SAID}\b|midnight|noon))?"
    rf"|[1-9][0-2]?\s?(?:in the|at|this)\s{PARTS}|[1-9][0-2]?\s?-?ish\b|[1-9][0-2]?\s(?:sharp|prompt|on the dot)\b){TAIL}?(?!\w|:[0-9])"
)
_MINUTES_TO = Later(
    rf"(?:5|10|15|20|25|12|13)\s?(?:mins? |minutes? )?(?:to|tae)\s(?:{HOUR_SAID})\b(?!\w|[.:/][0-9])"
)
_BARE_YEAR = Later(
    rf"{YEAR4}(?:\s?[/-]\s?(?:20)?[0-9]{{2}}|\s?(?:-|to|until|till)\s?{YEAR4})?(?![\w]|[.,:/-][0-9])"
)
_NTH = Later(
    rf"{DAY}\s?{NTH}(?:\s?(?:-|/|&|and|or)\s?(?:the )?{DAY}{NTH})?(?!\w)(?:\sof (?:last|this|next|the) month\b|\sof the {DAY}{NTH}(?!\w))?"
)
_POINT = Later(
    rf"{HOUR}\.{MINUTE}(?:\s?(?:-|to|tae|til|till|until)\s?{HOUR}(?:\.{MINUTE})?\b)?(?![\w%]|[.:/,][0-9])"
)
_SHORT = Later(rf"(?:{DAY}/{MON}|{DAY}-0[1-9])(?![\w%]|[.:/-][0-9])")
_BORN = Later(rf"(?:[0-9]{{6}}|{DAY} {MON} [0-9]{{2}})(?![\w]|[./-][0-9])")
_FOUR = Later(rf"[0-2][0-9]{MINUTE}(?![\w%]|[.:/,-][0-9])")
_BARE = Later(rf"(?:{HOUR})(?:\s?(?:-|to|tae|til|till)\s?(?:1[0-2]|[1-9]))?(?![\w%]|[.:/,-][0-9])")
_SHORT_YEAR = Later(r"'?[0-9]{2}(?!\w|[.:/,-][0-9]|\s?%)")

_YEAR_LEADS = frozenset(
    "in since from until till by during around about before after early late mid of year born between circa spring summer "
    "autumn winter dob back and to fae til xmas christmas easter halloween hogmanay term session dated".split()
)
_LAWS = frozenset(
    "act acts regulations standards guidance order scotland al strategy code framework policy version report rules bill "
    "review windows office".split()
)
_DAY_LEADS = frozenset(
    "on by until till til from since before after the for due dated of w c teh hte tha commencing beginning dob born between "
    "and to or fae wc beg oan".split()
)
_NOT_TIMES = frozenset(
    "section para paragraph code standard version point score scored page pp chapter figure table principle outcome level "
    "item question sssc x grade step part about only no number ref room".split()
)
_BIRTH = {"dob", "born", "birth", "d"}
_MEASURED = Later(r"\s?(?:%|k\b|miles?|km|hours?|hrs|days?|weeks?|kg|million|percent|per|litres?|m\b)")
_MAY_BE = Later(r"\s(?:be|have|not|need|feel|also|never|want|into|out|on\b|well)\b")
_UNCOUNTED = Later(
    r"\s(?!(?:floor|flair|day|time|century|birthday|anniversary|attempt|visit|page|line|person|one|session|week|month|year|"
    r"placement|child|street|avenue|house|flat|paragraph|chapter|meeting|minute|hour|or|percentile|grade|generation)s?\b)"
)
_FRACTIONS = frozenset("1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/8 3/8 1/10 1/1 24/7 1/12".split())
_SOME_DAY = frozenset(
    {"on", "dated", "until", "since", "dob", "born", "till", "wc", "by", "from", "c", "visit", "due"}
)
_FIRST_DAYS = 3
_LAST_MARK = 10


def figures(page: Page, i: int) -> Atom | None:
    """A date or time that begins with the figures of word `i`."""
    start, low = page.starts[i], page.low
    if start and (
        low[start - 1] in "£$€#+_" or (low[start - 1] in ".,/:-" and low[start - 2 : start - 1].isdigit())
    ):
        return None
    for rule in _RULES:
        known, atom = rule(page, i)
        if known:
            return atom
    return None


_Answer = tuple[bool, Atom | None]
_UNKNOWN: _Answer = (False, None)


def _atom(page: Page, i: int, end: int, form: str, *, sure: bool) -> _Answer:
    return True, Atom(page.starts[i], end, form, sure)


def _outright(page: Page, i: int) -> _Answer:
    found = _OUTRIGHT.match(page.low, page.starts[i])
    return _UNKNOWN if found is None else _atom(page, i, found.end(), "D", sure=True)


def _monthly(page: Page, i: int) -> _Answer:
    found = _MONTHLY.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    if may_be(page.low, found.group(), found.end()):
        return True, None
    return _atom(page, i, found.end(), "D", sure=True)


def may_be(low: str, words: str, end: int) -> bool:
    """True for `the 3 may be`: the verb, and no month."""
    verb = words.endswith((" may", " mar", " march")) and _MAY_BE.match(low, end) is not None
    return verb and "th " not in words and " of " not in words


def _clock(page: Page, i: int) -> _Answer:
    found = _CLOCK.match(page.low, page.starts[i])
    if found is not None:
        return _atom(page, i, found.end(), "T", sure=True)
    found = _MINUTES_TO.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    return (
        _atom(page, i, found.end(), "T", sure=True) if stands_alone(page.low, found.end()) else (True, None)
    )


def _year(page: Page, i: int) -> _Answer:
    low, start, lead = page.low, page.starts[i], page.before(i)
    found = _BARE_YEAR.match(low, start)
    if found is None:
        return _short_year(page, i)
    end = found.end()
    if lead in _LAWS or page.after(i) in _LAWS or low[end : end + 1] in {"%", "s"}:
        return True, None
    if lead in _YEAR_LEADS:
        return _atom(page, i, end, "D", sure=lead not in {"about", "around", "of", "and", "to", "by"})
    if low[end : end + 1] == ")" and (low[start - 1 : start] == "(" or low[start - 2 : start] == ", "):
        return True, None  # a reference: (Munro, 2011)
    return _atom(page, i, end, "D", sure=False) if stands_alone(low, end) else (True, None)


def _short_year(page: Page, i: int) -> _Answer:
    """`since 98`, `in '14`."""
    low, start = page.low, page.starts[i]
    marked = low[start - 1 : start] == "'" and low[start - 2 : start - 1].isspace()
    found = _SHORT_YEAR.match(low, start)
    if found is None or not stands_alone(low, found.end()):
        return _UNKNOWN
    lead = page.words[i - 1] if i else ""
    if marked and lead in _YEAR_LEADS:
        return True, Atom(start - 1, found.end(), "D", sure=True)
    recent = page.words[i][0] in "06789" and page.gap(i) == " " and lead in {"since", "in", "until", "till"}
    return _atom(page, i, found.end(), "D", sure=False) if recent else _UNKNOWN


def _nth(page: Page, i: int) -> _Answer:
    low, start, lead = page.low, page.starts[i], page.before(i)
    if page.after(i) in TYPED_MONTHS and _NTH.fullmatch(low, start, page.ends[i]):
        return _atom(page, i, page.ends[i + 1], "D", sure=True)
    found = _NTH.match(low, start)
    if found is None:
        return _UNKNOWN
    led = lead in {"the", "teh", "hte", "on", "tha"}
    if not stands_alone(low, found.end()) and not (led and _UNCOUNTED.match(low, found.end())):
        return True, None
    number = int("".join(filter(str.isdigit, low[start : start + 2])) or 0)
    begins = not i or page.gap(i).strip(" ") in {".", ",", ";", "-", "(", "\n"}
    if number <= _FIRST_DAYS and lead not in _DAY_LEADS and lead not in ALL_DAYS and not begins:
        return True, None
    return _atom(page, i, found.end(), "D", sure=lead in _DAY_LEADS and number >= _FIRST_DAYS)


def _point(page: Page, i: int) -> _Answer:
    """`3.15` is a time after "at"; otherwise it must look like one."""
    found = _POINT.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    end, words, lead = found.end(), found.group(), page.before(i)
    if _MEASURED.match(page.low, end):
        return True, None
    if (
        lead in HOUR_LEADS
        or (lead in ABOUT | {"for"} and page.before(i, 2) in HOUR_LEADS)
        or lead in ALL_DAYS
    ):
        return _atom(page, i, end, "T", sure=True)
    if lead in _NOT_TIMES or words[-1] not in "05" or int(words.split(".", maxsplit=1)[0]) == 0:
        return True, None
    return _atom(page, i, end, "T", sure=False)


def _short(page: Page, i: int) -> _Answer:
    """`12/3` is a date after "on"; `7/10` and `3/4` alone are not."""
    found = _SHORT.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    words, end, lead = found.group(), found.end(), page.before(i)
    if lead in _SOME_DAY or lead in ALL_DAYS:
        return _atom(page, i, end, "D", sure=True)
    day, _, month = words.replace("-", "/").partition("/")
    mark = month in {"10", "5"} and int(day) <= _LAST_MARK
    if words in _FRACTIONS or "-" in words or mark or day == month or not stands_alone(page.low, end):
        return True, None
    return _atom(page, i, end, "D", sure=False)


def _born(page: Page, i: int) -> _Answer:
    found = _BORN.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    near = set(page.words[max(0, i - 3) : i])
    return _atom(page, i, found.end(), "D", sure=True) if near & _BIRTH else _UNKNOWN


def _four(page: Page, i: int) -> _Answer:
    """`at 1430`, `rang 0130, 0155`."""
    found = _FOUR.match(page.low, page.starts[i])
    if found is None:
        return _UNKNOWN
    lead = page.before(i)
    if not stands_alone(page.low, found.end()):
        return True, None
    if lead in HOUR_LEADS or (lead in ABOUT and page.before(i, 2) in HOUR_LEADS):
        return _atom(page, i, found.end(), "T", sure=True)
    in_a_number = page.gap(i) == " " and page.words[i - 1].isdecimal()
    ends = page.low[found.end() : found.end() + 1] in {".", ",", ";"} and found.group()[:2] not in {
        "19",
        "20",
    }
    early = found.group()[0] == "0" or (ends and lead in _TOLD and found.group()[-1] in "05")
    clear = early and lead not in _NOT_TIMES and lead not in _KEYS and not in_a_number
    if not clear or page.after(i)[:1].isdecimal():
        return True, None
    return _atom(page, i, found.end(), "T", sure=False)


_SPACED = Later(rf"{HOUR} [0-5][05](?!\w|[.:/,-][0-9])")
_AT = frozenset({"at", "by", "till", "til", "until"})
_TOLD = frozenset("seen rang called arrived left returned missing admitted discharged tc visit from".split())
_KEYS = frozenset("code pin ext keysafe key extension no number ref tel phone safe is".split())


def _bare(page: Page, i: int) -> _Answer:
    found = _SPACED.match(page.low, page.starts[i])
    if found is not None and page.before(i) in _AT and stands_alone(page.low, found.end()):
        return _atom(page, i, found.end(), "T", sure=True)
    found = _BARE.match(page.low, page.starts[i])
    return _UNKNOWN if found is None else (True, bare_hour(page, i, found.end()))


_RULES: tuple[Callable[[Page, int], _Answer], ...] = (
    _outright, _monthly, _clock, _year, _nth, _point, _short, _born, _four, _bare,
)  # fmt: skip
