"""Days and months in words: `the twelfth of March`, `in twenty nineteen`, `Friday coming`, `a week on Tuesday`."""

import re

from tip_reflect.privacy.clock_times import clock
from tip_reflect.privacy.date_figures import may_be
from tip_reflect.privacy.date_words import (
    AMPM,
    DAY,
    DAYS,
    FULL_DAYS,
    HOUR_WORDS,
    HOURS,
    MONTH,
    MONTHS,
    NTH,
    ORDINAL,
    PARTS,
    SCOTS_MONTHS,
    SHORT_DAYS,
    SHORT_MONTHS,
    TEENS,
    YEAR,
    YEAR_WORDS,
    Atom,
)
from tip_reflect.privacy.pages import Page, stands_alone
from tip_reflect.privacy.plain_signs import Later

_ORDINAL = Later(
    rf"{ORDINAL}(?:(?P<month>(?:\s(?:day )?(?:of|o'|o)\b)?\s{MONTH}(?!\w){YEAR}?)|(?P<of>\sof (?:last|this|next|the|each|every) month|\sof the {ORDINAL}(?:\s{YEAR_WORDS}|\s[12][09][0-9]{{2}})?))?\b"
)
_ANOTHER_ORDINAL = Later(r"\s(?:or|and) (?:\w+th|third)\b")
_LED_TO = frozenset("on by until till til from since before after for oan fae bi is s was".split())
_IS = frozenset({"is", "s", "was"})
_EARLY = frozenset({"third", "fourth", "fifth", "fift", "sixt", "tent"})
_YEAR = Later(YEAR_WORDS)
_YEAR_LEADS = frozenset("in since from until till back born of summer".split())
_CARDINAL = Later(
    rf"(?:{'|'.join(HOURS + TEENS)}|twenty(?:\s(?:one|two|three|four|five|six|seven|eight|nine))?)\s(?:of\s)?"
    rf"(?:{'|'.join(m for m in MONTHS if m not in {'may', 'march'})})\b{YEAR}?"
)


def ordinal(page: Page, i: int) -> Atom | None:
    """`the twelfth of March`, `on the twelfth`; never a bare `second`."""
    start, low = page.starts[i], page.low
    found = _ORDINAL.match(low, start)
    if found is None:
        return clock(page, i) if page.words[i] in {"thirty", "eicht"} else None
    end = found.end()
    if found["month"] or found["of"]:
        return None if may_be(low, found.group(), end) else Atom(start, end, "D", sure=True)
    lead = page.before(i, 2)
    alone = not lead and found.group() not in _EARLY | {"first", "second"}
    if alone and page.before(i) == "the" and _AT_SENTENCE_END.match(low, end):
        return Atom(start, end, "D", sure=True)  # The nineteenth, ten o'clock
    if page.before(i) != "the" or not stands_alone(low, end):
        return None
    if found.group() in {"first", "second"}:
        return Atom(start, end, "D", sure=True) if lead in DAYS else None
    if lead in _IS and not _AT_SENTENCE_END.match(low, end):
        return None
    if (lead not in _LED_TO and lead not in DAYS) or _ANOTHER_ORDINAL.match(low, end):
        return None
    return Atom(start, end, "D", sure=found.group() not in _EARLY and lead not in _IS)


def cardinal(page: Page, i: int) -> Atom | None:
    """`fourteen february`."""
    found = _CARDINAL.match(page.low, page.starts[i])
    return None if found is None else Atom(page.starts[i], found.end(), "D", sure=True)


def spoken(page: Page, i: int) -> Atom | None:
    """`twenty to four`, `in twenty nineteen`, `the twenty-first`."""
    found = _YEAR.match(page.low, page.starts[i])
    if found is not None and page.before(i) in _YEAR_LEADS and not found.group().endswith(" and"):
        whole = found.group().startswith("two thousand") or stands_alone(page.low, found.end())
        if whole:
            return Atom(page.starts[i], found.end(), "D", sure=True)
    return ordinal(page, i) or clock(page, i) or cardinal(page, i)


def hour(page: Page, i: int) -> Atom | None:
    """A word of an hour: a day of a month, a year, or the time."""
    if page.words[i] in {"two", "eicht"}:
        return cardinal(page, i) or spoken(page, i)
    return cardinal(page, i) or clock(page, i)


