"""What is found in one place is found in every other: a name that is blurred once must not stand two lines on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.dictionary import Flag
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.tokens import Token

_END = attrgetter("end")
LONGEST = 6
"""Words; what is longer than this is seldom said twice."""
_REPEATED = frozenset((Kind.PERSON, Kind.PLACE, Kind.ORGANISATION))


def everywhere(words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans, and one for the same words of each where none was found, in any case. Linear in the words."""
    said: dict[tuple[str, ...], Kind] = {}
    written: set[tuple[str, ...]] = set()  # these only where they have a capital
    over = [False] * len(words)
    at = 0
    for span in spans:
        first = at = bisect_right(words, span.start, at, key=_END)
        while at < len(words) and words[at].start < span.end:
            over[at] = True
            at += 1
        while first < at and words[first].key in SMALL_WORDS:
            first += 1
        if span.kind not in _REPEATED or not 0 < at - first <= LONGEST:
            continue
        inside = words[first:at]
        keys = tuple(token.key for token in inside)
        if _tells(inside):
            said.setdefault(keys, span.kind)
        elif span.kind is Kind.PERSON and inside[0].capital and inside[0].cased:
            said.setdefault(keys, span.kind)
            written.add(keys)
    return sorted([*spans, *_again(words, over, said, written)])


def _tells(words: Sequence[Token]) -> bool:
    """Whether the words mean the same wherever they stand: not `will`, which is a name here and a word there."""
    return len(words) > 1 or not words[0].flags & (Flag.COMMON | Flag.WORD)


def _again(
    words: Sequence[Token],
    over: list[bool],
    said: dict[tuple[str, ...], Kind],
    written: set[tuple[str, ...]],
) -> Iterator[Span]:
    lengths = sorted({len(keys) for keys in said}, reverse=True)
    beginnings = {keys[0] for keys in said}
    done = 0
    for at in [at for at, token in enumerate(words) if token.key in beginnings and not over[at]]:
        if at < done:
            continue
        length = next(
            (n for n in lengths if _stand_free(words, over, at, n) and _keys(words, at, n) in said), 0
        )
        if length and _keys(words, at, length) in written and not (words[at].capital and words[at].cased):
            length = 0
        if length:
            done = at + length
            kind = said[_keys(words, at, length)]
            yield Span(words[at].start, words[done - 1].end, kind, Level.LOOK)


def _keys(words: Sequence[Token], at: int, length: int) -> tuple[str, ...]:
    return tuple(token.key for token in words[at : at + length])


def _stand_free(words: Sequence[Token], over: Sequence[bool], at: int, length: int) -> bool:
    return at + length <= len(words) and not any(over[at : at + length])
