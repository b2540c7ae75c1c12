"""`watch`: the words that always point to someone, kept only inside the encrypted journal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.watching import Watched, WatchedName, read_line

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings

ASK = "Words to watch for (an empty line ends)"


@click.command("watch")
@click.argument("action", type=click.Choice(["list", "add", "remove"]), default="list")
@click.option(
    "--what",
    type=click.Choice([one.value for one in Watched]),
    default=Watched.NAME.value,
    help="For add: what the words are. In a number, # stands for a digit and @ for a letter.",
)
@json_option
@click.pass_obj
def watch_command(around: Surroundings, *, action: str, what: str, as_json: bool) -> None:
    """List what the check always looks for, or add to it, or take something off.

    add and remove read one line for each from standard input or the terminal, never from the command line.
    After an = come the words to use instead: Kirsty McKay = the mother
    """
    if action == "list":
        _list(around, as_json=as_json)
    elif action == "add":
        _add(around, Watched(what))
    else:
        _remove(around)


def _list(around: Surroundings, *, as_json: bool) -> None:
    from tip_reflect.cli import plain
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    with store_for_reading(around) as store:
        lines = store.watch_list()
    if as_json:
        print_json(
            [{"words": one.words, "what": one.what.value, "instead": one.instead or None} for one in lines]
        )
        return
    for one in lines:
        instead = f" = {plain.line(one.instead)}" if one.instead else ""
        click.echo(f"{one.what.value:<8} {plain.line(one.words)}{instead}")
    if not lines:
        say("Nothing is watched for yet.")


def _add(around: Surroundings, what: Watched) -> None:
    from tip_reflect.cli.opening import unlock
    from tip_reflect.cli.terminal import say

    unlocked = unlock(around)
    new = [
        WatchedName(words=words, what=what, instead=instead)
        for words, instead in map(read_line, _lines())
        if words
    ]
    if not new:
        raise TipReflectError("No words came, so nothing was added.")
    store = unlocked.open_store()
    try:
        for one in new:
            store.watch(one)
    finally:
        store.close()
    say(f"Added {len(new)}. They are locked in your journal.")


def _remove(around: Surroundings) -> None:
    from tip_reflect.cli.opening import unlock
    from tip_reflect.cli.terminal import say

    unlocked = unlock(around)
    wanted = [words for words, _ in map(read_line, _lines()) if words]
    store = unlocked.open_store()
    try:
        gone = sum(store.unwatch(words) for words in wanted)
    finally:
        store.close()
    if gone < len(wanted) or not wanted:
        raise TipReflectError(f"Took off {gone} of {len(wanted)}. The others are not on the list.")
    say(f"Took off {gone}.")


def _lines() -> list[str]:
    """What comes on standard input, or what the person at the terminal types, line by line."""
    if not sys.stdin.isatty():
        try:
            return sys.stdin.buffer.read().decode("utf-8").splitlines()
        except UnicodeDecodeError:
            raise TipReflectError("What came is not UTF-8 text. The list is as it was.") from None
    lines: list[str] = []
    while line := click.prompt(ASK, default="", show_default=False, err=True):
        lines.append(line)
    return lines
