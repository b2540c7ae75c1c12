"""What of Peers waits on Today: a pack, something to bring back, something to try. Any of it can be put off for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.errors import NoSuchEntry
from tip_reflect.journal.bring_back import Trying
from tip_reflect.journal.pack import PackState

if TYPE_CHECKING:
    from tip_reflect.app.screens.base import TipScreen
    from tip_reflect.journal.bring_back import Action
    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

PACK, BACK, TRY = "peers-pack:", "peers-back:", "peers-try:"
KINDS = (PACK, BACK, TRY)
MOST_TO_TRY = 2
WHEN_IT_SUITS = "after a session, when it suits you"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeersWaiting:
    """The newest pack on its way, the newest that was taken and not brought back from, and the newest things to try."""

    pack: Pack | None = field(default=None, repr=False)
    taken: Pack | None = field(default=None, repr=False)
    to_try: tuple[Action, ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, store: Store) -> PeersWaiting:
        packs, brought = store.packs(), store.bring_backs()
        out = {leaving.pack_id for leaving in store.leavings()}
        back = {one.pack_id for one in brought}
        newest_first = [action for one in reversed(brought) for action in one.actions]
        return cls(
            pack=next(
                (
                    one
                    for one in packs
                    if one.state is not PackState.TAKEN
                    and one.id not in out
                    and not store.note(f"{PACK}{one.id}")
                ),
                None,
            ),
            taken=next(
                (
                    one
                    for one in packs
                    if (one.state is PackState.TAKEN or one.id in out)
                    and one.id not in back
                    and not store.note(f"{BACK}{one.id}")
                ),
                None,
            ),
            to_try=tuple(
                action
                for action in newest_first
                if action.state is Trying.TO_TRY and not store.note(f"{TRY}{action.id}")
            )[:MOST_TO_TRY],
        )


def peers_rows(waiting: PeersWaiting) -> list[WaitingRow]:
    """A row for each thing that waits."""
    rows = []
    if waiting.taken is not None:
        rows.append(WaitingRow(f"{BACK}{waiting.taken.id}", "Bring something back", WHEN_IT_SUITS))
    if waiting.pack is not None:
        ready = waiting.pack.state is PackState.READY
        rows.append(
            WaitingRow(
                f"{PACK}{waiting.pack.id}",
                f"A pack: {waiting.pack.title}",
                "ready to take" if ready else "a draft",
            )
        )
    rows += [
        WaitingRow(
            f"{TRY}{action.id}", f"You meant to: {' '.join(action.what.split())}", action.by_when or "to try"
        )
        for action in waiting.to_try
    ]
    return rows


def is_of_peers(name: str | None) -> bool:
    return name is not None and name.startswith(KINDS)


async def take_up(screen: TipScreen[Any], name: str) -> None:
    """Open what this row stands for. Raises NoSuchEntry where it is gone."""
    if screen.session.read_only:
        screen.tip.say(screen.session.read_only)
        return
    kind, _, which = name.partition(":")
    packs, brought = await screen.session.run(lambda store: (store.packs(), store.bring_backs()))
    if f"{kind}:" == TRY:
        from tip_reflect.app.screens.peers.trying import ActionScreen

        action = next((one for each in brought for one in each.actions if str(one.id) == which), None)
        if action is not None:
            await screen.app.push_screen(ActionScreen(action))
            return
    pack = next((one for one in packs if str(one.id) == which), None)
    if pack is None:
        raise NoSuchEntry("That is not in the journal any more. Nothing was changed.")
    if f"{kind}:" == BACK:
        from tip_reflect.app.screens.peers.bring_back import BringBackScreen, begun_from

        await screen.app.push_screen(BringBackScreen(begun_from(pack, screen.session.now())))
    else:
        from tip_reflect.app.screens.peers.pack import PackScreen

        await screen.app.push_screen(PackScreen(pack))
