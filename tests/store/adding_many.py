"""Run by a test in processes of their own: adds many entries, and one word each to an entry that others change too.

Arguments: the journal's folder, this process's name, how many.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from tip_reflect.errors import ChangedElsewhere
from tip_reflect.journal.entry import Answer, Entry, Moment
from tip_reflect.places import Places
from tip_reflect.store.store import Store

KEY = bytes(range(32))
SHARED = UUID(int=7)


def clock() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    store = Store.open(Places(Path(sys.argv[1])), KEY, clock)
    for n in range(int(sys.argv[3])):
        text = f"{sys.argv[2]}{n}"
        store.save(
            Entry(id=uuid4(), written=Moment(at=clock()), answers=(Answer(text=text),), tags=("t", text))
        )
        saved = False
        while not saved:
            shared = store.entry(SHARED)
            try:
                store.save(shared.with_text(0, f"{shared.answers[0].text} {text}"))
                saved = True
            except ChangedElsewhere:
                continue
    store.close()


if __name__ == "__main__":
    main()
