"""What goes to a session with peers and comes back from it: the part of the open journal that keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, SQLModel, col, select

from tip_reflect.errors import ChangedElsewhere, NoSuchEntry
from tip_reflect.journal.bring_back import Action, BringBack
from tip_reflect.journal.check_in import CheckIn
from tip_reflect.journal.entry import Moment
from tip_reflect.journal.learning import LearningLine
from tip_reflect.journal.marking import Mark
from tip_reflect.journal.pack import Leaving, Pack
from tip_reflect.journal.threads import Step, ThreadMark
from tip_reflect.store.converters import to_moment, to_offset, to_utc
from tip_reflect.store.peer_converters import (
    action_columns,
    bring_back_columns,
    learning_columns,
    leaving_row,
    line_rows,
    pack_columns,
    to_bring_back,
    to_check_in,
    to_learning,
    to_leaving,
    to_pack,
)
from tip_reflect.store.rows import (
    ActionRow,
    BringBackRow,
    CheckInAnswerRow,
    CheckInRow,
    EntryRow,
    LearningLineRow,
    LeavingRow,
    MarkRow,
    PackLineRow,
    PackRow,
    ThreadMarkRow,
    ThreadRow,
)

T = TypeVar("T")

NO_SUCH = "There is nothing with this id in the journal. Nothing was changed."
CHANGED = (
    "This pack was changed in another window or by another command since it was opened here, so nothing was saved over "
    "it. Open it again to see the newer words."
)


_THREAD_MARKED: tuple[Any, ...] = (
    EntryRow.id,
    EntryRow.written,
    EntryRow.written_offset,
    ThreadMarkRow.step,
    ThreadMarkRow.tells,
)


class PeerStore(ABC):
    """Mixed into Store: the same journal, the same thread, the same short transactions."""

    @abstractmethod
    def _read(self, work: Callable[[Session], T]) -> T: ...

    @abstractmethod
    def _write(self, work: Callable[[Session], T]) -> T: ...

    @abstractmethod
    def _empty_change_log(self) -> None: ...

    # Marks

    def marks(self, entry_id: UUID) -> tuple[Mark, ...]:
        """What is marked for peers in one entry, in the order of its words. Raises NoSuchEntry."""
        return self._read(
            lambda session: tuple(
                Mark(entry_id=entry_id, place=row.place, start=row.start, end=row.end, words=row.words)
                for row in session.exec(
                    select(MarkRow)
                    .where(col(MarkRow.entry_key) == _entry_key(session, entry_id))
                    .order_by(col(MarkRow.place), col(MarkRow.start))
                )
            )
        )

    def save_marks(self, entry_id: UUID, marks: Sequence[Mark]) -> None:
        """Keep these marks of an entry in place of the ones before. Raises NoSuchEntry."""

        def replace_all(session: Session) -> None:
            key = _entry_key(session, entry_id)
            session.execute(delete(MarkRow).where(col(MarkRow.entry_key) == key))
            session.add_all(
                MarkRow(entry_key=key, place=mark.place, start=mark.start, end=mark.end, words=mark.words)
                for mark in marks
            )

        self._write(replace_all)
        self._empty_change_log()

    def marked_entries(self) -> list[UUID]:
        """The entries that hold a mark, newest first."""
        query = (
            select(EntryRow.id)
            .where(col(EntryRow.key).in_(select(MarkRow.entry_key).distinct()))
            .order_by(col(EntryRow.written).desc(), col(EntryRow.id))
        )
        return self._read(lambda session: [UUID(bytes=each) for each in session.exec(query)])

    # Packs

    def save_pack(self, pack: Pack) -> Pack:
        """Save a pack and return it with its next revision. Raises ChangedElsewhere."""

        def save(session: Session) -> Pack:
            row = session.exec(select(PackRow).where(col(PackRow.id) == pack.id.bytes)).first()
            if (row is None) != (pack.revision == 0) or (row is not None and row.revision != pack.revision):
                raise ChangedElsewhere(CHANGED)
            key = _put(session, row, PackRow, pack_columns(pack))
            session.execute(delete(PackLineRow).where(col(PackLineRow.pack_key) == key))
            session.add_all(line_rows(key, pack.lines))
            return replace(pack, revision=pack.revision + 1)

        saved = self._write(save)
        self._empty_change_log()
        return saved

    def pack(self, pack_id: UUID) -> Pack:
        """One whole pack. Raises NoSuchEntry."""
        found = self._read(lambda session: _packs(session, pack_id))
        if not found:
            raise NoSuchEntry(NO_SUCH)
        return found[0]

    def packs(self) -> list[Pack]:
        """Every pack, the newest first."""
        return self._read(_packs)

    def delete_pack(self, pack_id: UUID) -> None:
        """Delete a pack, so that the file no longer holds its words; the log of what left stays. Raises NoSuchEntry."""
        self._delete(PackRow, pack_id)

    def log_leaving(self, leaving: Leaving) -> None:
        """Remember that a file of a pack was written (SP13)."""
        self._write(lambda session: session.add(leaving_row(leaving)))

    def leavings(self) -> list[Leaving]:
        """What is out, the newest first."""
        query = select(LeavingRow).order_by(col(LeavingRow.at).desc(), col(LeavingRow.key).desc())
        return self._read(lambda session: [to_leaving(row) for row in session.exec(query)])

    def forget_leaving(self, key: int) -> None:
        """Take one line off the log; nothing where there is none."""
        self._write(lambda session: session.execute(delete(LeavingRow).where(col(LeavingRow.key) == key)))
        self._empty_change_log()

    # Bring back and things to try

    def save_bring_back(self, brought: BringBack) -> None:
        """Keep what was brought back, with its things to try, in place of an earlier wording of it."""

        def save(session: Session) -> None:
            row = session.exec(select(BringBackRow).where(col(BringBackRow.id) == brought.id.bytes)).first()
            key = _put(session, row, BringBackRow, bring_back_columns(brought))
            session.execute(delete(ActionRow).where(col(ActionRow.bring_back_key) == key))
            session.add_all(
                ActionRow(bring_back_key=key, **action_columns(action)) for action in brought.actions
            )

        self._write(save)
        self._empty_change_log()

    def bring_backs(self, entry_id: UUID | None = None) -> list[BringBack]:
        """What was brought back, the oldest first; of one entry if it is named."""
        found = self._read(_bring_backs)
        return found if entry_id is None else [each for each in found if entry_id in each.entry_ids]

    def delete_bring_back(self, brought_id: UUID) -> None:
        """Delete what was brought back and its things to try. Raises NoSuchEntry."""
        self._delete(BringBackRow, brought_id)

    def actions(self) -> list[Action]:
        """Every thing to try, in the order they were set down."""
        return [action for brought in self.bring_backs() for action in brought.actions]

    def save_action(self, action: Action) -> None:
        """Change one thing to try. Raises NoSuchEntry."""

        def save(session: Session) -> None:
            row = session.exec(select(ActionRow).where(col(ActionRow.id) == action.id.bytes)).first()
            if row is None:
                raise NoSuchEntry(NO_SUCH)
            _put(session, row, ActionRow, action_columns(action))

        self._write(save)
        self._empty_change_log()

    # Learning lines

    def learning(self) -> list[LearningLine]:
        """The worker's learning list, in the order it was written."""
        query = select(LearningLineRow).order_by(col(LearningLineRow.key))
        return self._read(lambda session: [to_learning(row) for row in session.exec(query)])

    def save_learning(self, line: LearningLine) -> None:
        """Add a line, or keep it in place of its earlier wording."""

        def save(session: Session) -> None:
            row = session.exec(
                select(LearningLineRow).where(col(LearningLineRow.id) == line.id.bytes)
            ).first()
            _put(session, row, LearningLineRow, learning_columns(line))

        self._write(save)
        self._empty_change_log()

    def delete_learning(self, line_id: UUID) -> None:
        """Take a line off the list. Raises NoSuchEntry."""
        self._delete(LearningLineRow, line_id)

    # Threads

    def save_thread_mark(self, mark: ThreadMark) -> None:
        """Keep what was said of the thread at the close of an entry. Raises NoSuchEntry."""

        def save(session: Session) -> None:
            key = _entry_key(session, mark.entry_id)
            session.merge(ThreadMarkRow(entry_key=key, step=mark.step.value, tells=mark.tells))

        self._write(save)
        self._empty_change_log()

    def forget_thread_mark(self, entry_id: UUID) -> None:
        """Keep nothing said of the thread at the close of this entry; there may be nothing."""
        key = select(EntryRow.key).where(col(EntryRow.id) == entry_id.bytes).scalar_subquery()
        self._write(
            lambda session: session.execute(delete(ThreadMarkRow).where(col(ThreadMarkRow.entry_key) == key))
        )
        self._empty_change_log()

    def thread_mark(self, entry_id: UUID) -> ThreadMark | None:
        """What was said at the close of this entry, if anything was."""
        return next((mark for mark in self._thread_marks() if mark.entry_id == entry_id), None)

    def thread_marks(self, thread: str) -> list[ThreadMark]:
        """What was said of a thread, the oldest first."""
        return self._thread_marks(thread)

    def thread_days(self, thread: str) -> list[Moment]:
        """When each entry on a thread was written, the oldest first."""
        query = (
            select(EntryRow.written, EntryRow.written_offset)
            .join(ThreadRow, col(ThreadRow.key) == col(EntryRow.thread_key))
            .where(col(ThreadRow.name) == thread)
            .order_by(col(EntryRow.written))
        )
        return self._read(lambda session: [to_moment(*row) for row in session.exec(query)])

    def _thread_marks(self, thread: str = "") -> list[ThreadMark]:
        query = (
            select(*_THREAD_MARKED)
            .join(ThreadMarkRow, col(ThreadMarkRow.entry_key) == col(EntryRow.key))
            .join(ThreadRow, col(ThreadRow.key) == col(EntryRow.thread_key), isouter=True)
            .order_by(col(EntryRow.written))
        )
        if thread:
            query = query.where(col(ThreadRow.name) == thread)
        return self._read(
            lambda session: [
                ThreadMark(
                    entry_id=UUID(bytes=entry_id), step=Step(step), tells=tells, at=to_moment(written, offset)
                )
                for entry_id, written, offset, step, tells in session.exec(query)
            ]
        )

    # How it is with me

    def save_check_in(self, check_in: CheckIn) -> None:
        """Keep one check-in."""

        def save(session: Session) -> None:
            row = session.exec(select(CheckInRow).where(col(CheckInRow.id) == check_in.id.bytes)).first()
            columns = {
                "id": check_in.id.bytes,
                "at": to_utc(check_in.at),
                "at_offset": to_offset(check_in.at),
                "need": check_in.need,
            }
            key = _put(session, row, CheckInRow, columns)
            session.execute(delete(CheckInAnswerRow).where(col(CheckInAnswerRow.check_in_key) == key))
            session.add_all(
                CheckInAnswerRow(check_in_key=key, item=item, words=words) for item, words in check_in.answers
            )

        self._write(save)
        self._empty_change_log()

    def check_ins(self) -> list[CheckIn]:
        """Every check-in, the oldest first."""

        def read(session: Session) -> list[CheckIn]:
            answers: dict[int, list[CheckInAnswerRow]] = {}
            for answer in session.exec(select(CheckInAnswerRow).order_by(col(CheckInAnswerRow.item))):
                answers.setdefault(answer.check_in_key, []).append(answer)
            rows = session.exec(select(CheckInRow).order_by(col(CheckInRow.at), col(CheckInRow.key)))
            return [to_check_in(row, answers.get(row.key or 0, ())) for row in rows]

        return self._read(read)

    def delete_check_in(self, check_in_id: UUID) -> None:
        """Delete one check-in. Raises NoSuchEntry."""
        self._delete(CheckInRow, check_in_id)

    def _delete(
        self, table: type[PackRow | BringBackRow | LearningLineRow | CheckInRow], wanted: UUID
    ) -> None:
        def remove(session: Session) -> None:
            row = session.exec(select(table).where(col(table.id) == wanted.bytes)).first()
            if row is None:
                raise NoSuchEntry(NO_SUCH)
            session.delete(row)

        self._write(remove)
        self._empty_change_log()


