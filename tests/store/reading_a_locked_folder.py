"""Run by a test in a process of its own: what a journal does in a folder that this user may not write to.

Permissions do not bind root, so a process that is root first becomes nobody.
Arguments: the journal's folder. Prints a line for each thing tried.
"""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.entry import Answer, Entry, Moment
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store.backup import backup
from tip_reflect.store.store import Store
from tip_reflect.store.verify import check_key, verify

KEY = bytes(range(32))


def clock() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def tried(work) -> str:
    try:
        work()
    except TipReflectError as refusal:
        return type(refusal).__name__
    return "done"


def rehearse() -> None:
    """Load every module that is used below: nobody may not be allowed to read the folder they are in."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        store = Store.create(places, KEY, clock)
        entry = Entry(id=UUID(int=1), written=Moment(at=clock()), answers=(Answer(text="some words"),))
        stored = store.save(entry)
        store.search("words")
        tried(lambda: store.save(entry))
        tried(lambda: store.set_note("a", "b"))
        tried(lambda: store.delete(stored.id))
        store.close()
        backup(places, KEY, clock)
        verify(places, KEY)
        check_key(places, bytes(32))


def main() -> None:
    places = Places(Path(sys.argv[1]))
    rehearse()
    if os.name == "posix" and os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    print("open", tried(lambda: Store.open(places, KEY, clock).close()))
    print("create", tried(lambda: Store.create(Places(places.home / "inside"), KEY, clock).close()))
    print("backup", tried(lambda: backup(places, KEY, clock)))
    try:
        store = Store.open(places, KEY, clock, read_only_ok=True)
    except TipReflectError as refusal:
        print("read_only", type(refusal).__name__)
        return
    entry = store.latest()
    print("read_only", store.read_only)
    print("text", entry.answers[0].text, store.count(Filter()), len(store.search("words")))
    print("save", tried(lambda: store.save(replace(entry, next_thing="x"))))
    print("delete", tried(lambda: store.delete(entry.id)))
    print("note", tried(lambda: store.set_note("a", "b")))
    store.close()
    print("verify", verify(places, KEY).sound, check_key(places, KEY), check_key(places, bytes(32)))


if __name__ == "__main__":
    main()
