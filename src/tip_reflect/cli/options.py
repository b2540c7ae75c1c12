"""Options that several commands share, and what they turn words into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from tip_reflect.journal.finding import Filter
from tip_reflect.journal.principles import Principle, Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    Given = click.Context, click.Parameter

F = TypeVar("F", bound="Callable[..., Any]")


def as_text(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """One line of text. What the terminal could not read as characters is refused, not kept as something else."""
    words = " ".join((value or "").split())
    if not _is_text(words):
        raise click.BadParameter("some of it could not be read as text. Is the terminal set to UTF-8?")
    return words


def as_texts(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The same for an option given many times: no blanks, and each once."""
    return tuple(dict.fromkeys(words for value in values if (words := as_text(ctx, param, value))))


def _is_text(words: str) -> bool:
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


class OneOf(click.Choice[str]):
    """One of a few, by the words that a person reads or by the value that a script uses."""

    def __init__(self, known: Iterable[Principle | Purpose]) -> None:
        self._meant = {name.casefold(): one for one in known for name in (one.label, one.value)}
        super().__init__([one.label.lower() for one in self._meant.values()], case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The member itself."""
        meant = self._meant.get(" ".join(str(value).split()).casefold())
        return meant or super().convert(value, param, ctx)


def _as_date(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


DAY = click.DateTime(formats=["%Y-%m-%d"])

principle_option = click.option(
    "--principle",
    type=OneOf(Principle),
    help="One of the five principles.",
)
purpose_option = click.option(
    "--purpose",
    type=OneOf(Purpose),
    help="What the entry is for; scripts can say processing, evaluating or planning.",
)
thread_option = click.option(
    "--thread", metavar="NAME", callback=as_text, help="A strand of work, under a name you made up."
)
tags_option = click.option(
    "--tag", "tags", multiple=True, metavar="WORD", callback=as_texts, help="Can be repeated."
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON, for scripts.")
limit_option = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many.")


def filter_options(command: F) -> F:
    """Add the options that choose entries; `chosen` turns them into a Filter."""
    for option in (
        click.option("--marked", is_flag=True, help="Only entries with words marked for peers."),
        click.option(
            "--until", type=DAY, metavar="YYYY-MM-DD", callback=_as_date, help="The last day, your own date."
        ),
        click.option(
            "--since", type=DAY, metavar="YYYY-MM-DD", callback=_as_date, help="The first day, your own date."
        ),
        thread_option,
        click.option("--tag", metavar="WORD", callback=as_text, help="Only entries with this tag."),
        purpose_option,
        principle_option,
    ):
        command = option(command)
    return command


def chosen(
    *,
    principle: Principle | None,
    purpose: Purpose | None,
    tag: str,
    thread: str,
    since: date | None,
    until: date | None,
    marked: bool,
) -> Filter:
    """The entries that these options let through."""
    if since and until and since > until:
        raise click.UsageError("--since is a later day than --until, so no entry can fit both.")
    return Filter(
        principle=principle,
        purpose=purpose,
        tag=tag,
        thread=thread,
        since=since,
        until=until,
        marked=marked or None,
    )
