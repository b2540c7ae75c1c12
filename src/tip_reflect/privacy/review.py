"""The state of a review: what was found in some pieces of text, what was decided of it, and how the text reads so.

Nothing here changes: every step gives a new state that remembers the one before it, so any step can be taken back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from tip_reflect.errors import UsageProblem
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.check import find, spotted
from tip_reflect.privacy.cues import SMALL_WORDS
from tip_reflect.privacy.finding import Finding, Kind, Level, Tier
from tip_reflect.privacy.tokens import whole_characters
from tip_reflect.privacy.wording import in_place, initials, options_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BETWEEN = "\n\n"
"""What stands between two pieces while they are looked at as one text, so that one person is one role in all."""
ENDS = frozenset({"", ".", ",", ";", "!", "?", "\n"})
ANY_WORD = re.compile(r"\w+")
_WORD_SIGN = re.compile(r"\w")
NOT_KEPT = "This points straight to someone, so it cannot stay. Take it out, or say it another way."
STILL_THERE = "Those words hold a number or an address that points straight to someone. Say it another way."
NOTHING_PICKED = "There are no words there to blur."

_KINDS = {
    Watched.NAME: Kind.PERSON,
    Watched.PLACE: Kind.PLACE,
    Watched.SERVICE: Kind.ORGANISATION,
    Watched.NUMBER: Kind.REFERENCE,
}


class Choice(StrEnum):
    """What was decided of a subject."""

    SWAP = "swap"
    OWN = "own"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A choice, the words it puts in (none for KEEP), and for a swap its place among the suggestions."""

    choice: Choice
    words: str = field(default="", repr=False)
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text under a title; the title is not the writer's, and is not looked at."""

    text: str = field(repr=False)
    title: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One finding and the piece it stands in; its offsets count from the beginning of that piece.

    Where it stands in the writer's own words for another subject, that is `inside`, and they count from theirs.
    """

    piece: int
    finding: Finding
    inside: int | None = None

    @property
    def subject(self) -> int:
        return self.finding.subject

    @property
    def place(self) -> tuple[int, int]:
        """What its offsets count from: a piece, or the own words for a subject."""
        return (-1, self.piece) if self.inside is None else (self.inside, 0)


class Run(NamedTuple):
    """A stretch of a piece as it reads now: what stands there, and which characters of the piece it stands for.

    `typed` is where it begins in the writer's own words for its mention's subject; None where it is none of them.
    """

    text: str
    start: int
    end: int
    mention: Mention | None = None
    typed: int | None = None


class Option(NamedTuple):
    """Words that are offered in place of a mention; empty ones take it out."""

    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`mentions` are in order and none is over another, those in own words last; those with one subject change together.

    `decisions` holds what was decided, by subject. `by_hand` are the subjects that the writer picked. `about` is the
    subject of the last step, and `before` the state before it.
    """

    pieces: tuple[Piece, ...]
    mentions: tuple[Mention, ...]
    decisions: dict[int, Decision] = field(default_factory=dict)
    by_hand: frozenset[int] = frozenset()
    about: int | None = field(default=None, compare=False)
    before: Review | None = field(default=None, repr=False, compare=False)
    _theirs: dict[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)
    _there: dict[tuple[int, int], tuple[Mention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        theirs: dict[int, list[Mention]] = {}
        there: dict[tuple[int, int], list[Mention]] = {}
        for mention in self.mentions:
            theirs.setdefault(mention.subject, []).append(mention)
            there.setdefault(mention.place, []).append(mention)
        object.__setattr__(self, "_theirs", {subject: tuple(them) for subject, them in theirs.items()})
        object.__setattr__(self, "_there", {place: tuple(them) for place, them in there.items()})

    # What there is

    @property
    def subjects(self) -> tuple[int, ...]:
        """In the order of their first mentions."""
        return tuple(self._theirs)

    def of(self, subject: int) -> tuple[Mention, ...]:
        """The mentions of a subject, in order."""
        return self._theirs[subject]

    @property
    def left(self) -> tuple[int, ...]:
        """The subjects that wait for a decision."""
        return tuple(subject for subject in self._theirs if subject not in self.decisions)

    @property
    def looked_at(self) -> int:
        return len(self._theirs) - len(self.left)

    @property
    def total(self) -> int:
        return len(self._theirs)

    def options(self, mention: Mention) -> tuple[Option, ...]:
        """What to say in place of a mention, the best first; a person's initials come last, with a warning."""
        suggested = [Option(words) for words in mention.finding.suggestions]
        if mention.subject in self.by_hand:
            return tuple(suggested)
        letters = initials([one.finding for one in self.of(mention.subject)])
        known = {option.words for option in suggested}
        return (
            *suggested,
            *(Option(words, note) for words, note in options_for(letters) if words not in known),
        )

    def may_keep(self, subject: int) -> bool:
        """Whether this may stay as it is: a number or an address may not (tier 1, DOMAIN 6.4).

        Nor may what the writer picked, which may hold one: taking the step back is the way to that.
        """
        return subject not in self.by_hand and all(
            one.finding.tier is not Tier.DIRECT for one in self.of(subject)
        )

    # Deciding

    def use(self, mention: Mention, place: int = 0) -> Review:
        """Put this option in place of the mention, and its like in place of every other of the same subject."""
        option = self.options(mention)[place]
        if place >= len(mention.finding.suggestions) or mention.subject in self.by_hand:
            return self.word(mention.subject, option.words)
        return self._decided(mention.subject, Decision(choice=Choice.SWAP, words=option.words, place=place))

    def word(self, subject: int, words: str) -> Review:
        """Put the writer's own words in place of every mention. Raises UsageProblem for words of tier 1."""
        words = " ".join(words.split())
        if any(one.kind.tier is Tier.DIRECT for one in spotted(words)):
            raise UsageProblem(STILL_THERE)
        return self._decided(subject, Decision(choice=Choice.OWN, words=words))

    def keep(self, subject: int) -> Review:
        """Leave every mention as it is. Raises UsageProblem where that may not be."""
        if not self.may_keep(subject):
            raise UsageProblem(NOT_KEPT)
        return self._decided(subject, Decision(choice=Choice.KEEP))

    def undo(self) -> Review:
        """The state before the last step; the first state is its own."""
        return self.before or self

    def _decided(self, subject: int, decision: Decision) -> Review:
        if subject not in self._theirs:
            raise KeyError(subject)
        mentions = self.mentions
        if decision != self.decisions.get(subject):
            mentions = _without_what_was_inside(mentions, subject)
        return self._with(mentions, {**self.decisions, subject: decision}, subject)

    def _with(self, mentions: tuple[Mention, ...], decisions: dict[int, Decision], subject: int) -> Review:
        """The state after a step about this subject; of what is not there any more, nothing stays decided."""
        there = {one.subject for one in mentions}
        return replace(
            self,
            mentions=mentions,
            decisions={one: decision for one, decision in decisions.items() if one in there},
            by_hand=self.by_hand & there,
            about=subject,
            before=self,
        )

    # Picking words by hand

    def blur(
        self, piece: int, start: int, end: int, instead: str = "", what: Watched | None = None
    ) -> Review:
        """Put other words in place of these, wherever they stand, in any case. `about` is the new subject.

        What was found among them before gives way. Raises UsageProblem where nothing is picked.
        """
        self.picked(piece, start, end)
        instead = " ".join(instead.split())
        if any(one.kind.tier is Tier.DIRECT for one in spotted(instead)):
            raise UsageProblem(STILL_THERE)
        subject = max(self._theirs, default=-1) + 1
        start, end = self._widened(piece, *whole_characters(self.pieces[piece].text, start, end))
        kind = _KINDS.get(what or Watched.NAME, Kind.PERSON)
        new = [
            _by_hand(at, self.pieces[at].text, where, subject, kind, instead)
            for at, where in self._equal(piece, start, end)
        ]
        kept = tuple(one for one in self.mentions if not any(_over(one, other) for other in new))
        kept = _without_what_was_inside(kept, *(self._theirs.keys() - {one.subject for one in kept}))
        step = self._with(
            _in_order([*kept, *new]),
            {**self.decisions, subject: Decision(choice=Choice.OWN, words=instead)},
            subject,
        )
        return replace(step, by_hand=step.by_hand | {subject})

    def picked(self, piece: int, start: int, end: int) -> str:
        """The words of a span, without the space around them. Raises UsageProblem where there are none."""
        words = self.pieces[piece].text[start:end].strip()
        if not words:
            raise UsageProblem(NOTHING_PICKED)
        return words

    def watched(self, piece: int, start: int, end: int, *, what: Watched, instead: str = "") -> WatchedName:
        """The same words as a line for the watch list, without the small words that they begin with."""
        words = self.picked(piece, start, end).split()
        first = next((at for at, word in enumerate(words) if word.casefold() not in SMALL_WORDS), 0)
        return WatchedName(words=" ".join(words[first:]), what=what, instead=instead)

    def _widened(self, piece: int, start: int, end: int) -> tuple[int, int]:
        """A span without the space around it, and with the whole of every finding that it cuts."""
        picked = self.pieces[piece].text[start:end]
        start += len(picked) - len(picked.lstrip())
        end = start + len(picked.strip())
        cut = [one.finding for one in self._cut(piece, start, end)]
        return min([start, *(one.start for one in cut)]), max([end, *(one.end for one in cut)])

    def _cut(self, piece: int, start: int, end: int) -> list[Mention]:
        """The mentions that a span shares characters with, but does not hold."""
        return [
            one
            for one in self._there.get((-1, piece), ())
            if one.finding.start < end
            and start < one.finding.end
            and not (start <= one.finding.start and one.finding.end <= end)
        ]

    def _equal(self, piece: int, start: int, end: int) -> list[tuple[int, tuple[int, int]]]:
        """Where the words of a span stand: first of all itself; not where they would cut another finding."""
        text = self.pieces[piece].text
        picked = text[start:end]
        before = r"(?<!\w)" if picked[0].isalnum() and not text[max(0, start - 1) : start].isalnum() else ""
        after = r"(?!\w)" if picked[-1].isalnum() and not text[end : end + 1].isalnum() else ""
        like = re.compile(before + r"\s+".join(map(re.escape, picked.split())) + after, re.IGNORECASE)
        found = [(piece, (start, end))]
        for at, other in enumerate(self.pieces):
            for match in like.finditer(other.text):
                where = whole_characters(other.text, *match.span())
                itself = at == piece and where[0] < end and start < where[1]
                if where == match.span() and not itself and not self._cut(at, *where):
                    found.append((at, where))
        return found

    # How it reads

    def runs(self, piece: int) -> Iterator[Run]:
        """A piece as it reads now, in order: undecided and kept words as they are, and others in their place.

        Own words in which something was found are several runs, all for the same characters of the piece.
        """
        return self._runs(self.pieces[piece].text, (-1, piece))

    def _runs(self, text: str, place: tuple[int, int]) -> Iterator[Run]:
        at = 0
        for mention in self._there.get(place, ()):
            start, end = mention.finding.start, mention.finding.end
            instead = self._instead(text, mention)
            space_before, space_after = start, end
            if not any(run.text for run in instead):
                if (start == 0 or text[start - 1].isspace()) and text[end : end + 1] == " ":
                    space_after += 1
                elif start > at and text[start - 1] == " " and text[end : end + 1] in ENDS:
                    space_before -= 1
            if space_before > at:
                yield Run(text[at:space_before], at, space_before)
            yield from (run._replace(start=space_before, end=space_after) for run in instead)
            at = space_after
        if at < len(text):
            yield Run(text[at:], at, len(text))

    def _instead(self, text: str, mention: Mention) -> list[Run]:
        """What stands in place of a mention, or the mention itself."""
        start, end = mention.finding.start, mention.finding.end
        decision = self.decisions.get(mention.subject)
        if decision is None or decision.choice is Choice.KEEP:
            return [Run(text[start:end], start, end, mention)]
        if decision.choice is Choice.SWAP:
            offered = mention.finding.suggestions
            same = next((one for one in offered if one.casefold() == decision.words.casefold()), None)
            words = offered[min(decision.place, len(offered) - 1)] if same is None else same
            return [Run(words, start, end, mention)]
        typed = [
            run if run.mention else run._replace(mention=mention, typed=run.start)
            for run in self._runs(decision.words, (mention.subject, 0))
        ] or [Run("", start, end, mention)]
        whole = in_place(text, mention.finding, "".join(run.text for run in typed))
        ends = [*accumulate(len(run.text) for run in typed[:-1]), len(whole)]
        begins = [0, *ends]
        return [run._replace(text=whole[begins[at] : ends[at]]) for at, run in enumerate(typed)]

    def words_for(self, mention: Mention) -> str | None:
        """What stands in place of a mention; None where it stays as it is."""
        decision = self.decisions.get(mention.subject)
        if decision is None or decision.choice is Choice.KEEP:
            return None
        return "".join(run.text for run in self._instead(self._text_around(mention), mention))

    def _text_around(self, mention: Mention) -> str:
        return (
            self.pieces[mention.piece].text
            if mention.inside is None
            else self.decisions[mention.inside].words
        )

    def text_of(self, piece: int) -> str:
        """How a piece reads now."""
        return "".join(run.text for run in self.runs(piece))

    def result(self) -> tuple[Piece, ...]:
        """The pieces as they read now."""
        return tuple(replace(piece, text=self.text_of(at)) for at, piece in enumerate(self.pieces))

    # Looking at the result too

    def _without_swaps(self, piece: int) -> Piece:
        """A piece as it reads now, as long as it is, its swaps no words: what they say is nobody's, and no role taken."""
        return Piece(
            text="".join(
                _WORD_SIGN.sub("◦", run.text) if self._is_swapped(run) else run.text
                for run in self.runs(piece)
            )
        )

    def _is_swapped(self, run: Run) -> bool:
        decision = self.decisions.get(run.mention.finding.subject) if run.mention is not None else None
        return decision is not None and decision.choice is Choice.SWAP

    def again(self, watched: Sequence[WatchedName] = ()) -> Review:
        """This state with what a look at the result finds that is new: a name in own words, a number that came together.

        What was decided stays decided, and words that were looked at before are not asked about for their new company.
        The words as they came and all that was typed are looked at along with the result: so one person is one subject
        and has one role, and two are told apart, in whatever round they are found.
        """
        own = [
            one
            for one, decision in self.decisions.items()
            if decision.choice is Choice.OWN and decision.words
        ]
        places = [*((-1, at) for at in range(len(self.pieces))), *((one, 0) for one in own)]
        known = [*self.pieces, *(Piece(text=self.decisions[one].words) for one in own)]
        looked = look([*known, *map(self._without_swaps, range(len(self.pieces)))], watched).mentions
        earlier = [one for one in looked if one.piece < len(known)]
        later = (replace(one, piece=one.piece - len(known)) for one in looked if one.piece >= len(known))
        new: list[Mention] = []
        numbers: dict[int, int] = {}
        for found, parts in self.still_open(later):
            for part in parts:
                if part.mention is not None and part.typed is None:
                    continue  # it waits already
                if found.subject not in numbers:
                    theirs = [
                        (places[one.piece], one.finding) for one in earlier if one.subject == found.subject
                    ]
                    fresh = max([*self._theirs, *numbers.values()], default=-1) + 1
                    numbers[found.subject] = self._known(found.finding, theirs, fresh)
                one = self._part_of(found, part, numbers[found.subject], watched)
                if one is not None and not any(_over(one, other) for other in new):
                    new.append(one)
        return replace(self, mentions=_in_order([*self.mentions, *new])) if new else self

    def still_open(self, looked: Iterable[Mention]) -> Iterator[tuple[Mention, list[Run]]]:
        """What a look at the result found, each with the stretches in it that nothing was decided of.

        Own words were decided, but not a name in them, and words as they came were looked at, but not for a number
        that came together only now.
        """
        for piece, theirs in groupby(looked, key=lambda one: one.piece):
            runs = list(self.runs(piece))
            ends = list(accumulate(len(run.text) for run in runs))
            for mention in theirs:
                start, end = mention.finding.start, mention.finding.end
                parts = []
                for at in range(bisect_right(ends, start), len(runs)):
                    run, begins = runs[at], ends[at] - len(runs[at].text)
                    if begins >= end:
                        break
                    if self._is_open(run, mention.finding):
                        first, last = max(0, start - begins), min(len(run.text), end - begins)
                        base = run.start if run.typed is None else run.typed
                        typed = None if run.typed is None else base + first
                        parts.append(Run(run.text[first:last], base + first, base + last, run.mention, typed))
                yield mention, parts

    def _is_open(self, run: Run, finding: Finding) -> bool:
        if run.mention is None:
            return finding.tier is Tier.DIRECT
        if run.typed is None:
            return run.mention.subject not in self.decisions
        return finding.tier is Tier.DIRECT or (finding.tier is Tier.NAMED and finding.level is Level.SURE)

    def _known(self, finding: Finding, theirs: Sequence[tuple[tuple[int, int], Finding]], fresh: int) -> int:
        """The subject that these findings in the earlier words are already, where its words fit; else a fresh one."""
        for place, one in theirs:
            for other in self._there.get(place, ()):
                decision = self.decisions.get(other.subject)
                fits = decision is not None and (
                    decision.choice is Choice.SWAP
                    or (decision.choice is Choice.KEEP and finding.tier is not Tier.DIRECT)
                )
                if fits and other.finding.start < one.end and one.start < other.finding.end:
                    return other.subject
        return fresh

    def _part_of(
        self, found: Mention, part: Run, subject: int, watched: Sequence[WatchedName]
    ) -> Mention | None:
        """A stretch of what was found as a mention of its own; None where it tells nothing without what is beside it."""
        if part.mention is None or part.typed is None:
            piece, inside, text = found.piece, None, self.pieces[found.piece].text
        else:
            inside = part.mention.subject
            piece, text = self._theirs[inside][0].piece, self.decisions[inside].words
        start, end = part.start, min(part.end, len(text))
        if part.text != found.finding.text:  # cut from what stands beside it, and so are the signs between
            words = list(ANY_WORD.finditer(text, start, end))
            if not words or (found.finding.tier is not Tier.DIRECT and not spotted(text[start:end], watched)):
                return None
            start, end = words[0].start(), words[-1].end()
        finding = found.finding._replace(start=start, end=end, text=text[start:end], subject=subject)
        return Mention(piece=piece, inside=inside, finding=finding)


def look(pieces: Sequence[Piece], watched: Sequence[WatchedName] = ()) -> Review:
    """Find what points to a person in these pieces, all together. Linear in their length."""
    pieces = tuple(pieces)
    found = iter(find(BETWEEN.join(piece.text for piece in pieces), watched))
    mentions: list[Mention] = []
    begins = 0
    finding = next(found, None)
    for at, piece in enumerate(pieces):
        ends = begins + len(piece.text)
        while finding is not None and finding.start < ends:
            if finding.end > begins:
                mentions.append(Mention(piece=at, finding=_within(finding, piece.text, begins)))
            if finding.end > ends:  # it goes on in the next piece
                break
            finding = next(found, None)
        begins = ends + len(BETWEEN)
    return Review(pieces=pieces, mentions=tuple(mentions))


def _within(finding: Finding, text: str, begins: int) -> Finding:
    start, end = max(0, finding.start - begins), min(len(text), finding.end - begins)
    return finding._replace(start=start, end=end, text=text[start:end])


def _by_hand(  # noqa: PLR0917  one finding's parts, in order
    piece: int, text: str, where: tuple[int, int], subject: int, kind: Kind, instead: str
) -> Mention:
    start, end = where
    return Mention(
        piece=piece,
        finding=Finding(
            start=start,
            end=end,
            text=text[start:end],
            kind=kind,
            level=Level.SURE,
            subject=subject,
            suggestions=(instead,),
        ),
    )


def _over(one: Mention, other: Mention) -> bool:
    """Whether two mentions share characters."""
    return (
        one.place == other.place
        and one.finding.start < other.finding.end
        and other.finding.start < one.finding.end
    )


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda one: (one.inside is not None, one.piece, one.finding.start)))


def _without_what_was_inside(mentions: tuple[Mention, ...], *subjects: int) -> tuple[Mention, ...]:
    """The mentions but those in the own words for these subjects, or for one that is nowhere else."""
    gone = set(subjects)
    while any(one.inside in gone for one in mentions):
        before = {one.subject for one in mentions}
        mentions = tuple(one for one in mentions if one.inside not in gone)
        gone = before - {one.subject for one in mentions}
    return mentions
