"""Entries as plain text: easy to read aloud, with nothing in it but words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.sharing.facts import afterwards, facts, heading, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.entry import Entry

BETWEEN = "\n\n"


def write_text(entries: Sequence[Entry]) -> bytes:
    """UTF-8 with bare newlines; every answer stands in it exactly as it was written."""
    return BETWEEN.join(as_text(entry) for entry in entries).encode("utf-8")


def as_text(entry: Entry) -> str:
    """One entry, ending in a newline."""
    parts = ["\n".join([heading(entry), *(f"{name}: {value}" for name, value in facts(entry))]) + "\n"]
    for answer in entry.answered():
        question = f"{on_one_line(answer.prompt)}\n" if answer.prompt.strip() else ""
        parts.append(f"{question}{answer.text}\n")
    if after := afterwards(entry):
        parts.append("".join(f"{name}: {value}\n" for name, value in after))
    return "\n".join(parts)
