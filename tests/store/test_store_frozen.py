"""A journal of each released version, kept for ever: whatever comes later must still open it and lose nothing.

`frozen/VERSION/journal.db` was written by that version's own store, with the key below, and is never made again.
"""

import shutil
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State, StepKind
from tip_reflect.journal.finding import Filter, OwnContact
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.places import Places
from tip_reflect.store.store import Store
from tip_reflect.store.verify import verify

FROZEN = Path(__file__).parent / "frozen"
KEY = bytes(range(32))
SUMMER = timezone(timedelta(hours=1))
INDIA = timezone(timedelta(hours=5, minutes=30))

CLOSED = Entry(
    id=UUID(int=1),
    written=Moment(at=datetime(2026, 6, 1, 17, 5, 6, 789, tzinfo=SUMMER)),
    path=PathId.QUICK,
    purpose=Purpose.PROCESSING,
    principle=Principle.SAFETY,
    thread="the garden family",
    tags=("visit", "café"),
    state=State.CLOSED,
    shock=True,
    arrived_as="wobbly",
    after=After.LIGHTER,
    next_thing="put the kettle on",
    belongs_in_record=False,
    closed=Moment(at=datetime(2026, 6, 1, 17, 9, tzinfo=SUMMER)),
    position=Position(step=1, row=2, column=3),
    answers=(
        Answer(
            text="Both feet on the floor.",
            prompt_id="ground-01",
            prompt="Feel the floor.",
            kind=StepKind.STATEMENT,
        ),
        Answer(
            text="We walked to the café.\r\nThen home\0, e\u0301.",
            prompt_id="safe-01",
            prompt="What happened?",
            principle=Principle.SAFETY,
        ),
    ),
    revision=1,
)
DRAFT = Entry(
    id=UUID(int=2),
    written=Moment(at=datetime(2026, 7, 1, 0, 30, tzinfo=INDIA)),
    tender=True,
    tags=("visit",),
    answers=(Answer(text="A quiet draft"),),
    revision=1,
)


@pytest.fixture(params=sorted(folder.name for folder in FROZEN.iterdir()))
def frozen(request, places) -> Places:
    shutil.copy(FROZEN / request.param / "journal.db", places.journal)
    return places


def test_a_journal_of_every_released_version_opens_with_all_that_was_in_it(frozen) -> None:
    store = Store.open(frozen, KEY, lambda: datetime(2030, 1, 1, tzinfo=UTC))
    assert store.entry(CLOSED.id) == CLOSED
    assert store.entry(DRAFT.id) == DRAFT
    assert store.entry(DRAFT.id).written.at.utcoffset() == INDIA.utcoffset(None)
    assert [row.id for row in store.page(Filter(), 0, 9)] == [DRAFT.id, CLOSED.id]
    assert [row.id for row in store.page(Filter(thread="the garden family", tag="café"), 0, 9)] == [CLOSED.id]
    assert [hit.summary.id for hit in store.search("walking cafe")] == [CLOSED.id]
    assert store.last_shock() == CLOSED.written
    assert store.drafts() == [DRAFT]
    assert [one.prompt_id for one in store.asked()] == ["safe-01", "ground-01"]
    assert store.own_contacts() == [OwnContact(who="A friend", contact="after six")]
    assert store.note("recovery-sheet") == "put off"
    changed = store.save(DRAFT.with_text(0, "A longer draft"))
    assert store.entry(DRAFT.id) == changed
    store.delete(CLOSED.id)
    store.close()
    assert verify(frozen, KEY).sound
