"""Marks, packs, what left, what came back, learning, thread marks and check-ins: kept whole, and gone when deleted."""

from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.errors import ChangedElsewhere, NoSuchEntry
from tip_reflect.journal.bring_back import Action, BringBack, Trying
from tip_reflect.journal.check_in import CheckIn, Habit, habit_of, is_due
from tip_reflect.journal.entry import After, Answer, Moment
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.marking import mark_of, with_mark, without_mark
from tip_reflect.journal.pack import Guess, Leaving, Pack, PackLine, PackState, Part, Want
from tip_reflect.journal.principles import Principle
from tip_reflect.journal.threads import Step, ThreadMark, often

WORDS = "The lamb she keeps. The door was open. The lamb again."


@pytest.fixture
def saved(store, written):
    return store.save(written(WORDS, thread="the garden family"))


def a_pack(clock, **more):
    return Pack(id=uuid4(), made=Moment(at=clock()), **more)


def test_marks_are_read_back_in_the_order_of_the_words(store, saved):
    later, sooner = mark_of(saved, 0, 20, 38), mark_of(saved, 0, 0, 19)
    store.save_marks(saved.id, [later, sooner])
    assert [mark.words for mark in store.marks(saved.id)] == ["The lamb she keeps.", "The door was open."]
    assert store.marked_entries() == [saved.id]
    store.save_marks(saved.id, [])
    assert store.marked_entries() == []


def test_nothing_is_marked_until_it_is(store, saved):
    assert store.marks(saved.id) == ()
    with pytest.raises(NoSuchEntry):
        store.marks(uuid4())


def test_a_mark_follows_its_words_and_goes_with_them(store, saved):
    store.save_marks(saved.id, [mark_of(saved, 0, 20, 38), mark_of(saved, 0, 4, 8)])
    changed = store.save(replace(saved, answers=(Answer(text="Before. " + WORDS),)))
    assert [(mark.words, mark.start) for mark in store.marks(saved.id)] == [
        ("lamb", 12),
        ("The door was open.", 28),
    ]
    store.save(replace(changed, answers=(Answer(text="Only the lamb."),)))
    assert [mark.words for mark in store.marks(saved.id)] == ["lamb"]
    store.delete(saved.id)
    assert store.marked_entries() == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8), st.integers(0, 60))
def test_marks_never_overlap_and_are_words_of_the_answer(spans, at):
    from datetime import UTC, datetime

    from tip_reflect.journal.entry import Entry

    entry = Entry(
        id=uuid4(), written=Moment(at=datetime(2026, 1, 1, tzinfo=UTC)), answers=(Answer(text=WORDS),)
    )
    marks = ()
    for start, end in spans:
        new = mark_of(entry, 0, min(start, end), max(start, end))
        marks = with_mark(marks, new, entry) if new else marks
    for mark in marks:
        assert WORDS[mark.start : mark.end] == mark.words == mark.words.strip() != ""
    assert all(one.end < other.start for one, other in pairwise(marks))
    assert not any(mark.start <= at < mark.end for mark in without_mark(marks, 0, at))


def test_a_pack_is_read_back_as_it_was_saved(store, saved, clock):
    pack = a_pack(
        clock, state=PackState.READY, want=Want.FRESH_EYES, question="What am I not seeing?", with_impact=True,
        lines=(PackLine(part=Part.TRIED, text="I asked\ntwice.", source=saved.id), PackLine(part=Part.BRIEF, text="b")),
        lens=Principle.SAFETY, please_do_not="fix it", hard_to_hear=True, theme="loss", kept=("the mother", "a b"),
        guess=Guess.NO, with_sheet=False,
    )  # fmt: skip
    kept = store.save_pack(pack)
    assert store.pack(pack.id) == kept == replace(pack, revision=1)
    with pytest.raises(ChangedElsewhere):
        store.save_pack(pack)
    again = store.save_pack(replace(kept, question="Another?", lines=()))
    assert store.packs() == [again]
    store.delete_pack(pack.id)
    assert store.packs() == []
    with pytest.raises(NoSuchEntry):
        store.pack(pack.id)


def test_changing_a_pack_never_touches_the_entry_and_outlives_it(store, saved, clock):
    line = PackLine(part=Part.WORKED, text="the lamb", source=saved.id)
    pack = store.save_pack(a_pack(clock, lines=(line,)))
    store.save_pack(replace(pack, lines=(replace(line, text="something of theirs"),)))
    assert store.entry(saved.id) == saved
    store.delete(saved.id)
    assert store.pack(pack.id).sources() == (saved.id,)


def test_what_left_is_remembered_and_can_be_forgotten(store, saved, clock):
    out = Leaving(
        pack_id=uuid4(), at=Moment(at=clock()), form="docx", entry_ids=(saved.id,), digest="ab" * 32
    )
    store.log_leaving(out)
    (read,) = store.leavings()
    assert replace(read, key=0) == out
    store.forget_leaving(read.key)
    assert store.leavings() == []


def test_what_was_brought_back_is_kept_with_its_things_to_try(store, saved, clock):
    action = Action(id=uuid4(), what="knock and wait", with_whom="the other worker", by_when="some time")
    brought = BringBack(
        id=uuid4(), at=Moment(at=clock()), entry_ids=(saved.id,), landing="tired", after=After.HEAVIER, keep="k",
        new_view="n", leave="l", recorded=Moment(at=clock()), actions=(action,),
    )  # fmt: skip
    store.save_bring_back(brought)
    mine = replace(action, bring_back=brought.id)
    assert store.bring_backs(saved.id) == [replace(brought, actions=(mine,))]
    assert store.bring_backs(uuid4()) == []
    tried = replace(mine, state=Trying.TRIED, happened="the door opened", tell="wait longer")
    store.save_action(tried)
    assert store.actions() == [tried]
    store.delete_bring_back(brought.id)
    assert store.actions() == store.bring_backs() == []
    with pytest.raises(NoSuchEntry):
        store.save_action(tried)