_MONTH_FIRST = Later(
    rf"{MONTH}(?P<day>\s(?:the\s)?(?:{DAY}{NTH}?(?![\w%]|[:./][0-9]|\s?{AMPM})|{ORDINAL}\b))?(?P<year>{YEAR})?"
)
_PLAIN_MONTHS = frozenset(
    {
        "january",
        "february",
        "july",
        "september",
        "october",
        "november",
        "december",
        "feb",
        "sept",
        "oct",
        "nov",
        *SCOTS_MONTHS,
    }
)
_IN = frozenset(
    "in since until till til early late mid during last of every through come fae throughout next".split()
)
MONTH_NAMES = frozenset({*MONTHS, *SHORT_MONTHS})
_ANOTHER_MONTH = Later(rf"\s?(?:to|and|-|until|or|/|till)\s?(?:{'|'.join(sorted(MONTH_NAMES))})\b")
_NEAR = frozenset("about around next by before after from for this".split())
_VERBS = frozenset({"may", "march", "mar"})
_SAID_OF_TIME = frozenset("s is was its til wis around about".split())
_ORDERED = ("st", "nd", "rd", "th", "first", "second", "third")
_MAY_LEADS = frozenset("in of since last early late mid come".split())


def month(page: Page, i: int) -> Atom | None:
    """`in March`, `March 12`, `since november`."""
    start, low, word, lead = page.starts[i], page.low, page.words[i], page.before(i)
    found = _MONTH_FIRST.match(low, start)
    if found is None:  # misspelt
        return Atom(start, page.ends[i], "D", sure=lead in _IN)
    verb, capital = word in _VERBS, page.capital(i)
    whole = found.end() - found.group().endswith(".")
    if found["year"] or (found["day"] and (not verb or capital or lead in _IN | {"on"} or _ordered(found))):
        return Atom(start, whole, "D", sure=True)
    end = page.ends[i]
    if lead in _IN:
        if word == "may" and lead not in _MAY_LEADS and not stands_alone(low, end):
            return None
        return Atom(start, end, "D", sure=word not in {"mar", "dec"} and (word != "may" or capital))
    return _bare_month(page, i, lead, end)


def _bare_month(page: Page, i: int, lead: str, end: int) -> Atom | None:
    start, word, capital = page.starts[i], page.words[i], page.capital(i)
    verb = word in _VERBS
    joined = lead in {"to", "and", "until", "or"} and page.before(i, 2) in MONTH_NAMES
    paired = _ANOTHER_MONTH.match(page.low, end) is not None or joined
    if word in _PLAIN_MONTHS or (paired and not (verb and lead not in {"to", "from"})):
        return Atom(start, end, "D", sure=True)
    if word == "august":
        return Atom(start, end, "D", sure=capital)
    near = lead in _NEAR and not (verb and lead == "this") and word not in {"mar", "jan"}
    if near and stands_alone(page.low, end):
        return Atom(start, end, "D", sure=False)
    if word in {"april", "june"} and (not capital or lead in _SAID_OF_TIME):
        return Atom(start, end, "D", sure=False)
    return None


def _ordered(found: re.Match[str]) -> bool:
    return found["day"].endswith(_ORDERED)


