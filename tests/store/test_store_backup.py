import os
from pathlib import Path

import pytest

from tip_reflect.errors import DamagedJournal, DiskFull, TipReflectError
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store import backup as backup_module
from tip_reflect.store.backup import backup, backup_if_due, backups
from tip_reflect.store.connection import connected
from tip_reflect.store.store import Store
from tip_reflect.store.verify import verify


def test_a_backup_is_a_whole_journal_under_the_same_key_with_its_header(
    store, places, key, clock, written
) -> None:
    places.header.write_text("{a header}")
    saved = store.save(written("some canary words"))
    made = backup(places, key, clock)
    assert made.parent == places.backups
    assert b"canary" not in (made / "journal.db").read_bytes()
    assert (made / "vault.json").read_text() == "{a header}"
    assert sorted(path.name for path in made.iterdir()) == ["journal.db", "vault.json"]
    assert verify(Places(made), key).sound
    copy = Store.open(Places(made), key, clock)
    assert copy.entry(saved.id) == saved
    assert [hit.summary.id for hit in copy.search("canary")] == [saved.id]
    copy.close()


def test_a_backup_of_a_journal_in_use_holds_what_was_saved_before_it(
    store, places, key, clock, written
) -> None:
    for n in range(5):
        store.save(written(str(n)))
    copy = Store.open(Places(backup(places, key, clock)), key, clock)
    store.save(written("later"))
    assert copy.count(Filter()) == 5
    copy.close()


if os.name == "posix":  # Windows keeps permissions elsewhere

    def test_only_its_owner_may_read_a_journal_or_a_backup(store, places, key, clock) -> None:
        places.header.write_text("{a header}")
        made = backup(places, key, clock)
        assert made.stat().st_mode & 0o777 == made.parent.stat().st_mode & 0o777 == 0o700
        for path in (places.journal, made / "journal.db", made / "vault.json"):
            assert path.stat().st_mode & 0o777 == 0o600


def test_the_newest_seven_are_kept(store, places, key, clock, written) -> None:
    made = []
    for n in range(10):
        clock.move(days=1)
        store.save(written(str(n)))
        made.append(backup(places, key, clock))
    assert backups(places) == made[3:]
    assert sorted(path.name for path in places.backups.iterdir()) == [path.name for path in made[3:]]
    copy = Store.open(Places(made[-1]), key, clock)
    assert copy.count(Filter()) == 10
    copy.close()


def test_backups_in_the_same_second_do_not_replace_each_other(store, places, key, clock) -> None:
    made = [backup(places, key, clock) for _ in range(12)]
    assert len(set(made)) == 12
    assert backups(places) == made[-7:]


def test_a_backup_is_due_when_there_is_none_or_the_newest_is_over_a_day_old(
    store, places, key, clock
) -> None:
    first = backup_if_due(places, key, clock)
    assert first is not None
    clock.move(hours=23)
    assert backup_if_due(places, key, clock) is None
    clock.move(hours=2)
    second = backup_if_due(places, key, clock)
    assert backups(places) == [first, second]


def test_a_clock_that_was_years_ahead_once_does_not_end_backups(store, places, key, clock) -> None:
    clock.move(days=4000)
    backup(places, key, clock)
    clock.move(days=-4000)
    assert backup_if_due(places, key, clock) is not None


def test_after_a_clock_ran_ahead_a_backup_is_made_once_a_day_again(store, places, key, clock) -> None:
    clock.move(days=4000)
    backup(places, key, clock)
    clock.move(days=-4000)
    made = []
    for _ in range(20):
        clock.move(hours=6)
        made.append(backup_if_due(places, key, clock))
    assert [one is not None for one in made] == ([True] + [False] * 3) * 5


def test_what_a_clock_that_ran_ahead_made_gives_its_places_back_to_days(store, places, key, clock) -> None:
    for _ in range(6):
        clock.move(days=500)
        backup(places, key, clock)
    clock.move(days=-3000)
    made = []
    for _ in range(9):
        made.append(backup(places, key, clock))
        clock.move(days=1)
        assert len(backups(places)) <= 7
        assert backups(places)[: len(made)] == made[-7:]


def test_many_backups_in_one_day_drive_no_other_day_away(store, places, key, clock) -> None:
    days = []
    for _ in range(6):
        days.append(backup(places, key, clock))
        clock.move(days=1)
    for _ in range(10):
        last = backup(places, key, clock)
        clock.move(seconds=2)
    assert backups(places) == [*days, last]


