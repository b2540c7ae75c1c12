"""The demo's journal is a believable half year that the app itself could have written, and the same every time."""

import dataclasses
import re
import tomllib
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.resources import files
from itertools import pairwise

import pytest

from tip_reflect.demo.journal import demo_contacts, demo_entries
from tip_reflect.journal.entry import After, Entry, Moment, PathId, State, StepKind
from tip_reflect.journal.principles import Principle, Purpose

SUMMER_TIME = timezone(timedelta(hours=1))
NOW = Moment(at=datetime(2026, 11, 20, 14, 30, tzinfo=UTC))
WEEK = [Moment(at=NOW.at + timedelta(days=days)) for days in range(7)]

THREAD_QUESTION = "outcome-01"
"""Asked at the close of an entry on a thread, after the path's own steps."""


@pytest.fixture(scope="module")
def entries(library):
    return demo_entries(library, NOW)


def closed(entries):
    return [entry for entry in entries if entry.state is State.CLOSED]


def texts(entry):
    return [answer.text for answer in entry.answers]


def every_word_written(entries):
    for entry in entries:
        yield from (entry.thread, entry.arrived_as, entry.next_thing, *entry.tags, *texts(entry))


def test_there_are_about_sixty_entries(entries):
    assert 55 <= len(entries) <= 65


def test_they_cover_six_months_and_end_just_before_now(entries):
    ages = [(NOW.local_date - entry.written.local_date).days for entry in entries]
    assert 180 <= max(ages) <= 186
    assert min(ages) <= 4
    assert len({entry.written.local_date.strftime("%Y-%m") for entry in entries}) >= 6


@pytest.mark.parametrize("now", WEEK, ids=lambda now: now.at.strftime("%A"))
def test_whatever_the_day_all_was_written_before_now_and_on_working_days(library, now):
    for entry in demo_entries(library, now):
        last = entry.closed or entry.written
        assert last.at < now.at
        assert entry.written.at.weekday() < 5


def test_a_demo_begun_just_after_midnight_holds_nothing_from_the_future(library):
    midnight = Moment(at=datetime(2026, 11, 20, 0, 1, tzinfo=UTC))
    assert all(entry.written.at < midnight.at for entry in demo_entries(library, midnight))


@pytest.mark.parametrize("now", WEEK, ids=lambda now: now.at.strftime("%A"))
def test_whatever_the_day_each_thread_tells_its_story_in_the_same_order(library, entries, now):
    def story(told):
        threads = defaultdict(list)
        for entry in told:
            threads[entry.thread or "none"].append(entry.id)
        return threads

    assert story(demo_entries(library, now)) == story(entries)


def test_no_two_entries_were_written_at_once(library):
    for now in WEEK:
        assert all(
            earlier.written.at < later.written.at for earlier, later in pairwise(demo_entries(library, now))
        )


def test_it_is_the_same_journal_every_time(library, entries):
    assert demo_entries(library, NOW) == entries


def test_the_ids_stay_when_the_day_changes_and_none_is_used_twice(library, entries):
    later = demo_entries(library, Moment(at=datetime(2027, 3, 3, 9, 0, tzinfo=SUMMER_TIME)))
    assert {entry.id for entry in later} == {entry.id for entry in entries}
    assert len({entry.id for entry in entries}) == len(entries)


def test_times_are_the_writers_own_with_their_offset(library):
    now = Moment(at=datetime(2026, 7, 1, 0, 30, tzinfo=SUMMER_TIME))
    latest = demo_entries(library, now)[-1]
    assert latest.written.local_date == date(2026, 6, 30)
    assert latest.written.at.utcoffset() == timedelta(hours=1)


def test_every_question_is_one_that_the_packs_know_in_the_packs_own_words(library, entries):
    asked_by_paths = {step.id: step.ask for path in library.paths.values() for step in path.steps if step.ask}
    for answer in [answer for entry in entries for answer in entry.answers if answer.prompt_id]:
        if answer.prompt_id in asked_by_paths:
            assert answer.prompt == asked_by_paths[answer.prompt_id]
        else:
            prompt = library.prompt(answer.prompt_id)
            assert (answer.prompt, answer.principle) == (prompt.text, prompt.principle)


def test_every_entry_follows_its_path_step_by_step(library, entries):
    for entry in entries:
        steps = [step for step in library.paths[entry.path].writing_steps for _ in range(step.count)]
        asked = [answer.prompt_id for answer in entry.answers]
        if asked[-1] == THREAD_QUESTION:
            assert entry.thread
            asked = asked[:-1]
        if entry.path is PathId.FREE:
            assert asked == [""]
            continue
        assert len(asked) == len(steps), asked
        assert len(set(asked)) == len(asked)
        for step, prompt_id in zip(steps, asked, strict=True):
            assert prompt_id == step.id if step.ask else step.fits(library.prompt(prompt_id), entry.principle)


def test_grounding_is_read_and_never_answered(entries):
    statements = [
        answer for entry in entries for answer in entry.answers if answer.kind is StepKind.STATEMENT
    ]
    assert statements
    assert all(answer.prompt_id.startswith("ground-") and not answer.text for answer in statements)


