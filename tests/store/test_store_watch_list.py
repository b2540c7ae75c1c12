"""The watch list: kept only inside the encrypted journal, and gone when it is taken off."""

import pytest

from tip_reflect.errors import ReadOnlyPlace, UsageProblem
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.store.connection import connected
from tip_reflect.store.migrations import MIGRATIONS, migrate, version_of
from tip_reflect.store.store import Store

KIRSTY = WatchedName(words="Kirsty McKay", instead="the mother")
SCHOOL = WatchedName(words="loanhead primary", what=Watched.SERVICE)
SHAPE = WatchedName(words="SW-####", what=Watched.NUMBER)


def test_what_is_watched_is_read_back_by_name(store):
    for line in (SHAPE, SCHOOL, KIRSTY):
        store.watch(line)
    assert store.watch_list() == [KIRSTY, SCHOOL, SHAPE]


def test_the_same_words_in_another_case_take_the_old_ones_place(store):
    store.watch(KIRSTY)
    again = WatchedName(words="KIRSTY MCKAY", what=Watched.NAME)
    store.watch(again)
    assert store.watch_list() == [again]


def test_what_is_taken_off_is_gone_from_the_file(store, places, key):
    store.watch(KIRSTY)
    assert store.unwatch("kirsty mckay")
    assert store.watch_list() == []
    assert not store.unwatch("kirsty mckay")
    store.close()
    log = places.journal.with_name(places.journal.name + "-wal")
    assert not log.exists() or not log.stat().st_size


def test_an_older_journal_takes_the_list_on_and_loses_nothing(places, key, clock, written, monkeypatch):
    from tip_reflect.store import migrations

    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS[:1])
    store = Store.create(places, key, clock)
    store.save(written("old words"))
    store.close()
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS)
    store = Store.open(places, key, clock)
    assert store.watch_list() == []
    store.watch(KIRSTY)
    assert store.latest().answers[0].text == "old words"
    store.close()
    with connected(places.journal, key) as connection:
        assert version_of(connection) == len(MIGRATIONS)
        migrate(connection, MIGRATIONS)


def test_words_that_are_not_whole_characters_are_refused(store):
    with pytest.raises(UsageProblem):
        store.watch(WatchedName(words="\ud800"))
    assert store.watch_list() == []


def test_no_words_stand_in_what_is_printed_of_a_line(store):
    assert "Kirsty" not in repr(KIRSTY)
    store.watch(KIRSTY)
    store._read_only = True
    with pytest.raises(ReadOnlyPlace):
        store.watch(SCHOOL)
