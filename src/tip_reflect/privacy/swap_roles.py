"""Who each person of a text is, in words that name nobody: one person, one role; two people, two.

A false account is worse than a vague one: who is no woman, man or child by plain evidence is `the person`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy import numbers
from tip_reflect.privacy.cues import KIN
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.plain_signs import Later
from tip_reflect.privacy.subjects import FAMILY, PAIR, PEOPLE, SEVERAL, Named, named, squeezed
from tip_reflect.privacy.swap_facts import is_theirs
from tip_reflect.privacy.swap_sides import Sides
from tip_reflect.privacy.swap_words import (
    ADDRESSING,
    ANYONE,
    CHILD,
    COUPLE,
    DETERMINERS,
    GREETINGS,
    HE,
    MAN,
    PEOPLE_TOGETHER,
    ROLES,
    SHE,
    SUBJECT_PRONOUNS,
    THE_FAMILY,
    TWO_WORD_ROLES,
    WOMAN,
    YOUNG_PERSON,
    told_apart,
    youth,
)
from tip_reflect.privacy.tokens import SENTENCE_END, Token

LONGEST_SENTENCE = 40
"""Words: where a sentence is longer, nobody knows whom the next one begins with."""
_YOUTH = {"child": CHILD, "teenager": YOUNG_PERSON}
_TELLING = ADDRESSING | SUBJECT_PRONOUNS.keys()
_WHO = {"he": MAN, "she": WOMAN, PAIR: COUPLE, FAMILY: THE_FAMILY, SEVERAL: PEOPLE_TOGETHER}
_QUOTED = re.compile("[\"“”„«»‘]|(?<!\\w)'|['’](?!\\w)|\n\\s*\n")
_AGE_FOLLOWS = Later(
    r"(?:['’]s|,? (?:who )?(?:is|was|wis)|,? who['’]s|, ?|,? aged| turned)?(?: (?:now|only|just|nearly|almost|about|still|in))* ?\(?"
)
_NOT_THEIRS = Later(
    r" (?:(?:class )?(?:teacher|worker|staff|depute|lead)|weeks?|months?|days?|minutes?|hours?|times|people|kids|weans|children)\b"
)
"""P4 `teacher`, sixteen `weeks` pregnant: the figure is not her age."""
_AGE_LEADS = Later(r" (?:called |named )?")
_CHILDLIKE = Later(
    r"['’]s (?:new |old |first )?(?:school|nursery|bedtime|playgroup)\b|,? (?:has |had )?(?:started|starts|starting)(?: at)? "
    r"(?:school|nursery|primary|p1)\b|,? (?:off|up) (?:at|from) (?:school|nursery)\b"
)
_GENERIC = ("person", "man", "child", "couple", "family", "people")
_LONGEST_LEAD = len("the seventy-seventh young ")
_PARTED = Later(r"[.!?;:\d\n]")
"""Between a name and what is said of it none of these stands."""
_CLOSE = 3
"""Characters between a name and what is said of it."""
_OPENS = frozenset("' ,")
_WEE = re.compile(r"(?:(?:my|our|the|wir) )?wee ")
_MAY_SAY_WHO = re.compile(r"(?:[a-z]{1,5} )?(?:m[rsi]|sir|lord|lady|madam)|the ")


@dataclass(slots=True)
class Roles:
    """The roles of one text; `said` holds what the words before a name said of them, by where it stands."""

    sides: Sides
    spans: Sequence[Span]
    subjects: Sequence[int]
    said: Mapping[int, str]
    mentions: dict[int, list[Span]] = field(init=False, default_factory=dict)
    _generic: frozenset[str] | None = field(init=False, default=None)
    _telling: list[Token] = field(init=False)
    _addressed: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        for span, subject in zip(self.spans, self.subjects, strict=True):
            if span.kind in PEOPLE:
                self.mentions.setdefault(subject, []).append(span)
        self._telling = [token for token in self.sides.words if token.key in _TELLING]
        self._addressed = frozenset(self._after_greetings())

    def swaps(self, watched: Sequence[WatchedName]) -> dict[int, tuple[str, ...]]:
        """By person, what to say instead, the best first."""
        own = _own_words(watched)
        young = self._young()
        pronouns = self._referred_to()
        used: dict[str, int] = {}
        chosen: dict[int, tuple[str, ...]] = {}
        for subject, theirs in self.mentions.items():
            if all(map(self.is_addressed, theirs)):
                continue  # and is no `person` to whom there is another
            swaps = self._role(theirs, young.get(subject, ()), pronouns.get(subject, ""))
            mine = self._own(theirs, own) if own else ()
            if mine:
                chosen[subject] = (told_apart(mine[0], used), *mine[1:], *swaps)
            elif swaps is PEOPLE_TOGETHER:
                chosen[subject] = swaps
            else:
                chosen[subject] = (told_apart(swaps[0], used, self._in_the_text), *swaps[1:])
        return chosen

    def is_addressed(self, span: Span) -> bool:
        """`Dear Kayleigh`, `a woman called Kayleigh`: where no article may stand."""
        return span.start in self._addressed

    def _after_greetings(self) -> Iterator[int]:
        words = self.sides.words
        for token in self._telling:
            at = token.index
            if token.key not in ADDRESSING or at + 1 == len(words) or words[at + 1].begins:
                continue
            if token.begins if token.key in GREETINGS else at and words[at - 1].key in KIN:
                yield words[at + 1].start

    def _own(self, mentions: Sequence[Span], own: Mapping[str, str]) -> tuple[str, ...]:
        """What the writer's list says instead of any of these."""
        found: dict[str, None] = {}
        for span in mentions:
            for form in _whole_and_parts(named(self.sides.text, span)):
                if form in own:
                    found[own[form]] = None
        return tuple(found)

    def _in_the_text(self, swap: str) -> bool:
        """Whether the text says these words already, and could say them of anybody: `the man`, `the other person`."""
        if self._generic is None:
            self._generic = frozenset(_generic(self.sides.low))
        return swap in self._generic

    # Who someone is

    def _role(
        self, mentions: Sequence[Span], ages: Sequence[tuple[str, ...]], pronoun: str
    ) -> tuple[str, ...]:
        for span in mentions:
            if role := (
                self.said.get(span.end)
                or self._title(span)
                or self._apposition(span)
                or self._named_after(span)
            ):
                return ROLES[role]
        if who := next(filter(None, map(self._said_by_title, mentions)), ""):
            return _WHO[who]
        if ages:
            return ages[0]
        if any(self._is_childlike(span) for span in mentions):
            return CHILD
        return _WHO[pronoun] if pronoun else ANYONE

    def _title(self, span: Span) -> str:
        for word in self.sides.low[span.start : span.end].replace(".", "").split():
            if word not in DETERMINERS:
                return word if word in ROLES else ""
        return ""

    def _said_by_title(self, span: Span) -> str:
        """Whether a title says he or she, or the name is that of more than one."""
        low = self.sides.low
        if low[span.end - 1] != "s" and not _MAY_SAY_WHO.match(low, span.start):
            return ""
        return named(self.sides.text, span).who

    def _apposition(self, span: Span) -> str:
        """`Kirsty, his mum`, `Anne the health visitor`, `Anne is her teacher`."""
        sides = self.sides
        at = bisect_left(sides.starts, span.end)
        if at + 1 >= len(sides.words) or sides.starts[at] - span.end > _CLOSE:
            return ""
        first = sides.words[at].key
        bracketed = "(" in sides.text[span.end : sides.starts[at]]
        if not bracketed and first not in DETERMINERS and first not in {"is", "was"}:
            return ""
        words = sides.words[at : at + 4]
        while _PARTED.search(sides.text, span.end, words[-1].start) and len(words) > 1:
            words = words[:-1]  # Shona is 34. Her son
        near = [token.key for token in words]
        if bracketed:  # Jean (health visitor)
            return next((key for key in near[:2] if key in ROLES), "")
        if first not in DETERMINERS:
            near = near[1:]
        if (
            not near
            or near[0] not in DETERMINERS
            or SENTENCE_END.search(sides.text, span.end, sides.starts[at])
        ):
            return ""
        return next((key for key in near[1:3] if key in ROLES), "")

    def _named_after(self, span: Span) -> str:
        """`The health visitor, Nkechi`."""
        if not self.sides.text.endswith(", ", 0, span.start):
            return ""
        words = self.sides.words
        at = bisect_left(self.sides.starts, span.start)
        if at < 2 or self.sides.text[words[at - 1].end : span.start] != ", ":
            return ""
        role, before = words[at - 1], words[at - 2]
        return role.key if role.key in ROLES and before.key in DETERMINERS | TWO_WORD_ROLES else ""

    def _is_childlike(self, span: Span) -> bool:
        """`Our wee Tam`, `Tam's nursery`, `picked Tam up from school`."""
        low = self.sides.low
        return (low[span.end : span.end + 1] in _OPENS and bool(_CHILDLIKE.match(low, span.end))) or bool(
            _WEE.match(low, span.start)
        )

    def _young(self) -> dict[int, list[tuple[str, ...]]]:
        """Who is a child or a teenager by an age said of them: `Tam's three`, `Tam (P4)`, `seven-year-old Tam`."""
        found: dict[int, list[tuple[str, ...]]] = {}
        low = self.sides.low
        spans = self.spans
        for at in [at for at, span in enumerate(spans) if span.kind is Kind.AGE]:
            start, end = spans[at].start, spans[at].end
            for beside, between in ((at - 1, _AGE_FOLLOWS), (at + 1, _AGE_LEADS)):
                if not 0 <= beside < len(spans) or spans[beside].kind not in PEOPLE:
                    continue
                gap = low[spans[beside].end : start] if beside < at else low[end : spans[beside].start]
                if not between.fullmatch(gap) or _NOT_THEIRS.match(low, end):
                    continue
                if gap[:2] == "'s" and is_theirs(self.sides, spans[at]):
                    continue
                if words := _YOUTH.get(youth(low[start:end])):
                    found.setdefault(self.subjects[beside], []).append(words)
        return found

    def _referred_to(self) -> dict[int, str]:
        """Who is `she` or `he` where the next sentence begins with it and nobody else can be meant."""
        found: dict[int, set[str]] = {}
        for token in self._telling:
            who = SUBJECT_PRONOUNS.get(token.key, "")
            if who and token.begins and token.index and (subject := self._plainly(token, who)) is not None:
                found.setdefault(subject, set()).add(who)
        return {
            subject: who
            for subject, both in found.items()
            for who in both
            if len(both) == 1 and not self._is_contrary(subject, HE if who == "she" else SHE)
        }

    def _plainly(self, token: Token, who: str) -> int | None:
        """The one person of the sentence before, where nobody else is named in it, or in the one before that."""
        first = self._begins(token.index)
        if first is None or _QUOTED.search(self.sides.text, self.sides.words[first].start, token.start):
            return None
        there = self._people(first, token.index, who)
        if len(there) != 1 or None in there:
            return None
        earlier = self._begins(first)
        if first and (earlier is None or not self._people(earlier, first, who) <= there):
            return None
        return next(iter(there))

    def _begins(self, after: int) -> int | None:
        """The first word of the sentence that ends before this word."""
        for at in range(after - 1, max(-1, after - LONGEST_SENTENCE), -1):
            if self.sides.words[at].begins or at == 0:
                return at
        return None

    def _people(self, first: int, after: int, who: str) -> set[int | None]:
        """Those whom these words name; None stands for someone with no name, or of whom is only said what is theirs."""
        same = SHE if who == "she" else HE
        words = self.sides.words
        found: set[int | None] = set()
        ends = 0
        at = bisect_left(self.spans, words[first].start, key=lambda span: span.end)
        for token in words[first:after]:
            while at < len(self.spans) and self.spans[at].start <= token.start:
                span = self.spans[at]
                ends = span.end
                if span.kind in PEOPLE:
                    whose = self.sides.text.startswith(("'", "’"), span.end)
                    found.add(None if whose else self.subjects[at])
                at += 1
            if token.start >= ends and (token.key in KIN or token.key in same):
                found.add(None)
        return found

    def _is_contrary(self, subject: int, pronouns: frozenset[str]) -> bool:
        """Whether one of these stands after a mention in the same sentence: then nothing is plain."""
        words = self.sides.words
        for span in self.mentions[subject]:
            at = bisect_left(self.sides.starts, span.end)
            for token in words[at : at + LONGEST_SENTENCE]:
                if token.begins:
                    break
                if token.key in pronouns:
                    return True
        return False


def _generic(low: str) -> Iterator[str]:
    for noun in _GENERIC:
        at = low.find(noun)
        while at >= 0:
            lead = low[max(0, at - _LONGEST_LEAD) : at]
            if (the := lead.rfind("the ")) >= 0:
                yield lead[the:] + noun
            at = low.find(noun, at + 1)


def _own_words(watched: Sequence[WatchedName]) -> dict[str, str]:
    """What the writer's list says instead, by each name and each part of one; the last line has the last word."""
    own: dict[str, str] = {}
    for line in watched:
        if line.instead and next(numbers.recognise(line.instead), None) is None:
            name = named(line.words, Span(0, len(line.words), Kind.PERSON, Level.SURE))
            own.update(dict.fromkeys(_whole_and_parts(name), line.instead))
    return own


def _whole_and_parts(name: Named) -> Iterator[str]:
    yield squeezed(name.words)
    for word in name.words:
        yield squeezed((word,))
