"""Between rows and what goes to a session and comes back from it: nothing here reads or writes the database."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tip_reflect.journal.bring_back import Action, BringBack, Trying
from tip_reflect.journal.check_in import CheckIn
from tip_reflect.journal.entry import After
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.pack import Guess, Leaving, Pack, PackLine, PackState, Part, Want
from tip_reflect.journal.principles import Principle
from tip_reflect.store.converters import to_moment, to_offset, to_utc
from tip_reflect.store.rows import (
    ActionRow,
    BringBackRow,
    CheckInAnswerRow,
    CheckInRow,
    LearningLineRow,
    LeavingRow,
    PackLineRow,
    PackRow,
)

_ID_LENGTH = 16


def pack_columns(pack: Pack) -> dict[str, Any]:
    """Every column of a pack's row but its own key; its revision is the one being saved."""
    return {
        "id": pack.id.bytes,
        "revision": pack.revision + 1,
        "made": to_utc(pack.made),
        "made_offset": to_offset(pack.made),
        "state": pack.state.value,
        "want": pack.want.value if pack.want else None,
        "question_only": pack.question_only,
        "with_impact": pack.with_impact,
        "lens": pack.lens.value if pack.lens else None,
        "hard_to_hear": pack.hard_to_hear,
        "guess": pack.guess.value,
        "with_sheet": pack.with_sheet,
        "question": pack.question,
        "please_do_not": pack.please_do_not,
        "theme": pack.theme,
        "kept": "\n".join(" ".join(words.split()) for words in pack.kept),
    }


def line_rows(pack_key: int, lines: Sequence[PackLine]) -> list[PackLineRow]:
    return [
        PackLineRow(
            pack_key=pack_key,
            place=place,
            part=line.part.value,
            source=line.source.bytes if line.source else None,
            text=line.text,
        )
        for place, line in enumerate(lines)
    ]


def to_pack(row: PackRow, lines: Sequence[PackLineRow]) -> Pack:
    return Pack(
        id=UUID(bytes=row.id),
        made=to_moment(row.made, row.made_offset),
        state=PackState(row.state),
        want=Want(row.want) if row.want else None,
        question=row.question,
        question_only=row.question_only,
        lines=tuple(
            PackLine(
                part=Part(line.part),
                text=line.text,
                source=UUID(bytes=line.source) if line.source else None,
            )
            for line in lines
        ),
        with_impact=row.with_impact,
        lens=Principle(row.lens) if row.lens else None,
        please_do_not=row.please_do_not,
        hard_to_hear=row.hard_to_hear,
        theme=row.theme,
        kept=tuple(words for words in row.kept.split("\n") if words),
        guess=Guess(row.guess),
        with_sheet=row.with_sheet,
        revision=row.revision,
    )


def leaving_row(leaving: Leaving) -> LeavingRow:
    return LeavingRow(
        pack_id=leaving.pack_id.bytes,
        at=to_utc(leaving.at),
        at_offset=to_offset(leaving.at),
        form=leaving.form,
        entry_ids=ids_to_bytes(leaving.entry_ids),
        digest=leaving.digest,
    )


def to_leaving(row: LeavingRow) -> Leaving:
    return Leaving(
        pack_id=UUID(bytes=row.pack_id),
        at=to_moment(row.at, row.at_offset),
        form=row.form,
        entry_ids=ids_from_bytes(row.entry_ids),
        digest=row.digest,
        key=row.key or 0,
    )


def bring_back_columns(brought: BringBack) -> dict[str, Any]:
    """Every column of its row but its own key."""
    return {
        "id": brought.id.bytes,
        "at": to_utc(brought.at),
        "at_offset": to_offset(brought.at),
        "pack_id": brought.pack_id.bytes if brought.pack_id else None,
        "entry_ids": ids_to_bytes(brought.entry_ids),
        "after": brought.after.value if brought.after else None,
        "recorded": to_utc(brought.recorded) if brought.recorded else None,
        "recorded_offset": to_offset(brought.recorded) if brought.recorded else None,
        "landing": brought.landing,
        "keep": brought.keep,
        "new_view": brought.new_view,
        "leave": brought.leave,
    }


def to_bring_back(row: BringBackRow, actions: Sequence[ActionRow]) -> BringBack:
    brought = UUID(bytes=row.id)
    return BringBack(
        id=brought,
        at=to_moment(row.at, row.at_offset),
        pack_id=UUID(bytes=row.pack_id) if row.pack_id else None,
        entry_ids=ids_from_bytes(row.entry_ids),
        landing=row.landing,
        after=After(row.after) if row.after else None,
        keep=row.keep,
        new_view=row.new_view,
        leave=row.leave,
        recorded=None if row.recorded is None else to_moment(row.recorded, row.recorded_offset or 0),
        actions=tuple(to_action(action, brought) for action in actions),
    )


def action_columns(action: Action) -> dict[str, Any]:
    """Every column of its row but its keys."""
    return {
        "id": action.id.bytes,
        "state": action.state.value,
        "what": action.what,
        "with_whom": action.with_whom,
        "by_when": action.by_when,
        "happened": action.happened,
        "tell": action.tell,
    }


def to_action(row: ActionRow, brought: UUID | None) -> Action:
    return Action(
        id=UUID(bytes=row.id),
        what=row.what,
        with_whom=row.with_whom,
        by_when=row.by_when,
        state=Trying(row.state),
        happened=row.happened,
        tell=row.tell,
        bring_back=brought,
    )


def learning_columns(line: LearningLine) -> dict[str, Any]:
    return {
        "id": line.id.bytes,
        "principle": line.principle.value if line.principle else None,
        "statement": line.statement.value if line.statement else None,
        "text": line.text,
    }


def to_learning(row: LearningLineRow) -> LearningLine:
    return LearningLine(
        id=UUID(bytes=row.id),
        text=row.text,
        principle=Principle(row.principle) if row.principle else None,
        statement=Statement(row.statement) if row.statement else None,
    )


def to_check_in(row: CheckInRow, answers: Sequence[CheckInAnswerRow]) -> CheckIn:
    return CheckIn(
        id=UUID(bytes=row.id),
        at=to_moment(row.at, row.at_offset),
        answers=tuple((answer.item, answer.words) for answer in answers),
        need=row.need,
    )


def ids_to_bytes(ids: Sequence[UUID]) -> bytes:
    return b"".join(each.bytes for each in ids)


def ids_from_bytes(data: bytes) -> tuple[UUID, ...]:
    return tuple(UUID(bytes=data[at : at + _ID_LENGTH]) for at in range(0, len(data), _ID_LENGTH))
