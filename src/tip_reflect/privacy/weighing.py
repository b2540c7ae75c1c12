"""What the company a word keeps says of it: a second listener after the rules, for what no list holds.

Each thing seen of a word and of its neighbours (`evidence`) has a weight (`weights`); their sum says how likely the word
belongs to something that points to a person, and another sum how likely two words side by side are one thing. What it
adds is always *look*.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import call
from typing import Final

from tip_reflect.privacy.calendar_days import MONTH_NAMES, WEEKDAY_WORDS
from tip_reflect.privacy.evidence import WAYS_BETWEEN, Columns, Sight, between, evidence, sight
from tip_reflect.privacy.finding import Kind, Level, Span, Tier
from tip_reflect.privacy.name_words import INITIALS_LONGEST
from tip_reflect.privacy.number_words import NUMBERS
from tip_reflect.privacy.school_stages import FIRST_WORDS
from tip_reflect.privacy.tokens import Token
from tip_reflect.privacy.weights import GENERAL, KINDS, Worth, kinds, links, worth

ENOUGH: Final = -2.625
"""From this sum on a word is worth a look: low, for what is overlooked costs more than what is looked at.

Weights are whole twentieths, and each bound is half a step beside one, so that no sum is a rounding away from it.
"""
ENOUGH_TO_TELL: Final = -1.225
"""For a telling fact, which the writer is only asked about, it takes more."""
ENOUGH_OF_ELSE: Final = -1.925
"""Where the words cannot be what they most seem to be, it takes something between."""
TOO_LITTLE: Final = -2.425
"""Below this sum what a rule only wanted looked at is let go."""
IN_A_QUIET_TEXT: Final = 1.0
"""How much more it takes where nothing sure was found in the whole of a text as long as QUIET_WORDS, and less so in a shorter one."""
QUIET_WORDS: Final = 120
TOGETHER: Final = -2.725
"""From this sum on two words are one thing, where a place or a service is found: its name may be of any words."""
TOGETHER_ELSE: Final = -0.725
"""From this sum on, where it is anything else."""
WAYS_OF_KIND: Final = ("0", "f", "-1", "+1")
"""The ways of looking that tell what a thing is; whether it is worth a look takes them all."""
_FIGURES = frozenset(("<number>", *NUMBERS, *FIRST_WORDS))
_DAYS = frozenset(
    (*WEEKDAY_WORDS, *MONTH_NAMES, *"morning night evening afternoon noon midnight weekend".split())
)
_TELLING: Final = "jigsaw"
_FIGURES_IN: Final = {"number": frozenset(("<number>",)), "age": _FIGURES, "date": _FIGURES | _DAYS}
_NAMED: Final = re.compile("[gf]")
"""In how a word is written, when it is somebody's given or family name."""
_PEOPLE = (Kind.PERSON, Kind.INITIALS)
_NOT_WEIGHED: Final = float("-inf")


def second_look(
    text: str, words: Sequence[Token], spans: Sequence[Span], listed: frozenset[Span] = frozenset()
) -> list[Span]:
    """The spans that the rules found, less what is not worth a look, and more of what is; some may touch.

    `listed` are those of the writer's own list, which stay as they are.
    """
    view = sight(text, words, spans)
    columns = evidence(view)
    weighed = view.weighed()
    sums = _sums(worth(view.sure), columns, weighed, len(view.starts))
    more = 0.0 if view.sure else IN_A_QUIET_TEXT * min(1.0, len(words) / QUIET_WORDS)
    kept = [
        span
        for span, best in zip(spans, _best(view, sums, spans), strict=True)
        if span.level is Level.SURE or span.kind.tier is Tier.DIRECT or best >= TOO_LITTLE + more
    ]
    found = sorted([*kept, *_added(view, sums, weighed, columns, ENOUGH + more)])
    return _linked(view, found, listed)


def _sums(known: Worth, columns: Columns, weighed: Sequence[int], count: int) -> list[float]:
    """What speaks for each word, all ways of looking together; nothing speaks for a small one."""
    start = known["all"][""]
    every = [map(known[way].get, values, repeat(0.0)) for way, values in columns.items() if way in known]
    sums = [_NOT_WEIGHED] * count
    for at, more in zip(weighed, map(sum, zip(*every, strict=True)), strict=True):
        sums[at] = start + more
    return sums


def _best(view: Sight, sums: Sequence[float], spans: Sequence[Span]) -> list[float]:
    """The largest sum of any word of each span; a span with no word that is weighed is not judged."""
    best = []
    for span in spans:
        first = bisect_right(view.ends, span.start)
        most = max(sums[first : bisect_left(view.starts, span.end)], default=_NOT_WEIGHED)
        best.append(-TOO_LITTLE if most == _NOT_WEIGHED else most)
    return best


def _added(
    view: Sight, sums: Sequence[float], weighed: Sequence[int], columns: Columns, enough: float
) -> Iterator[Span]:
    """Words worth a look that stand together, each run of them as what it seems to be."""
    runs = _runs(view, sums, weighed, enough)
    telling = [(columns[way], known) for way, known in kinds().items()] if runs else []
    for run in runs:
        first, last = weighed[run.start], weighed[run.stop - 1]
        loudest = _loudest(telling, run)
        kind = next(kind for kind in loudest if _may_be(kind, view, first, last))
        bound = ENOUGH_OF_ELSE if kind != loudest[0] else ENOUGH_TO_TELL if kind == _TELLING else ENOUGH
        if max(sums[first : last + 1]) >= enough - ENOUGH + bound:
            yield Span(view.starts[first], view.ends[last], GENERAL[kind], Level.LOOK)


