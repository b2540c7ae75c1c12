"""What stands above an entry's words when it is read outside the journal: when, and what it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.journal.dates import full_date
from tip_reflect.journal.entry import PATH_LENGTHS, State

if TYPE_CHECKING:
    from tip_reflect.journal.entry import Entry


def heading(entry: Entry) -> str:
    """Sunday 22 November 2026, 14:05: the writer's own day and time."""
    return f"{full_date(entry.written.local_date)}, {entry.written.at:%H:%M}"


def facts(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Names and values, each on one line; only what was chosen or filled in."""
    known = (
        ("Length", PATH_LENGTHS[entry.path]),
        ("Purpose", entry.purpose.label if entry.purpose else ""),
        ("Principle", entry.principle.label if entry.principle else ""),
        ("Thread", entry.thread),
        ("Tags", ", ".join(entry.tags)),
        ("State", "not finished yet" if entry.state is State.DRAFT else ""),
        (
            "Marked",
            ", ".join(word for word, so in (("tender", entry.tender), ("a shock", entry.shock)) if so),
        ),
        ("Arrived", entry.arrived_as),
    )
    return _filled(known)


def afterwards(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What the closing added, as names and values."""
    record = {None: "", True: "yes", False: "no"}[entry.belongs_in_record]
    return _filled(
        (
            ("Afterwards", entry.after.label if entry.after else ""),
            ("Next ordinary thing", entry.next_thing),
            ("Belongs in the record", record),
        )
    )


def on_one_line(words: str) -> str:
    return " ".join(words.split())


def _filled(known: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, on_one_line(value)) for name, value in known if value.strip())
