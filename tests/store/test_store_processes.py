import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from tip_reflect.errors import JournalBusy
from tip_reflect.journal.finding import Filter
from tip_reflect.store import connection
from tip_reflect.store.connection import connected
from tip_reflect.store.store import Store
from tip_reflect.store.verify import verify

HERE = Path(__file__).parent
ADDS = 100


def test_two_processes_writing_at_once_lose_nothing(places, key, clock, written) -> None:
    store = Store.create(places, key, clock)
    store.save(written("start", entry_id=UUID(int=7)))
    script = str(HERE / "adding_many.py")
    writers = [
        subprocess.Popen(
            [sys.executable, "-W", "error", script, str(places.home), name, str(ADDS)], stderr=subprocess.PIPE
        )
        for name in ("x", "y")
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=300)
        assert writer.returncode == 0, errors.decode()
    expected = {f"{name}{n}" for name in ("x", "y") for n in range(ADDS)}
    assert store.changed_elsewhere()
    assert store.count(Filter()) == 2 * ADDS + 1
    assert {row.title for row in store.page(Filter(tag="t"), 0, 1000)} == expected
    shared = store.entry(UUID(int=7))
    assert set(shared.answers[0].text.split()) == {"start", *expected}
    assert shared.revision == 1 + 2 * ADDS
    store.close()
    assert verify(places, key).sound


def test_another_programs_write_is_noticed_once_and_our_own_never(places, key, clock, written) -> None:
    ours, theirs = Store.create(places, key, clock), Store.open(places, key, clock)
    assert not ours.changed_elsewhere()
    ours.save(written("mine"))
    assert not ours.changed_elsewhere()
    theirs.save(written("theirs"))
    assert ours.changed_elsewhere()
    assert not ours.changed_elsewhere()
    ours.close()
    theirs.close()


def test_a_journal_that_stays_busy_says_so_and_nothing_is_half_written(
    places, key, clock, written, monkeypatch
) -> None:
    monkeypatch.setattr(connection, "WAIT_SECONDS", 0.05)
    store = Store.create(places, key, clock)
    saved = store.save(written("before"))
    with connected(places.journal, key) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalBusy) as refused:
            store.save(saved.with_text(0, "a secret"))
        with pytest.raises(JournalBusy):
            Store.open(places, key, clock)
        assert store.entry(saved.id) == saved, "reading does not wait for a writer"
        other.execute("ROLLBACK")
    assert "secret" not in f"{refused.value!r}"
    assert refused.value.__context__ is refused.value.__cause__ is None
    store.save(saved.with_text(0, "after"))
    store.close()


def test_importing_the_store_room_loads_nothing_heavy() -> None:
    script = (
        "import sys, tip_reflect.store, tip_reflect.store.thread\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('sqlalchemy', 'sqlmodel', 'sqlcipher3',"
        " 'pydantic', 'textual', 'cryptography')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