@pytest.mark.parametrize("now", WEEK, ids=lambda now: now.at.strftime("%A"))
def test_after_a_shock_only_the_shortest_or_no_path_is_walked_and_the_cautions_hold(library, now):
    entries = demo_entries(library, now)
    shocks = [entry for entry in entries if entry.shock]
    assert 1 <= len(shocks) <= 2
    hours = timedelta(hours=library.cautions.shock_hours)
    for entry in entries:
        soon_after = any(timedelta(0) <= entry.written.at - shock.written.at <= hours for shock in shocks)
        asked = [answer.prompt_id for answer in entry.answers if answer.kind is StepKind.QUESTION]
        assert asked[0] not in library.cautions.never_first
        if soon_after:
            assert entry.path in {PathId.QUICK, PathId.FREE}
            assert not library.cautions.not_after_shock.intersection(asked)


def test_there_are_four_or_five_threads_each_with_a_story_long_enough_to_move(entries):
    threads = Counter(entry.thread for entry in entries if entry.thread)
    assert 4 <= len(threads) <= 5
    assert min(threads.values()) >= 5


def test_relationships_go_closer_and_apart(entries):
    told = [
        answer.text for entry in entries for answer in entry.answers if answer.prompt_id == THREAD_QUESTION
    ]
    for movement in ("closer", "apart", "same"):
        assert sum(movement in text.lower() for text in told) >= 2


def test_it_shows_every_length_principle_purpose_and_way_of_feeling_after(entries):
    assert {entry.path for entry in entries} == set(PathId)
    assert {entry.principle for entry in entries} == {*Principle, None}
    assert {entry.purpose for entry in entries} == {*Purpose, None}
    assert {entry.after for entry in closed(entries)} == set(After)
    assert {entry.belongs_in_record for entry in entries} == {True, False, None}


def test_lighter_is_not_made_to_look_like_the_right_answer(entries):
    after = Counter(entry.after for entry in closed(entries))
    assert after[After.LIGHTER] * 2 <= len(closed(entries))


def test_a_few_are_tender_and_tags_come_back(entries):
    assert 2 <= sum(entry.tender for entry in entries) <= 5
    tags = Counter(tag for entry in entries for tag in entry.tags)
    assert len([tag for tag, count in tags.items() if count > 1]) >= 8


def test_some_are_a_word_long_and_some_go_on(entries):
    lengths = [sum(len(text.split()) for text in texts(entry)) for entry in entries]
    assert min(lengths) == 1
    assert max(lengths) > 200


def test_closed_entries_have_a_time_of_closing_and_drafts_have_none(entries):
    for entry in entries:
        assert (entry.closed is not None) == (entry.state is State.CLOSED)
        if entry.closed is not None:
            assert entry.closed.at > entry.written.at


def test_two_drafts_wait_where_they_were_left_at_the_end_of_what_was_written(entries):
    drafts = [entry for entry in entries if entry.state is State.DRAFT]
    assert len(drafts) == 2
    for draft in drafts:
        place = draft.position
        lines = draft.answers[place.step].text.split("\n")
        assert (place.row, place.column) == (len(lines) - 1, len(lines[-1]))
        assert lines[-1]
        ahead = draft.answers[place.step + 1 :]
        assert ahead
        assert not any(answer.text for answer in ahead)
        assert draft.after is None
        assert draft.closed is None


def test_every_position_is_inside_its_entry(entries):
    for entry in entries:
        lines = entry.answers[entry.position.step].text.split("\n")
        assert entry.position.column <= len(lines[entry.position.row])


def test_it_keeps_to_its_own_advice_no_titles_numbers_dates_or_weekdays(entries):
    pointing = re.compile(
        r"\b(Mrs?|Ms|Dr)\b|\d|@|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b"
        r"|\b(January|February|April|June|July|August|September|October|November|December)\b|\bclients?\b",
        re.IGNORECASE,
    )
    for text in every_word_written(entries):
        assert not pointing.search(text), text


def test_no_capital_stands_where_a_name_would(entries):
    """A capitalised word inside a sentence is a name until someone says otherwise."""
    inside = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
    allowed = {"God"}
    for text in every_word_written(entries):
        assert set(inside.findall(text)) <= allowed, text


def test_own_contacts_are_roles_with_details_that_could_not_be_real():
    contacts = demo_contacts()
    assert {"my manager", "duty line"} <= {contact.who for contact in contacts}
    for contact in contacts:
        assert contact.contact
        assert set(re.findall(r"\d", contact.contact)) <= {"0"}


def test_the_file_holds_no_misspelt_field():
    told = tomllib.loads(files("tip_reflect.demo").joinpath("entries.toml").read_text(encoding="utf-8"))
    assert set(told) == {"contact", "entry"}
    fields = set().union(*told["entry"])
    own = {"days_ago", "at", "step"}
    assert fields - own <= {field.name for field in dataclasses.fields(Entry)}
    assert fields >= own
