from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tip_reflect.journal.entry import Answer, Entry, Moment, PathId, State
from tip_reflect.journal.finding import Filter, Summary
from tip_reflect.journal.marking import mark_of
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.places import Places
from tip_reflect.store import listing
from tip_reflect.store.store import Store

names = st.sampled_from(["", "a", "b"])
few_moments = st.builds(
    lambda hours, offset: Moment(
        at=datetime(2026, 1, 31, tzinfo=UTC).astimezone(timezone(timedelta(hours=offset)))
        + timedelta(hours=hours)
    ),
    st.integers(0, 60),
    st.integers(-12, 14),
)
few_entries = st.lists(
    st.builds(
        Entry,
        id=st.uuids(),
        written=few_moments,
        path=st.sampled_from(PathId),
        principle=st.none() | st.sampled_from(list(Principle)[:2]),
        purpose=st.none() | st.sampled_from(list(Purpose)[:2]),
        thread=names,
        tags=st.lists(names, max_size=2).map(tuple),
        tender=st.booleans(),
        state=st.sampled_from(State),
        answers=st.just((Answer(text="the first words"),)),
    ),
    max_size=14,
    unique_by=lambda entry: entry.id,
)
dates = st.none() | st.dates(datetime(2026, 1, 30).date(), datetime(2026, 2, 4).date())  # noqa: DTZ001
filters = st.builds(
    Filter,
    principle=st.none() | st.sampled_from(list(Principle)[:2]),
    purpose=st.none() | st.sampled_from(list(Purpose)[:2]),
    tag=names,
    thread=names,
    since=dates,
    until=dates,
    tender=st.sampled_from([None, None, True, False]),
    marked=st.sampled_from([None, None, True, False]),
    state=st.none() | st.sampled_from(State),
)


def is_marked(entry: Entry) -> bool:
    """Whether this test marks words of it: of about every second one."""
    return entry.id.int % 2 == 0


def lets_through(wanted: Filter, entry: Entry) -> bool:
    day = entry.written.local_date
    return (
        wanted.principle in (None, entry.principle)
        and wanted.purpose in (None, entry.purpose)
        and (not wanted.tag or wanted.tag in entry.tags)
        and wanted.thread in ("", entry.thread)
        and (wanted.since is None or wanted.since <= day)
        and (wanted.until is None or day <= wanted.until)
        and wanted.tender in (None, entry.tender)
        and wanted.marked in (None, is_marked(entry))
        and wanted.state in (None, entry.state)
    )


def as_listed(entry: Entry) -> Summary:
    return Summary(**{name: getattr(entry, name) for name in Summary.__slots__})


def newest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(
        sorted(entries, key=lambda entry: entry.id), key=lambda entry: entry.written.at, reverse=True
    )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    entries=few_entries, wanted=st.lists(filters, min_size=1, max_size=12), far=st.sampled_from([0, 3, 1000])
)
def test_pages_counts_and_months_are_what_the_filter_lets_through(
    tmp_path_factory, key, clock, *, entries: list[Entry], wanted: list[Filter], far: int
) -> None:
    home = tmp_path_factory.mktemp("home")
    store = Store.create(Places(home), key, clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "FAR", far)
        try:
            for entry in entries:
                store.save(entry)
                if is_marked(entry):
                    store.save_marks(entry.id, [mark_of(entry, 0, 0, 3), mark_of(entry, 0, 4, 9)])
            for one in (Filter(), *wanted):
                through = newest_first([entry for entry in entries if lets_through(one, entry)])
                expected = [as_listed(entry) for entry in through]
                assert store.page(one, 0, 100) == expected
                assert store.count(one) == len(expected)
                assert [row for start in range(0, 16, 3) for row in store.page(one, start, 3)] == expected
                months = store.months(one)
                assert {month.month: month.count for month in months} == Counter(
                    entry.written.local_date.isoformat()[:7] for entry in through
                )
                assert [month.month for month in months] == sorted(
                    {month.month for month in months}, reverse=True
                )
                found = store.search("words", one)
                assert [hit.summary for hit in found] == expected
        finally:
            store.close()


def test_a_tender_entry_is_listed_by_its_path_and_not_by_its_words(store, written) -> None:
    store.save(written("raw words", tender=True, path=PathId.QUICK))
    assert store.page(Filter(), 0, 1)[0].title == "Set it down"


def test_a_page_takes_the_same_few_queries_whatever_its_length(store, written) -> None:
    for n in range(30):
        store.save(written(f"entry {n}", tags=("a", "b"), thread=f"t{n}"))
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    counts = []
    for limit in (1, 30):
        asked.clear()
        store.page(Filter(), 0, limit)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 4


PLANS = {
    "the first page": lambda store: store.page(Filter(), 0, 50),
    "a page under a principle": lambda store: store.page(Filter(principle=Principle.SAFETY), 0, 50),
    "a page between dates": lambda store: store.page(
        Filter(since=datetime(2026, 1, 1).date(), purpose=Purpose.PLANNING), 0, 50  # noqa: DTZ001
    ),
    "a page of what is marked": lambda store: store.page(Filter(marked=True), 0, 50),
    "the months of what is marked": lambda store: store.months(Filter(marked=True)),
    "a page of what is not marked": lambda store: store.page(Filter(marked=False), 0, 50),
    "a count": lambda store: store.count(Filter()),
    "a count under a principle": lambda store: store.count(Filter(principle=Principle.SAFETY, tender=False)),
    "the months": lambda store: store.months(Filter()),
    "the months under a principle": lambda store: store.months(Filter(principle=Principle.SAFETY)),
}  # fmt: skip


@pytest.mark.parametrize("question", PLANS.values(), ids=PLANS.keys())
def test_lists_read_an_index_and_never_walk_the_entries(store, question) -> None:
    assert all(
        "COVERING INDEX" in step or "entry_month" in step
        for step in plan_of(store, question)
        if "SCAN entry" in step
    )


def test_the_deep_end_of_a_list_is_reached_from_the_end(store, written, monkeypatch) -> None:
    monkeypatch.setattr(listing, "FAR", 2)
    for n in range(9):
        store.save(written(str(n)))
    asked: list[tuple[str, object]] = []
    event.listen(store._engine, "before_cursor_execute", lambda *a: asked.append((a[2], a[3])))
    assert [row.title for row in store.page(Filter(), 7, 50)] == ["1", "0"]
    assert all(9 not in values and 7 not in values for statement, values in asked if "OFFSET" in statement)
    assert store.page(Filter(), 9, 50) == []
    assert store.page(Filter(), 900, 50) == []


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (lambda store: store.drafts(), "entry_draft"),
        (lambda store: store.asked(), "entry_asked"),
        (lambda store: store.last_shock(), "entry_shock"),
        (lambda store: store.page(Filter(thread="t"), 0, 9), "entry_thread"),
        (lambda store: store.search("word"), "entry_written"),
    ],
)
def test_what_today_and_search_ask_has_an_index_of_its_own(store, question, index) -> None:
    assert any(index in step for step in plan_of(store, question))


def plan_of(store: Store, question) -> list[str]:
    asked: list[tuple[str, object]] = []

    def note(*about: object) -> None:
        if str(about[2]).startswith("SELECT"):
            asked.append((about[2], about[3]))

    event.listen(store._engine, "before_cursor_execute", note)
    question(store)
    event.remove(store._engine, "before_cursor_execute", note)
    with store._engine.connect() as connection:
        return [
            row[3]
            for statement, values in asked
            if "temp." not in statement
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
