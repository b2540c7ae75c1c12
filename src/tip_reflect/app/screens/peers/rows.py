"""What stands on the page of Peers: packs, things to try, learning lines, and what is out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tip_reflect.app.widgets.shelf import Row, heading, remark
from tip_reflect.journal.bring_back import Trying
from tip_reflect.journal.dates import MONTHS
from tip_reflect.journal.pack import PackState
from tip_reflect.sharing.session_forms import SessionForm

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.journal.bring_back import Action, BringBack
    from tip_reflect.journal.learning import LearningLine
    from tip_reflect.journal.pack import Leaving, Pack
    from tip_reflect.store.store import Store

PACK, ACTION, LEARNING, LEAVING = "pack", "action", "learning", "leaving"
NO_PACKS = "None yet. n begins one; in the journal, m marks words to bring."
NO_ACTIONS = "Nothing just now. What you want to try after a session comes here."
NO_LEARNING = "None yet. l writes one: something others could use, with no one in it."
FORMS = {form.value: form.label for form in SessionForm}
"""How the log names each form of file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnThePage:
    """Everything that the page shows, read in one go."""

    packs: tuple[Pack, ...] = field(repr=False)
    brought: tuple[BringBack, ...] = field(repr=False)
    learning: tuple[LearningLine, ...] = field(repr=False)
    leavings: tuple[Leaving, ...]

    @classmethod
    def read(cls, store: Store) -> OnThePage:
        return cls(
            packs=tuple(store.packs()),
            brought=tuple(store.bring_backs()),
            learning=tuple(store.learning()),
            leavings=tuple(store.leavings()),
        )

    @property
    def actions(self) -> tuple[Action, ...]:
        """Things to try, then those tried and let go; the newest of each first."""
        newest_first = [action for brought in reversed(self.brought) for action in brought.actions]
        order = list(Trying)
        return tuple(sorted(newest_first, key=lambda action: order.index(action.state)))

    def brought_from(self, pack: Pack) -> BringBack | None:
        """What was brought back from the session with this pack; the newest where there is more."""
        return next((one for one in reversed(self.brought) if one.pack_id == pack.id), None)


def keyed(kind: str, which: object) -> str:
    return f"{kind}:{which}"


def rows(page: OnThePage, today: date) -> list[Row]:
    """The whole page, in its order."""
    found = [heading("Packs")]
    found += [
        Row(key=keyed(PACK, pack.id), words=pack.title, aside=standing_of(pack, page, today))
        for pack in page.packs
    ] or [remark(NO_PACKS)]
    found += [Row(words=""), heading("Things to try")]
    found += [
        Row(key=keyed(ACTION, action.id), words=action.what, aside=_beside(action)) for action in page.actions
    ] or [remark(NO_ACTIONS)]
    found += [Row(words=""), heading("Learning lines")]
    found += [_learning_row(line) for line in page.learning] or [remark(NO_LEARNING)]
    if page.leavings:
        titles = {pack.id: pack.title for pack in page.packs}
        found += [Row(words=""), heading("What is out", "only you see this")]
        found += [
            Row(
                key=keyed(LEAVING, leaving.key),
                words=titles.get(leaving.pack_id, "A pack that is deleted here"),
                aside=f"{FORMS.get(leaving.form, leaving.form)}, {day_of(leaving.at.local_date, today)}",
            )
            for leaving in page.leavings
        ]
    return found


def standing_of(pack: Pack, page: OnThePage, today: date) -> str:
    """Where a pack has come to, in a few words."""
    if pack.state is PackState.READY:
        return "ready to take"
    if pack.state is PackState.TAKEN:
        if page.brought_from(pack) is not None:
            return "taken, and brought back"
        out = next((one.at.local_date for one in page.leavings if one.pack_id == pack.id), None)
        return f"taken {day_of(out, today)}" if out else "taken"
    chosen = sum(bool(line.text.strip()) for line in pack.lines)
    if pack.question_only:
        return "a draft, the question only"
    return f"a draft, {chosen} line{'' if chosen == 1 else 's'}"


def day_of(day: date, today: date) -> str:
    """today, 12 November, 3 May 2025"""
    if day == today:
        return "today"
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if day.year != today.year else ''}"


def _beside(action: Action) -> str:
    return " · ".join(part for part in (action.state.label, action.with_whom, action.by_when) if part)


def _learning_row(line: LearningLine) -> Row:
    tagged = line.principle or line.statement
    return Row(
        key=keyed(LEARNING, line.id),
        words=line.text,
        aside=tagged.label if tagged else "",
        sign=line.principle.mark if line.principle else "",
        part=line.principle.value if line.principle else "title",
    )
