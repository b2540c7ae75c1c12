"""What can be done with one entry of the journal: the one that is being read, or else the one under the cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from tip_reflect.app.screens.marking import MarkingScreen
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.entry import Position, State, StepKind

if TYPE_CHECKING:
    from uuid import UUID

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.finding import Summary
    from tip_reflect.journal.marking import Mark

ON_WISH = "It opens only if you want it to, now."
NO_MORE = "Its first words would show in the list again, and it would open without asking."


class OneEntryScreen(MarkingScreen):
    """A screen with a list and a reader."""

    def show_reader(self, entry: Entry | None, marks: tuple[Mark, ...] = ()) -> None:
        """Show this entry in the reader, or none."""
        raise NotImplementedError

    # Which entry

    @property
    def reading(self) -> bool:
        """Whether an entry is open in the reader."""
        return self.is_mounted and self.query_one(Reader).entry is not None

    @property
    def chosen_one(self) -> Entry | Summary | None:
        """The entry that is being read, or else the one under the cursor."""
        shelf, opened = self.query_one(JournalList), self.query_one(Reader).entry
        return opened if opened is not None and not shelf.has_focus else shelf.current

    @property
    def chosen(self) -> UUID | None:
        return one.id if (one := self.chosen_one) else None

    async def _chosen_entry(self) -> Entry | None:
        entry_id = self.chosen
        if entry_id is None:
            return None
        try:
            return await self.session.run(lambda store: store.entry(entry_id))
        except TipReflectError as problem:
            self.tip.say(str(problem))
            return None

    async def _wanted(
        self, entry: Summary | Entry, words: str = ON_WISH, *, yes: str = "Open", no: str = "Not now"
    ) -> bool:
        """Whether an entry's words may be seen now: one that was marked tender asks first."""
        opened = self.query_one(Reader).entry
        if not entry.tender or (opened is not None and opened.id == entry.id):
            return True
        from tip_reflect.app.screens.ask import AskScreen

        gate = AskScreen("You marked this tender.", words, yes=yes, no=no)
        sure = await self.app.push_screen_wait(gate)
        return sure is True

    # What the worker does with it

    @work(exclusive=True, group="dialog")
    async def action_edit(self) -> None:
        from tip_reflect.app.screens.reflect import ReflectScreen

        entry = await self._chosen_entry()
        if entry is None or not await self._wanted(entry):
            return
        if entry.state is State.CLOSED:
            entry = replace(entry, position=Position(step=_first_written(entry)))
        await self.app.push_screen_wait(ReflectScreen(entry))
        await self.refresh_from_store()

    @work(exclusive=True, group="dialog")
    async def action_details(self) -> None:
        from tip_reflect.app.screens.details import DetailsDialog

        entry = await self._chosen_entry()
        if entry is None:
            return
        threads = await self.session.run(lambda store: store.threads())
        changed = await self.app.push_screen_wait(DetailsDialog(entry, threads=[one.name for one in threads]))
        if changed is not None:
            await self._store(changed)

    @work(exclusive=True, group="dialog")
    async def action_tender(self) -> None:
        if (entry := await self._chosen_entry()) is not None:
            await self._store(replace(entry, tender=True))

    @work(exclusive=True, group="dialog")
    async def action_tender_no_more(self) -> None:
        entry = await self._chosen_entry()
        if entry is not None and await self._wanted(entry, NO_MORE, yes="Not tender", no="Leave it tender"):
            await self._store(replace(entry, tender=False))

    @work(exclusive=True, group="dialog")
    async def action_check_people(self) -> None:
        """Review a copy of the entry; what passes can be written to a file. The entry stays as it is."""
        from tip_reflect.app.screens.export import ExportDialog
        from tip_reflect.app.screens.review import ReviewScreen
        from tip_reflect.privacy.entries import pieces_of

        entry = await self._chosen_entry()
        if entry is None or not await self._wanted(entry):
            return
        if not entry.answered():
            self.tip.say("There are no words in this entry to check.")
            return
        saved = None
        check = ReviewScreen(pieces_of(entry))
        while saved is None and (reviewed := await self.app.push_screen_wait(check)) is not None:
            saved = await self.app.push_screen_wait(ExportDialog(entry, reviewed=reviewed))
            check = check.as_it_was()
        if saved:
            self.tip.say(saved)

    @work(exclusive=True, group="dialog")
    async def action_export(self) -> None:
        from tip_reflect.app.screens.export import ExportDialog

        if (entry := await self._chosen_entry()) is not None:
            saved = await self.app.push_screen_wait(ExportDialog(entry))
            if saved:
                self.tip.say(saved)

    @work(exclusive=True, group="dialog")
    async def action_afterwards(self) -> None:
        """The entry beside what came back for it from a session."""
        from tip_reflect.app.screens.peers.beside import BesideScreen, read_beside

        entry = await self._chosen_entry()
        if entry is not None and await self._wanted(entry):
            told = await self.session.run(lambda store: read_beside(store, [entry.id]))
            await self.app.push_screen_wait(BesideScreen(told))

    @work(exclusive=True, group="dialog")
    async def action_delete(self) -> None:
        from tip_reflect.app.screens.ask import AskScreen

        entry_id = self.chosen
        if entry_id is None:
            return
        notice = self.session.library.notices
        sure = await self.app.push_screen_wait(
            AskScreen(
                "Delete this entry?",
                f"{notice.delete}\n\n{notice.backup}",
                yes="Delete it for good",
                no="Keep it",
            )
        )
        if not sure:
            return
        try:
            await self.session.run(lambda store: store.delete(entry_id))
        except TipReflectError as problem:
            self.tip.say(str(problem))
        self.show_reader(None)
        await self.refresh_from_store()

    async def _store(self, entry: Entry) -> None:
        try:
            await self.session.run(lambda store: store.save(entry))
        except TipReflectError as problem:
            self.tip.say(str(problem))
        await self.refresh_from_store()


def _first_written(entry: Entry) -> int:
    questions = [at for at, answer in enumerate(entry.answers) if answer.kind is StepKind.QUESTION]
    written = [at for at in questions if entry.answers[at].text.strip()]
    return (written or questions or [0])[0]
