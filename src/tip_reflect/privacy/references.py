"""Case and reference numbers: what follows `ref`, `case no` or `crime`, and letters with digits that nothing else explains.

DOMAIN 6.4: "ref", "case no", letters and digits of five or more signs.
"""

import itertools
import re
from collections.abc import Iterator

from tip_reflect.privacy.checksums import is_day
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.number_labels import (
    Label,
    is_label,
    label_before,
    label_right_before,
    number_word_before,
)
from tip_reflect.privacy.plain_signs import Later, Places, Signs, matches

_TOKEN = Later(
    r"(?<![\w£$€@+/\-])(?<!\d[.,:])(?=[a-z/_\-.]{0,14}\d)[a-z0-9]{1,40}(?:[/\-_.][a-z0-9]{1,40}|(?<=[a-z0-9]) ?/ ?(?=[a-z]{0,4}\d)[a-z0-9]{1,40}){0,8}"
)
_MORE = Later(
    r"[ \-]{1,3}(?!(?:19|20)\d\d(?!\d))(?:\d{2,}[a-z]?|(?=[a-z]{1,3}\d)[a-z0-9]{2,8})(?![a-z0-9.,:/]\d|[a-z0-9%])"
)
_FOUR = Later(r"(?<!\d)(?!19|20)\d{4}$")
_FOUR_MORE = Later(r" (?:19|20)\d\d(?![\w.,:/\-]\d|[\w%])")
_CLOCK = Later(
    r"(?<![a-z])(?:at|by|about|around|until|till|til|from|since|before|after|for|to|or|at about|ca)(?: the)? $"
)
_PASSWORD = Later(
    r"(?<![a-z])(?:pass ?word|pass ?code|passphrase|wi-?fi)s?(?: (?:is|was|for the wifi|for it|now|still)| ?[:=]){0,3} [\"'\u201c\u2018]?"
    r"(?=[^\s]{0,30}\d)([a-z0-9][^\s,;\"]{2,39}[a-z0-9!?#*])(?!\w)"
)
# What a year may open too: `the keysafe's 1958`.
_OPENS = Later(
    r"(?<![a-z])(?:key ?safe|key ?box|lock ?box|pin|locker|buzzer|combination)(?:'?s)?(?: (?:is|was)|:| -)? $"
)
_LETTERS_AFTER = Later(r"[ \-]([a-z]{1,3})(?![a-z0-9'\u2019])")
_LETTERS_BEFORE = Later(r"(?<![\w'])[a-z]{1,4}[ ]$")
_OF_DATE = Later(
    r" (?:of|on|dated)(?:(?: the)? \d{1,2}(?:st|nd|rd|th)?[ /.\-](?:\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})"
    r"(?:[ /.\-]\d{2,4})?(?!\d)| the \d{1,2}(?:st|nd|rd|th)(?![a-z0-9]))"
)
_HASH = Later(r"(?<![\w&])# ?(\d{3,}[\w/\-]*)")
_NUMBERED = Later(
    r"(?<![a-z])(?:no|nos|number|nr|num)\b\.?\s?[:#]?\s?(\d{3,}(?:[/\-][a-z0-9]{1,12}| \d{3,8}){0,3})(?![\d%]|[.,:]\d)"
)
_CITATION = Later(
    r"\[\d{4}\] (?:csih|csoh|hcjac|hcj|uksc|ukhl|sac|fai|sc [a-z]{2,4}|ewhc|ewca|ewfc|ukut|ukftt)[a-z() ]{0,8}\d{1,5}"
)
_GROUPED = Later(r"(?<![\w£$€.,/:\-])\d{2,8}(?:[ \-]\d{2,8}){2,5}(?![\w%]|[.,/:\-]\d)")
_APART = Later(r"(?<![\w£$€.,/:\-])(?:\d(?:[ .\-]\d){8,}|\d{2,6}(?:\.\d{2,6}){1,3})(?![\w%]|[.,/:\-]\d)")
"""Nine figures and more one by one, or in groups with full stops: no sum is written so."""
_MOST_OF_A_DATE = 8
_LONG_RUN = Later(r"(?<![\d£$€])(?<!\d[.,])\d{5,}(?![\d%]|[.,]\d)")
_QUANTITY = Later(
    r"\s?(?:pounds|quid|steps|people|words|miles|km|k|p|euros?|dollars?|children|families|homes|households|hits|views|followers|"
    r"members|per|percent|pence|a year|a month|calories|hours|metres)(?![a-z])"
)
_ROAD = Later(r"[abm]\d{1,4}(?:\(m\))?")
_YEAR = Later(r"(?:19|20)\d\d")
_YEAR_RANGE = Later(r"(?:19|20)\d\d[/\-](?:(?:19|20)\d\d|\d\d)")
_DATE = Later(r"(\d{1,2})([/.\-])(\d{1,2})\2(?:\d\d)?(\d\d)|(?:19|20)(\d\d)([/.\-])(\d{1,2})\6(\d{1,2})")
_TIMES = Later(r"[0-2]?\d[.:]?[0-5]\d(?:am|pm|hrs?|h)?(?:[\-/][0-2]?\d[.:]?[0-5]\d(?:am|pm|hrs?|h)?)?")
_MEASURE = Later(
    r"\d{1,6}(?:\.\d+)?(?:st|nd|rd|th|s|am|pm|hrs?|h|hours?|mins?|m|km|kg|g|mg|mcg|ml|l|k|p|ft|in|cm|mm|lbs?|bn|yrs?|yo|x|hz|w|kwh|mb|gb|"
    r"tb|ish|ers?|odd|plus|mph|pa|pcm|pw|kcal|cal|pounds|quid|steps)"
)
_JOINED_LONG = Later(r"[/\-]\d{5}|\d{5}[a-z]?[/\-]")
_PART = Later(r"[a-z]+|\d+")
_SAYS_WHAT_FOLLOWS = frozenset(
    """
    ref refs no nos nr num case file id uci chi nhs rent ni dob tel mob the and was for is are of on in at to it me us my by he she we as
    or an be so if up do go am pm his her its our you i a with from over that then than but not had has have got get out off now all any
    day who may one two six ten said says sent paid only just till also into them they this will when were your back call rang
    form code card plan type line team page lock safe book desk unit name sent came went left made took each like some over just near next
    last week year days mins time both none this that
    ring text phone mum dad men kid ward room flat age aged date time year acc per via fae tae wis wi aye nae st rd nd th
    """.split()
)
_EVERYDAY = Later(
    r"(?:covid|iso|office|windows|wcag|agenda|sars|utf|sha|base|mp|formula|route|channel|radio|xbox|section|sect|form)-?\d{1,4}"
)


