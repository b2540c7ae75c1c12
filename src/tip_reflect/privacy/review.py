"""The state of a review: what was found in some pieces of text, what was decided of it, and how the text reads so.

Nothing here changes: every step gives a new state that remembers the one before it, so any step can be taken back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tip_reflect.errors import UsageProblem
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.check import find
from tip_reflect.privacy.finding import Finding, Kind, Level, Tier
from tip_reflect.privacy.tokens import whole_characters
from tip_reflect.privacy.wording import in_place, initials, options_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BETWEEN = "\n\n"
"""What stands between two pieces while they are looked at as one text, so that one person is one role in all."""
ENDS = frozenset({"", ".", ",", ";", "!", "?", "\n"})
NOT_KEPT = "This points straight to someone, so it cannot stay. Take it out, or say it another way."
STILL_THERE = "Those words hold a number or an address that points straight to someone. Say it another way."
NOTHING_PICKED = "There are no words there to blur."

_KINDS = {
    Watched.NAME: Kind.PERSON,
    Watched.PLACE: Kind.PLACE,
    Watched.SERVICE: Kind.ORGANISATION,
    Watched.NUMBER: Kind.REFERENCE,
}


Settled: TypeAlias = tuple[int, int, bool]
"""A stretch that was decided, and whether in the writer's own words, in which a name may still stand."""


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
    """One finding and the piece it stands in; its offsets count from the beginning of that piece."""

    piece: int
    finding: Finding

    @property
    def subject(self) -> int:
        return self.finding.subject


class Run(NamedTuple):
    """A stretch of a piece as it reads now: what stands there, and which characters of the piece it stands for."""

    text: str
    start: int
    end: int
    mention: Mention | None = None


