"""What was brought back, on the command line: which pack it is of, how it is listed, and what was tried in a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from tip_reflect.cli import plain
from tip_reflect.cli.naming import short_ids
from tip_reflect.cli.terminal import fitted
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.bring_back import MOST_ACTIONS, Action, BringBack, Trying
from tip_reflect.journal.dates import full_date
from tip_reflect.journal.entry import After, Moment
from tip_reflect.journal.pack import PackLine, PackState, Part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

TOO_MANY = f"At most {MOST_ACTIONS} things to try, so that they stay small. Nothing was kept."
NO_WHAT = "The first line of a thing to try says what. It is empty, so nothing was kept."


def waiting_pack(store: Store) -> Pack | None:
    """The newest pack that was taken and of which nothing was brought back yet."""
    had = {one.pack_id for one in store.bring_backs()}
    return next((one for one in store.packs() if one.state is PackState.TAKEN and one.id not in had), None)


def began(at: Moment, pack: Pack | None) -> BringBack:
    """Something brought back, still empty, linked to its pack and to the entries that was made of (BB7)."""
    return BringBack(
        id=uuid4(), at=at, pack_id=pack.id if pack else None, entry_ids=pack.sources() if pack else ()
    )


def action_from(words: str, of: UUID) -> Action:
    """A thing to try: what on the first line, with whom on the second, by about when on the third."""
    lines = [line.strip() for line in words.split("\n")] + [""] * 3
    if not lines[0]:
        raise TipReflectError(NO_WHAT)
    return Action(id=uuid4(), what=lines[0], with_whom=lines[1], by_when=lines[2], bring_back=of)


def actions_from(many: Sequence[str], of: UUID) -> tuple[Action, ...]:
    if len(many) > MOST_ACTIONS:
        raise TipReflectError(TOO_MANY)
    return tuple(action_from(words, of) for words in many)


def tried_line(action: Action) -> PackLine:
    """What was tried and what happened, for part 4 of a pack; of the worker's own typing, so with no entry behind it."""
    parts = (action.what, action.happened, action.tell)
    return PackLine(part=Part.TRIED, text=" ".join(_sentence(part) for part in parts if part.strip()))


def print_bring_backs(every: Sequence[BringBack]) -> None:
    """One line each, and its things to try under it."""
    shorts = short_ids([one.id for one in every])
    actions = short_ids([action.id for one in every for action in one.actions])
    for one in every:
        landing = f"  {plain.line(one.landing)}" if one.landing else ""
        click.echo(f"{shorts[one.id]}  {one.at.local_date.isoformat()}{landing}")
        for action in one.actions:
            click.echo(f"    {actions[action.id]}  {action.state.label}: {_in_words(action)}")


def print_bring_back(one: BringBack) -> None:
    """All of it, read from the top."""
    click.echo(full_date(one.at.local_date))
    after = one.after.label if one.after else ""
    for name, words in (
        ("After the session", ", ".join(part for part in (one.landing, after) if part)),
        ("I keep", one.keep),
        ("A new view", one.new_view),
        ("I leave", one.leave),
    ):
        if words:
            click.echo(fitted(f"{name}: {plain.text(words)}"))
    for action in one.actions:
        click.echo(fitted(f"{str(action.id)[:8]}  {action.state.label}: {_in_words(action)}"))
        for name, words in (("What happened", action.happened), ("To tell the group", action.tell)):
            if words:
                click.echo(fitted(f"    {name}: {plain.text(words)}"))
    if one.recorded:
        click.echo(f"Taken to the record or a manager: ticked on {full_date(one.recorded.local_date)}")


def as_json(one: BringBack) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "at": one.at.at.isoformat(),
        "pack": str(one.pack_id) if one.pack_id else None,
        "entries": [str(each) for each in one.entry_ids],
        "landing": one.landing or None,
        "after": one.after.value if isinstance(one.after, After) else None,
        "keep": one.keep or None,
        "new_view": one.new_view or None,
        "leave": one.leave or None,
        "recorded_on": one.recorded.local_date.isoformat() if one.recorded else None,
        "actions": [action_as_json(action) for action in one.actions],
    }


def action_as_json(action: Action) -> dict[str, Any]:
    return {
        "id": str(action.id),
        "what": action.what,
        "with_whom": action.with_whom or None,
        "by_when": action.by_when or None,
        "state": Trying(action.state).value,
        "happened": action.happened or None,
        "tell": action.tell or None,
    }


def _in_words(action: Action) -> str:
    with_whom = f", with {action.with_whom}" if action.with_whom else ""
    by_when = f" (about when: {action.by_when})" if action.by_when else ""
    return plain.line(f"{action.what}{with_whom}{by_when}")


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
