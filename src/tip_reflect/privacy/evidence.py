"""What may be seen of a word: how it is written, what company it keeps, and what the rules say of it.

A word outside the English dictionary is seen only as what sort of word it is, so that no name is ever learned and where
a name comes from says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from typing import Final, NamedTuple

from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.dictionary import ENGLISH, NAME, Flag
from tip_reflect.privacy.finding import Level, Span
from tip_reflect.privacy.tokens import Token

MOST_SUBJECTS: Final = 4

_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*[^\W\d_]{0,2}(?!\w)|\d\w*")
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


class Seen(NamedTuple):
    """A word or a number as it is weighed: `form` is how it is written, `word` what the dictionary says."""

    start: int
    end: int
    word: str
    form: str
    ending: str
    gap: str
    """What parts it from the one before: nothing, a comma, a full stop, a quotation mark, something else."""
    small: bool
    """Whether it is a small word and no name: it points to nobody by itself."""


class Sight(NamedTuple):
    """A text as it is weighed: its words, what the rules say of each, and how much is surely in it."""

    seen: Sequence[Seen]
    words: Sequence[str]
    forms: Sequence[str]
    gaps: Sequence[str]
    ruled: Sequence[str]
    sure: int

    def weighed(self) -> list[int]:
        """The words that are weighed, by number: all but the small ones."""
        return [at for at, each in enumerate(self.seen) if not each.small]


def sight(text: str, words: Sequence[Token], spans: Sequence[Span]) -> Sight:
    """The text, its words and what the rules found in it, as it is weighed."""
    seen = see(text, words)
    return Sight(
        seen,
        [each.word for each in seen],
        [each.form for each in seen],
        [each.gap for each in seen],
        rules_over(seen, spans),
        sure_subjects(text, spans),
    )


def see(text: str, words: Sequence[Token]) -> list[Seen]:
    """Words and numbers in order, none over another."""
    found: list[tuple[int, int, Token | None]] = [(token.start, token.end, token) for token in words]
    if _DIGIT.search(text):
        found += [(start, end, None) for start, end in _numbers(text)]
        found.sort(key=lambda each: each[:2])
    seen: list[Seen] = []
    before = 0
    for start, end, token in found:
        if seen and start < before:
            continue
        between = text[before:start]
        gap = "^" if not seen else "" if between == " " else _gap(between)
        before = end
        if token is None:
            shape = _LETTERS.sub("a", _DIGIT.sub("9", text[start:end]))[:8]
            seen.append(Seen(start, end, "<number>", shape, "", gap, False))
        else:
            seen.append(_word(token, gap))
    return seen


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Figures with the letters before and after them: `41`, `X38`, `9.30`."""
    for match in _FIGURE.finditer(text):
        start = match.start()
        while start and text[start - 1].isalpha():
            start -= 1
        yield start, match.end()


def _word(token: Token, gap: str) -> Seen:
    sort, everyday, name = _sort(token.flags)
    written = "u" if not token.cased else "S" if token.shouted else "C" if token.capital else "l"
    one = "1" if len(token.text) == 1 else ""
    key = token.key
    return Seen(
        token.start,
        token.end,
        key if everyday else f"<{sort}{one}>",
        f"{written}{'b' if token.begins else ''}{'p' if token.possessive else ''}{sort}{one}",
        key[-3:],
        gap,
        not name and key in SMALL_WORDS,
    )


@cache
def _sort(flags: int) -> tuple[str, bool, bool]:
    """What sort of word this is; whether it is one of everyday, which may be known by itself; and may be a name."""
    everyday = flags & Flag.CAPITAL or (
        flags & ENGLISH and (flags & (Flag.COMMON | Flag.WORD) or not flags & NAME)
    )
    sort = "".join(letter for letter, flag in _KINDS_OF_FLAG if flags & flag)
    return sort, bool(everyday), bool(flags & (NAME | Flag.PLACE))


def _gap(between: str) -> str:
    between = between.strip(" \t\u00a0")
    if not between:
        return ""
    if any(sign in ".!?…\n\r" for sign in between):
        return "."
    if any(sign in ",;:()-–—" for sign in between):
        return ","
    return '"' if between[-1] in "\"“”'‘’" else "o"