def recognise(text: str, signs: Signs) -> Iterator[Span]:
    """Spans of reference numbers: SURE where a word or a shape says so, LOOK for digits that nothing explains."""
    places = signs.places
    if not places:
        return
    for match in matches(_TOKEN, signs, places):
        yield from _token(text, signs, match)
    yield from _numbered(signs, places)
    yield from _unexplained(signs)


def _numbered(signs: Signs, places: Places) -> Iterator[Span]:
    for match in matches(_HASH, signs, places) if "#" in signs else ():
        yield Span(*match.span(), Kind.REFERENCE, Level.SURE)
    for match in matches(_NUMBERED, signs, signs.with_digits(3)):
        if not _YEAR.fullmatch(match[1]):
            level = Level.SURE if len(match[1]) > 3 else Level.LOOK
            yield Span(*match.span(1), Kind.REFERENCE, level)
    for match in _PASSWORD.finditer(signs) if signs.speaks_of(("pass", "wifi", "wi-fi")) else ():
        yield Span(*match.span(1), Kind.REFERENCE, Level.SURE)
    for match in _CITATION.finditer(signs) if "[" in signs else ():
        yield Span(*match.span(), Kind.REFERENCE, Level.LOOK)


def _unexplained(signs: Signs) -> Iterator[Span]:
    for match in matches(_LONG_RUN, signs, signs.close_digits(5)):
        if not _is_quantity(signs, match):
            yield Span(*match.span(), Kind.REFERENCE, Level.LOOK)
    for match in matches(_APART, signs, signs.close_digits(9)):
        figures = [int(figure) for figure in _PART.findall(match[0])]
        steps = {after - before for before, after in itertools.pairwise(figures)}
        if sum(map(str.isdigit, match[0])) > _MOST_OF_A_DATE and steps not in ({1}, {-1}):
            yield Span(*match.span(), Kind.REFERENCE, Level.LOOK)
    for match in matches(_GROUPED, signs, signs.close_digits(8)):
        digits = sum(map(str.isdigit, match[0]))
        if digits >= 8 and not _DATE.match(match[0]) and not _all_years(match[0]):
            yield Span(*match.span(), Kind.REFERENCE, Level.LOOK)


