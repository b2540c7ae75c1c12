"""Keeps what is written for peers and what comes back from them, as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tip_reflect.app.keeper import Keeper
from tip_reflect.journal.bring_back import Action, BringBack
from tip_reflect.journal.learning import LearningLine
from tip_reflect.journal.pack import Pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.app.session import Session
    from tip_reflect.store.store import Store

COPIED = (
    "This pack was changed in another window too. Your words are safe: they are kept as a pack of their own"
)


class PackKeeper(Keeper[Pack]):
    """Keeps a pack; one with nothing in it yet is not saved. One changed elsewhere too is kept as a pack of its own."""

    def __init__(self, session: Session, pack: Pack, read: Callable[[Pack], Pack]) -> None:
        super().__init__(session, pack, read, stored=pack)

    @property
    def pack(self) -> Pack:
        return self.held

    def replace_with(self, held: Pack) -> None:
        """Go on with this version of the pack; the revision stays the store's."""
        self.held = replace(held, id=self.held.id, revision=self.held.revision)

    def started_from(self, pack: Pack) -> None:
        """Show this pack, which the store holds so, in place of the one before."""
        self.held = self._stored = pack
        self.note = ""

    def _save(self, store: Store, held: Pack) -> Pack:
        return store.save_pack(held)

    def _as_copy(self) -> Pack:
        self.note = COPIED
        self.held = replace(self.held, id=uuid4(), revision=0)
        return self.held

    def _older(self, one: Pack, other: Pack) -> bool:
        return one.id == other.id and one.revision < other.revision

    def _going_on(self, held: Pack, stored: Pack) -> Pack:
        return replace(held, revision=stored.revision)


class BringBackKeeper(Keeper[BringBack]):
    """Keeps what is brought back; nothing written is nothing saved."""

    def __init__(self, session: Session, brought: BringBack, read: Callable[[BringBack], BringBack]) -> None:
        super().__init__(session, brought, read, stored=brought)

    def _save(self, store: Store, held: BringBack) -> BringBack:
        store.save_bring_back(held)
        return held


class ActionKeeper(Keeper[Action]):
    """Keeps one thing to try."""

    def __init__(self, session: Session, action: Action, read: Callable[[Action], Action]) -> None:
        super().__init__(session, action, read, stored=action)

    def _save(self, store: Store, held: Action) -> Action:
        store.save_action(held)
        return held


class LearningKeeper(Keeper[LearningLine]):
    """Keeps one learning line."""

    def __init__(
        self, session: Session, line: LearningLine, read: Callable[[LearningLine], LearningLine]
    ) -> None:
        super().__init__(session, line, read, stored=line)

    def _save(self, store: Store, held: LearningLine) -> LearningLine:
        store.save_learning(held)
        return held