NOT_OURS = ["2026-99-99T00-00-00Z", "2026-02-30T00-00-00Z", "2026-01-01T25-00-00Z", "notes"]


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_folder_whose_name_is_no_time_is_not_ours_and_stops_nothing(
    store, places, key, clock, name
) -> None:
    (places.backups / name).mkdir(parents=True)
    first = backup_if_due(places, key, clock)
    assert first is not None
    assert backup_if_due(places, key, clock) is None
    assert backups(places) == [first]
    for _ in range(8):
        clock.move(days=1)
        backup(places, key, clock)
    assert (places.backups / name).is_dir()


@pytest.mark.parametrize("refused", [28, 13])
def test_a_backup_that_cannot_be_made_says_nothing_of_saving(
    store, places, key, clock, monkeypatch, *, refused
):
    def refuse(*_: object) -> int:
        raise OSError(refused, "refused")

    monkeypatch.setattr(backup_module, "_copy", refuse)
    with pytest.raises(TipReflectError) as told:
        backup(places, key, clock)
    assert "saved" not in str(told.value)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) * 3 // 4] ^= 1  # among the words, not in a table that holds nothing yet
    path.write_bytes(data)


BAD_COPIES = {
    "a flipped bit": flip,
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-4096]),
    "empty": lambda path: path.write_bytes(b""),
    "missing": lambda path: path.unlink(),
}


@pytest.mark.parametrize("spoil", BAD_COPIES.values(), ids=BAD_COPIES.keys())
def test_a_backup_that_cannot_be_read_back_is_never_given_a_name(
    store, places, key, clock, monkeypatch, *, spoil
):
    copy = backup_module._copy

    def spoilt(places: Places, to: Places, key: bytes) -> int:
        version = copy(places, to, key)
        spoil(to.journal)
        return version

    good = backup(places, key, clock)
    monkeypatch.setattr(backup_module, "_copy", spoilt)
    with pytest.raises(TipReflectError):
        backup(places, key, clock)
    assert list(places.backups.iterdir()) == [good]


def test_a_damaged_journal_is_not_backed_up_over_the_good_ones(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    for n in range(20):
        store.save(written("words " * 500 + str(n)))
    store.close()
    good = backup(places, key, clock)
    flip(places.journal)
    with pytest.raises(DamagedJournal):
        backup(places, key, clock)
    assert list(places.backups.iterdir()) == [good]


def test_a_full_disk_leaves_no_half_backup(store, places, key, clock, monkeypatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr(backup_module, "_copy", full)
    with pytest.raises(DiskFull):
        backup(places, key, clock)
    assert list(places.backups.iterdir()) == []


def test_what_a_killed_backup_left_is_cleared_but_not_one_at_work(store, places, key, clock) -> None:
    places.backups.mkdir()
    left = places.backups / ".making-2025-01-01T00-00-00Z-abc"
    leaving = places.backups / ".leaving-2025-01-01T00-00-00Z"
    at_work = places.backups / ".making-2026-03-04T17-00-00Z-def"
    mine = places.backups / "my notes"
    for folder in (left, leaving, at_work, mine):
        folder.mkdir()
        (folder / "journal.db").write_bytes(b"x")
    made = backup(places, key, clock)
    assert sorted(places.backups.iterdir()) == sorted([at_work, mine, made])
    assert backups(places) == [made]


def test_verify_finds_an_index_that_does_not_agree_with_the_text(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    store.save(written("canary words"))
    store.close()
    assert verify(places, key).sound
    with connected(places.journal, key) as connection:
        connection.execute("DROP TRIGGER answer_changed")
        connection.execute("UPDATE answer SET text = 'other words'")
    found = verify(places, key)
    assert not found.sound
    assert len(found.problems) == 1
    assert "index" in found.problems[0]


def test_verify_finds_an_answer_that_belongs_to_no_entry(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    store.save(written("canary words"))
    store.close()
    with connected(places.journal, key) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM entry")
    found = verify(places, key)
    assert not found.sound
    assert "belong" in found.problems[0]


def test_verify_changes_nothing(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    store.save(written("words"))
    store.close()
    before = places.journal.read_bytes()
    assert verify(places, key).problems == ()
    assert places.journal.read_bytes() == before
