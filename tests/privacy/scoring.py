"""How well what was found covers what should have been found: recall, precision and burden.

A gold span is found *whole* when findings cover every character of it, of whatever kind they are, for what is covered
does not leave unseen; a jigsaw fact is found when a finding touches it. A *sure* finding is right when it touches any
gold span.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from reading_corpus import JIGSAW, KINDS, NOTHING, Annotated, Gold

from tip_reflect.privacy.finding import Kind, Level, Tier

BURDEN_WORDS = 300

Key = TypeVar("Key")


class Found(NamedTuple):
    """What a finder found, ours or another's: `text[start:end]`."""

    start: int
    end: int
    kind: Kind
    level: Level = Level.SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One gold span and how much of it was found, on sure and look together and on sure alone."""

    id: str
    register: str
    gold: Gold
    words: str
    around: str
    covered: int
    """Characters."""
    sure_covered: int
    touched_kinds: frozenset[Kind]

    @property
    def whole(self) -> bool:
        return self._enough(self.covered)

    @property
    def sure_whole(self) -> bool:
        return self._enough(self.sure_covered)

    @property
    def as_its_kind(self) -> bool:
        """Whether a finding that touches it says what it is."""
        if self.gold.label == JIGSAW:
            return any(kind.tier is Tier.JIGSAW for kind in self.touched_kinds)
        return KINDS[self.gold.label] in self.touched_kinds

    def _enough(self, covered: int) -> bool:
        return covered > 0 if self.gold.label == JIGSAW else covered == len(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One finding, and whether it touches anything that should be found."""

    id: str
    register: str
    kind: Kind
    level: Level
    words: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All that a finder did to some texts."""

    texts: tuple[Annotated, ...]
    hits: tuple[Hit, ...]
    alarms: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Shares, from 0 to 1, of `count` gold spans."""

    count: int
    whole: float
    characters: float
    sure_whole: float
    sure_characters: float
    as_its_kind: float


def judged(texts: Sequence[Annotated], findings: Sequence[Sequence[Found]]) -> Judged:
    """Compares findings with gold, text by text. Raises ValueError for a finding outside its text."""
    hits: list[Hit] = []
    alarms: list[Alarm] = []
    for text, found in zip(texts, findings, strict=True):
        for each in found:
            if not 0 <= each.start < each.end <= len(text.text):
                raise ValueError(f"{text.id}: a finding {each.start}-{each.end} lies outside the text")
        hits += [_hit(text, gold, found) for gold in text.gold]
        alarms += [
            Alarm(
                id=text.id,
                register=text.register,
                kind=each.kind,
                level=each.level,
                words=text.text[each.start : each.end],
                right=any(_touch(each, gold) for gold in text.gold),
            )
            for each in found
        ]
    return Judged(texts=tuple(texts), hits=tuple(hits), alarms=tuple(alarms))


def _hit(text: Annotated, gold: Gold, found: Sequence[Found]) -> Hit:
    touching = [each for each in found if _touch(each, gold)]
    return Hit(
        id=text.id,
        register=text.register,
        gold=gold,
        words=text.text[gold.start : gold.end],
        around=text.text[max(0, gold.start - 35) : gold.end + 25].replace("\n", " "),
        covered=_covered(gold, touching),
        sure_covered=_covered(gold, [each for each in touching if each.level is Level.SURE]),
        touched_kinds=frozenset(each.kind for each in touching),
    )


def _touch(found: Found, gold: Gold) -> bool:
    return found.start < gold.end and gold.start < found.end


def _covered(gold: Gold, touching: Iterable[Found]) -> int:
    return len(
        {at for each in touching for at in range(max(gold.start, each.start), min(gold.end, each.end))},
    )


def recall(hits: Iterable[Hit]) -> Recall | None:
    """The shares of some hits; None where there are none."""
    each = list(hits)
    if not each:
        return None
    characters = sum(len(hit.words) for hit in each)
    return Recall(
        count=len(each),
        whole=sum(hit.whole for hit in each) / len(each),
        characters=sum(hit.covered for hit in each) / characters,
        sure_whole=sum(hit.sure_whole for hit in each) / len(each),
        sure_characters=sum(hit.sure_covered for hit in each) / characters,
        as_its_kind=sum(hit.as_its_kind for hit in each) / len(each),
    )


def recall_by(hits: Iterable[Hit], key: Callable[[Hit], Key]) -> dict[Key, Recall]:
    """Recall of each group, in order of first meeting."""
    groups: dict[Key, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(key(hit), []).append(hit)
    return {name: found for name, group in groups.items() if (found := recall(group))}


def precision(alarms: Iterable[Alarm]) -> tuple[int, float] | None:
    """How many sure findings there are in texts with something to find, and the share that is right."""
    sure = [alarm for alarm in alarms if alarm.level is Level.SURE and alarm.register != NOTHING]
    return (len(sure), sum(alarm.right for alarm in sure) / len(sure)) if sure else None


def burden(judged: Judged, levels: Iterable[Level] = tuple(Level)) -> float | None:
    """Distinct decisions in 300 words of texts with nothing to find; a word of one kind is decided once a text."""
    quiet = [text for text in judged.texts if text.register == NOTHING]
    words = sum(len(text.text.split()) for text in quiet)
    if not words:
        return None
    counted = set(levels)
    decisions = {
        (alarm.id, alarm.words.casefold(), alarm.kind)
        for alarm in judged.alarms
        if alarm.register == NOTHING and alarm.level in counted
    }
    return len(decisions) * BURDEN_WORDS / words


def decisions_in_named(judged: Judged) -> tuple[float, float] | None:
    """Distinct decisions in 300 words of texts with something to find: all, and those that touch nothing to be found."""
    words = sum(len(text.text.split()) for text in judged.texts if text.register != NOTHING)
    if not words:
        return None
    all_of_them = {
        (alarm.id, alarm.words.casefold(), alarm.right)
        for alarm in judged.alarms
        if alarm.register != NOTHING
    }
    wrong = sum(not right for _, _, right in all_of_them)
    return len(all_of_them) * BURDEN_WORDS / words, wrong * BURDEN_WORDS / words


def origin_gap(hits: Iterable[Hit]) -> tuple[dict[str, Recall], float]:
    """Recall of people's names by origin, the worst first, and how far the worst is below the best found whole."""
    groups = recall_by((hit for hit in hits if hit.gold.label == "person" and hit.gold.origin), _origin)
    ordered = dict(sorted(groups.items(), key=lambda item: item[1].whole))
    wholes = [group.whole for group in ordered.values()]
    return ordered, max(wholes) - min(wholes) if wholes else 0.0


def _origin(hit: Hit) -> str:
    return hit.gold.origin


def misses(hits: Iterable[Hit]) -> list[Hit]:
    """What was not found, the least covered of the most direct tier first."""
    return sorted(
        (hit for hit in hits if not hit.whole), key=lambda hit: (hit.gold.tier, hit.covered / len(hit.words))
    )


def false_alarms(alarms: Iterable[Alarm]) -> Counter[tuple[str, Kind, Level]]:
    """How often each word was found where nothing is."""
    return Counter((alarm.words.casefold(), alarm.kind, alarm.level) for alarm in alarms if not alarm.right)