def test_learning_lines_keep_their_order_and_nothing_of_when(store):
    first = LearningLine(id=uuid4(), text="Sit lower than the child.", principle=Principle.SAFETY)
    second = LearningLine(id=uuid4(), text="Ask before advice.", statement=Statement.FEEDBACK)
    for line in (first, second):
        store.save_learning(line)
    better = replace(first, text="Sit where they can see the door.")
    store.save_learning(better)
    assert store.learning() == [better, second]
    store.delete_learning(first.id)
    assert store.learning() == [second]


def test_a_thread_shows_what_was_said_at_each_close(store, saved, written):
    other = store.save(written("Later", thread="the garden family"))
    apart = store.save(written("Elsewhere", thread="another"))
    store.save_thread_mark(ThreadMark(entry_id=other.id, step=Step.CLOSER, tells="she said hello"))
    store.save_thread_mark(ThreadMark(entry_id=saved.id, step=Step.SAME))
    store.save_thread_mark(ThreadMark(entry_id=apart.id, step=Step.APART))
    assert [(mark.step, mark.tells, mark.at) for mark in store.thread_marks("the garden family")] == [
        (Step.SAME, "", saved.written),
        (Step.CLOSER, "she said hello", other.written),
    ]
    assert store.thread_mark(apart.id).step is Step.APART
    assert store.thread_days("the garden family") == [saved.written, other.written]
    store.delete(other.id)
    assert store.thread_mark(other.id) is None


def test_three_in_a_fortnight_is_a_few_times(clock):
    from datetime import date

    today = date(2026, 3, 20)
    assert often((date(2026, 3, 7), date(2026, 3, 12), today), today)
    assert not often((date(2026, 3, 6), date(2026, 3, 12), today), today)


def test_a_check_in_is_the_worker_s_own_words_by_item(store, clock):
    mine = CheckIn(id=uuid4(), at=Moment(at=clock()), answers=((1, "A lot"), (6, "No")), need="an hour off")
    store.save_check_in(mine)
    assert store.check_ins() == [mine]
    assert mine.offers_support
    assert not replace(mine, answers=((1, "A lot"), (6, "In part"))).offers_support
    store.delete_check_in(mine.id)
    assert store.check_ins() == []


@pytest.mark.parametrize(
    ("habit", "days", "after", "due"),
    [
        (Habit.NEVER, None, True, False),
        (Habit.AFTER_AN_ENTRY, None, True, True),
        (Habit.AFTER_AN_ENTRY, 3, True, False),
        (Habit.AFTER_AN_ENTRY, 9, False, False),
        (Habit.WEEKLY, 7, False, True),
        (Habit.WEEKLY, 6, False, False),
        (Habit.MONTHLY, 27, False, False),
        (Habit.MONTHLY, 28, False, True),
    ],
)
def test_it_is_offered_as_chosen_and_never_more_than_weekly(habit, days, after, due):
    from datetime import date, timedelta

    today = date(2026, 3, 20)
    last = None if days is None else today - timedelta(days=days)
    assert is_due(habit, last, today, after_an_entry=after) is due


ID = uuid4()
KEPT = {
    "learning": lambda store, at: store.save_learning(LearningLine(id=ID, text="canary")),
    "pack": lambda store, at: store.save_pack(Pack(id=ID, made=at, question="canary")),
    "check_in": lambda store, at: store.save_check_in(CheckIn(id=ID, at=at, need="canary")),
    "bring_back": lambda store, at: store.save_bring_back(BringBack(id=ID, at=at, keep="canary")),
}


@pytest.mark.parametrize("what", KEPT)
def test_what_is_deleted_is_in_no_table_and_in_no_log_of_changes(store, places, key, clock, what):
    from tip_reflect.store.connection import connected

    def everything():
        with connected(places.journal, key) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return [row for (name,) in tables for row in connection.execute(f'SELECT * FROM "{name}"')]

    KEPT[what](store, Moment(at=clock()))
    assert any("canary" in row for row in everything())
    getattr(store, f"delete_{what}")(ID)
    assert not any("canary" in row for row in everything())
    log = places.journal.with_name(places.journal.name + "-wal")
    assert not log.exists() or not log.stat().st_size


def test_what_was_said_of_a_thread_can_be_forgotten_and_nothing_said_is_no_trouble(store, saved):
    store.save_thread_mark(ThreadMark(entry_id=saved.id, step=Step.CLOSER, tells="the bench"))
    store.forget_thread_mark(saved.id)
    assert store.thread_mark(saved.id) is None
    store.forget_thread_mark(saved.id)
    store.forget_thread_mark(uuid4())


@pytest.mark.parametrize(
    ("note", "habit"),
    [
        ("", Habit.NEVER),
        ("put off", Habit.NEVER),
        ("weekly", Habit.WEEKLY),
        ("after-an-entry", Habit.AFTER_AN_ENTRY),
    ],
)
def test_the_habit_is_what_was_noted_and_never_where_nothing_was(note, habit):
    assert habit_of(note) is habit
