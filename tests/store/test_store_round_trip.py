from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tip_reflect.errors import ChangedElsewhere, NoSuchEntry, UsageProblem
from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, Position, State, StepKind
from tip_reflect.journal.finding import Filter, OwnContact
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.store.store import Store

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
awkward = st.sampled_from(
    ["a\0b", "\r", "a\rb\r\nc\n", "e\u0301 é", "\ufdd0x\ufdd1", "\ufeff", "🧑🏽‍🤝‍🧑🏻", "[/oops]", " \t "]
)
texts = any_text | awkward
offsets = st.integers(-86_399, 86_399).map(lambda seconds: timezone(timedelta(seconds=seconds)))
moments = st.builds(lambda at, zone: Moment(at=at.replace(tzinfo=zone)), st.datetimes(), offsets)
principles = st.none() | st.sampled_from(Principle)
answers = st.builds(
    Answer, text=texts, prompt_id=texts, prompt=texts, principle=principles, kind=st.sampled_from(StepKind)
)
whole_entries = st.builds(
    Entry,
    id=st.uuids(),
    written=moments,
    path=st.sampled_from(PathId),
    purpose=st.none() | st.sampled_from(Purpose),
    principle=principles,
    thread=texts,
    tags=st.lists(texts, max_size=3).map(tuple),
    state=st.sampled_from(State),
    tender=st.booleans(),
    shock=st.booleans(),
    arrived_as=texts,
    after=st.none() | st.sampled_from(After),
    next_thing=texts,
    belongs_in_record=st.sampled_from([None, True, False]),
    closed=st.none() | moments,
    position=st.builds(Position, step=st.integers(0, 9), row=st.integers(0, 9), column=st.integers(0, 9)),
    answers=st.lists(answers, max_size=4).map(tuple),
)
one_store = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def offsets_of(entry: Entry) -> list[timedelta | None]:
    return [moment.at.utcoffset() for moment in (entry.written, entry.closed) if moment]


@one_store
@given(entry=whole_entries)
def test_an_entry_comes_back_exactly_as_it_was_saved(store: Store, entry: Entry) -> None:
    if store.matching_ids(str(entry.id)):
        store.delete(entry.id)
    saved = store.save(entry)
    read = store.entry(entry.id)
    assert read == saved
    assert saved.revision == 1
    assert [a.text.encode() for a in read.answers] == [a.text.encode() for a in entry.answers]
    assert offsets_of(read) == offsets_of(entry)


@one_store
@given(first=whole_entries, second=whole_entries)
def test_a_changed_entry_comes_back_exactly_as_it_was_saved_last(
    store: Store, first: Entry, second: Entry
) -> None:
    saved = store.save(Entry(**{**fields(first), "id": uuid4(), "revision": 0}))
    again = store.save(Entry(**{**fields(second), "id": saved.id, "revision": saved.revision}))
    assert store.entry(saved.id) == again
    assert offsets_of(again) == offsets_of(second)


def fields(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in Entry.__slots__}


def test_the_first_and_last_moments_of_the_calendar_are_kept(store, written) -> None:
    for at in (
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=12))),
    ):
        saved = store.save(written("edge", written=Moment(at=at)))
        assert store.entry(saved.id).written.at.isoformat() == at.isoformat()


@pytest.mark.parametrize("where", ["text", "tag", "thread", "arrived_as", "next_thing", "prompt"])
def test_half_a_character_is_refused_and_nothing_of_it_is_written(store, written, where) -> None:
    kept = store.save(written("before"))
    half = "secret\ud800words"
    entry = {
        "text": lambda: written(half),
        "tag": lambda: written(tags=(half,)),
        "thread": lambda: written(thread=half),
        "arrived_as": lambda: written(arrived_as=half),
        "next_thing": lambda: written(next_thing=half),
        "prompt": lambda: written(answers=(Answer(prompt=half),)),
    }[where]()
    with pytest.raises(UsageProblem) as refused:
        store.save(entry)
    assert "secret" not in str(refused.value)
    assert refused.value.__context__ is None
    assert [summary.id for summary in store.page(Filter(), 0, 10)] == [kept.id]
    assert store.tags() == []
    assert store.threads() == []
    with pytest.raises(UsageProblem):
        store.save(replace(kept, thread="new", tags=("new",)).with_text(0, half))
    assert store.entry(kept.id) == kept
    assert store.tags() == []
    assert store.threads() == []


