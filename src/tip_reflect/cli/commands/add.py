"""`add`: text from standard input becomes a finished entry."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import principle_option, purpose_option, tags_option, thread_option
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.principles import Principle, Purpose

HOW_TO_END = "Ctrl-Z and then Enter" if os.name == "nt" else "Ctrl-D"
NOT_TEXT = (
    "What came on standard input is not UTF-8 text, so nothing was saved. The journal is as it was. "
    "Save the file as UTF-8 and try again."
)
NO_TEXT = "No text came on standard input, so nothing was saved."


def _as_moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """Aware, with the offset that was given, or this computer's own on that day."""
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
        return at if at.tzinfo else at.astimezone()
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(
            "a date and time look like 2026-11-22T14:05 or 2026-11-22T14:05+00:00."
        ) from None


def text_of(data: bytes, newline: str = os.linesep) -> str:
    """The text in these bytes, kept as it is but for one final newline, as this platform writes it or a bare one.

    Raises TipReflectError for bytes that are not UTF-8 and for text with no words in it.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise TipReflectError(NOT_TEXT) from None
    ending = newline if text.endswith(newline) else "\n"
    text = text.removesuffix(ending)
    if not text.strip():
        raise TipReflectError(NO_TEXT)
    return text


@click.command("add")
@principle_option
@purpose_option
@thread_option
@tags_option
@click.option(
    "--at",
    metavar="ISO-8601",
    callback=_as_moment,
    help="When it was written; without an offset, local time.",
)
@click.pass_obj
def add_command(
    around: Surroundings,
    *,
    principle: Principle | None,
    purpose: Purpose | None,
    thread: str,
    tags: tuple[str, ...],
    at: datetime | None,
) -> None:
    """Save the text on standard input as an entry and print its id.

    The text is UTF-8 and is kept exactly as it is, but for one final newline.
    """
    from uuid import uuid4

    from tip_reflect.cli.opening import open_store, unlock
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.entry import Moment
    from tip_reflect.reflecting.sitting import written_at_once

    unlocked = unlock(around)
    if sys.stdin.isatty():
        say(f"Write, and end with {HOW_TO_END} on a line of its own.")
    entry = written_at_once(
        text_of(sys.stdin.buffer.read()),
        entry_id=uuid4(),
        now=Moment(at=at or around.clock()),
        principle=principle,
        purpose=purpose,
        thread=thread,
        tags=tags,
    )
    store = open_store(unlocked)
    try:
        store.save(entry)
    finally:
        store.close()
    click.echo(str(entry.id))
