"""`check`: what points to a person in some text; needs no journal unless its watch list is asked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tip_reflect.cli.options import json_option
from tip_reflect.errors import NoJournal, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.privacy.finding import Finding

STANDARD_INPUT = "-"
FOUND, BAD = 1, 2
HELP_ONLY = "It is help, never a promise: names and telling facts can get through."
NOT_TEXT = "This is not plain text in UTF-8, so it was not looked at. Save it as UTF-8 and try again."
CLOSED = "Standard input is closed, so there was nothing to look at. Name a file, or send the text in."
NOT_PRINTED = "What was found could not all be printed, perhaps because a disk is full."
NOTHING = f"Nothing was found that points to a person. {HELP_ONLY}"


@click.command("check")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@json_option
@click.option("--journal", "with_journal", is_flag=True, help="Also look for what is on your watch list.")
@click.option("--blur", "as_blurred", is_flag=True, help="Print the text with other words in their place.")
@click.pass_obj
def check_command(
    around: Surroundings, *, files: tuple[str, ...], as_json: bool, with_journal: bool, as_blurred: bool
) -> int:
    """Find what points to a person in text files, or in standard input.

    Needs no journal and no passphrase, unless --journal is given. FILE is UTF-8 text; - or none is standard
    input. --json gives, for one text, an array of findings with offsets in characters; for several files,
    one line for each. --blur replaces names, places, dates, ages and numbers with the first suggestion.

    Exit codes: 0 nothing was found, 1 something was, 2 something could not be used.
    """
    names = files or (STANDARD_INPUT,)
    if as_blurred and (as_json or len(names) > 1):
        raise click.UsageError("--blur prints one text, so it takes one FILE and no --json.")
    if names.count(STANDARD_INPUT) > 1:
        raise click.UsageError("Standard input can be read only once.")
    watched = _watch_list(around) if with_journal else ()
    try:
        if len(names) == 1:
            return _one(names[0], watched, as_json=as_json, as_blurred=as_blurred)
        return max([_of_several(name, watched, as_json=as_json) for name in names])
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except OSError:  # what is left is printing; its usual exit code would say that something was found
        raise UsageProblem(NOT_PRINTED) from None


def _watch_list(around: Surroundings) -> Sequence[WatchedName]:
    from tip_reflect.cli.opening import store_for_reading

    try:
        with store_for_reading(around) as store:
            return store.watch_list()
    except NoJournal as problem:  # its own exit code would say that something was found
        raise UsageProblem(str(problem)) from None


def _one(name: str, watched: Sequence[WatchedName], *, as_json: bool, as_blurred: bool) -> int:
    from tip_reflect.cli.printing import print_bytes, print_json
    from tip_reflect.privacy.check import find

    text = _read(name)
    findings = find(text, watched)
    if as_blurred:
        from tip_reflect.privacy.blurring import blur

        print_bytes(blur(text, watched).encode())
    elif as_json:
        print_json([_finding(one) for one in findings])
    else:
        _print(text, findings)
        _say_how_it_went(len(findings))
    return FOUND if findings else 0


def _of_several(name: str, watched: Sequence[WatchedName], *, as_json: bool) -> int:
    """One of several files; one that cannot be read does not keep the others from being looked at."""
    from tip_reflect.cli import plain
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.check import find

    try:
        text = _read(name)
    except UsageProblem as problem:
        say(f"{plain.line(name)}: {problem}")
        return BAD
    findings = find(text, watched)
    if as_json:
        click.echo(json.dumps({"file": name, "findings": [_finding(one) for one in findings]}))
    else:
        _print(text, findings, before=f"{plain.line(name)}, ")
    return FOUND if findings else 0


def _read(name: str) -> str:
    """The text as it is, with its own line ends: offsets count its characters. Raises UsageProblem."""
    try:
        data = _standard_input() if name == STANDARD_INPUT else Path(name).read_bytes()
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageProblem(NOT_TEXT) from None
    except FileNotFoundError:
        raise UsageProblem("There is no such file.") from None
    except (OSError, ValueError):
        raise UsageProblem("This file cannot be read.") from None
    if "\0" in text:  # as in UTF-16 with no mark at its beginning
        raise UsageProblem(NOT_TEXT)
    return text


def _standard_input() -> bytes:
    from tip_reflect.cli.commands.add import HOW_TO_END
    from tip_reflect.cli.terminal import say

    if sys.__stdin__ is None:
        raise UsageProblem(CLOSED)
    if sys.stdin.isatty():
        say(f"Write or paste, and end with {HOW_TO_END} on a line of its own.")
    return sys.stdin.buffer.read()


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind.value,
        "tier": int(one.tier),
        "level": one.level.value,
        "suggestions": list(one.suggestions),
    }


def _print(text: str, findings: Sequence[Finding], *, before: str = "") -> None:
    """One line each: where, the words, what they are, and what to say instead."""
    from tip_reflect.cli import plain

    line, at = 1, 0
    for one in findings:
        line, at = line + text.count("\n", at, one.start), one.start
        instead = plain.line(one.suggestions[0]) if one.suggestions and one.suggestions[0] else "leave it out"
        click.echo(f"{before}line {line}: {one.kind.label}: {plain.line(one.text)}  ->  {instead}")


def _say_how_it_went(count: int) -> None:
    from tip_reflect.cli.terminal import say

    say(f"{count} {'thing' if count == 1 else 'things'} found. {HELP_ONLY}" if count else NOTHING)
