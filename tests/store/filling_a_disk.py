"""Run by a test in a process of its own: writes to a journal when the disk takes no longer files.

Arguments: the journal's folder, the longest a file may grow. Prints a line for each thing tried.
"""

import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from tip_reflect.errors import TipReflectError
from tip_reflect.places import Places
from tip_reflect.store.backup import backup
from tip_reflect.store.store import Store

KEY = bytes(range(32))


def clock() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def tried(work) -> str:
    try:
        work()
    except TipReflectError as refusal:
        return type(refusal).__name__
    return "done"


def main() -> None:
    places = Places(Path(sys.argv[1]))
    store = Store.open(places, KEY, clock)
    entry = store.latest()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    print("save", tried(lambda: store.save(entry.with_text(0, "new " * 500_000))))
    print("backup", tried(lambda: backup(places, KEY, clock)))
    print("left", store.entry(entry.id) == entry, list(places.backups.iterdir()))
    store.close()


if __name__ == "__main__":
    main()
