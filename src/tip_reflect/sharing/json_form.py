"""Entries as JSON: the same shapes for `list`, `search`, `show` and `export`, which scripts rely on.

What was not chosen is null. Times are ISO 8601 with their offset from UTC.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.finding import Hit, Summary


def row(entry: Summary | Entry) -> dict[str, Any]:
    """What a list says of an entry."""
    return {
        "id": str(entry.id),
        "title": entry.title,
        "written_at": entry.written.at.isoformat(),
        "local_date": entry.written.local_date.isoformat(),
        "path": entry.path.value,
        "principle": entry.principle.value if entry.principle else None,
        "purpose": entry.purpose.value if entry.purpose else None,
        "tags": list(entry.tags),
        "thread": entry.thread or None,
        "state": entry.state.value,
        "tender": entry.tender,
    }


def found(hit: Hit) -> dict[str, Any]:
    """A row, the words around the find, and where in them the find is: pairs of start and end, in characters."""
    return {**row(hit.summary), "snippet": hit.snippet, "spans": [list(span) for span in hit.spans]}


def whole(entry: Entry) -> dict[str, Any]:
    """A row, what the sitting was like, and every answer that holds words, exactly as they were written."""
    return {
        **row(entry),
        "shock": entry.shock,
        "arrived_as": entry.arrived_as or None,
        "after": entry.after.value if entry.after else None,
        "next_thing": entry.next_thing or None,
        "belongs_in_record": entry.belongs_in_record,
        "closed_at": entry.closed.at.isoformat() if entry.closed else None,
        "answers": [
            {
                "prompt_id": answer.prompt_id or None,
                "prompt": answer.prompt or None,
                "principle": answer.principle.value if answer.principle else None,
                "text": answer.text,
            }
            for answer in entry.answered()
        ],
    }


def write_json(entries: Sequence[Entry]) -> bytes:
    """An array of whole entries, UTF-8."""
    return (json.dumps([whole(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8"
    )
