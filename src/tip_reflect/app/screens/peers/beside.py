"""Then, after the session, and after trying: an entry beside what came back for it (BB7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tip_reflect.app.commands import CLOSE, HELP, HIDE, bindings
from tip_reflect.app.screens.base import TipScreen
from tip_reflect.errors import NoSuchEntry
from tip_reflect.journal.bring_back import Trying
from tip_reflect.journal.dates import full_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.app import ComposeResult

    from tip_reflect.journal.bring_back import Action, BringBack
    from tip_reflect.journal.entry import Entry
    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

NO_ENTRY = "No entry is linked: these words were written for the pack."
NOT_BACK = "Nothing has been brought back yet."
NOT_TRIED = "Nothing has been tried yet, and that is fine."
TENDER = "You marked this entry tender. Its words are in the journal."


@dataclass(frozen=True, slots=True)
class Beside:
    """The entries, and what was brought back for them, the oldest first."""

    entries: tuple[Entry, ...] = field(repr=False)
    brought: tuple[BringBack, ...] = field(repr=False)


def read_beside(store: Store, entry_ids: Iterable[UUID], pack_id: UUID | None = None) -> Beside:
    """What belongs to these entries, or to this pack; an entry that was deleted since is left out."""
    wanted = set(entry_ids)
    entries = []
    for entry_id in wanted:
        try:
            entries.append(store.entry(entry_id))
        except NoSuchEntry:
            continue
    brought = tuple(
        one
        for one in store.bring_backs()
        if (one.pack_id == pack_id if pack_id else bool(wanted & set(one.entry_ids)))
    )
    return Beside(tuple(sorted(entries, key=lambda entry: entry.written.at)), brought)


class BesideScreen(TipScreen[None]):
    """Three columns where there is room, else one under the other."""

    BINDINGS = bindings(CLOSE, HELP, HIDE)

    def __init__(self, told: Beside, *, pack: Pack | None = None) -> None:
        super().__init__()
        self._told = told
        self._pack = pack

    def body(self) -> ComposeResult:
        with VerticalScroll(classes="page", id="beside"), Horizontal(id="columns"):
            for name, words in (
                ("Then", then_words(self._told, self._pack)),
                ("After the session", after_words(self._told)),
                ("After trying", tried_words(self._told)),
            ):
                yield Static(
                    Content("\n").join([Content.styled(name, "bold"), Content(""), words]), classes="column"
                )

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#beside"))


def then_words(told: Beside, pack: Pack | None) -> Content:
    """The entries as they were written; where there is none, the lines of the pack."""
    parts = [_entry(entry) for entry in told.entries]
    if not parts and pack is not None:
        parts = [
            Content.styled(NO_ENTRY, "$muted"),
            *(
                Content(words)
                for words in (pack.question, *(line.text for line in pack.lines))
                if words.strip()
            ),
        ]
    return _stacked(parts, NO_ENTRY)


def after_words(told: Beside) -> Content:
    """What landed, what is kept, seen anew and left."""
    return _stacked([part for one in told.brought for part in _brought(one)], NOT_BACK)


def tried_words(told: Beside) -> Content:
    """What was tried and let go, and what is still to try."""
    return _stacked([_action(action) for one in told.brought for action in one.actions], NOT_TRIED)


def _entry(entry: Entry) -> Content:
    day = Content.styled(full_date(entry.written.local_date), "$accent")
    if entry.tender:
        return Content("\n").join([day, Content.styled(TENDER, "$muted")])
    return Content("\n\n").join([day, *(Content(answer.text) for answer in entry.answered())])


def _brought(brought: BringBack) -> list[Content]:
    landing = " · ".join(
        word for word in (brought.landing.strip(), brought.after.label if brought.after else "") if word
    )
    named = (
        ("How I was", landing),
        ("To hold on to", brought.keep),
        ("A new view", brought.new_view),
        ("To leave", brought.leave),
    )
    found = [
        Content("\n").join([Content.styled(name, "$muted"), Content(words)])
        for name, words in named
        if words.strip()
    ]
    return [Content.styled(full_date(brought.at.local_date), "$accent"), *found] if found else []


def _action(action: Action) -> Content:
    words = [Content(action.what), Content.styled(action.state.label, "$muted")]
    if action.state is Trying.TRIED:
        words += [Content(told) for told in (action.happened, action.tell) if told.strip()]
    return Content("\n").join(words)


def _stacked(parts: list[Content], nothing: str) -> Content:
    return Content("\n\n").join(parts) if parts else Content.styled(nothing, "$muted")
