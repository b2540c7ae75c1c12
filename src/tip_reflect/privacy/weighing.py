"""What the company a word keeps says of it: a second listener after the rules, for what no list holds.

Each thing seen of a word and of its neighbours (`evidence`) has a weight in `words/weights.bin`; their sum says how
likely the word belongs to something that points to a person. `tests/privacy/learning.py` learns the weights from the
develop texts. It never learns a name: a word outside the English dictionary is seen only as what sort of word it is, so
that where a name comes from says nothing. What it adds is always *look*.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from operator import add
from pathlib import Path
from typing import Final, NamedTuple

from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.dictionary import ENGLISH, NAME, Flag
from tip_reflect.privacy.finding import Kind, Level, Span, Tier
from tip_reflect.privacy.tokens import Token

WEIGHTS = Path(__file__).parent / "words" / "weights.bin"

ENOUGH: Final = -2.6
"""From this sum on a word is worth a look: low, for what is overlooked costs more than what is looked at."""
ENOUGH_TO_TELL: Final = -1.2
"""For a telling fact, which the writer is only asked about, it takes more."""
TOO_LITTLE: Final = -2.4
"""Below this sum what a rule only wanted looked at is let go."""
IN_A_QUIET_TEXT: Final = 1.0
"""How much more it takes where nothing sure was found in the whole text."""
MOST_SUBJECTS: Final = 4

NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*[^\W\d_]{0,2}(?!\w)|\w*\d\w*")
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
_GENERAL = {
    "date": Kind.DATE, "age": Kind.AGE, "place": Kind.PLACE, "organisation": Kind.ORGANISATION,
    "person": Kind.PERSON, "initials": Kind.INITIALS, "jigsaw": Kind.FACT, "number": Kind.REFERENCE,
}  # fmt: skip
LOOKS_AHEAD: Final = ("0", "f", "-1", "+1", "+2", "0 +1", "f +f", "f +1", "r", "+r", "-r")
LOOKS_BACK: Final = ("-1 f", "g f", "+r")
"""The ways of looking that tell whether a word and the next are one thing: seen from the first, and from the second."""
TOGETHER: Final = -2.2
"""From this sum on they are, where a place or a service is found: its name may be of any words."""
TOGETHER_ELSE: Final = -0.7
"""From this sum on, where it is anything else."""
WAYS_OF_KIND: Final = ("0", "f", "-1", "+1", "-r", "+r", "-1 0", "e")
"""The ways of looking that tell what a thing is; whether it is worth a look takes them all."""
PART, WAY = "\x01", "\x02"
NOUGHT, FINE, MOST = 1024, 20, 900
"""A weight is kept as the character this many twentieths from NOUGHT."""
KINDS: Final = tuple(_GENERAL)
"""What the weights tell apart, in the order of their columns."""


class Seen(NamedTuple):
    """A word or a number as it is weighed: `form` is how it is written, `sort` and `word` what the dictionary says."""

    start: int
    end: int
    word: str
    form: str
    ending: str
    gap: str
    """What parts it from the one before: nothing, a comma, a full stop, a quotation mark, something else."""


Columns = Mapping[str, Sequence[str]]
"""For each way of looking, what is seen of each word in turn."""


Worth = Mapping[str, Mapping[str, float]]
"""For each way of looking, the worth of what may be seen."""
Kinds = Mapping[str, Mapping[str, Sequence[float]]]
"""For each way of looking, what the thing seen says of each of KINDS."""


@cache
def worth() -> Worth:
    """Read once, at the first text looked at."""
    return unpacked_worth(_parts(WEIGHTS.read_bytes())[0])


@cache
def kinds() -> Kinds:
    """Read once, when there is the first thing to look at."""
    return unpacked_kinds(_parts(WEIGHTS.read_bytes())[1])


@cache
def links() -> Worth:
    """What says that two words side by side belong to one thing. Read once, with the first thing found."""
    return unpacked_worth(_parts(WEIGHTS.read_bytes())[2])


def _parts(data: bytes) -> list[str]:
    return zlib.decompress(data).decode("utf-8").split(PART)


def unpacked(data: bytes) -> tuple[Worth, Kinds, Worth]:
    """What `packed` made."""
    first, second, third = _parts(data)
    return unpacked_worth(first), unpacked_kinds(second), unpacked_worth(third)


def packed(worth: Worth, kinds: Kinds, links: Worth) -> bytes:
    """For each way a line with its name, a line for each thing seen, and a line with a sign for each weight."""
    parts = (
        [_lines(way, seen, seen.values()) for way, seen in worth.items()],
        [_lines(way, seen, chain.from_iterable(seen.values())) for way, seen in kinds.items()],
        [_lines(way, seen, seen.values()) for way, seen in links.items()],
    )
    return zlib.compress(PART.join(map(WAY.join, parts)).encode("utf-8"), 9)


def _lines(way: str, seen: Iterable[str], weights: Iterable[float]) -> str:
    return "\n".join((way, *seen, "".join(map(_sign, weights))))


def unpacked_worth(part: str) -> Worth:
    found = {}
    for way, seen, weights in _ways(part):
        found[way] = dict(zip(seen, weights, strict=True))
    return found


def unpacked_kinds(part: str) -> Kinds:
    found = {}
    for way, seen, weights in _ways(part):
        rows = [weights[at : at + len(KINDS)] for at in range(0, len(weights), len(KINDS))]
        found[way] = dict(zip(seen, rows, strict=True))
    return found


def _ways(part: str) -> Iterator[tuple[str, list[str], list[float]]]:
    for lines in part.split(WAY):
        way, *seen, signs = lines.split("\n")
        yield way, seen, [(ord(sign) - NOUGHT) / FINE for sign in signs]


def _sign(weight: float) -> str:
    return chr(NOUGHT + max(-MOST, min(MOST, round(weight * FINE))))


def second_look(
    text: str, words: Sequence[Token], spans: Sequence[Span], listed: frozenset[Span] = frozenset()
) -> list[Span]:
    """The spans that the rules found, less what is not worth a look, and more of what is; some may touch."""
    seen = see(text, words)
    ruled = rules_over(seen, spans)
    sure = sure_subjects(text, spans)
    columns = evidence(seen, ruled, sure)
    sums = _sums(columns, len(seen))
    more = 0.0 if sure else IN_A_QUIET_TEXT
    kept = [
        span
        for span, best in zip(spans, _best(seen, sums, spans), strict=True)
        if span.level is Level.SURE or span.kind.tier is Tier.DIRECT or best >= TOO_LITTLE + more
    ]
    found = sorted([*kept, *_runs(seen, sums, ruled, columns, ENOUGH + more)])
    return _linked(seen, columns, found, listed)


def _sums(columns: Columns, count: int) -> list[float]:
    """What speaks for each word, all ways of looking together."""
    known = worth()
    start = known["all"][""]
    every = [map(known[way].get, values, repeat(0.0)) for way, values in columns.items() if way in known]
    return [start + sum(weights) for weights in zip(*every, strict=True)] if count else []


def see(text: str, words: Sequence[Token]) -> list[Seen]:
    """Words and numbers in order, none over another."""
    found: list[tuple[int, int, Token | None]] = [(token.start, token.end, token) for token in words]
    if any(character.isdigit() for character in text):
        found += [(*match.span(), None) for match in NUMBER.finditer(text)]
        found.sort(key=lambda each: each[:2])
    seen: list[Seen] = []
    before = 0
    for start, end, token in found:
        if seen and start < before:
            continue
        gap = _gap(text[before:start]) if seen else "^"
        before = end
        if token is None:
            shape = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "9", text[start:end]))[:8]
            seen.append(Seen(start, end, "<number>", shape, "", gap))
        else:
            seen.append(_word(token, gap))
    return seen


def _word(token: Token, gap: str) -> Seen:
    sort, everyday = _sort(token.flags)
    written = "u" if not token.cased else "S" if token.shouted else "C" if token.capital else "l"
    one = "1" if len(token.text) == 1 else ""
    form = f"{written}{'b' if token.begins else ''}{'p' if token.possessive else ''}{sort}{one}"
    return Seen(
        token.start, token.end, token.key if everyday else f"<{sort}{one}>", form, token.key[-3:], gap
    )


@cache
def _sort(flags: int) -> tuple[str, bool]:
    """What sort of word this is, and whether it is one of everyday, which may be known by itself."""
    everyday = flags & Flag.CAPITAL or (
        flags & ENGLISH and (flags & (Flag.COMMON | Flag.WORD) or not flags & NAME)
    )
    return "".join(letter for letter, flag in _KINDS_OF_FLAG if flags & flag), bool(everyday)


def _gap(between: str) -> str:
    if between == " ":
        return ""
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


def evidence(seen: Sequence[Seen], ruled: Sequence[str], sure: int) -> Columns:
    """All that is weighed of each word: itself, its company within three words, the rules, and the text.

    A way of looking is named for where it looks: `-1` is the word before, `f` how a word is written, `r` the rules,
    `g` what parts two words, `e` its ending, `s` how much is surely in the text.
    """
    words = [each.word for each in seen]
    forms = [each.form for each in seen]
    gaps = [each.gap for each in seen]
    left, right = _seen_from(words, -1), _seen_from(words, 1)
    form_left, form_right = _seen_from(forms, -1), _seen_from(forms, 1)
    sureness = [str(sure)] * len(seen)
    return {
        "0": words,
        "f": forms,
        "-1": left,
        "+1": right,
        "-2": _seen_from(words, -2),
        "+2": _seen_from(words, 2),
        "-3": _seen_from(words, -3),
        "+3": _seen_from(words, 3),
        "-1 0": _both(left, words),
        "0 +1": _both(words, right),
        "-f f": _both(form_left, forms),
        "f +f": _both(forms, form_right),
        "-1 f": _both(left, forms),
        "f +1": _both(forms, right),
        "r": ruled,
        "-r": _seen_from(ruled, -1, ""),
        "+r": _seen_from(ruled, 1, ""),
        "g f": _both(gaps, forms),
        "f +g": _both(forms, _seen_from(gaps, 1, ".")),
        "e": [each.ending for each in seen],
        "s r": _both(sureness, ruled),
        "s f": _both(sureness, forms),
    }


def _seen_from(values: Sequence[str], by: int, edge: str = _EDGE) -> list[str]:
    """What each word sees `by` words on, or back; `edge` where there is none."""
    if by < 0:
        return [*[edge] * -by, *values[:by]][: len(values)]
    return [*values[by:], *[edge] * by][: len(values)]


def _both(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return list(map(" ".join, zip(one, other, strict=False)))


def between(columns: Columns, at: int) -> Iterator[tuple[str, str]]:
    """What is weighed of the place between the word `at` and the next: for each way of looking, what is seen."""
    for way, values in columns.items():
        if way in LOOKS_AHEAD:
            yield way, values[at]
    for way in LOOKS_BACK:
        yield f"{way} next", columns[way][at + 1]
    yield "r +r g", f"{columns['r'][at]} {columns['+r'][at]} {columns['g f'][at + 1][0]}"


def _linked(
    seen: Sequence[Seen], columns: Columns, spans: Sequence[Span], listed: frozenset[Span]
) -> list[Span]:
    """The spans, each as far as what it is part of goes: `the young carers in` `Crieff`."""
    known = links()
    start = known["all"][""]

    def linked(at: int, kind: Kind) -> bool:
        if seen[at + 1].gap == ".":
            return False
        enough = TOGETHER if kind in (Kind.PLACE, Kind.ORGANISATION) else TOGETHER_ELSE
        return start + sum(known[way].get(value, 0.0) for way, value in between(columns, at)) >= enough

    groups: list[Span] = []
    at = 0
    after = 0  # the first word that no group has
    for place, span in enumerate(spans):
        while at < len(seen) and seen[at].end <= span.start:
            at += 1
        first = last = at
        while last < len(seen) and seen[last].start < span.end:
            last += 1
        at = last
        if first == last or span in listed or span.kind.tier is Tier.DIRECT:
            groups.append(span)
            after = last
            continue
        while first > after and linked(first - 1, span.kind):
            first -= 1
        start_at = min(span.start, seen[first].start)
        if first == after and groups and first and _may_join(groups[-1], listed) and linked(first - 1, span.kind):
            span = _one(groups.pop(), span)
            start_at = span.start
        limit = spans[place + 1].start if place + 1 < len(spans) else seen[-1].end
        while last < len(seen) and seen[last].end <= limit and linked(last - 1, span.kind):
            last += 1
        after = at = last
        groups.append(span._replace(start=start_at, end=max(span.end, seen[last - 1].end)))
    return groups


def _may_join(span: Span, listed: frozenset[Span]) -> bool:
    return span not in listed and span.kind.tier is not Tier.DIRECT


def _one(one: Span, other: Span) -> Span:
    """Two spans as one: the surer level is that of the whole, and so is its kind; a service has its place in it."""
    level = Level.SURE if Level.SURE in (one.level, other.level) else Level.LOOK
    kinds = (one.kind, other.kind)
    kind = next((kind for kind in kinds if kind is Kind.ORGANISATION), None)
    if kind is None:
        kind = other.kind if other.level is Level.SURE and one.level is not Level.SURE else one.kind
        if kind.tier is Tier.JIGSAW:
            kind = next((kind for kind in kinds if kind.tier is not Tier.JIGSAW), kind)
    return Span(one.start, other.end, kind, level)


def _best(seen: Sequence[Seen], sums: Sequence[float], spans: Sequence[Span]) -> list[float]:
    """The largest sum of any word of each span; a span with no word in it is not judged."""
    best = []
    at = 0
    for span in spans:
        while at < len(seen) and seen[at].end <= span.start:
            at += 1
        on = at
        most = -TOO_LITTLE if on == len(seen) or seen[on].start >= span.end else sums[on]
        while on < len(seen) and seen[on].start < span.end:
            most = max(most, sums[on])
            on += 1
        best.append(most)
    return best


def _runs(
    seen: Sequence[Seen], sums: Sequence[float], ruled: Sequence[str], columns: Columns, enough: float
) -> Iterator[Span]:
    """Words worth a look that stand together, without the small words at their edges."""
    at = 0
    while at < len(seen):
        if sums[at] < enough or ruled[at]:
            at += 1
            continue
        last = at
        while (
            last + 1 < len(seen)
            and sums[last + 1] >= enough
            and not ruled[last + 1]
            and seen[last + 1].gap not in (".", ",")
        ):
            last += 1
        first, after = at, last + 1
        while last > first and seen[last].word in SMALL_WORDS:
            last -= 1
        kind = _kind(columns, range(first, last + 1))
        while first < last and seen[first].word in SMALL_WORDS:
            first += 1
        tells = kind is not Kind.FACT or max(sums[at:after]) >= enough - ENOUGH + ENOUGH_TO_TELL
        if tells and seen[first].word not in SMALL_WORDS:
            yield Span(seen[first].start, seen[last].end, kind, Level.LOOK)
        at = after


def _kind(columns: Columns, run: range) -> Kind:
    """What speaks loudest from all words of a run together."""
    speaks = [0.0] * len(KINDS)
    for way, known in kinds().items():
        for value in columns[way][run.start : run.stop]:
            if value in known:
                speaks = list(map(add, speaks, known[value]))
    return _GENERAL[KINDS[speaks.index(max(speaks))]]
