"""What may be seen of a word: how it is written, what company it keeps, and what the rules say of it.

A word outside the English dictionary is seen only as what sort of word it is, so that no name is ever learned and where
a name comes from says nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import add
from typing import Final, NamedTuple

from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.dictionary import ENGLISH, NAME, Flag
from tip_reflect.privacy.finding import Level, Span
from tip_reflect.privacy.tokens import Token

MOST_SUBJECTS: Final = 4

_FIGURE = re.compile(r"\d(?:\d*(?:[.,:/-]\d+)*[^\W\d_]{0,2}(?!\w)|\w*)")
_LETTERS, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")
_EDGE = "<end>"
_KINDS_OF_FLAG = tuple(
    zip(
        "cwrKgfpas",
        (
            Flag.COMMON, Flag.WORD, Flag.RARE, Flag.CAPITAL, Flag.GIVEN, Flag.FAMILY, Flag.PLACE,
            Flag.ALSO_WORD, Flag.SELDOM,
        ),
        strict=True,
    )
)  # fmt: skip

Columns = Mapping[str, Sequence[str]]
"""For each way of looking, what is seen of each word in turn."""


class Sight(NamedTuple):
    """A text as it is weighed: of each of its words and numbers, in order, none over another, what is seen."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    """What the dictionary says: an everyday word itself, else what sort it is."""
    forms: list[str]
    """How it is written, and what sort it is, after a stroke."""
    endings: list[str]
    gaps: list[str]
    """What parts it from the one before: nothing, a comma, a full stop, a quotation mark, something else."""
    small: list[bool]
    """Whether it is a small word and no name: it points to nobody by itself, and is not weighed."""
    ruled: list[str]
    """What the rules say of it: the kind and the level of the span over it, or nothing."""
    sure: int
    """How many different things are surely in the text, counted up to MOST_SUBJECTS."""

    def weighed(self) -> list[int]:
        """The words that are weighed, by number."""
        return [at for at, small in enumerate(self.small) if not small]


def sight(text: str, words: Sequence[Token], spans: Sequence[Span]) -> Sight:
    """The text, its words and what the rules found in it, as it is weighed."""
    rows = [
        (word.start, word.end, word.key, _sort(
            word.flags, word.cased, word.shouted, word.capital, word.begins, word.possessive, len(word.text) == 1
        ))
        for word in words
    ]  # fmt: skip
    if _DIGIT.search(text):
        rows = _in_order(rows, [(*place, "", _number(text[slice(*place)])) for place in _numbers(text)])
    if not rows:
        return Sight([], [], [], [], [], [], [], [], 0)
    starts, ends, keys, sorts = map(list, zip(*rows, strict=True))
    forms, kinds, names = map(list, zip(*sorts, strict=True))
    between = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    return Sight(
        starts,
        ends,
        [kind or key for kind, key in zip(kinds, keys, strict=True)],
        forms,
        [key[-3:] for key in keys],
        ["^", *["" if gap == " " else _gap(gap) for gap in between]],
        [key in SMALL_WORDS and not name for key, name in zip(keys, names, strict=True)],
        _rules_over(starts, ends, spans),
        sure_subjects(text, spans),
    )


_Sort = tuple[str, str, bool]
"""How a word is written; what sort it is, nothing if it is one of everyday, known by itself; may it be a name."""
_Row = tuple[int, int, str, _Sort]
"""Where a word or a number stands, the word, and its sort."""


def _in_order(words: Sequence[_Row], numbers: Sequence[_Row]) -> list[_Row]:
    """Words and numbers, none over another: what begins first stays. No number ends where a word does."""
    rows: list[_Row] = []
    before = -1
    for row in sorted((*words, *numbers)):
        if row[0] >= before:
            rows.append(row)
            before = row[1]
    return rows


def _number(figures: str) -> _Sort:
    return "|" + _LETTERS.sub("a", _DIGIT.sub("9", figures))[:8], "<number>", False


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Figures with the letters before and after them: `41`, `X38`, `9.30`."""
    for match in _FIGURE.finditer(text):
        start = match.start()
        while start and text[start - 1].isalpha():
            start -= 1
        yield start, match.end()


