"""The forms an entry can leave in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tip_reflect.sharing.json_form import write_json
from tip_reflect.sharing.markdown import write_markdown
from tip_reflect.sharing.plain_text import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.entry import Entry


class Form(StrEnum):
    """The value is the file name's ending."""

    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"


def write(entries: Sequence[Entry], form: Form) -> bytes:
    """The bytes of a file that holds these entries and no others, in this order."""
    match form:
        case Form.MARKDOWN:
            return write_markdown(entries)
        case Form.TEXT:
            return write_text(entries)
        case Form.JSON:
            return write_json(entries)
