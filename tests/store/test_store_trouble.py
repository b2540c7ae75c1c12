"""Damage, a newer version, a folder that cannot be written, a full disk: each its own calm refusal, nothing lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from tip_reflect.errors import (
    Damaged,
    DamagedJournal,
    DiskFull,
    JournalExists,
    NewerJournal,
    NoJournal,
    ReadOnlyPlace,
    TipReflectError,
)
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store import store as store_module
from tip_reflect.store.backup import backup, backups
from tip_reflect.store.connection import connected
from tip_reflect.store.refusals import calmly
from tip_reflect.store.store import Store
from tip_reflect.store.verify import check_key, verify

PAGE = 4096
ENTRIES = 12


@pytest.fixture
def small_journal(places, key, clock, written) -> Places:
    store = Store.create(places, key, clock)
    for n in range(ENTRIES):
        store.save(written(f"canary words {n} " * 60, tags=(f"tag {n}",), thread=f"thread {n}"))
    store.delete(store.save(written("leaves free pages " * 800)).id)
    store.close()
    return places


def everything_read(places: Places, key: bytes, clock) -> int:
    store = Store.open(places, key, clock)
    try:
        for row in store.page(Filter(), 0, 100):
            store.entry(row.id)
        store.search("canary")
        return store.count(Filter())
    finally:
        store.close()


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def test_a_flipped_bit_in_any_page_is_found_by_verify_and_never_read_as_text(
    small_journal, key, clock
) -> None:
    pages = small_journal.journal.stat().st_size // PAGE
    refused = []
    for page in range(pages):
        flip(small_journal.journal, page * PAGE + 1234)
        try:
            assert everything_read(small_journal, key, clock) == ENTRIES
        except DamagedJournal as damage:
            refused.append(damage)
        found = verify(small_journal, key)
        assert not found.sound
        assert found.problems
        assert all("canary" not in problem for problem in found.problems)
        flip(small_journal.journal, page * PAGE + 1234)
    assert len(refused) > pages // 3  # a table that holds nothing has a page that reading never meets
    for damage in refused:
        assert "canary" not in f"{damage!r}"
        assert damage.__context__ is damage.__cause__ is None
    assert everything_read(small_journal, key, clock) == ENTRIES
    assert verify(small_journal, key).sound


def test_a_store_goes_on_after_it_met_a_damaged_page(small_journal, key, clock) -> None:
    store = Store.open(small_journal, key, clock)
    rows = store.page(Filter(), 0, 100)
    store.close()
    for page in reversed(range(small_journal.journal.stat().st_size // PAGE)):
        flip(small_journal.journal, page * PAGE + 99)
        read = what_can_be_read(small_journal, key, clock, [row.id for row in rows])
        flip(small_journal.journal, page * PAGE + 99)
        if False in read and True in read:  # a page of some entry's own words: all the others are read
            assert read.count(False) < len(read) // 2
            assert True in read[read.index(False) :]
            break
    else:
        pytest.fail("no page held the words of some entries and not of others")


def what_can_be_read(places: Places, key: bytes, clock, ids: list[UUID]) -> list[bool]:
    try:
        store = Store.open(places, key, clock)
    except DamagedJournal:
        return []
    read = []
    for entry_id in ids:
        try:
            store.entry(entry_id)
        except DamagedJournal:
            read.append(False)
        else:
            read.append(True)
    store.close()
    return read


def cut(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])


DAMAGE = {
    "first bit": lambda path: flip(path, 0),
    "first page": lambda path: flip(path, 200),
    "half its length": lambda path: cut(path, path.stat().st_size // 2),
    "half at a page": lambda path: cut(path, path.stat().st_size // PAGE // 2 * PAGE),
    "one page": lambda path: cut(path, PAGE),
    "five bytes": lambda path: cut(path, 5),
    "one byte": lambda path: cut(path, 1),
    "empty": lambda path: cut(path, 0),
    "text": lambda path: path.write_text("Dear diary\n" * 1000),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_refused_as_damaged_and_left_as_it_is(small_journal, key, clock, damage) -> None:
    damage(small_journal.journal)
    left = small_journal.journal.read_bytes()
    with pytest.raises(DamagedJournal) as refused:
        everything_read(small_journal, key, clock)
    assert refused.value.exit_code == 4
    assert "backups" in str(refused.value)
    with pytest.raises(DamagedJournal):
        backup(small_journal, key, clock)
    assert backups(small_journal) == []
    assert not verify(small_journal, key).sound
    with pytest.raises(DamagedJournal):
        Store.open(small_journal, key, clock, read_only_ok=True)
    assert small_journal.journal.read_bytes() == left


def test_a_key_that_is_not_this_journals_opens_nothing(small_journal, key, clock) -> None:
    assert check_key(small_journal, key)
    assert not check_key(small_journal, bytes(32))
    with pytest.raises(DamagedJournal):
        Store.open(small_journal, bytes(32), clock)
    cut(small_journal.journal, 0)
    assert not check_key(small_journal, bytes(32)), "an empty file must not let any key in"


def test_an_empty_database_of_ours_is_not_taken_for_a_journal(places, key, clock) -> None:
    from tip_reflect.store.connection import Access

    with connected(places.journal, key, Access.CREATE) as connection:
        connection.execute("CREATE TABLE x(a)")
    with pytest.raises(DamagedJournal):
        Store.open(places, key, clock)


def test_a_missing_file_is_no_journal_and_none_is_made(places, key, clock) -> None:
    for work in (
        lambda: Store.open(places, key, clock),
        lambda: Store.open(places, key, clock, read_only_ok=True),
        lambda: verify(places, key),
        lambda: check_key(places, key),
        lambda: backup(places, key, clock),
    ):
        with pytest.raises(NoJournal):
            work()
    assert not places.journal.exists()


def test_a_journal_is_never_made_over_another(small_journal, key, clock) -> None:
    before = small_journal.journal.read_bytes()
    with pytest.raises(JournalExists):
        Store.create(small_journal, bytes(32), clock)
    assert small_journal.journal.read_bytes() == before


@pytest.mark.parametrize("second_names", [True, False])
def test_two_programs_making_a_journal_at_once_make_one(
    places, key, clock, monkeypatch, second_names
) -> None:
    whole = store_module._name_if_free

    def beaten(made: Path, wanted: Path) -> None:
        wanted.write_bytes(b"theirs")
        whole(made, wanted)

    def no_links(*_: object) -> None:
        raise PermissionError

    if not second_names:
        monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(store_module, "_name_if_free", beaten)
    with pytest.raises(JournalExists):
        Store.create(places, key, clock)
    assert places.journal.read_bytes() == b"theirs"
    assert [path.name for path in places.home.iterdir()] == ["journal.db"]


def test_a_journal_can_be_made_on_a_disk_that_knows_no_second_names(places, key, clock, monkeypatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    Store.create(places, key, clock).close()
    assert [path.name for path in places.home.iterdir()] == ["journal.db"]


def test_a_journal_that_could_not_be_made_whole_leaves_nothing_behind(
    places, key, clock, monkeypatch
) -> None:
    def fails(_connection: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(store_module.migrations, "MIGRATIONS", (*store_module.migrations.MIGRATIONS, fails))
    with pytest.raises(RuntimeError):
        Store.create(places, key, clock)
    assert list(places.home.iterdir()) == []


def test_making_a_journal_where_there_is_no_folder_is_refused(places, key, clock) -> None:
    with pytest.raises(ReadOnlyPlace):
        Store.create(Places(places.home / "nowhere"), key, clock)


def test_a_newer_journal_is_refused_and_left_as_it_is(small_journal, key, clock) -> None:
    with connected(small_journal.journal, key) as connection:
        connection.execute("PRAGMA user_version = 999")
    left = small_journal.journal.read_bytes()
    for read_only_ok in (False, True):
        with pytest.raises(NewerJournal):
            Store.open(small_journal, key, clock, read_only_ok=read_only_ok)
    assert small_journal.journal.read_bytes() == left
    assert backups(small_journal) == []


def test_a_journal_that_may_not_be_written_opens_for_reading_only_when_asked(
    small_journal, key, clock, monkeypatch
) -> None:
    def not_here(*_: object) -> None:
        raise ReadOnlyPlace

    monkeypatch.setattr(store_module, "_bring_up_to_date", not_here)
    with pytest.raises(ReadOnlyPlace):
        Store.open(small_journal, key, clock)
    store = Store.open(small_journal, key, clock, read_only_ok=True)
    assert store.read_only
    assert store.count(Filter()) == ENTRIES
    with pytest.raises(ReadOnlyPlace):
        store.set_note("a", "b")
    store.close()


if os.name == "posix":  # Windows keeps a folder's permissions elsewhere

    @contextmanager
    def locked_folder() -> Iterator[Path]:
        """A folder anyone may read, outside pytest's own, which only its maker may enter."""
        with tempfile.TemporaryDirectory() as outer:
            Path(outer).chmod(0o755)
            home = Path(outer) / "home"
            home.mkdir()
            try:
                yield home
            finally:
                home.chmod(0o755)
                for file in home.iterdir():
                    file.chmod(0o644)

    @pytest.mark.parametrize("left", ["closed", "killed"])
    def test_a_folder_that_cannot_be_written_is_said_so_and_can_still_be_read(
        places, key, clock, written, *, left
    ) -> None:
        store = Store.create(places, key, clock)
        store.save(written("some words"))
        with locked_folder() as home:
            if left == "closed":
                store.close()
            for file in places.home.iterdir():  # with the change log beside it, as a killed program leaves it
                shutil.copy(file, home)
                (home / file.name).chmod(0o444)
            store.close()
            home.chmod(0o555)
            done = in_a_locked_folder(home)
        assert done == [
            "open ReadOnlyPlace",
            "create ReadOnlyPlace",
            "backup ReadOnlyPlace",
            "read_only True",
            "text some words 1 1",
            "save ReadOnlyPlace",
            "delete ReadOnlyPlace",
            "note ReadOnlyPlace",
            "verify True True False",
        ]

    def in_a_locked_folder(home: Path) -> list[str]:
        script = str(Path(__file__).parent / "reading_a_locked_folder.py")
        done = subprocess.run(
            [sys.executable, "-W", "error", script, str(home)], capture_output=True, text=True, check=False
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    def test_newest_words_that_cannot_be_read_are_not_silently_left_out(places, key, clock, written) -> None:
        store = Store.create(places, key, clock)
        store.save(written("some words"))
        with locked_folder() as home:
            for name in ("journal.db", "journal.db-wal"):
                shutil.copy(places.home / name, home)
                (home / name).chmod(0o444)
            store.close()
            home.chmod(0o555)
            assert "read_only ReadOnlyPlace" in in_a_locked_folder(home)


def limit_pages(store: Store, more: int) -> None:
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}").all()