@cache
def _sort(flags: int, *written: bool) -> _Sort:
    cased, shouted, capital, begins, possessive, single = written
    everyday = flags & Flag.CAPITAL or (
        flags & ENGLISH and (flags & (Flag.COMMON | Flag.WORD) or not flags & NAME)
    )
    sort = "".join(letter for letter, flag in _KINDS_OF_FLAG if flags & flag) + ("1" if single else "")
    letters = "u" if not cased else "S" if shouted else "C" if capital else "l"
    form = f"|{letters}{'b' if begins else ''}{'p' if possessive else ''}{sort}"
    return form, "" if everyday else f"<{sort}>", bool(flags & (NAME | Flag.PLACE))


def _gap(between: str) -> str:
    between = between.strip(" \t\u00a0")
    if not between:
        return ""
    if any(sign in ".!?…\n\r" for sign in between):
        return "."
    if any(sign in ",;:()-–—" for sign in between):
        return ","
    return '"' if between[-1] in "\"“”'‘’" else "o"


def _rules_over(starts: Sequence[int], ends: Sequence[int], spans: Sequence[Span]) -> list[str]:
    said = [""] * len(starts)
    for span in spans:
        rule = f"{span.kind}/{span.level[0]}"
        at = bisect_right(ends, span.start)
        while at < len(said) and starts[at] < span.end:
            said[at] = rule
            at += 1
    return said


def sure_subjects(text: str, spans: Sequence[Span]) -> int:
    """How many different things are surely there, counted up to MOST_SUBJECTS: one name seldom comes alone."""
    different = {text[span.start : span.end].casefold() for span in spans if span.level is Level.SURE}
    return min(len(different), MOST_SUBJECTS)


def evidence(sight: Sight) -> Columns:
    """All that is weighed of each word but the small: itself, the words beside it, and the rules.

    A way of looking is named for where it looks: `-1` is the word before, `f` how a word is written, `r` the rules,
    `e` its ending.
    """
    weighed = [not small for small in sight.small]

    def from_here(values: Sequence[str], by: int, edge: str = _EDGE) -> list[str]:
        return list(compress(_seen_from(values, by, edge), weighed))

    words, forms, gaps, ruled = (
        list(compress(values, weighed)) for values in (sight.words, sight.forms, sight.gaps, sight.ruled)
    )
    left, right = from_here(sight.words, -1), from_here(sight.words, 1)
    return {
        "0": words,
        "f": forms,
        "-1": left,
        "+1": right,
        "-2": from_here(sight.words, -2),
        "+2": from_here(sight.words, 2),
        "-1 f": _both(left, forms),
        "f +1": _both(forms, right),
        "r": ruled,
        "-r": from_here(sight.ruled, -1, ""),
        "+r": from_here(sight.ruled, 1, ""),
        "g f": _both(gaps, forms),
        "e": list(compress(sight.endings, weighed)),
    }


def _seen_from(values: Sequence[str], by: int, edge: str) -> list[str]:
    """What each word sees `by` words on, or back; `edge` where there is none."""
    if by < 0:
        return [*[edge] * -by, *values[:by]][: len(values)]
    return [*values[by:], *[edge] * by][: len(values)]


def _both(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return list(map(add, one, other))


WAYS_BETWEEN: Final = (
    "0", "+1", "-1", "+2", "0 +1", "f", "f +f", "f +1", "0 +f", "g +f", "r", "+r", "-r", "+2r", "r g +r",
)  # fmt: skip
"""The ways of looking at a place between two words, seen from the first."""


def between(sight: Sight, at: int) -> tuple[str, ...]:
    """What is weighed of the place between the word `at` and the next, for each of WAYS_BETWEEN."""
    words, forms, gaps, ruled = sight.words, sight.forms, sight.gaps, sight.ruled
    after = at + 1
    word, following, form, next_form = words[at], words[after], forms[at], forms[after]
    rule, next_rule = ruled[at], ruled[after]
    beyond = after + 1 < len(words)
    return (
        word,
        following,
        words[at - 1] if at else _EDGE,
        words[after + 1] if beyond else _EDGE,
        f"{word} {following}",
        form,
        f"{form} {next_form}",
        f"{form} {following}",
        f"{word} {next_form}",
        f"{gaps[after]} {next_form}",
        rule,
        next_rule,
        ruled[at - 1] if at else "",
        ruled[after + 1] if beyond else "",
        f"{rule} {gaps[after]} {next_rule}",
    )
