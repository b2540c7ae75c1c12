"""The log of changes: damage in it is found before SQLite takes it away, and what a kill leaves is no damage."""

import subprocess
import sys
from pathlib import Path

import pytest

from tip_reflect.errors import DamagedJournal, NewerJournal
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store.change_log import FRAME_HEADER, LOG_HEADER, is_damaged
from tip_reflect.store.connection import connected
from tip_reflect.store.store import Store
from tip_reflect.store.verify import check_key, verify

SAVED = 6
FRAME = FRAME_HEADER.size + 4096

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill that leaves the log is a POSIX one")


@pytest.fixture
def killed(places, key, clock) -> Places:
    """A journal whose program was killed with every entry saved, and only in the change log."""
    Store.create(places, key, clock).close()
    script = Path(__file__).parent / "dying_at_work.py"
    done = subprocess.run([sys.executable, str(script), str(places.home), str(SAVED)], check=False)
    assert done.returncode == -9
    return places


def overwrite(path: Path, at: int, data: bytes = b"\xde\xad\xbe\xef") -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def count(places: Places, key: bytes, clock) -> int:
    store = Store.open(places, key, clock)
    try:
        return store.count(Filter())
    finally:
        store.close()


@pytest.mark.parametrize("at", [0, 9, 17, 26, 34, 41, 50, 100, LOG_HEADER.size + 3 * FRAME + 70])
def test_damage_in_the_change_log_is_reported_and_the_log_left_as_it_is(killed, key, at) -> None:
    overwrite(killed.change_log, at)
    left = killed.change_log.read_bytes()
    for _ in range(2):
        found = verify(killed, key)
        assert not found.sound
        assert "newest changes" in found.problems[0]
        assert killed.change_log.read_bytes() == left


def test_what_a_kill_leaves_is_no_damage_wherever_the_log_was_cut_short(killed, key, clock) -> None:
    log = killed.change_log.read_bytes()
    assert not is_damaged(log)
    cuts = (*range(0, len(log), 2999), *range(len(log) - FRAME - 40, len(log), 997))
    assert [size for size in cuts if is_damaged(log[:size])] == []
    assert [size for size in cuts if is_damaged(log[:size].ljust(len(log), b"\0"))] == []
    killed.change_log.write_bytes(log[: -FRAME // 2])
    assert verify(killed, key).sound
    assert count(killed, key, clock) == SAVED - 1


def test_what_an_earlier_use_of_the_log_left_in_it_is_no_damage(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    for n in range(SAVED):
        store.save(written(f"words {n} " * 3000))
    with connected(places.journal, key) as other:
        other.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
    store.save(written("a few"))
    log = places.change_log.read_bytes()
    assert len(log) > 20 * FRAME
    assert log[LOG_HEADER.size + 8 : LOG_HEADER.size + 16] != log[-FRAME + 8 : -FRAME + 16], "two uses' salts"
    assert not is_damaged(log)
    store.close()


def test_what_a_transaction_that_never_ended_left_is_no_damage(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    store.save(written("before"))
    with connected(places.journal, key) as other:
        other.execute("PRAGMA cache_size = 1")  # so that it writes before it ends
        other.execute("BEGIN IMMEDIATE")
        for n in range(200):
            other.execute("INSERT INTO note VALUES (?, ?)", (str(n), "x" * 3000))
        size = places.change_log.stat().st_size
        other.execute("ROLLBACK")
    store.save(written("after"))
    log = places.change_log.read_bytes()
    assert len(log) >= size > 100 * FRAME
    assert not is_damaged(log)
    store.close()
    assert verify(places, key).sound


def test_opening_keeps_what_was_damaged_beside_the_journal_and_says_so(killed, key, clock) -> None:
    overwrite(killed.change_log, LOG_HEADER.size + 12 * FRAME + 100)
    damaged = killed.change_log.read_bytes()
    store = Store.open(killed, key, clock)
    assert "newest changes" in store.notice
    (kept,) = killed.home.glob("*damaged*")
    assert kept.name in store.notice
    assert kept.read_bytes() == damaged
    assert kept.stat().st_mode & 0o777 == 0o600
    assert 0 < store.count(Filter()) < SAVED
    store.close()
    again = Store.open(killed, key, clock)
    assert again.notice == ""
    again.close()
    assert list(killed.home.glob("*damaged*")) == [kept]


def test_trying_a_key_does_not_lose_a_damaged_log(killed, key) -> None:
    overwrite(killed.change_log, 100)
    left = killed.change_log.read_bytes()
    assert check_key(killed, key)
    assert not check_key(killed, bytes(32))
    assert killed.change_log.read_bytes() == left


@pytest.mark.parametrize("name", ["journal", "change_log"])
def test_a_folder_with_a_files_name_is_damage_to_everyone(places, key, clock, name) -> None:
    Store.create(places, key, clock).close()
    path: Path = getattr(places, name)
    path.unlink(missing_ok=True)
    path.mkdir()
    with pytest.raises(DamagedJournal, match="should be a file"):
        Store.open(places, key, clock, read_only_ok=True)
    found = verify(places, key)
    assert not found.sound
    assert path.name in found.problems[0]


@pytest.mark.parametrize("version", [0, -3])
def test_a_version_that_nobody_writes_is_damage_to_everyone(places, key, clock, version) -> None:
    Store.create(places, key, clock).close()
    with connected(places.journal, key) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(DamagedJournal):
        Store.open(places, key, clock)
    assert not verify(places, key).sound


def test_verify_names_a_newer_version_as_the_others_do(places, key, clock) -> None:
    Store.create(places, key, clock).close()
    with connected(places.journal, key) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(NewerJournal):
        verify(places, key)
