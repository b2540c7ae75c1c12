"""Memory: the app with a long journal open, beside what Textual and the store's libraries take by themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bare_app import READY
from journals import NEWEST, OLDEST
from measured import LeftOutError, Row, Unit
from pseudo_terminal import END
from rows_finding import JOURNAL, SHOWN
from workplace import unlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workplace import Workplace

SETTLING = 1.0
"""Seconds until a program that has painted has nothing left to load."""


def rows(place: Workplace) -> Iterator[Row]:
    if not sys.platform.startswith("linux"):
        raise LeftOutError("memory is read from /proc, which only Linux has")
    journal = place.journals[place.long]
    journal.back_up()
    with place.app(journal) as app:
        unlock(app)
        app.after(JOURNAL, NEWEST[:SHOWN])
        app.after(END, OLDEST[:SHOWN])
        app.rest(SETTLING)
        highest, now = _memory(app.pid)
    with place.bare_app("--store") as bare:
        bare.painted(READY)
        bare.rest(SETTLING)
        bare_highest, bare_now = _memory(bare.pid)
    yield Row(
        what=f"memory with {place.long:,} entries open",
        measured=highest,
        reference="a bare Textual app plus the store's imports",
        referred=bare_highest,
        budget=1.3,
        unit=Unit.BYTES,
        note=f"the highest so far, without what a usual key derivation takes and gives back (64 MiB); "
        f"at rest {now / 2**20:.1f} MiB beside {bare_now / 2**20:.1f} MiB",
    )


def _memory(pid: int) -> tuple[int, int]:
    """The highest and the present resident size, in bytes."""
    said = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    )
    highest, now = (int(said[name].split()[0]) * 1024 for name in ("VmHWM", "VmRSS"))
    return highest, now
