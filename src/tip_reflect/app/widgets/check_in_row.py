"""One check-in as it was answered: the date, and the worker's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tip_reflect.journal.dates import full_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.check_in import CheckIn
    from tip_reflect.prompts.pack import CheckInItem


class CheckInRow(Static, can_focus=True):
    """Holds a `check_in`; the screen says what can be done with it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CheckInRow {
        height: auto;
        margin: 1 0 0 0;
        padding: 0 0 0 1;
        border-left: blank;
        &:focus { border-left: outer $primary; }
        &:hover { background: $surface; }
    }
    """

    def __init__(self, check_in: CheckIn, items: Sequence[CheckInItem]) -> None:
        super().__init__(_in_words(check_in, items))
        self.check_in = check_in


def _in_words(check_in: CheckIn, items: Sequence[CheckInItem]) -> Content:
    said = dict(check_in.answers)
    lines = [Content.styled(full_date(check_in.at.local_date), "bold")]
    lines += [
        Content.assemble((f"{item.ask} ", "$muted"), said[item.id]) for item in items if item.id in said
    ]
    if check_in.need:
        asked = next((item.ask for item in items if not item.answers), "")
        lines.append(Content.assemble((f"{asked} ", "$muted"), check_in.need))
    return Content("\n").join(lines)