def _runs(view: Sight, sums: Sequence[float], weighed: Sequence[int], enough: float) -> list[range]:
    """Which of the weighed words are worth a look and stand side by side, with no rule over them."""
    runs: list[range] = []
    last = -1
    for on, at in enumerate(weighed):
        if sums[at] < enough or view.ruled[at]:
            continue
        if runs and last == at - 1 and view.gaps[at] not in (".", ","):
            runs[-1] = range(runs[-1].start, on + 1)
        else:
            runs.append(range(on, on + 1))
        last = at
    return runs


def _may_be(kind: str, view: Sight, first: int, last: int) -> bool:
    """Whether some words can be one of KINDS.

    A number or an age has a figure in it, a date a figure or a word for a day; a name has a word that somebody is called
    or that nobody knows; and initials are short and no word.
    """
    words = view.words[first : last + 1]
    if kind == "person":
        return any(word[0] == "<" for word in words) or any(map(_NAMED.search, view.forms[first : last + 1]))
    if kind == "initials":
        return any(_is_short(view, at) for at in range(first, last + 1))
    figures = _FIGURES_IN.get(kind)
    return figures is None or not figures.isdisjoint(words)


def _is_short(view: Sight, at: int) -> bool:
    """One letter, or up to three that are no word or all capitals."""
    length = view.ends[at] - view.starts[at]
    return length == 1 or (
        length <= INITIALS_LONGEST and (view.words[at][0] == "<" or view.forms[at][1] == "S")
    )


def _loudest(
    telling: Sequence[tuple[Sequence[str], Mapping[str, Sequence[float]]]], run: range
) -> Sequence[str]:
    """What all words of a run together speak for, of KINDS, the loudest first."""
    rows = [
        speaks for at in run for column, known in telling if (speaks := known.get(column[at])) is not None
    ]
    together: list[float] = list(map(sum, zip(*rows, strict=True))) or [0.0] * len(KINDS)
    return [kind for _, kind in sorted(zip(together, KINDS, strict=True), reverse=True)]


def _linked(view: Sight, spans: Sequence[Span], listed: frozenset[Span]) -> list[Span]:
    """The spans, each as far as what it is part of goes: `the young carers in` `Crieff`."""
    starts, ends = view.starts, view.ends
    known = links()
    start_from = known["all"][""]
    ways: list[Callable[[str, float], float]] = [known[way].get for way in WAYS_BETWEEN]

    def is_one(at: int, kind: Kind) -> bool:
        """Whether the word `at` and the next are one thing, of which one has been found to be of this kind."""
        if view.gaps[at + 1] == "." or (kind in _PEOPLE and (view.small[at] or view.small[at + 1])):
            return False
        enough = TOGETHER if kind in (Kind.PLACE, Kind.ORGANISATION) else TOGETHER_ELSE
        speaks = map(call, ways, between(view, at), repeat(0.0))
        return start_from + sum(speaks) >= enough

    groups: list[Span] = []
    at = 0
    taken = 0  # the first word that no group has
    for place, span in enumerate(spans):
        first = last = bisect_right(ends, span.start, at)
        while last < len(starts) and starts[last] < span.end:
            last += 1
        at = last
        if first == last or not _may_grow(span, listed):
            groups.append(span)
            taken = last
            continue
        here, after = first, last
        while first > taken and is_one(first - 1, span.kind):
            first -= 1
        joins = first == taken > 0 and groups and _may_grow(groups[-1], listed)
        if joins and view.small[first] and groups[-1].kind in _PEOPLE and groups[-1].level is Level.SURE:
            joins = False  # DONNA AT KIRKCALDY SHERIFF COURT
        whole = span
        if joins and is_one(first - 1, span.kind):
            whole = _one(groups.pop(), span)
        else:
            while first < here and view.small[first]:
                first += 1
            whole = span.over(min(span.start, starts[first]), span.end)
        limit = spans[place + 1].start if place + 1 < len(spans) else ends[-1]
        while last < len(ends) and ends[last] <= limit and is_one(last - 1, span.kind):
            last += 1
        while last > after and view.small[last - 1]:
            last -= 1
        taken = at = last
        groups.append(whole.over(whole.start, max(span.end, ends[last - 1])))
    return groups


def _may_grow(span: Span, listed: frozenset[Span]) -> bool:
    tier = span.kind.tier
    fixed = tier is Tier.DIRECT or (tier is Tier.JIGSAW and span.kind is not Kind.FACT)
    return not fixed and not (listed and span in listed)


def _one(one: Span, other: Span) -> Span:
    """Two spans as one: the surer level is that of the whole, and so is its kind; a service has its place in it."""
    level = Level.SURE if Level.SURE in (one.level, other.level) else Level.LOOK
    kinds = (one.kind, other.kind)
    kind = other.kind if other.level is Level.SURE and one.level is not Level.SURE else one.kind
    if Kind.ORGANISATION in kinds:
        kind = Kind.ORGANISATION
    elif kind.tier is Tier.JIGSAW:
        kind = next((each for each in kinds if each.tier is not Tier.JIGSAW), kind)
    return Span(one.start, other.end, kind, level)