def test_a_full_disk_keeps_the_old_words_and_writes_no_half(store, written, key, places) -> None:
    saved = store.save(written("the old words", tags=("old",), thread="old"))
    limit_pages(store, 1)
    large = "unrepeatable " * 20_000
    with pytest.raises(DiskFull) as refused:
        store.save(saved.with_text(0, large))
    with pytest.raises(DiskFull):
        store.save(written(large, tags=("new",), thread="new"))
    assert "unrepeatable" not in f"{refused.value!r}"
    assert refused.value.__context__ is refused.value.__cause__ is None
    assert store.entry(saved.id) == saved
    assert store.count(Filter()) == 1
    assert [tag.name for tag in store.tags()] == [thread.name for thread in store.threads()] == ["old"]
    assert store.search("unrepeatable") == []
    limit_pages(store, 100_000)
    again = store.save(saved.with_text(0, large))
    assert store.entry(saved.id) == again
    store.close()
    assert verify(places, key).sound


if os.name == "posix":  # Windows has no limit on the size of a process's files to make a disk look full with

    def test_a_disk_that_fills_under_the_file_itself_keeps_the_old_words(small_journal, key, clock) -> None:
        script = str(Path(__file__).parent / "filling_a_disk.py")
        longest = str(small_journal.journal.stat().st_size // 2)
        done = subprocess.run(
            [sys.executable, "-W", "error", script, str(small_journal.home), longest],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        assert done.stdout.splitlines() == ["save DiskFull", "backup DiskFull", "left True []"]
        assert everything_read(small_journal, key, clock) == ENTRIES
        assert verify(small_journal, key).sound


def test_an_unknown_trouble_is_a_calm_refusal_that_shows_nothing_of_the_statement(
    store, written, places
) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        connection.commit()
    with pytest.raises(TipReflectError) as refused:
        store.save(written("a secret"))
    assert not isinstance(refused.value, Damaged)
    assert "secret" not in f"{refused.value!r}"
    assert refused.value.__context__ is refused.value.__cause__ is None


@pytest.mark.parametrize(("number", "kind"), [(28, DiskFull), (13, ReadOnlyPlace), (30, ReadOnlyPlace)])
def test_the_disks_own_errors_have_our_names(places, number, kind) -> None:
    def fails() -> None:
        raise OSError(number, "x")

    with pytest.raises(kind):
        calmly(fails, places.journal)
