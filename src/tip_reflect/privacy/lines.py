"""Some short texts under the check for people: what stands in them, and how they read with the first suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.privacy import numbers
from tip_reflect.privacy.check import spotted
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.review import Piece, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.watching import WatchedName

ROUNDS = 6
"""New words bring new company, so the texts are looked at again; the last round takes out what is left."""


def blurred(pieces: Sequence[Piece], watched: Sequence[WatchedName] = ()) -> tuple[Piece, ...]:
    """The pieces with the first suggestion for every finding of any tier, one person the same words everywhere."""
    for left in reversed(range(ROUNDS)):
        review = look(pieces, watched)
        if not review.subjects:
            break
        for subject in review.subjects:
            review = review.use(review.of(subject)[0]) if left else review.word(subject, "")
        pieces = review.result()
    return tuple(pieces)


def points_straight(text: str) -> bool:
    """Whether a number or an address stands in the text (tier 1): one that cannot leave.

    The recognisers of numbers alone are many times quicker than the whole check, and miss none that it finds.
    """
    suspects = next(iter(numbers.recognise(text)), None)
    return suspects is not None and any(one.kind.tier is Tier.DIRECT for one in spotted(text))
