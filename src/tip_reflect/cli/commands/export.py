"""`export`: the chosen entries, and no others, as a file that is not locked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.sharing.forms import Form, write
from tip_reflect.sharing.new_file import write_new_file

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings

STANDARD_OUTPUT = "-"


@click.command("export")
@click.argument("entry_ids", metavar="ID...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="FILE", help="A new file, readable only by you; - is standard output."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form], case_sensitive=False),
    help="md (Markdown), txt or json. Without it, as FILE's name ends.",
)
@click.pass_obj
def export_command(
    around: Surroundings, entry_ids: tuple[str, ...], output: str | None, form: str | None
) -> None:
    """Write the chosen entries, in the order given, to standard output or a new file.

    The copy is not locked. ID is the start of an id, at least 4 characters. A file that is there
    already is never written over.
    """
    chosen = Form(form) if form else _form_of(output)
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_bytes
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.entries import count_in, holds
    from tip_reflect.prompts.reading import packs_folder, read_library

    notice = read_library(packs_folder()).notices.export
    with store_for_reading(around) as store:
        entries = [store.entry(named(store, start)) for start in entry_ids]
        found = count_in(entries, store.watch_list())
    data = write(entries, chosen)
    if output in {None, STANDARD_OUTPUT}:
        print_bytes(data)
    else:
        write_new_file(Path(str(output)), data)
    say(notice)
    say(holds(found))


def _form_of(output: str | None) -> Form:
    """As the file's name ends; Markdown where it has no ending, or there is no file."""
    ending = Path(output or "").suffix.removeprefix(".").casefold()
    if not ending:
        return Form.MARKDOWN
    if ending not in set(Form):
        raise click.UsageError(
            "The file's name ends like another kind of file. End it with .md, .txt or .json, or say which it is with "
            "--format. Nothing was written."
        )
    return Form(ending)
