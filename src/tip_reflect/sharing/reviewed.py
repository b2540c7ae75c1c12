"""A copy for others: questions and reviewed answers, with no dates, tags, thread or anything else of the entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tip_reflect.sharing.facts import on_one_line
from tip_reflect.sharing.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_reviewed(pieces: Sequence[tuple[str, str]], form: Form) -> bytes:
    """The bytes of a file that holds these titles and texts, in this order; a title may be empty."""
    if form is Form.JSON:
        rows = [{"prompt": title or None, "text": text} for title, text in pieces]
        return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    lead = "## {}\n\n" if form is Form.MARKDOWN else "{}\n"
    parts = (f"{lead.format(on_one_line(title)) if title.strip() else ''}{text}\n" for title, text in pieces)
    return "\n".join(parts).encode()
