"""Marking words for peers, on a screen with a reader: nothing is marked until the worker does it (SP1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tip_reflect.app.commands import DONE_MARKING, MARK_THESE, UNMARK, WHOLE_ANSWER
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.marking import anchored, with_mark, without_mark

if TYPE_CHECKING:
    from uuid import UUID

    from tip_reflect.journal.marking import Mark
    from tip_reflect.store.store import Store

NOTHING_TO_MARK = "There are no words in this entry to mark."
MARKING_COMMANDS = (MARK_THESE, UNMARK, WHOLE_ANSWER, DONE_MARKING)
MARKING = {command.action for command in MARKING_COMMANDS}


class MarkingScreen(TipScreen[None]):
    """The keys of marking work while words are picked in the reader; every mark is kept at once."""

    @property
    def marking(self) -> bool:
        """Whether words are picked in the open entry."""
        return self.is_mounted and self.query_one(Reader).text.picking

    def may_mark(self, action: str) -> bool:
        """Whether one of the keys of marking can be used now."""
        text = self.query_one(Reader).text
        if not text.picking:
            return False
        may = not self.session.read_only
        possible = {
            "mark_these": may and text.picked_mark is None,
            "unmark": may and text.picked_mark is not None,
        }
        return possible.get(action, True)

    def begin_marking(self) -> None:
        """Pick the first word in view."""
        reader = self.query_one(Reader)
        if reader.entry is None or not reader.entry.answered():
            self.tip.say(NOTHING_TO_MARK)
        else:
            reader.text.begin_picking()

    def on_pick_text_picking(self) -> None:
        reader = self.query_one(Reader)
        self.set_focus(reader.text if reader.text.picking else reader, scroll_visible=False)
        self.refresh_bindings()

    def action_whole_answer(self) -> None:
        self.query_one(Reader).text.pick_answer()

    def action_stop_marking(self) -> None:
        self.query_one(Reader).text.stop_picking()

    def action_mark_these(self) -> None:
        reader = self.query_one(Reader)
        if reader.entry is not None and (picked := reader.text.picked) is not None:
            self._mark(with_mark(reader.marks, picked, reader.entry))

    def action_unmark(self) -> None:
        reader = self.query_one(Reader)
        if (mark := reader.text.picked_mark) is not None:
            self._mark(without_mark(reader.marks, mark.place, mark.start))

    def _mark(self, marks: tuple[Mark, ...]) -> None:
        reader = self.query_one(Reader)
        if reader.entry is None:
            return
        reader.show_marks(marks)
        self.refresh_bindings()
        self.keep_marks(reader.entry.id, marks)

    @work(group="marks")
    async def keep_marks(self, entry_id: UUID, marks: tuple[Mark, ...]) -> None:
        """Keep these marks; where that fails, say so and show what is kept."""
        try:
            await self.session.run(lambda store: keep(store, entry_id, marks))
        except TipReflectError as problem:
            self.tip.say(f"The mark could not be kept. {problem}")
            await self.refresh_from_store()


def keep(store: Store, entry_id: UUID, marks: tuple[Mark, ...]) -> None:
    """Keep the marks of an entry where their words stand now: another window may have changed the text meanwhile."""
    answers = store.entry(entry_id).answers
    there = (anchored(mark, answers[mark.place].text) for mark in marks if mark.place < len(answers))
    store.save_marks(entry_id, [mark for mark in there if mark is not None])
