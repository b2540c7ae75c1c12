"""One open entry, to read: what was asked, what was written, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.theme import principle_variable
from tip_reflect.journal.dates import full_date
from tip_reflect.journal.entry import PATH_NAMES, State

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Entry

NOTHING_OPEN = "Enter opens the entry under the mark.\nNothing opens by itself."
NOTHING_WRITTEN = "Nothing was written here, and that is fine."


class Reader(VerticalScroll):
    """Shows one entry at a time; `entry` is None while nothing is open."""

    DEFAULT_CSS = """
    Reader {
        padding: 0 2;
        & #words { height: auto; }
    }
    """

    entry: Entry | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(NOTHING_OPEN, "$muted"), id="words")

    def show(self, entry: Entry | None) -> None:
        """Show this entry from its top, or nothing."""
        moved = entry is None or self.entry is None or entry.id != self.entry.id
        self.entry = entry
        words = entry_words(entry) if entry else Content.styled(NOTHING_OPEN, "$muted")
        self.query_one("#words", Static).update(words)
        if moved:
            self.scroll_home(animate=False)


def entry_words(entry: Entry) -> Content:
    """An entry as a person reads it; what they wrote is never taken for markup."""
    parts = [_heading(entry)]
    if entry.arrived_as:
        parts.append(Content.assemble(("Arrived  ", "$muted"), entry.arrived_as))
    for answer in entry.answered():
        asked = [Content.styled(answer.prompt, "$muted")] if answer.prompt else []
        parts.append(Content("\n").join([*asked, Content(answer.text)]))
    if not entry.answered():
        parts.append(Content.styled(NOTHING_WRITTEN, "$muted"))
    parts.extend(_ending(entry))
    return Content("\n\n").join(parts)


def _heading(entry: Entry) -> Content:
    when = f"{full_date(entry.written.local_date)}, {entry.written.at:%H:%M}"
    lines = [Content.styled(when, "bold")]
    facts = [Content.styled(PATH_NAMES[entry.path], "$muted")]
    if entry.purpose and entry.purpose.label != PATH_NAMES[entry.path]:
        facts.append(Content.styled(entry.purpose.label, "$muted"))
    if entry.principle:
        colour = f"${principle_variable(entry.principle)}"
        facts.append(Content.styled(f"{entry.principle.mark} {entry.principle.label}", colour))
    words = ((entry.state is State.DRAFT, "draft"), (entry.tender, "tender"), (entry.shock, "a shock"))
    facts.extend(Content.styled(word, "$accent") for so, word in words if so)
    lines.append(Content.styled("  ·  ", "$muted").join(facts))
    about = [entry.thread] if entry.thread else []
    about.extend(f"#{tag}" for tag in entry.tags)
    if about:
        lines.append(Content("  ").join(Content.styled(word, "$accent") for word in about))
    return Content("\n").join(lines)


def _ending(entry: Entry) -> list[Content]:
    ending = []
    if entry.after:
        ending.append(Content.assemble(("Afterwards  ", "$muted"), entry.after.label))
    if entry.next_thing:
        ending.append(Content.assemble(("The next ordinary thing  ", "$muted"), entry.next_thing))
    return [Content("\n").join(ending)] if ending else []
