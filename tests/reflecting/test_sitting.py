"""One sitting, step by step, with no screen."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State, StepKind
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.prompts.reading import packs_folder, read_library
from tip_reflect.reflecting.sitting import (
    Choices,
    another,
    as_last_time,
    at_last_step,
    begin,
    close,
    move,
    progress,
    written_at_once,
)

NOW = Moment(at=datetime(2026, 11, 22, 12, tzinfo=UTC))
ID = UUID(int=1)
TEXTS = st.text(max_size=30)
FEW = settings(max_examples=60, deadline=None)

choices = st.builds(
    Choices,
    path=st.sampled_from(PathId),
    purpose=st.none() | st.sampled_from(Purpose),
    principle=st.none() | st.sampled_from(Principle),
    arrived_as=TEXTS,
    shock=st.booleans(),
    thread=TEXTS,
    tags=st.tuples(TEXTS),
)


@cache
def library():
    return read_library(packs_folder())


def a_chooser(seed=7, *, shock=False):
    return Chooser(
        library(), asked=(), now=NOW, last_shock=NOW if shock else None, random=random.Random(seed)
    )


def a_sitting(path=PathId.STANDARD, **chosen) -> Entry:
    return begin(a_chooser(), Choices(path=path, **chosen), entry_id=ID, now=NOW)


@st.composite
def sittings(draw):
    """A sitting somewhere on its way, with some of it written."""
    chosen = draw(choices)
    entry = begin(a_chooser(draw(st.integers(0, 99))), chosen, entry_id=ID, now=NOW)
    for step, text in enumerate(draw(st.lists(TEXTS, max_size=len(entry.answers)))):
        entry = entry.with_text(step, text)
    return replace(entry, position=Position(step=draw(st.integers(0, len(entry.answers) - 1))))


@FEW
@given(choices, st.integers(0, 99))
def test_a_beginning_keeps_every_choice_and_has_nothing_written(chosen, seed):
    entry = begin(a_chooser(seed, shock=chosen.shock), chosen, entry_id=ID, now=NOW)
    assert (entry.path, entry.purpose, entry.shock) == (chosen.path, chosen.purpose, chosen.shock)
    assert (entry.thread, entry.tags) == (chosen.thread, chosen.tags)
    assert entry.arrived_as == chosen.arrived_as.strip()
    assert entry.state is State.DRAFT
    assert entry.answers
    assert entry.answered() == ()
    assert entry.position == Position()
    assert entry.revision == 0
    if chosen.principle is not None:
        assert entry.principle is chosen.principle


@FEW
@given(choices, st.integers(0, 99))
def test_the_same_random_source_begins_the_same_sitting(chosen, seed):
    once, again = (begin(a_chooser(seed), chosen, entry_id=ID, now=NOW) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("path", [path for path in PathId if not library().paths[path].has_lens])
def test_a_length_that_looks_through_no_principle_puts_none_in_the_workers_mouth(path):
    entry = a_sitting(path)
    assert entry.principle is None
    if path is PathId.FREE:
        assert entry.answers == (Answer(),)


@pytest.mark.parametrize("path", [path for path in PathId if library().paths[path].has_lens])
def test_a_length_with_a_lens_names_the_principle_it_chose(path):
    entry = a_sitting(path)
    assert entry.principle is Principle.SAFETY
    assert any(step.principle is Principle.SAFETY for step in entry.answers)


@FEW
@given(sittings(), st.integers(-9, 9))
def test_a_move_stays_in_range_and_changes_no_words(entry, by):
    moved = move(entry, by)
    assert moved.position.step == min(max(entry.position.step + by, 0), len(entry.answers) - 1)
    assert moved.answers == entry.answers
    assert replace(moved, position=entry.position) == entry
    if moved.position.step != entry.position.step:
        lines = moved.answers[moved.position.step].text.split("\n")
        assert (moved.position.row, moved.position.column) == (len(lines) - 1, len(lines[-1]))


@FEW
@given(sittings())
def test_progress_counts_from_one_to_the_last(entry):
    number, of = progress(entry)
    assert 1 <= number <= of == len(entry.answers)
    assert at_last_step(entry) == (number == of)


@FEW
@given(sittings(), st.integers(0, 99))
def test_another_never_loses_words_and_changes_only_this_step(entry, seed):
    step = entry.position.step
    swapped = another(entry, a_chooser(seed))
    if entry.answers[step].text.strip():
        assert swapped == entry
    assert replace(swapped, answers=entry.answers) == entry
    others = [at for at in range(len(entry.answers)) if at != step]
    assert [swapped.answers[at] for at in others] == [entry.answers[at] for at in others]
    if swapped != entry:
        assert swapped.answers[step].prompt_id not in {one.prompt_id for one in entry.answers}
        assert swapped.answers[step].text == ""


def test_another_of_a_question_of_the_paths_own_or_of_free_writing_is_the_same_entry():
    for path in (PathId.STANDARD, PathId.FREE):
        entry = a_sitting(path)
        assert another(entry, a_chooser()) is entry


def test_a_grounding_step_is_a_statement_and_may_be_swapped_for_another_statement():
    entry = a_sitting(PathId.QUICK)
    assert entry.answers[0].kind is StepKind.STATEMENT
    assert another(entry, a_chooser()).answers[0].kind is StepKind.STATEMENT


@FEW
@given(sittings(), st.none() | st.sampled_from(After), TEXTS, st.none() | st.booleans())
def test_a_close_keeps_every_word_and_needs_no_answer(entry, after, next_thing, record):
    later = Moment(at=NOW.at + timedelta(minutes=3))
    closed = close(entry, now=later, after=after, next_thing=next_thing, belongs_in_record=record)
    assert closed.state is State.CLOSED
    assert closed.closed == later
    assert (closed.after, closed.next_thing) == (after, next_thing.strip())
    assert closed.belongs_in_record is record
    assert closed.answers == entry.answers
    assert closed.written == entry.written


@FEW
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_what_is_written_at_once_is_a_closed_entry_with_the_text_to_the_letter(text, tags):
    entry = written_at_once(text, entry_id=ID, now=NOW, principle=Principle.CHOICE, tags=tags)
    assert entry.answers == (Answer(text=text, principle=Principle.CHOICE),)
    assert (entry.state, entry.closed, entry.tags) == (State.CLOSED, NOW, tuple(tags))


@FEW
@given(sittings())
def test_as_last_time_takes_the_length_and_the_purpose_and_nothing_of_that_day(entry):
    assert as_last_time(entry) == Choices(path=entry.path, purpose=entry.purpose)


def test_with_no_last_time_the_gentlest_length_is_chosen():
    assert as_last_time(None) == Choices(path=PathId.QUICK)
