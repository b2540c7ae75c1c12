"""Keeps the entry that is being written: after every line, and never over what another window wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tip_reflect.errors import ChangedElsewhere, NoSuchEntry, TipReflectError
from tip_reflect.journal.entry import Position
from tip_reflect.journal.threads import ThreadMark, often, often_note

if TYPE_CHECKING:
    from datetime import date

    from tip_reflect.journal.entry import Answer, Entry
    from tip_reflect.journal.threads import Step
    from tip_reflect.store.store import Store

COPIED = "This entry was changed in another window too. Your words are safe: they are kept as an entry of their own."


class Keeping:
    """The newest version of one entry, and what of it is in the store.

    `trouble` is why the last save failed, or empty; `note` is something to tell the person once.
    """

    def __init__(self, store: Store, entry: Entry) -> None:
        self._store = store
        self._stored: Entry | None = entry if entry.revision else None
        self.entry = entry
        self.trouble = ""
        self.note = ""

    @property
    def answer(self) -> Answer:
        return self.entry.answers[self.entry.position.step]

    @property
    def is_stored(self) -> bool:
        return self._stored is not None

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything of the person's in it: words, or an answer at the closing."""
        entry = self.entry
        return bool(
            self.is_stored
            or entry.answered()
            or entry.arrived_as
            or entry.after is not None
            or entry.next_thing
            or entry.belongs_in_record is not None
        )

    def write(self, text: str) -> None:
        """Put these words at this step, with the cursor at their end."""
        self.entry = _with_words(self.entry, text)

    def save(self) -> bool:
        """Bring the entry to the store. False when it could not be; it is still here to try again."""
        self._save(self.entry)
        return not self.trouble

    def save_with(self, unfinished: str) -> None:
        """Bring the entry to the store with a line that is still being typed at its end."""
        if unfinished.strip():
            self._save(_with_words(self.entry, joined(self.answer.text, unfinished)))

    def delete(self) -> None:
        if self.is_stored:
            self._store.delete(self.entry.id)

    def say_of_thread(self, step: Step, tells: str) -> None:
        """Keep what is said of the entry's thread; `trouble` is filled where it could not be."""
        if not self.save():
            return
        try:
            self._store.save_thread_mark(ThreadMark(entry_id=self.entry.id, step=step, tells=tells))
        except TipReflectError as problem:
            self.trouble = str(problem)

    def comes_back_often(self, today: date) -> bool:
        """Whether the entry's thread was come back to a few times lately; true only the first time it is so."""
        thread = self.entry.thread
        if not thread or not self.save() or self._store.note(often_note(thread)):
            return False
        days = tuple(day.local_date for day in self._store.thread_days(thread))
        if often(days, today):
            self._store.set_note(often_note(thread), "said")
            return True
        return False

    def _save(self, entry: Entry) -> None:
        if entry == self._stored:
            self.trouble = ""
            return
        try:
            try:
                stored = self._store.save(entry)
            except (ChangedElsewhere, NoSuchEntry):
                stored = self._store.save(replace(entry, id=uuid4(), revision=0))
                self.note = COPIED
        except TipReflectError as problem:
            self.trouble = str(problem)
            return
        self._stored = stored
        self.trouble = ""
        self.entry = replace(self.entry, id=stored.id, revision=stored.revision)


def joined(text: str, line: str) -> str:
    """The text with one more line at its end."""
    return f"{text}\n{line}" if text else line


def _with_words(entry: Entry, text: str) -> Entry:
    lines = text.split("\n")
    position = Position(step=entry.position.step, row=len(lines) - 1, column=len(lines[-1]))
    return replace(entry.with_text(entry.position.step, text), position=position)
