"""A session pack under the check for people: what still stands in it, and what a review made of it (SP6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.journal.pack import pieces, with_pieces
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.review import Choice, Decision, Piece, look

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tip_reflect.journal.pack import Pack
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.finding import Finding
    from tip_reflect.privacy.review import Review

ROUNDS = 6
"""New words bring new company; what is left after so many looks is kept, or taken out if it points straight to someone."""


def pieces_of(pack: Pack) -> tuple[Piece, ...]:
    """Every word of the pack that leaves, under its heading, in the order it leaves in."""
    return tuple(Piece(title=title, text=text) for title, text in pieces(pack))


def standing(pack: Pack, watched: Sequence[WatchedName] = ()) -> list[Finding]:
    """What keeps a pack from leaving: every tier 1 finding, and any of tiers 2 and 3 that was not looked at and kept."""
    return [finding for _, finding in standing_under(pack, watched)]


def standing_under(pack: Pack, watched: Sequence[WatchedName] = ()) -> list[tuple[str, Finding]]:
    """The same, each with the heading it stands under."""
    pieces = pieces_of(pack)
    found = ((pieces[one.piece].title, one.finding) for one in look(pieces, watched).mentions)
    return [
        (title, one) for title, one in found if one.tier is Tier.DIRECT or as_kept(one.text) not in pack.kept
    ]


def as_kept(words: str) -> str:
    """How found words are remembered when they are kept: in small letters, on one line."""
    return " ".join(words.casefold().split())


def keeping(review: Review, kept: Collection[str]) -> Review:
    """The review with those subjects kept all of whose words were kept before; there is no step to take back."""
    decided = {
        subject: Decision(choice=Choice.KEEP)
        for subject in review.subjects
        if review.may_keep(subject) and all(as_kept(one.finding.text) in kept for one in review.of(subject))
    }
    return replace(review, decisions=decided) if decided else review


def reviewed(pack: Pack, review: Review, watched: Sequence[WatchedName] = ()) -> Pack:
    """The pack with what a review of `pieces_of(pack)` decided so far.

    What the check finds in the result only because of the words that were put in was looked at too: it counts as kept.
    """
    kept = {
        as_kept(mention.finding.text)
        for subject, decision in review.decisions.items()
        if decision.choice is Choice.KEEP
        for mention in review.of(subject)
    }
    result = review.result()
    for mention, still_open in review.still_open(look(result, watched).mentions):
        if not still_open and mention.finding.tier is not Tier.DIRECT:
            kept.add(as_kept(mention.finding.text))
    texts = tuple(piece.text for piece in result)
    return replace(with_pieces(pack, texts), kept=tuple(sorted({*pack.kept, *kept})))


def blurred(pack: Pack, watched: Sequence[WatchedName] = ()) -> Pack:
    """The pack with the first suggestion for every finding, one person the same words everywhere."""
    for left in reversed(range(ROUNDS)):
        waiting = standing(pack, watched)
        if not waiting:
            break
        review = look(pieces_of(pack), watched)
        for subject in review.subjects:
            mention = review.of(subject)[0]
            if as_kept(mention.finding.text) in pack.kept and review.may_keep(subject):
                review = review.keep(subject)
            elif left:
                review = review.use(mention)
            else:
                review = review.keep(subject) if review.may_keep(subject) else review.word(subject, "")
        pack = reviewed(pack, review, watched)
    return pack