_AFTER_DAY = Later(
    rf"(?:'?s\b)?(?:\s(?:{PARTS}|[ap]\.?m\b|eve\b|past\b|just past\b|just gone\b|just there\b"
    r"|there\b(?=\s?(?:[.,;!?]|$|there|and|when|i\b|she|he|they))"
    r"|gone\b|coming\b|comin\b|last\b(?!\s(?:night|week|month|year|time))|first thing\b|week\b|fortnight\b|dinner time\b|tea time\b"
    r"|after\b(?=\s?(?:[.,;:!?]|$|that\b|this\b))|before last\b|of (?:the|each|every|last|this|next) month\b"
    r"|(?:in the|at|the) (?:morning|afternoon|evening|night)\b|this week\b|last week\b|next week\b)){0,2}"
)
_NEXT_TO_DAY = Later(
    rf"\s(?:{PARTS}|[ap]m\b|eve\b|(?:the )?{DAY}(?:{NTH}|[:./][0-9]|\s?{AMPM}|\s{MONTH})|past\b|at\b|coming\b"
    rf"|(?:and|&|to|or|an) (?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\b|half (?:past|{HOUR_WORDS})|the {ORDINAL}\b)"
    r"|\s?[-:]\s|\s?[-/]\s?(?:tue|wed|thu|fri|sat|sun)"
)
_AT_SENTENCE_START = Later(r"\s?(?:[.,:;?!]|$|-\s|[0-2]?[0-9][:.]?[0-9]*\b)")
_AT_SENTENCE_END = Later(r"\s?(?:[.,;!?]|$|\n)")
_LOOSE = frozenset({"mon", "wed", "sat", "sun", "tue", "thu", "fri"})
_WORDLIKE = frozenset({"sat", "sun"})
_DAY_BEFORE = frozenset(
    "on by till til until since last next every each for from before after ont oan bi fae".split()
)
_SAT_BEFORE = frozenset("on last next every until since ont oan".split())
_DOES_SIT = frozenset("we i she he they just and".split())
_MOOD = Later(r"\s(?:sort|kind|feeling|best|blues|mood)\b")
_SUN_SHINES = "s"


def weekday(page: Page, i: int) -> Atom | None:
    """A day of the week with what belongs to it: `Friday night`, `Monday there`."""
    end, low, word, lead = page.ends[i], page.low, page.words[i], page.before(i)
    beside = _NEXT_TO_DAY.match(low, end) is not None
    if _MOOD.match(low, end):
        return None
    if word in _LOOSE and not _is_a_day(page, i, beside=beside):
        return None
    habit = lead in {"every", "each"} or word.endswith("days") or word in _LOOSE
    if word not in FULL_DAYS and low[end : end + 2] == ". " and low[end + 2 : end + 3].islower():
        tail = None
    else:
        tail = _AFTER_DAY.match(low, end)
    sure = not habit or ((beside or lead in {"on", "last", "next"}) and lead != "every")
    return Atom(page.starts[i], tail.end() if tail else end, "W", sure=sure)


def _is_a_day(page: Page, i: int, *, beside: bool) -> bool:
    """`sat`, `sun`, `wed` and `mon` are other words too."""
    word, lead, low, end = page.words[i], page.before(i), page.low, page.ends[i]
    # A capital inside a sentence is evidence, but not where everything shouts.
    titled = page.capital(i) and page.text[page.starts[i] + 1].islower()
    middle = titled and bool(lead) and not page.capital(i - 1)
    marked = _AT_SENTENCE_START.match(low, end) is not None and not (
        word == "sat" and low[end : end + 2] == ". "
    )
    heads = titled and not lead and (marked or _capital_follows(page, i))
    timed = i > 0 and page.words[i - 1] in {"am", "pm", "m"}
    if middle or heads or timed:
        return True
    if word not in _WORDLIKE:
        shy = lead == "this" and word != "wed"
        return lead in _DAY_BEFORE or word in {"tue", "thu", "fri"} or shy or beside
    if lead in _SAT_BEFORE or (lead in {"in", "this"} and _AT_SENTENCE_END.match(low, end)):
        return True
    joined = beside and (word == "sat" or _SUN_SHINES not in low[page.starts[i] - 2 : page.starts[i]])
    if (word == "sat" and lead in _DOES_SIT) or (word == "sun" and lead == "the"):
        return False
    return joined and low[end : end + 1] != "-"


def _capital_follows(page: Page, i: int) -> bool:
    """True for `Sat EDT.`: no verb begins so."""
    if not page.after(i):
        return False
    word = page.text[page.starts[i + 1] : page.ends[i + 1]]
    return word[0].isupper() and word != "I" and not page.text[page.starts[i] : page.ends[i]].isupper()


_WHOLE = [name for name in (*DAYS, *MONTHS) if name[-3:] in {"day", "ber", "ary"}]


def one_letter_off(word: str) -> bool:
    """True for `saterday`, `tuesfay` and `octuber`: one letter typed for another."""
    return word not in {"sundry", "monday"} and any(
        len(name) == len(word)
        and name[0] == word[0]
        and sum(a != b for a, b in zip(name, word, strict=True)) == 1
        for name in _WHOLE
    )


WEEKDAY_WORDS = frozenset({*FULL_DAYS, *SHORT_DAYS, *(day + "s" for day in FULL_DAYS)})
