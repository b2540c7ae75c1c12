"""One open entry, to read: what was asked, what was written, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.theme import principle_variable
from tip_reflect.app.widgets.entry_text import SIGN, EntryText
from tip_reflect.journal.dates import full_date
from tip_reflect.journal.entry import PATH_NAMES, State

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.marking import Mark

NOTHING_OPEN = "Enter opens the entry under the mark.\nNothing opens by itself."
NOTHING_WRITTEN = "Nothing was written here, and that is fine."


class Reader(VerticalScroll):
    """Shows one entry at a time; `entry` is None while nothing is open."""

    DEFAULT_CSS = """
    Reader {
        padding: 0 2 0 0;
        & #about { height: auto; padding: 0 0 0 2; }
        & #words { margin: 1 0 0 0; }
        & #ending { height: auto; padding: 0 0 0 2; margin: 1 0 0 0; }
    }
    """

    entry: Entry | None = None
    marks: tuple[Mark, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(NOTHING_OPEN, "$muted"), id="about")
        yield EntryText(id="words")
        yield Static("", id="ending")

    def on_mount(self) -> None:
        self.show(None)

    @property
    def text(self) -> EntryText:
        """The answers, of which words can be picked."""
        return self.query_one(EntryText)

    @property
    def words(self) -> str:
        """All that it shows, as plain text."""
        about, ending = (str(self.query_one(part, Static).visual) for part in ("#about", "#ending"))
        return "\n\n".join(filter(None, (about, self.text.words, ending)))

    def show(self, entry: Entry | None, marks: tuple[Mark, ...] = ()) -> None:
        """Show this entry from its top, or nothing."""
        moved = entry is None or self.entry is None or entry.id != self.entry.id
        self.entry, self.marks = entry, marks
        about = _about(entry, marks) if entry else Content.styled(NOTHING_OPEN, "$muted")
        self.query_one("#about", Static).update(about)
        self.text.display = bool(entry and entry.answered())
        self.text.show(entry, marks)
        ending = _ending(entry) if entry else Content("")
        self.query_one("#ending", Static).update(ending)
        self.query_one("#ending").display = bool(ending.plain)
        if moved:
            self.scroll_home(animate=False)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show other marks in the same entry."""
        self.show(self.entry, marks)


def _about(entry: Entry, marks: tuple[Mark, ...]) -> Content:
    """When and what it was; what a person wrote is never taken for markup."""
    parts = [_heading(entry, marked=bool(marks))]
    if entry.arrived_as:
        parts.append(Content.assemble(("Arrived  ", "$muted"), entry.arrived_as))
    return Content("\n\n").join(parts)


def _heading(entry: Entry, *, marked: bool) -> Content:
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
    if marked:
        facts.append(Content.styled(f"{SIGN} marked for peers", "$primary"))
    lines.append(Content.styled("  ·  ", "$muted").join(facts))
    about = [entry.thread] if entry.thread else []
    about.extend(f"#{tag}" for tag in entry.tags)
    if about:
        lines.append(Content("  ").join(Content.styled(word, "$accent") for word in about))
    return Content("\n").join(lines)


def _ending(entry: Entry) -> Content:
    parts = []
    if not entry.answered():
        parts.append(Content.styled(NOTHING_WRITTEN, "$muted"))
    ending = []
    if entry.after:
        ending.append(Content.assemble(("Afterwards  ", "$muted"), entry.after.label))
    if entry.next_thing:
        ending.append(Content.assemble(("The next ordinary thing  ", "$muted"), entry.next_thing))
    if ending:
        parts.append(Content("\n").join(ending))
    return Content("\n\n").join(parts)