def _entry_key(session: Session, entry_id: UUID) -> int:
    key = session.exec(select(EntryRow.key).where(col(EntryRow.id) == entry_id.bytes)).first()
    if key is None:
        raise NoSuchEntry(NO_SUCH)
    return key


def _put(session: Session, row: SQLModel | None, table: type[SQLModel], columns: dict[str, object]) -> int:
    """Insert a row or change the one there is; its key."""
    if row is None:
        row = table(**columns)
        session.add(row)
    else:
        for name, value in columns.items():
            setattr(row, name, value)
    session.flush()
    key = getattr(row, "key", None)
    if not isinstance(key, int):
        raise TypeError(table.__name__)
    return key


def _packs(session: Session, wanted: UUID | None = None) -> list[Pack]:
    query = select(PackRow).order_by(col(PackRow.made).desc(), col(PackRow.key).desc())
    if wanted is not None:
        query = query.where(col(PackRow.id) == wanted.bytes)
    rows = session.exec(query).all()
    lines: dict[int, list[PackLineRow]] = {}
    for line in session.exec(
        select(PackLineRow)
        .where(col(PackLineRow.pack_key).in_([row.key for row in rows]))
        .order_by(col(PackLineRow.pack_key), col(PackLineRow.place))
    ):
        lines.setdefault(line.pack_key, []).append(line)
    return [to_pack(row, lines.get(row.key or 0, ())) for row in rows]


def _bring_backs(session: Session) -> list[BringBack]:
    actions: dict[int | None, list[ActionRow]] = {}
    for action in session.exec(select(ActionRow).order_by(col(ActionRow.key))):
        actions.setdefault(action.bring_back_key, []).append(action)
    rows = session.exec(select(BringBackRow).order_by(col(BringBackRow.at), col(BringBackRow.key)))
    return [to_bring_back(row, actions.get(row.key, ())) for row in rows]
