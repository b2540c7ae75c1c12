"""Other words in the worker's own voice: one person, one role, everywhere, and English after an article or an 's."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy import numbers
from tip_reflect.privacy.cues import PET
from tip_reflect.privacy.dictionary import Flag, plain
from tip_reflect.privacy.finding import Kind, Span, Tier
from tip_reflect.privacy.swap_words import (
    ANYONE,
    ARTICLES,
    BANDS,
    BORN,
    BUS,
    CHILD,
    CHILDHOOD,
    DETERMINERS,
    DURATIONS,
    DWELLINGS,
    ENDS_A_PHRASE,
    HE,
    JIGSAW,
    LEADING_ARTICLE,
    MAN,
    NEAR,
    NEEDS_A_NOUN,
    NOUNS,
    PREDICATES,
    PRIMARY,
    REMOVED,
    ROLES,
    ROOM,
    SERVICES,
    SHE,
    TITLES_ALONE,
    TWO_WORD_ROLES,
    VERBS_OF_BEING,
    WITH_ARTICLES,
    WOMAN,
    YEAR,
    band,
    told_apart,
)
from tip_reflect.privacy.tokens import SENTENCE_END, Token


@dataclass(slots=True)
class Swaps:
    """Suggestions for one text, `low` in plain signs; `roles` holds what the words before a name said of them, by where it stands."""

    text: str
    low: str
    words: Sequence[Token]
    starts: list[int] = field(init=False)
    roles: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [token.start for token in self.words]

    # Widening a span, so that its swap reads as English

    def with_role(self, span: Span) -> Span:
        """`her mum Kirsty` is one span: the swap says who she is."""
        at = bisect_left(self.starts, span.start)
        role = self._before(at, span.start)
        start = span.start
        if role is not None and role.key in ROLES and role.key not in TITLES_ALONE:
            self.roles[span.end] = role.key
            start = role.start
            two = self._before(role.index, role.start)
            if two is not None and two.key in TWO_WORD_ROLES:
                start = two.start
                two = self._before(two.index, two.start)
            if two is not None and (two.key in DETERMINERS or two.key in PET):
                start = two.start
        elif role is not None and role.key in DETERMINERS and self._title(span):
            start = role.start  # her brother Tom, whose title is his role
        return span.over(start, span.end)

    def with_articles(self, spans: Sequence[Span]) -> list[Span]:
        """`the Larkfield Primary`, `an Easterhouse flat`: the article changes with the word."""
        widened: list[Span] = []
        last = 0
        for span in spans:
            if span.kind is Kind.QUOTE and self._in_marks(span):
                widened.append(span.over(span.start - 1, span.end + 1))
                last = span.end + 1
                continue
            if (
                (span.kind in WITH_ARTICLES or span.kind is Kind.AGE)
                and (before := self._before(bisect_left(self.starts, span.start), span.start))
                and before.key in (ARTICLES if span.kind is not Kind.AGE else ("a", "an"))
                and before.start >= last
            ):
                widened.append(span.over(before.start, span.end))
            else:
                widened.append(span)
            last = span.end
        return widened

    def _in_marks(self, span: Span) -> bool:
        """Whether quotation marks stand round it: other words are nobody's, so the marks go too."""
        marks = "\"“”‘’'"
        if not 0 < span.start < span.end < len(self.text):
            return False
        return self.text[span.start - 1] in marks and self.text[span.end] in marks

    def _before(self, at: int, start: int) -> Token | None:
        """The word just before a place in the text, with one space between."""
        if at == 0:
            return None
        token = self.words[at - 1]
        return token if self.text[token.end : start] in (" ", "\u00a0") and not token.possessive else None

    # What to say instead

    def suggested(
        self, spans: Sequence[Span], subjects: Sequence[int], watched: Sequence[WatchedName]
    ) -> Iterator[tuple[Span, int, tuple[str, ...]]]:
        """Each span with its subject and its suggestions."""
        people = self._people(spans, subjects, watched)
        last: Span | None = None
        for span, subject in zip(spans, subjects, strict=True):
            if span.kind in (Kind.PERSON, Kind.INITIALS):
                swaps = people[subject]
                if self._possessive_without_sign(span):
                    swaps = tuple(f"{swap}'s" for swap in swaps)
            elif span.kind is Kind.POSTCODE and self._beside_a_place(last, span):
                swaps = ("", REMOVED)
            else:
                swaps = self._fact(span)
            last = span
            if self._is_said_whose(span):
                swaps = tuple(LEADING_ARTICLE.sub("", swap, count=1) for swap in swaps)
            yield span, subject, self._cased(span, dict.fromkeys(swaps))

    def _beside_a_place(self, last: Span | None, span: Span) -> bool:
        near = last is not None and last.kind is Kind.PLACE
        return bool(near and last is not None and not self.text[last.end : span.start].strip(" ,"))

    def _is_said_whose(self, span: Span) -> bool:
        """Whether the word before takes no article after it: `their`, `the`, `Kirsty's`."""
        at = bisect_left(self.starts, span.start)
        if at == 0 or self.text[span.start : span.start + 1] in "\"“‘'":
            return False
        before = self.words[at - 1]
        between = self.text[before.end : span.start]
        if before.possessive:
            return between in ("'s ", "’s ", "' ", "’ ")
        return between == " " and before.key in DETERMINERS

    def _people(
        self, spans: Sequence[Span], subjects: Sequence[int], watched: Sequence[WatchedName]
    ) -> dict[int, tuple[str, ...]]:
        mentions: dict[int, list[Span]] = {}
        for span, subject in zip(spans, subjects, strict=True):
            if span.kind in (Kind.PERSON, Kind.INITIALS):
                mentions.setdefault(subject, []).append(span)
        own = {
            plain(line.words): line.instead
            for line in watched
            if line.instead and next(numbers.recognise(line.instead), None) is None
        }
        used: dict[str, int] = {}
        chosen: dict[int, tuple[str, ...]] = {}
        for subject, theirs in mentions.items():
            swaps = self._role(theirs)
            for span in theirs:
                for words, instead in own.items():
                    name = plain(self.text[span.start : span.end])
                    if (
                        name == words
                        or name in words.split()
                        or any(part in words.split() for part in name.split())
                    ):
                        swaps = (instead, *swaps)
            chosen[subject] = tuple(told_apart(swap, used) for swap in swaps[:1]) + swaps[1:]
        return chosen

    def _role(self, mentions: Sequence[Span]) -> tuple[str, ...]:
        for span in mentions:
            if (
                role := self.roles.get(span.end)
                or self._title(span)
                or self._apposition(span)
                or self._named_after(span)
            ):
                return ROLES[role]
        she = he = child = 0
        for span in mentions:
            text = self.text[span.start : span.end].casefold()
            she += 3 * text.startswith(("mrs", "ms ", "ms.", "miss"))
            he += 3 * text.startswith(("mr ", "mr.", "mister"))
            at = bisect_left(self.starts, span.end)
            for token in self.words[at : at + NEAR]:
                if (
                    token.flags & Flag.GIVEN and token.capital
                ):  # another given name: from here on it is about them
                    break
                she += token.key in SHE
                he += token.key in HE
            child += bool(CHILDHOOD.search(self.low, max(0, span.start - 24), span.end + 40))
            child += text.startswith("wee ")
        if child and not text.startswith(("mr", "ms", "miss")):
            return CHILD
        if she == he:
            return ANYONE
        return WOMAN if she > he else MAN

    def _title(self, span: Span) -> str:
        words = plain(self.text[span.start : span.end]).replace(".", "").split()
        first = next((word for word in words if word not in DETERMINERS), "")
        return first if first in ROLES else ""

    def _apposition(self, span: Span) -> str:
        """`Kirsty, his mum`, `Anne the health visitor`, `Anne is her teacher`."""
        at = bisect_left(self.starts, span.end)
        near = self.words[at : at + 4]
        if (
            not near
            or near[0].start - span.end > 3
            or SENTENCE_END.search(self.text, span.end, near[0].start)
        ):
            return ""
        keys = [token.key for token in near]
        if "(" in self.text[span.end : near[0].start]:  # Jean (health visitor)
            return next((key for key in keys[:2] if key in ROLES), "")
        if keys[0] in ("is", "was"):
            keys = keys[1:]
        if len(keys) > 1 and keys[0] in DETERMINERS:
            for key in keys[1:3]:
                if key in ROLES:
                    return key
        return ""

    def _named_after(self, span: Span) -> str:
        """`The health visitor, Nkechi`."""
        at = bisect_left(self.starts, span.start)
        if at < 2 or self.text[self.words[at - 1].end : span.start] != ", ":
            return ""
        role, before = self.words[at - 1], self.words[at - 2]
        return role.key if role.key in ROLES and before.key in DETERMINERS | TWO_WORD_ROLES else ""

    def _possessive_without_sign(self, span: Span) -> bool:
        """`kirstys mum`: an s that stands for 's, because a noun follows."""
        word = self.text[span.start : span.end].split()[-1]
        return (
            len(word) > 3
            and word[-1] == "s"
            and word.islower()
            and not word.endswith("ss")
            and (any(self.text[token.start : token.end].casefold() == word[:-1] for token in self.words))
        )

    def _fact(self, span: Span) -> tuple[str, ...]:
        words = self.text[span.start : span.end]
        if span.kind.tier is Tier.DIRECT:
            return (REMOVED, "") if span.kind is not Kind.POSTCODE else ("their area", REMOVED, "")
        if span.kind is Kind.DATE:
            return self._date(span, words)
        if span.kind is Kind.AGE:
            return self._age(span, words)
        if span.kind is Kind.PLACE:
            return self._place(span, words)
        if span.kind is Kind.ORGANISATION:
            return self._service(words)
        return self._telling(span)

    def _telling(self, span: Span) -> tuple[str, ...]:
        """Words for a telling fact, by what stands before and after it."""
        swaps = JIGSAW[span.kind]
        before = self._before(bisect_left(self.starts, span.start), span.start)
        if span.kind is Kind.QUOTE:
            return swaps
        if self._is_said_whose(span):
            following = self._following(span)
            joined = following is not None and following.key not in ENDS_A_PHRASE and following.english
            return ("", NOUNS[span.kind]) if joined else (NOUNS[span.kind], swaps[1], "")
        if before is not None and before.key in VERBS_OF_BEING | {
            "are",
            "were",
            "am",
            "she's",
            "he's",
            "they're",
            "i'm",
        }:
            return (PREDICATES[span.kind], *swaps)
        return swaps

    def _place(self, span: Span, words: str) -> tuple[str, ...]:
        following = self._following(span)
        article = plain(words).split()[:1]
        if article and article[0] in ARTICLES:
            noun = following is not None and following.key not in ENDS_A_PHRASE and not following.capital
            lead = "a local" if article[0] in ("a", "an") else f"{article[0]} local"
            last = plain(words).split()[-1]
            if last in DWELLINGS:  # an Easterhouse flat
                return (f"{lead} {last}", "their home", "nearby")
            return (lead, "their local") if noun else ("their area", "a local place", "nearby")
        if BUS.search(words):
            return ("the bus", "transport", "")
        if ROOM.match(words):
            return ("their home", "where they stay", "")
        return ("their area", "a local place", "nearby")

    def _service(self, words: str) -> tuple[str, ...]:
        lower = words.lower()
        for pattern, swaps in SERVICES:
            if pattern.search(lower):
                return swaps
        return ("a service", "an organisation", "somewhere local")

    def _date(self, span: Span, words: str) -> tuple[str, ...]:
        before = self._before(bisect_left(self.starts, span.start), span.start)
        following = self._following(span)
        if BORN.search(self.text, max(0, span.start - 16), span.start):
            return (REMOVED, "")
        if before is not None and before.key in NEEDS_A_NOUN:
            return ("that time", "then", "the day")
        if self.text[span.end : span.end + 2].casefold() in ("'s", "’s"):
            return ("that day", "the day", "that week")
        if before is not None and before.key in DETERMINERS:
            return ("recent", "earlier", "")
        if following is not None and following.key in VERBS_OF_BEING:
            return ("that day", "that week", "lately")
        if YEAR.search(words):
            return ("some time ago", "in an earlier year", "early in the work")
        return ("recently", "early in the work", "that week")

    def _age(self, span: Span, words: str) -> tuple[str, ...]:
        lower = plain(words)
        following = self._following(span)
        article = lower.split()[0]
        if article in ("a", "an") and len(lower.split()) > 1:
            adjective, noun, _ = BANDS[band(lower)]
            joined = following is not None and following.key not in ENDS_A_PHRASE
            said = adjective if joined else noun
            return (f"{'an' if said[0] in 'aeio' else 'a'} {said}", "a young" if joined else "a person")
        if article in ("turned", "turns", "turning"):
            return (f"is {BANDS[band(lower)][2]}", "is older now", "")
        if not DURATIONS.isdisjoint(lower.split()) and "old" not in lower and not lower.startswith("aged"):
            return ("a while", "some time", "")
        if following is not None and following.key in DURATIONS:
            return ("a few", "some", "several")
        if PRIMARY.search(lower):
            return ("primary", "school", "primary-age")
        if re.search(r"\b(?:s\.?\s?[1-6]|year|secondary)\b", lower) and not re.search(r"old|aged?", lower):
            return ("secondary", "school", "a teenager")
        group = band(lower)
        adjective, noun, predicate = BANDS[group]
        if re.match(r"(?:aged?|at age|age of)\b", lower):
            return (predicate, adjective, "")
        if re.search(r"\byears?[- ]olds?\b|\by/?o\b|months?[- ]old|\byr", lower) or "old" in lower:
            before = self._before(bisect_left(self.starts, span.start), span.start)
            joined = following is not None and following.key not in ENDS_A_PHRASE
            if before is not None and (before.key in DETERMINERS or before.key in PET):
                return (adjective if joined else noun, "young" if group < 4 else "adult", "")
        return (predicate, adjective, "")

    def _following(self, span: Span) -> Token | None:
        at = bisect_left(self.starts, span.end)
        if at >= len(self.words) or self.text[span.end : self.words[at].start] not in (" ", "-", "\u00a0"):
            return None
        return self.words[at]

    def _shouted(self, at: int) -> bool:
        """Whether a word is written in capitals alone."""
        if not 0 <= at < len(self.words):
            return False
        return self.words[at].shouted

    def _cased(self, span: Span, swaps: Iterable[str]) -> tuple[str, ...]:
        """A capital where a sentence begins, if this writer uses them; nothing but capitals among nothing but capitals."""
        written = self.text[span.start : span.end]
        if any(map(str.islower, written)) or len(written) == 1:
            shouted = False
        else:
            at = bisect_left(self.starts, span.start)
            after = bisect_left(self.starts, span.end)
            shouted = self._shouted(at - 1) or self._shouted(after)
        if shouted:
            return tuple(swap.upper() for swap in swaps)
        if not written[:1].isupper():
            return tuple(swaps)
        at = bisect_left(self.starts, span.start)
        first = self.words[at] if at < len(self.words) else None
        if first is not None and first.start == span.start and first.begins:
            return tuple(swap[:1].upper() + swap[1:] for swap in swaps)
        return tuple(swaps)