def _token(text: str, signs: Signs, match: re.Match[str]) -> Iterator[Span]:
    start, end = match.span()
    token = match[0]
    figures = sum(map(str.isdigit, token))
    if figures < 2 and (not figures or token.isdigit() or len(token) > 3):
        return
    label = label_before(signs, start)
    if label in (Label.STRONG, Label.WEAK):
        first, last = _widened(text, signs, start, end)
        # `meter S88A 77120` has its figures further on; `hearing 12 March 2024` has none of its own.
        all_figures = sum(map(str.isdigit, signs[first:last]))
        if (token.isdigit() and figures < 3 and all_figures < 6) or (figures < 2 and all_figures < 5):
            all_figures = figures
        if (figures > 1 or all_figures > 4) and _is_labelled(
            signs, (first, start), token, all_figures, label
        ):
            yield Span(first, last, Kind.REFERENCE, Level.SURE)
            return
    if figures < 2 or _explained(token):
        return
    if level := _shape(text, start, end, token, figures):
        yield Span(start, end, Kind.REFERENCE, level)
    elif figures >= 5 and token.isdigit() and _capitals_start(text, signs, start) < start:
        yield Span(_capitals_start(text, signs, start), end, Kind.REFERENCE, Level.LOOK)


def _capitals_start(text: str, signs: Signs, start: int) -> int:
    """Where up to four letters that belong to the number begin (`CF 98765`); `start` itself without any."""
    letters = _LETTERS_BEFORE.search(signs, max(0, start - 6), start)
    if letters is None:
        return start
    word = letters[0][:-1]
    if word in _SAYS_WHAT_FOLLOWS and not (len(word) == 1 and text[letters.start()].isupper()):
        return start
    if label_right_before(signs, letters.start()):  # `hospital ref UHPI 7003`
        return letters.start()
    upper = text[letters.start() : letters.end() - 1].isupper() and not _shouted(text, letters.start(), start)
    return letters.start() if upper and not is_label(word) else start


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, so that capitals tell nothing."""
    around = text[max(0, start - 20) : start] + text[end : end + 20]
    return sum(map(str.isupper, around)) > 2 * sum(map(str.islower, around)) + 6


def _is_labelled(signs: Signs, edges: tuple[int, int], token: str, figures: int, label: Label) -> bool:
    first, start = edges
    beside = number_word_before(signs, first) or number_word_before(signs, start)
    directly = label_right_before(signs, first)
    if not beside and _TIMES.fullmatch(token) and _CLOCK.search(signs, max(0, start - 16), start):
        return False
    if _YEAR_RANGE.fullmatch(token) or _DATE.fullmatch(token):
        return beside and not _explained(token)
    if _explained(token):
        letters = token[0].isalpha() or (token[-1].isalpha() and figures > 4)
        return (beside and label is Label.STRONG) or (
            directly
            and ((letters and figures > 2) or (label is Label.STRONG and "/" in token and figures > 3))
        )
    if _YEAR.fullmatch(token):
        opens = _OPENS.search(signs, max(0, start - 24), start) is not None
        return opens or (beside and label is Label.STRONG)
    if beside:
        return True
    if label is Label.STRONG:
        return figures >= 3
    mixed = not token.isdigit()
    return figures >= 4 or (mixed and (figures >= 3 or (directly and sum(map(str.isalnum, token)) >= 5)))


def _widened(text: str, signs: Signs, start: int, end: int) -> tuple[int, int]:
    """With the letters before it (`CF 98765`), the groups after it, and the day an incident is of."""
    first = _capitals_start(text, signs, start)
    for _ in range(6):
        more = _MORE.match(signs, end)
        if more is None and _FOUR.search(signs, max(0, end - 5), end):
            more = _FOUR_MORE.match(signs, end)
        if more is None:
            break
        end = more.end()
    date = _OF_DATE.match(signs, end)
    if (
        date is None
        and (letters := _LETTERS_AFTER.match(signs, end))
        and letters[1] not in _SAYS_WHAT_FOLLOWS
    ):
        upper = text[letters.start(1) : letters.end()].isupper() and not _shouted(text, start, letters.end())
        if upper or (first < start and len(letters[1]) < 3):
            end = letters.end()
    return first, date.end() if date else end


def _shape(text: str, start: int, end: int, token: str, figures: int) -> Level | None:
    """What the token's own shape says: letters with digits are a reference where no everyday word is."""
    written = text[start:end]
    letters = [part for part in _PART.findall(token) if part[0].isalpha()]
    signs = sum(map(str.isalnum, token))
    joined = not token.isalnum() and "." not in token
    if not letters:
        return Level.LOOK if joined and figures >= 5 and "." not in token else None
    if signs < 5 or figures < 3 or "." in token:
        return None
    upper = not any(map(str.islower, written))
    if (
        figures == 4
        and any(_YEAR.fullmatch(part) for part in _PART.findall(token))
        and (max(map(len, letters)) > 2 or not upper)
    ):
        return None
    if figures >= 5 or (upper and (figures >= 4 or joined)):
        return Level.SURE
    return Level.LOOK if upper or (max(map(len, letters)) <= 4 and (figures >= 4 or joined)) else None


