"""A session pack under the check for people: what still stands in it, and what a review made of it (SP6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tip_reflect.journal.pack import pieces, with_pieces
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.review import Choice, Piece, look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def reviewed(pack: Pack, review: Review) -> Pack:
    """The pack with what a finished review of `pieces_of(pack)` decided."""
    kept = {
        as_kept(mention.finding.text)
        for state in _looks(review)
        for subject, decision in state.decisions.items()
        if decision.choice is Choice.KEEP
        for mention in state.of(subject)
    }
    texts = tuple(piece.text for piece in review.result())
    return replace(with_pieces(pack, texts), kept=tuple(sorted({*pack.kept, *kept})))


def _looks(review: Review) -> Iterator[Review]:
    """The last state of each look at the text, the newest first: every look has pieces of its own."""
    state: Review | None = review
    while state is not None:
        yield state
        pieces_then = state.pieces
        while state is not None and state.pieces is pieces_then:
            state = state.before


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
        pack = reviewed(pack, review)
    return pack