def rules_over(seen: Sequence[Seen], spans: Sequence[Span]) -> list[str]:
    """What the rules say of each word: the kind and the level of the span over it, or nothing."""
    said = [""] * len(seen)
    at = 0
    for span in spans:
        while at < len(seen) and seen[at].end <= span.start:
            at += 1
        while at < len(seen) and seen[at].start < span.end:
            said[at] = f"{span.kind.value}/{span.level.value[0]}"
            at += 1
        at = max(0, at - 1)
    return said


def sure_subjects(text: str, spans: Sequence[Span]) -> int:
    """How many different things are surely there, counted up to MOST_SUBJECTS: one name seldom comes alone."""
    different = {text[span.start : span.end].casefold() for span in spans if span.level is Level.SURE}
    return min(len(different), MOST_SUBJECTS)


def evidence(sight: Sight) -> Columns:
    """All that is weighed of each word but the small: itself, its company within three words, the rules, the text.

    A way of looking is named for where it looks: `-1` is the word before, `f` how a word is written, `r` the rules,
    `g` what parts two words, `e` its ending, `s` how much is surely in the text.
    """
    weighed = [not each.small for each in sight.seen]

    def from_here(values: Sequence[str], by: int, edge: str = _EDGE) -> list[str]:
        return list(compress(_seen_from(values, by, edge), weighed))

    words, forms, gaps, ruled = (
        list(compress(values, weighed)) for values in (sight.words, sight.forms, sight.gaps, sight.ruled)
    )
    left, right = from_here(sight.words, -1), from_here(sight.words, 1)
    sure = f"{sight.sure} "
    return {
        "0": words,
        "f": forms,
        "-1": left,
        "+1": right,
        "-2": from_here(sight.words, -2),
        "+2": from_here(sight.words, 2),
        "-3": from_here(sight.words, -3),
        "+3": from_here(sight.words, 3),
        "-1 0": _both(left, words),
        "0 +1": _both(words, right),
        "-f f": _both(from_here(sight.forms, -1), forms),
        "f +f": _both(forms, from_here(sight.forms, 1)),
        "-1 f": _both(left, forms),
        "f +1": _both(forms, right),
        "r": ruled,
        "-r": from_here(sight.ruled, -1, ""),
        "+r": from_here(sight.ruled, 1, ""),
        "g f": _both(gaps, forms),
        "f +g": _both(forms, from_here(sight.gaps, 1, ".")),
        "e": [each.ending for each in compress(sight.seen, weighed)],
        "s r": [sure + rule for rule in ruled],
        "s f": [sure + form for form in forms],
    }


def _seen_from(values: Sequence[str], by: int, edge: str) -> list[str]:
    """What each word sees `by` words on, or back; `edge` where there is none."""
    if by < 0:
        return [*[edge] * -by, *values[:by]][: len(values)]
    return [*values[by:], *[edge] * by][: len(values)]


def _both(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return list(map(" ".join, zip(one, other, strict=True)))


def between(sight: Sight, at: int) -> tuple[tuple[str, str], ...]:
    """What is weighed of the place between the word `at` and the next: for each way of looking, what is seen."""
    _, words, forms, gaps, ruled, _ = sight
    after = at + 1
    word, following, form, next_form = words[at], words[after], forms[at], forms[after]
    rule, next_rule = ruled[at], ruled[after]
    beyond = after + 1 < len(words)
    return (
        ("0", word),
        ("+1", following),
        ("-1", words[at - 1] if at else _EDGE),
        ("+2", words[after + 1] if beyond else _EDGE),
        ("0 +1", f"{word} {following}"),
        ("f", form),
        ("f +f", f"{form} {next_form}"),
        ("f +1", f"{form} {following}"),
        ("0 +f", f"{word} {next_form}"),
        ("g +f", f"{gaps[after]} {next_form}"),
        ("r", rule),
        ("+r", next_rule),
        ("-r", ruled[at - 1] if at else ""),
        ("+2r", ruled[after + 1] if beyond else ""),
        ("r g +r", f"{rule} {gaps[after]} {next_rule}"),
    )