def _explained(token: str) -> bool:
    """Whether a token is a date, a time, a year, a measure, a road or a school year."""
    if token.isdigit():
        return False
    if (
        _ROAD.fullmatch(token)
        or _YEAR_RANGE.fullmatch(token)
        or _TIMES.fullmatch(token)
        or _EVERYDAY.fullmatch(token)
    ):
        return True
    if re.fullmatch(r"\d{2,3}/\d{2,3}", token):
        return True  # blood pressure, scores, 24/7
    if _JOINED_LONG.search(token):
        return False
    if date := _DATE.fullmatch(token):
        return is_day(date[1], date[3], date[4]) if date[1] else is_day(date[8], date[7], date[5])
    parts = re.split(r"[/\-]", token)
    return all(
        _MEASURE.fullmatch(part) or _YEAR.fullmatch(part) or part.isalpha() or len(part) < 3 for part in parts
    ) and any(_MEASURE.fullmatch(part) for part in parts)


def _is_quantity(signs: Signs, match: re.Match[str]) -> bool:
    run = match[0]
    if _QUANTITY.match(signs, match.end()) or re.search(
        r"[£$€]\s?$", signs[max(0, match.start() - 2) : match.start()]
    ):
        return True
    return run.endswith("000") and len(run) <= 6 and run[0] != "0"


def _all_years(groups: str) -> bool:
    return all(_YEAR.fullmatch(group) for group in re.split(r"[ \-]", groups))