def test_half_a_character_in_a_question_finds_a_calm_answer(store) -> None:
    assert store.search("\ud800") == []
    with pytest.raises(UsageProblem) as refused:
        store.page(Filter(tag="secret\ud800"), 0, 10)
    assert refused.value.__context__ is None


def test_saving_over_a_revision_that_was_not_shown_is_refused_and_changes_nothing(store, written) -> None:
    shown = store.save(written("first words"))
    newer = store.save(shown.with_text(0, "newer words"))
    with pytest.raises(ChangedElsewhere):
        store.save(shown.with_text(0, "stale words"))
    assert store.entry(shown.id) == newer


def test_a_second_new_entry_with_the_same_id_is_refused(store, written) -> None:
    first = store.save(written("mine"))
    with pytest.raises(ChangedElsewhere):
        store.save(written("yours", entry_id=first.id))
    assert store.entry(first.id).answers[0].text == "mine"


def test_saving_an_entry_that_was_deleted_elsewhere_is_refused_and_does_not_bring_it_back(
    store, written
) -> None:
    shown = store.save(written("gone"))
    store.delete(shown.id)
    with pytest.raises(ChangedElsewhere):
        store.save(shown.with_text(0, "still here"))
    assert store.count(Filter()) == 0


def test_only_the_answer_that_changed_is_written_again(store, written) -> None:
    saved = store.save(written(answers=tuple(Answer(text=word) for word in ("one", "two", "three"))))
    with store._engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE changes(key INTEGER)")
        connection.exec_driver_sql(
            "CREATE TRIGGER seen AFTER UPDATE ON answer BEGIN INSERT INTO changes VALUES (new.key); END"
        )
        connection.commit()
    store.save(saved.with_text(1, "deux"))
    with store._engine.connect() as connection:
        assert len(connection.exec_driver_sql("SELECT key FROM changes").all()) == 1


def test_an_entry_nobody_wrote_is_not_found(store) -> None:
    with pytest.raises(NoSuchEntry):
        store.entry(uuid4())
    with pytest.raises(NoSuchEntry):
        store.delete(uuid4())


def test_ids_are_matched_by_how_their_text_begins_with_or_without_hyphens(store, written) -> None:
    ids = [UUID(f"abcdef{n}0-1234-4000-8000-000000000000") for n in range(7)]
    for entry_id in ids:
        store.save(written("x", entry_id=entry_id))
    assert store.matching_ids("abcdef3") == [ids[3]]
    assert store.matching_ids("ABCDEF30-12") == [ids[3]]
    assert store.matching_ids(ids[4].hex) == [ids[4]]
    assert store.matching_ids(str(ids[4])) == [ids[4]]
    assert store.matching_ids("abcdef") == ids[:5]
    assert store.matching_ids("abd") == []
    assert store.matching_ids("not an id") == []
    assert store.matching_ids("f" * 40) == []


def test_latest_and_drafts_are_newest_first_by_when_they_were_written(store, written) -> None:
    assert store.latest() is None
    assert store.drafts() == []
    newest = store.save(written("newest", written=Moment(at=datetime(2030, 1, 1, tzinfo=UTC))))
    closed = store.save(
        written("closed", state=State.CLOSED, written=Moment(at=datetime(2031, 1, 1, tzinfo=UTC)))
    )
    older = store.save(written("older", tags=("b", "a"), thread="t"))
    assert store.latest() == closed
    assert store.drafts() == [newest, older]


def test_the_last_shock_is_the_newest_entry_marked_as_one(store, written) -> None:
    assert store.last_shock() is None
    zone = timezone(timedelta(hours=5, minutes=30))
    store.save(written("old", shock=True))
    shock = store.save(
        written("new", shock=True, written=Moment(at=datetime(2027, 1, 1, 1, 2, 3, 4, tzinfo=zone)))
    )
    store.save(written("calm", written=Moment(at=datetime(2028, 1, 1, tzinfo=UTC))))
    last = store.last_shock()
    assert last == shock.written
    assert last.at.utcoffset() == timedelta(hours=5, minutes=30)


