"""Run by a test in a process of its own: saves some entries, then dies as a kill leaves it, its change log unread.

Arguments: the journal's folder, how many.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from tip_reflect.journal.entry import Answer, Entry, Moment
from tip_reflect.places import Places
from tip_reflect.store.store import Store

KEY = bytes(range(32))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    store = Store.open(Places(Path(sys.argv[1])), KEY, lambda: NOW)
    for n in range(int(sys.argv[2])):
        store.save(
            Entry(id=UUID(int=n + 1), written=Moment(at=NOW), answers=(Answer(text=f"canary {n} " * 200),))
        )
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
