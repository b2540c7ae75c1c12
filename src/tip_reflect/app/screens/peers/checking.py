"""What a finished check makes of a pack: its words as they may leave, and what the worker looked at and kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tip_reflect.journal.pack import Guess, Pack, PackState
from tip_reflect.privacy.finding import Tier
from tip_reflect.privacy.packs import as_kept, reviewed, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.app.screens.base import TipScreen
    from tip_reflect.app.screens.review import ReviewScreen
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.review import Review

STILL = "A number or an address that points straight to someone is still in it. Look at the pack again."


async def passed(screen: TipScreen[Any], pack: Pack, check: ReviewScreen) -> Pack:
    """The pack with what was decided: ready, unless someone could guess or something of tier 1 stands in it all the same."""
    from tip_reflect.app.screens.preview import Answer

    review = check.review
    if review is None:
        return pack
    watched = await screen.session.run(lambda store: store.watch_list())
    settled, clear = await asyncio.to_thread(settle, pack, review, watched)
    if check.guess is Answer.YES:
        return replace(settled, guess=Guess.YES)
    if not clear:
        screen.tip.say(STILL)
        return settled
    return replace(settled, state=PackState.READY, guess=Guess.NO)


def settle(pack: Pack, review: Review, watched: Sequence[WatchedName]) -> tuple[Pack, bool]:
    """The pack with what was decided, and whether nothing of tier 1 is left.

    What the check finds in the words that were put in place was read through and chosen: it counts as kept.
    """
    settled = reviewed(pack, review, watched)
    left = standing(settled, watched)
    kept = {as_kept(one.text) for one in left if one.tier is not Tier.DIRECT}
    settled = replace(settled, kept=tuple(sorted({*settled.kept, *kept})))
    return settled, not any(one.tier is Tier.DIRECT for one in left)


async def still_clear(screen: TipScreen[Any], pack: Pack) -> bool:
    """Whether nothing waits for a decision, with the names that are watched for today (SP6)."""
    watched = await screen.session.run(lambda store: store.watch_list())
    return not await asyncio.to_thread(standing, pack, watched)