class Option(NamedTuple):
    """Words that are offered in place of a mention; empty ones take it out."""

    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`mentions` are in order and none is over another; those with one subject change together.

    `decisions` holds what was decided, by subject. `by_hand` are the subjects that the writer picked. `about` is the
    subject of the last step, and `before` the state before it. `looked_before` counts the subjects that earlier looks
    at this text have settled, and `settled` are the stretches of each piece that they did.
    """

    pieces: tuple[Piece, ...]
    mentions: tuple[Mention, ...]
    decisions: dict[int, Decision] = field(default_factory=dict)
    by_hand: frozenset[int] = frozenset()
    looked_before: int = 0
    settled: tuple[tuple[Settled, ...], ...] = ()
    about: int | None = field(default=None, compare=False)
    before: Review | None = field(default=None, repr=False, compare=False)
    _theirs: dict[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        theirs: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            theirs.setdefault(mention.subject, []).append(mention)
        object.__setattr__(self, "_theirs", {subject: tuple(them) for subject, them in theirs.items()})

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
        return self.looked_before + len(self._theirs) - len(self.left)

    @property
    def total(self) -> int:
        return self.looked_before + len(self._theirs)

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
        if any(one.tier is Tier.DIRECT for one in find(words)):
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
        return replace(self, decisions={**self.decisions, subject: decision}, about=subject, before=self)

    # Picking words by hand

    def blur(
        self, piece: int, start: int, end: int, instead: str = "", what: Watched | None = None
    ) -> Review:
        """Put other words in place of these, wherever they stand, in any case. `about` is the new subject.

        What was found among them before gives way. Raises UsageProblem where nothing is picked.
        """
        self.picked(piece, start, end)
        instead = " ".join(instead.split())
        if any(one.tier is Tier.DIRECT for one in find(instead)):
            raise UsageProblem(STILL_THERE)
        subject = max(self._theirs, default=-1) + 1
        start, end = self._widened(piece, *whole_characters(self.pieces[piece].text, start, end))
        kind = _KINDS.get(what or Watched.NAME, Kind.PERSON)
        new = [
            _by_hand(at, self.pieces[at].text, where, subject, kind, instead)
            for at, where in self._equal(piece, start, end)
        ]
        kept = [one for one in self.mentions if not any(_over(one, other) for other in new)]
        mentions = tuple(sorted([*kept, *new], key=lambda one: (one.piece, one.finding.start)))
        there = {one.subject for one in mentions}
        return replace(
            self,
            mentions=mentions,
            decisions={
                **{one: decision for one, decision in self.decisions.items() if one in there},
                subject: Decision(choice=Choice.OWN, words=instead),
            },
            by_hand=(self.by_hand & there) | {subject},
            about=subject,
            before=self,
        )

    def picked(self, piece: int, start: int, end: int) -> str:
        """The words of a span, without the space around them. Raises UsageProblem where there are none."""
        words = self.pieces[piece].text[start:end].strip()
        if not words:
            raise UsageProblem(NOTHING_PICKED)
        return words

    def watched(self, piece: int, start: int, end: int, *, what: Watched, instead: str = "") -> WatchedName:
        """The same words as a line for the watch list."""
        return WatchedName(words=" ".join(self.picked(piece, start, end).split()), what=what, instead=instead)

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
            for one in self.mentions
            if one.piece == piece
            and one.finding.start < end
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
        """A piece as it reads now, in order: undecided and kept words as they are, and others in their place."""
        text = self.pieces[piece].text
        at = 0
        for mention in self.mentions:
            if mention.piece != piece:
                continue
            start, end = mention.finding.start, mention.finding.end
            words = self.words_for(mention)
            space_before, space_after = start, end
            if words == "":
                if (start == 0 or text[start - 1].isspace()) and text[end : end + 1] == " ":
                    space_after += 1
                elif start > at and text[start - 1] == " " and text[end : end + 1] in ENDS:
                    space_before -= 1
            if space_before > at:
                yield Run(text[at:space_before], at, space_before)
            yield Run(text[start:end] if words is None else words, space_before, space_after, mention)
            at = space_after
        if at < len(text):
            yield Run(text[at:], at, len(text))

    def words_for(self, mention: Mention) -> str | None:
        """What stands in place of a mention; None where it stays as it is."""
        decision = self.decisions.get(mention.subject)
        if decision is None or decision.choice is Choice.KEEP:
            return None
        text = self.pieces[mention.piece].text
        if decision.choice is Choice.OWN:
            return in_place(text, mention.finding, decision.words)
        offered = mention.finding.suggestions
        same = next((one for one in offered if one.casefold() == decision.words.casefold()), None)
        return offered[min(decision.place, len(offered) - 1)] if same is None else same

    def text_of(self, piece: int) -> str:
        """How a piece reads now."""
        return "".join(run.text for run in self.runs(piece))

    def result(self) -> tuple[Piece, ...]:
        """The pieces as they read now."""
        return tuple(replace(piece, text=self.text_of(at)) for at, piece in enumerate(self.pieces))

    def again(self, watched: Sequence[WatchedName] = ()) -> Review:
        """Look at the result too: other words bring other company. This state where there is nothing new in it.

        What was decided stays decided: only what lies outside those words is new, and only of tiers 1 and 2.
        """
        settled = tuple(self._settled_in(at) for at in range(len(self.pieces)))
        looked = look(self.result(), watched)
        new = [
            mention
            for mention in looked.mentions
            if mention.finding.tier is not Tier.JIGSAW
            and not any(
                start <= mention.finding.start
                and mention.finding.end <= end
                and not (own and mention.finding.level is Level.SURE)  # a name in the writer's own words
                for start, end, own in settled[mention.piece]
            )
        ]
        if not new:
            return self
        return Review(
            pieces=looked.pieces,
            mentions=tuple(new),
            looked_before=self.looked_at,
            settled=settled,
            about=self.about,
            before=self,
        )

    def _settled_in(self, piece: int) -> tuple[Settled, ...]:
        """The stretches of a piece, as it reads now, that were decided: in this look or in one before it."""
        earlier = self.settled[piece] if self.settled else ()
        found: list[Settled] = []
        place = 0
        for run in self.runs(piece):
            if run.mention is not None:
                decision = self.decisions.get(run.mention.subject)
                own = decision is not None and decision.choice is Choice.OWN
                found.append((place, place + len(run.text), own))
            else:
                inside = ((max(start, run.start), min(end, run.end), own) for start, end, own in earlier)
                moved = place - run.start
                found += [(start + moved, end + moved, own) for start, end, own in inside if start < end]
            place += len(run.text)
        return tuple(found)


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
    return replace(finding, start=start, end=end, text=text[start:end])


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
        one.piece == other.piece
        and one.finding.start < other.finding.end
        and other.finding.start < one.finding.end
    )
