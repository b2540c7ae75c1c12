"""What goes to standard output: JSON for scripts, one plain line per entry for people, and exact bytes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from tip_reflect.cli import plain
from tip_reflect.cli.naming import short_ids
from tip_reflect.journal.entry import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.finding import Hit, NamedCount, Summary


def print_json(value: Any) -> None:
    """In ASCII, so that any terminal or pipe carries it whole."""
    click.echo(json.dumps(value, indent=2))


def print_bytes(data: bytes) -> None:
    """Exactly these bytes, on every platform; on a terminal, as words that cannot drive it."""
    if sys.stdout.isatty():
        click.echo(plain.text(data.decode("utf-8")), nl=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_entries(rows: Sequence[Summary]) -> None:
    """One line each: start of the id, when, the title, and what it is about."""
    shorts = short_ids(row.id for row in rows)
    for row in rows:
        about = "; ".join(_about(row))
        click.echo(f"{_start(row, shorts[row.id])}{f'  ({about})' if about else ''}")


def print_hits(hits: Sequence[Hit]) -> None:
    """One line each: start of the id, when, the title, and the words around the find."""
    shorts = short_ids(hit.summary.id for hit in hits)
    for hit in hits:
        around = f"  |  {plain.line(hit.snippet)}" if hit.snippet else ""
        click.echo(f"{_start(hit.summary, shorts[hit.summary.id])}{around}")


def print_names(names: Sequence[NamedCount]) -> None:
    for one in names:
        click.echo(f"{one.count:>5}  {plain.line(one.name)}")


def _start(row: Summary, short: str) -> str:
    return f"{short}  {row.written.local_date.isoformat()} {row.written.at:%H:%M}  {plain.line(row.title)}"


def _about(row: Summary) -> list[str]:
    facts = [
        "draft" if row.state is State.DRAFT else "",
        "tender" if row.tender else "",
        row.principle.label if row.principle else "",
        row.purpose.label if row.purpose else "",
        f"thread {plain.line(row.thread)}" if row.thread else "",
        f"tags {plain.line(', '.join(row.tags))}" if row.tags else "",
    ]
    return [fact for fact in facts if fact]
