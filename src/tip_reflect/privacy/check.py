"""Look at a text for what points to a person: every recogniser is heard, and each word is one finding at most.

It is help, never a promise: names and jigsaw facts will get through (DOMAIN 6.4).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy import ages, dates, jigsaw, numbers, watch_list
from tip_reflect.privacy.dictionary import dictionary
from tip_reflect.privacy.finding import Finding, Kind, Level, Span, Tier
from tip_reflect.privacy.joining import joined
from tip_reflect.privacy.pages import read
from tip_reflect.privacy.people import People
from tip_reflect.privacy.repeating import everywhere
from tip_reflect.privacy.subjects import subjects
from tip_reflect.privacy.swap_words import REMOVED
from tip_reflect.privacy.swaps import Swaps
from tip_reflect.privacy.tokens import Token, tokens, whole_characters
from tip_reflect.privacy.weighing import second_look
from tip_reflect.privacy.whereabouts import Whereabouts

_GOES_ON = re.compile(r" ?[^\W\dA-Z_]|[,;:)\]–—-]| [-–—(&+@/]| ?\d")
"""What follows a full stop that ends no sentence: that of `4 p.m., mum rang`."""
_EDGES = " \t\n\r\u00a0,;:.!?()[]{}\"“”'‘’-–—/&"


def find(text: str, watched: Sequence[WatchedName] = ()) -> tuple[Finding, ...]:
    """What points, or may point, to a person, with other words: in order, none over another. Linear in the text's length."""
    look, spans = _looked(text, watched)
    return tuple(
        Finding(
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            kind=span.kind,
            level=span.level,
            subject=subject,
            suggestions=suggestions,
        )
        for span, subject, suggestions in look.swaps.suggested(
            spans, subjects(text, look.words, spans), watched
        )
    )


def spotted(text: str, watched: Sequence[WatchedName] = ()) -> Sequence[Span]:
    """The same places, for those who ask neither who is who nor for other words: while somebody writes, at a gate."""
    return _looked(text, watched)[1]


def _is_said_instead(text: str, span: Span) -> bool:
    """Whether it stands in our own words for an age: `of primary age`."""
    return text[max(0, span.start - 3) : span.end + 4].casefold() in ("of primary age", "of secondary age")


def _looked(text: str, watched: Sequence[WatchedName]) -> tuple["Ruled", Sequence[Span]]:
    look = by_rules(text, watched)
    swaps = look.swaps
    added = [
        swaps.with_role(span) if span.kind is Kind.PERSON else span
        for span in second_look(text, look.words, look.spans, look.listed)
        if text[span.start - 1 : span.end + 1] != REMOVED and not _is_said_instead(text, span)
    ]
    settled = joined(text, _settle(text, added, look.listed), dictionary().flags)
    return look, swaps.with_articles(everywhere(look.words, settled))


class Ruled(NamedTuple):
    """A text as the rules read it: its words, what they found, and which of that is the writer's own list."""

    words: Sequence[Token]
    spans: list[Span]
    listed: frozenset[Span]
    swaps: Swaps


def by_rules(text: str, watched: Sequence[WatchedName] = ()) -> Ruled:
    """What the recognisers find, heard together: in order, none over another."""
    known = dictionary()
    words = tokens(text)
    listed = list(watch_list.recognise(text, words, watched)) if watched else []
    page = read(text)
    first = [*listed, *numbers.recognise(text, page.low), *dates.recognise(page), *ages.recognise(page)]
    first += Whereabouts(text, words, known).recognise()
    taken = _covered(words, _settle(text, first))
    swaps = Swaps(text, page.low, words)
    people = [swaps.with_role(span) for span in People(text, words, known, taken).recognise()]
    spans = _settle(text, [*first, *people, *jigsaw.recognise(text, page.low)], frozenset(listed))
    spans = joined(text, spans, known.flags)
    return Ruled(words, spans, frozenset(listed), swaps)


def _settle(text: str, spans: Iterable[Span], listed: frozenset[Span] = frozenset()) -> list[Span]:
    """No span over another: the stronger keeps its words, and the weaker keeps the longest part that is left it."""
    used = bytearray(len(text))
    settled: list[Span] = []
    order = sorted([(_RANKS[span[2:]], span.start - span.end, span.start, span) for span in spans])
    if listed:
        order.sort(key=lambda each: each[-1] not in listed)
    for *_, span in order:
        start, end = whole_characters(text, span.start, span.end)
        if span.kind is Kind.DATE and text.endswith(".", start, end) and not _GOES_ON.match(text, end):
            end -= 1  # the sentence's own full stop
        if used.find(1, start, end) >= 0:
            start, end = _trimmed(text, *_longest_free(used, start, end))
            if end <= start or not _tells(text[start:end], span):
                continue
        used[start:end] = b"\1" * (end - start)
        settled.append(span.over(start, end))
    return sorted(settled)


def _rank(kind: Kind, level: Level) -> int:
    """Who is heard first where two want the same words."""
    if kind.tier is Tier.DIRECT:
        return 0 if level is Level.SURE else 4
    if kind.tier is Tier.JIGSAW:
        return 5
    if kind is Kind.DATE or kind is Kind.AGE:
        return 2
    return 1 if kind is Kind.PLACE or kind is Kind.ORGANISATION else 3


_RANKS = {(kind, level): _rank(kind, level) for kind in Kind for level in Level}


def _longest_free(used: bytearray, start: int, end: int) -> tuple[int, int]:
    """The longest part that nothing has, empty where there is none."""
    best = start, start
    at = start
    while at < end:
        free = used.find(0, at, end)
        if free < 0:
            break
        stop = used.find(1, free, end)
        stop = end if stop < 0 else stop
        if stop - free > best[1] - best[0]:
            best = free, stop
        at = stop
    return best


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    start += len(part) - len(part.lstrip(_EDGES))
    return start, max(start, end - (len(part) - len(part.rstrip(_EDGES))))


def _tells(words: str, span: Span) -> bool:
    """Whether what is left of a span is worth a decision: more than `on` of `on Tuesday`."""
    if span.kind.tier is Tier.JIGSAW:
        return len(words) > 5
    if span.kind.tier is Tier.DIRECT:
        return any(sign.isdigit() or sign == "@" for sign in words)
    return any(len(word) > 3 or word[0].isupper() or word.isdigit() for word in words.split())


def _covered(words: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    """Which words the spans stand over."""
    covered = [False] * len(words)
    for span in spans:
        at = bisect_right(words, span.start, key=attrgetter("end"))
        while at < len(words) and words[at].start < span.end:
            covered[at] = True
            at += 1
    return covered
