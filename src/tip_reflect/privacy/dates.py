"""Dates, clock times and weekdays, in figures or words, with the small words that belong to them.

The text is read once, word by word. A word that can begin a date has a rule; a rule looks a bounded way ahead and
behind, so that time grows with the text and no faster.
"""

from collections.abc import Callable, Iterator
from functools import cache

from tip_reflect.privacy.calendar_days import (
    WEEKDAY_WORDS,
    cardinal,
    hour,
    month,
    one_letter_off,
    ordinal,
    spoken,
    weekday,
)
from tip_reflect.privacy.clock_times import MINUTE_WORDS, clock, noon
from tip_reflect.privacy.date_figures import figures
from tip_reflect.privacy.date_words import (
    HOURS,
    LATER_ORDINALS,
    MONTHS,
    SCOTS_MONTHS,
    SCOTS_ORDINALS,
    SHORT_MONTHS,
    TEENS,
    TYPED_MONTHS,
    UNIT_ORDINALS,
    Atom,
)
from tip_reflect.privacy.feasts import BEGINNERS, PART_BEGINNERS, feast, part_of_day
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.pages import Page
from tip_reflect.privacy.plain_signs import Later

_Rule = Callable[[Page, int], Atom | None]


@cache
def _rules() -> dict[str, _Rule]:
    """What to ask of a word that may begin a date."""
    rules: dict[str, _Rule] = {}
    for names, rule in (
        (TYPED_MONTHS, month),
        (WEEKDAY_WORDS, weekday),
        ([*MONTHS, *SHORT_MONTHS, *SCOTS_MONTHS], month),
        ([*UNIT_ORDINALS, *LATER_ORDINALS, *SCOTS_ORDINALS, "thirtieth"], ordinal),
        (HOURS, hour),
        (MINUTE_WORDS, clock),
        (["thirty"], ordinal),
        (["noon", "midday", "midnight", "dusk", "dawn"], noon),
        ([teen for teen in TEENS[3:-1] if teen not in MINUTE_WORDS], cardinal),
        (["fifteen", "sixteen", "seventeen", "eighteen"], _minutes_or_day),
        (["twenty", "nineteen", "twinty"], spoken),
        (BEGINNERS, feast),
        (PART_BEGINNERS, part_of_day),
        (["may"], _may),
    ):
        rules.update(dict.fromkeys(names, rule))
    return rules


def _minutes_or_day(page: Page, i: int) -> Atom | None:
    return cardinal(page, i) or clock(page, i)


def _may(page: Page, i: int) -> Atom | None:
    return feast(page, i) or month(page, i)


_LEADS = {
    "W": frozenset(
        "on last next this the that one a every each early late first thing following previous other coming past just week "
        "fortnight about around oan ont most second wet cold dreich grey sunny rainy quiet dark".split()
    ),
    "D": frozenset(
        "on in the early late mid last next this about around back w c wc week wk commencing beginning beg circa every oan teh "
        "hte tha summer spring autumn winter at".split()
    ),
    "T": frozenset(
        "at about around just before after roughly approx the aboot early late gone like exactly efter afore tmrw tomorrow "
        "tomorow tonight roon".split()
    ),
    "P": frozenset("on at last next this the over every each in during late early come oan".split()),
}
_BEGINS_NOTHING = frozenset(
    "one a thing week fortnight other first just before after c like most past wk second".split()
)
_WEATHER = frozenset("wet cold dreich grey sunny rainy quiet dark".split())
_WHOLE_LEADS = Later(
    r"(?:first thing (?:on )?|a (?:week|fortnight) (?:on|past|come) |a (?:\w{3,6} )?|one |(?:week|wk|w/c)\.? (?:beg|commencing|beginning) (?:the )?"
    r"|wk beg |after |before |efter |afore )"
)
_GAP = Later(
    r"[\s,@(]{1,3}(?:[-:]\s)?|\scomma\s(?:at\s)?|\s?[-:]\s?|,?\s(?:at|on|about|around|for|from)\s(?:about\s|around\s)?|\.\s(?=[a-z0-9])|,\sa\s"
    r"|\sat\s(?:the\s)?|\son\sa\s|\sof\s|\son\sthe\s|\sapprox\s|\s@\s"
)
_UNTIL = Later(r"\s(?:to|tae|till|til|until)\s")


def recognise(page: Page) -> Iterator[Span]:
    """The dates, times and weekdays of a text, in order; pieces of one moment are one span."""
    held: Atom | None = None
    for atom in _atoms(page):
        if held is None:
            held = atom
        elif _of_one_moment(page.low, held, atom):
            held = Atom(held.start, atom.end, atom.form, held.sure or atom.sure)
        else:
            yield _span(held)
            held = atom
    if held is not None:
        yield _span(held)


def _atoms(page: Page) -> Iterator[Atom]:
    rules = _rules()
    done = 0
    for i, word in enumerate(page.words):
        rule = rules.get(word)
        if rule is None:
            if "0" <= word[0] <= "9":
                rule = figures
            elif word[-3:] in {"day", "ber", "ary"} and one_letter_off(word):
                rule = weekday if word.endswith("day") else month
            else:
                continue
        if page.starts[i] >= done and (atom := rule(page, i)) is not None:
            begin = max(_led(page, i, atom), done)
            done = atom.end
            yield Atom(begin, atom.end, atom.form, atom.sure)


def _of_one_moment(low: str, held: Atom, atom: Atom) -> bool:
    if held.form == atom.form:
        return atom.form == "T" and _UNTIL.fullmatch(low, held.end, atom.start) is not None
    return held.end == atom.start or _GAP.fullmatch(low, held.end, atom.start) is not None


def _led(page: Page, i: int, atom: Atom) -> int:
    """Where the expression begins, with the small words that belong to it."""
    leads = _LEADS[atom.form]
    j = i
    while j and i - j < 5 and page.words[j - 1] in leads and page.gap(j) in {" ", "  ", "\n", "-", "/"}:
        j -= 1
    while j < i and (page.words[j] in _BEGINS_NOTHING or page.words[j] in _WEATHER):
        if _begins_whole(page, j, atom):
            break
        j += 1  # "just" or "week" begin nothing by themselves
    doubled = j + 1 < i and page.words[j] in {"in", "the", "at"}
    if doubled and page.words[j + 1] in {"on", "at", "in", "last", "next", "this"}:
        j += 1  # "handed in on the 28th"
    return page.starts[j] if j < i else atom.start


def _begins_whole(page: Page, j: int, atom: Atom) -> bool:
    """`first thing Monday`, `a wet Thursday`, `after six`: here these words say when."""
    if atom.form == "T" and page.words[j] not in {"after", "before", "efter", "afore"}:
        return False
    found = _WHOLE_LEADS.match(page.low, page.starts[j])
    if found is None:
        return False
    rest = page.low[found.end() : page.starts[j] if found.end() > atom.start else atom.start].strip()
    return found.end() <= atom.start and rest in {"", "the", "about", "on"}


def _span(atom: Atom) -> Span:
    return Span(atom.start, atom.end, Kind.DATE, Level.SURE if atom.sure else Level.LOOK)