def test_a_prompt_was_asked_when_it_was_answered_or_reached_and_passed_over(store, written) -> None:
    def plan(name: str, *given: str) -> tuple[Answer, ...]:
        return tuple(
            Answer(text=text, prompt_id=f"{name}-{n}", prompt="?", principle=Principle.CHOICE)
            for n, text in enumerate(given)
        )

    old = store.save(written(answers=plan("old", "yes", "", "", "later"), position=Position(step=1)))
    store.save(written("free words"))
    new = store.save(written(answers=plan("new", "", "")))
    asked = store.asked()
    assert [one.prompt_id for one in asked] == ["new-0", "old-3", "old-1", "old-0"]
    assert [one.moment for one in asked] == [new.written, *[old.written] * 3]
    assert asked[0].principle is Principle.CHOICE
    assert [one.prompt_id for one in store.asked(limit=2)] == ["new-0", "old-3"]


def test_tags_and_threads_are_counted_and_forgotten_when_nothing_carries_them(store, written) -> None:
    one = store.save(written(tags=("visit", "Anger", "visit"), thread="the garden family"))
    two = store.save(written(tags=("visit",), thread="the garden family"))
    assert [(tag.name, tag.count) for tag in store.tags()] == [("Anger", 1), ("visit", 2)]
    assert [(thread.name, thread.count) for thread in store.threads()] == [("the garden family", 2)]
    one = store.save(Entry(**{**fields(one), "tags": (), "thread": "another"}))
    assert [(tag.name, tag.count) for tag in store.tags()] == [("visit", 1)]
    assert [thread.name for thread in store.threads()] == ["another", "the garden family"]
    store.delete(two.id)
    store.delete(one.id)
    assert store.tags() == store.threads() == []


def test_notes_and_own_contacts_are_kept_and_replaced(store) -> None:
    assert store.note("sheet") == ""
    store.set_note("sheet", "put off")
    store.set_note("sheet", "done")
    assert store.note("sheet") == "done"
    store.save_own_contacts([OwnContact(who="B", contact="1"), OwnContact(who="A", contact="2")])
    assert [contact.who for contact in store.own_contacts()] == ["B", "A"]
    store.save_own_contacts([OwnContact(who="C", contact="3")])
    assert store.own_contacts() == [OwnContact(who="C", contact="3")]


def test_everything_is_still_there_when_the_journal_is_opened_again(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    saved = store.save(written("still here", tags=("t",), thread="s"))
    store.close()
    store.close()
    again = Store.open(places, key, clock)
    assert again.entry(saved.id) == saved
    again.close()
    with pytest.raises(RuntimeError):
        again.entry(saved.id)
    assert not places.home.joinpath("journal.db-wal").exists()


def test_what_a_row_holds_of_the_writers_words_is_not_in_its_repr(store, written) -> None:
    from sqlmodel import Session, SQLModel, select

    from tip_reflect.store import rows

    saved = store.save(
        written(
            answers=(Answer(text="canary", prompt="canary", prompt_id="p"),),
            tags=("canary",),
            thread="canary",
            arrived_as="canary",
            next_thing="canary",
        )
    )
    store.save_own_contacts([OwnContact(who="canary", contact="canary")])
    store.set_note("n", "canary")
    assert saved.title == "canary"
    with Session(store._engine) as session:
        for table in (
            rows.EntryRow, rows.AnswerRow, rows.TagRow, rows.ThreadRow, rows.OwnContactRow, rows.NoteRow,
        ):  # fmt: skip
            row: SQLModel = session.exec(select(table)).one()
            assert "canary" not in repr(row)
            assert "canary" not in str(row)


def test_dates_are_the_writers_own(store, written) -> None:
    zone = timezone(timedelta(hours=13))
    saved = store.save(written("x", written=Moment(at=datetime(2026, 1, 1, 0, 30, tzinfo=zone))))
    assert store.page(Filter(since=date(2026, 1, 1)), 0, 5)[0].id == saved.id
    assert store.page(Filter(until=date(2025, 12, 31)), 0, 5) == []
    assert store.months(Filter())[0].month == "2026-01"
