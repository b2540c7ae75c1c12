"""Other words in the worker's own voice: one person, one role, everywhere, and English after an article or an 's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy.cues import PET
from tip_reflect.privacy.dictionary import plain
from tip_reflect.privacy.finding import Kind, Span, Tier
from tip_reflect.privacy.subjects import PEOPLE
from tip_reflect.privacy.swap_facts import fact
from tip_reflect.privacy.swap_roles import Roles
from tip_reflect.privacy.swap_sides import Sides
from tip_reflect.privacy.swap_words import (
    ARTICLES,
    DETERMINERS,
    LEADING_ARTICLE,
    REMOVED,
    ROLES,
    SOMEONE,
    TITLES_ALONE,
    TWO_WORD_ROLES,
    WITH_ARTICLES,
)
from tip_reflect.privacy.tokens import Token


@dataclass(slots=True)
class Swaps:
    """Suggestions for one text, `low` in plain signs; `roles` holds what the words before a name said of them, by where it stands."""

    text: str
    low: str
    words: Sequence[Token]
    sides: Sides = field(init=False)
    roles: dict[int, str] = field(init=False, default_factory=dict)
    _written: frozenset[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.sides = Sides(self.text, self.low, self.words)

    # Widening a span, so that its swap reads as English

    def with_role(self, span: Span) -> Span:
        """`her mum Kirsty` is one span: the swap says who she is."""
        sides = self.sides
        role = sides.before(span.start)
        start = span.start
        if role is not None and role.key in ROLES and role.key not in TITLES_ALONE:
            self.roles[span.end] = role.key
            start = role.start
            two = sides.before_word(role.index, role.start)
            if two is not None and two.key in TWO_WORD_ROLES:
                start = two.start
                two = sides.before_word(two.index, two.start)
            if two is not None and (two.key in DETERMINERS or two.key in PET):
                start = two.start
        elif role is not None and role.key in DETERMINERS and self._title(span):
            start = role.start  # her brother Tom, whose title is his role
        return span.over(start, span.end)

    def _title(self, span: Span) -> str:
        words = plain(self.text[span.start : span.end]).replace(".", "").split()
        first = next((word for word in words if word not in DETERMINERS), "")
        return first if first in ROLES else ""

    def with_articles(self, spans: Sequence[Span]) -> list[Span]:
        """`the Larkfield Primary`, `an Easterhouse flat`, `poor Kirsty`: the article changes with the word."""
        widened: list[Span] = []
        last = 0
        for span in spans:
            if span.kind is Kind.QUOTE and self._in_marks(span):
                widened.append(span.over(span.start - 1, span.end + 1))
                last = span.end + 1
                continue
            if span.kind in WITH_ARTICLES:
                widened.append(span.over(self._with_article(span, last), span.end))
            else:
                widened.append(span)
            last = span.end
        return widened

    def _with_article(self, span: Span, last: int) -> int:
        """Where a span begins with what belongs to it, not before `last`."""
        before = self.sides.before(span.start)
        articles = ARTICLES if span.kind is not Kind.AGE else ("a", "an")
        return before.start if before and before.key in articles and before.start >= last else span.start

    def _in_marks(self, span: Span) -> bool:
        """Whether quotation marks stand round it: other words are nobody's, so the marks go too."""
        marks = "\"“”‘’'"
        if not 0 < span.start < span.end < len(self.text):
            return False
        return self.text[span.start - 1] in marks and self.text[span.end] in marks

    # What to say instead

    def suggested(
        self, spans: Sequence[Span], subjects: Sequence[int], watched: Sequence[WatchedName]
    ) -> Iterator[tuple[Span, int, tuple[str, ...]]]:
        """Each span with its subject and its suggestions."""
        roles = Roles(self.sides, spans, subjects, self.roles)
        people = roles.swaps(watched)
        last: Span | None = None
        swaps: tuple[str, ...]
        for at, (span, subject) in enumerate(zip(spans, subjects, strict=True)):
            if span.kind in WITH_ARTICLES and self.low.startswith((" family", " families"), span.end):
                swaps = ("",) if self.sides.is_said_whose(span) else ("the", "a")
            elif span.kind in PEOPLE:
                swaps = SOMEONE if roles.is_addressed(span) else self._person(span, people[subject])
                if last is not None and last.kind is Kind.AGE and self.text[last.end : span.start] == " ":
                    swaps = _bare(swaps)
            elif span.kind is Kind.POSTCODE and self._beside_a_place(last, span):
                swaps = ("", REMOVED)
            else:
                swaps = fact(self.sides, span, spans[at + 1] if at + 1 < len(spans) else None)
            last = span
            yield span, subject, self._cased(span, dict.fromkeys(self._after_whose(span, swaps)))

    def _person(self, span: Span, swaps: tuple[str, ...]) -> tuple[str, ...]:
        """The swaps of a person as they stand here."""
        if self._possessive_without_sign(span):
            return tuple(f"{swap}'s" for swap in swaps)
        if self.sides.eats_a_full_stop(span):
            return tuple(f"{swap}." for swap in swaps)
        return swaps

    def _after_whose(self, span: Span, swaps: tuple[str, ...]) -> tuple[str, ...]:
        """Without an article where none may stand: after `her` and `Kirsty's`, but not where 's is `is`."""
        if span.kind.tier is Tier.JIGSAW or not self.sides.is_said_whose(span):
            return swaps
        if span.kind is Kind.AGE and self.low.startswith("'s", span.start - 3):
            return swaps  # Tam's fourteen
        return _bare(swaps)

    def _beside_a_place(self, last: Span | None, span: Span) -> bool:
        near = last is not None and last.kind is Kind.PLACE
        return bool(near and last is not None and not self.text[last.end : span.start].strip(" ,"))

    def _possessive_without_sign(self, span: Span) -> bool:
        """`kirstys mum`: an s that stands for 's, because a noun follows."""
        if self.text[span.end - 1] != "s":
            return False
        word = self.text[span.start : span.end].split()[-1]
        if len(word) <= 3 or not word.islower() or word.endswith("ss"):
            return False
        if self._written is None:
            self._written = frozenset(token.text.casefold() for token in self.words)
        return word[:-1] in self._written

    def _cased(self, span: Span, swaps: Iterable[str]) -> tuple[str, ...]:
        """A capital where a sentence begins, if this writer uses them; nothing but capitals among nothing but capitals."""
        first = self.text[span.start]
        if first.islower():
            return tuple(swaps)
        if self.sides.shouts(span):
            return tuple(swap if swap == REMOVED else swap.upper() for swap in swaps)
        if first.isupper() and self.sides.begins(span.start):
            return tuple(swap[:1].upper() + swap[1:] for swap in swaps)
        return tuple(swaps)


def _bare(swaps: tuple[str, ...]) -> tuple[str, ...]:
    """Without an article: `other colleague` for `another colleague`."""
    bare = [
        LEADING_ARTICLE.sub("", swap.removeprefix("an") if swap.startswith("another ") else swap)
        for swap in swaps
    ]
    return tuple(swap for swap in bare if not swap.startswith("some")) or swaps
