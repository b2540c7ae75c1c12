"""`read`: a pack that someone brought, or the steps of the session; needs no journal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings

STANDARD_INPUT = "-"


@click.command("read")
@click.argument("file", metavar="[FILE]", required=False)
@click.option(
    "--password-file", metavar="FILE", help="For a Word file with a password: the file that holds it."
)
@click.option(
    "--sheet", is_flag=True, help="Print the 45 minutes of a session, step by step, and what is agreed."
)
@json_option
@click.pass_obj
def read_command(
    around: Surroundings,  # noqa: ARG001  it needs no journal
    *,
    file: str | None,
    password_file: str | None,
    sheet: bool,
    as_json: bool,
) -> None:
    """Read a session pack: a Markdown, text or web page, or a Word file, also one with a password.

    Needs no journal and no passphrase. - is standard input. The password is asked for on the terminal where
    --password-file does not give it. --json goes with --sheet.
    """
    from tip_reflect.cli.printing import print_bytes

    if (file is None) != sheet:
        raise click.UsageError("Give a FILE to read, or --sheet for the session's steps: one of the two.")
    if sheet:
        _print_sheet(as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json goes with --sheet.")
    from tip_reflect.cli.peers.leaving import password_in
    from tip_reflect.sharing.reading_pages import needs_password, read_page

    name = str(file)
    data = _bytes_of(name)
    password = password_in(password_file)
    if password is None and needs_password(data):
        password = _asked()
    text = read_page(data, "page.md" if name == STANDARD_INPUT else Path(name).name, password)
    print_bytes(f"{text.rstrip()}\n".encode())


def _bytes_of(name: str) -> bytes:
    """The file's bytes. Raises TipReflectError."""
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError:
        raise TipReflectError("There is no such file.") from None
    except (OSError, ValueError):
        raise TipReflectError("This file cannot be read.") from None


def _asked() -> str | None:
    """The password from the terminal; None where there is none to ask on."""
    from tip_reflect.cli.terminal import ask_hidden, can_ask

    return ask_hidden("Password of this file") if can_ask() else None


def _print_sheet(*, as_json: bool) -> None:
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import fitted
    from tip_reflect.sharing.session_page import GROUND_RULES, SHEET

    if as_json:
        print_json(
            {
                "steps": [{"minutes": minutes, "what": what, "who": who} for minutes, what, who in SHEET],
                "agreed": list(GROUND_RULES),
            }
        )
        return
    click.echo("The session: 45 minutes\n")
    for minutes, what, who in SHEET:
        click.echo(fitted(f"{minutes} minutes: {what} ({who})"))
    click.echo("\nWhat we agree\n")
    for rule in GROUND_RULES:
        click.echo(rule)
