"""Deleting a thing on the page of Peers: asked first, and thorough."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from tip_reflect.app.screens.ask import AskScreen
from tip_reflect.app.screens.peers.rows import ACTION, LEARNING, LEAVING, PACK
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from typing import Any

    from tip_reflect.app.screens.base import TipScreen
    from tip_reflect.store.store import Store

QUESTIONS = {
    PACK: (
        "Delete this pack?",
        "Its words go from the journal for good. The entries stay as they are. A file you wrote is out of reach from here.",
    ),
    ACTION: ("Delete this thing to try?", "It goes for good, with what you wrote about it."),
    LEARNING: ("Delete this learning line?", "It goes from your list for good."),
    LEAVING: (
        "Take this off the log?",
        "The log is only for you. The file itself is not touched: if it is still out, it stays out.",
    ),
}


async def remove(screen: TipScreen[Any], kind: str, which: str) -> None:
    """Ask, then delete what this is. Raises NoSuchEntry where it is gone already."""
    if kind not in QUESTIONS:
        return
    question, words = QUESTIONS[kind]
    yes = "Take it off" if kind == LEAVING else "Delete it for good"
    if not await screen.app.push_screen_wait(AskScreen(question, words, yes=yes, no="Keep it")):
        return

    def work(store: Store) -> None:
        match kind:
            case "pack":
                store.delete_pack(UUID(which))
            case "action":
                _delete_action(store, UUID(which))
            case "learning":
                store.delete_learning(UUID(which))
            case "leaving":
                store.forget_leaving(int(which))

    try:
        await screen.session.run(work)
    except TipReflectError as problem:
        screen.tip.say(str(problem))


def _delete_action(store: Store, action_id: UUID) -> None:
    from dataclasses import replace

    for brought in store.bring_backs():
        left = tuple(action for action in brought.actions if action.id != action_id)
        if left != brought.actions:
            store.save_bring_back(replace(brought, actions=left))
