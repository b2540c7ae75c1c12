"""`pack`: a page to bring to peers, from the marked words to the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tip_reflect.cli.options import json_option
from tip_reflect.cli.peers.pack_options import CHANGES, pack_options
from tip_reflect.cli.peers.words import WORDS, WORDS_METAVAR, any_given, numbers
from tip_reflect.errors import TipReflectError, UsageProblem

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

FORMS = ("md", "txt", "html", "docx", "pdf")
NOTHING_CHOSEN = "Nothing was chosen, so no pack was made."
NO_PACKS = "No packs yet. To make one: tip-reflect pack new"
NOTHING_OUT = "Nothing has left as a file yet, or you took it off this log."
SAID_NOTHING = "Nothing was named to change, so the pack is as it was."


@click.group("pack")
def pack_command() -> None:
    """Make a page to bring to peers, look through it, and take it with you.

    A pack holds only words that you marked and what you type into it. It is a copy: changing it never
    changes an entry. PACK is the start of a pack's id, at least 4 characters.
    """


@pack_command.command("new")
@click.argument("more_sources", metavar="[ENTRY_ID...]", nargs=-1)
@pack_options
@click.pass_obj
def new(around: Surroundings, /, more_sources: tuple[str, ...], **given: Any) -> int:
    """Make a pack and print its id; with no options, by question and answer.

    --from copies the words that are marked in those entries. Where nothing at all is marked in an entry,
    naming it here is your mark on all of its answers, and that is said.
    """
    from uuid import uuid4

    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.pack_options import build_by_asking, filled
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.entry import Moment
    from tip_reflect.journal.pack import Pack

    if more_sources and not given["sources"]:
        raise click.UsageError("Which entries to copy from comes after --from.")
    pack = Pack(id=uuid4(), made=Moment(at=around.clock()))
    with store_for_writing(around) as store:
        if any(given[name] not in (None, ()) for name in CHANGES):
            pack, code = store.save_pack(filled(pack, store, given, more_sources)), 0
        else:
            pack, code = build_by_asking(store, pack, is_new=True)
    if not pack.revision:
        say(NOTHING_CHOSEN)
        return code or 1
    click.echo(str(pack.id))
    return code


@pack_command.command("list")
@json_option
@click.pass_obj
def list_(around: Surroundings, as_json: bool) -> None:
    """List the packs, newest first: a draft, ready, or taken."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.peers.packs import print_packs, row
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    with store_for_reading(around) as store:
        packs = store.packs()
    if as_json:
        print_json([row(pack) for pack in packs])
        return
    print_packs(packs)
    if not packs:
        say(NO_PACKS)


@pack_command.command("show")
@click.argument("pack_id", metavar="PACK")
@json_option
@click.pass_obj
def show(around: Surroundings, pack_id: str, as_json: bool) -> None:
    """Show a pack exactly as its plain text file would read, and how much of one side it fills."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.peers.packs import pack_as_json, pack_as_text, say_room
    from tip_reflect.cli.printing import print_bytes, print_json

    with store_for_reading(around) as store:
        pack = pack_named(store, pack_id)
    if as_json:
        print_json(pack_as_json(pack))
        return
    print_bytes(pack_as_text(pack).encode())
    say_room(pack)


@pack_command.command("edit")
@click.argument("pack_id", metavar="PACK")
@pack_options
@click.option(
    "--line",
    "line_number",
    type=click.IntRange(min=1),
    metavar="N",
    help="The line that --words puts in other words.",
)
@click.option("--words", type=WORDS, metavar=WORDS_METAVAR, help="Other words for that line.")
@click.option("--remove", metavar="N,N-N", help="Take these lines out; show --json gives their numbers.")
@click.pass_obj
def edit(
    around: Surroundings,
    /,
    *,
    pack_id: str,
    line_number: int | None,
    words: str | None,
    remove: str | None,
    **given: Any,
) -> int:
    """Change a pack; with no options, by question and answer. No entry is changed.

    What was looked at before is looked at again before it leaves.
    """
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.peers.pack_options import build_by_asking, filled
    from tip_reflect.cli.peers.packs import say_room, with_line, without_lines

    if (line_number is None) != (words is None):
        raise click.UsageError("--line says which line, and --words what it says instead: give both.")
    code = 0
    with store_for_writing(around) as store:
        pack = pack_named(store, pack_id)
        if not any_given((line_number, remove)) and all(given[name] in (None, ()) for name in CHANGES):
            pack, code = build_by_asking(store, pack, is_new=False)
        else:
            changed = filled(pack, store, given)
            if line_number is not None:
                changed = with_line(changed, numbers(str(line_number), len(pack.lines))[0], words or "")
            if remove:
                changed = without_lines(changed, numbers(remove, len(pack.lines)))
            pack = store.save_pack(changed)
    say_room(pack)
    return code


@pack_command.command("review")
@click.argument("pack_id", metavar="PACK")
@click.option("--list", "only_list", is_flag=True, help="Only list what still stands, and ask nothing.")
@json_option
@click.pass_obj
def review(around: Surroundings, pack_id: str, only_list: bool, as_json: bool) -> int:
    """Look at everything in a pack that may point to a person, one after another.

    Each has a number for each suggestion, e for your own words, k to keep it where that may be, u to undo
    and q to stop. Then you read the page as others would, and answer the peer test.
    """
    from tip_reflect.cli.opening import store_for_reading, store_for_writing
    from tip_reflect.cli.peers.naming import pack_named

    if only_list or as_json:
        with store_for_reading(around) as store:
            _list_standing(store, pack_named(store, pack_id), as_json=as_json)
        return 0
    from tip_reflect.cli.naming import short_ids
    from tip_reflect.cli.peers.packs import pack_as_text
    from tip_reflect.cli.peers.reviewing import Reviewing
    from tip_reflect.cli.peers.talking import conversation, talk_through
    from tip_reflect.prompts.reading import packs_folder, read_library

    library = read_library(packs_folder())
    with store_for_writing(around) as store, conversation(store, library) as talk:
        pack = pack_named(store, pack_id)
        reviewing = Reviewing(
            talk,
            pack,
            store.watch_list(),
            short=short_ids([pack.id])[pack.id],
            keep=store.save_pack,
            read=pack_as_text,
        )
        return talk_through(talk, reviewing.run)


def _list_standing(store: Store, pack: Pack, *, as_json: bool) -> None:
    from tip_reflect.cli.peers.packs import print_standing, standing_as_json
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.packs import standing_under

    found = standing_under(pack, store.watch_list())
    if as_json:
        print_json([standing_as_json(title, one) for title, one in found])
        return
    print_standing(found, err=False)
    if not found:
        say("Nothing is left to look at. The check can miss things: read it through once yourself.")


@pack_command.command("blur")
@click.argument("pack_id", metavar="PACK")
@click.pass_obj
def blur(around: Surroundings, pack_id: str) -> None:
    """Take the first suggestion for everything in a pack that may point to a person."""
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.pack import pieces
    from tip_reflect.privacy.packs import blurred, standing

    with store_for_writing(around) as store:
        pack, watched = pack_named(store, pack_id), store.watch_list()
        count = len(standing(pack, watched))
        new = blurred(pack, watched)
        if new != pack:
            store.save_pack(new if pieces(new) == pieces(pack) else new.changed())
    if not count:
        say("Nothing was left to look at. The pack is as it was.")
        return
    things = "1 thing now reads" if count == 1 else f"{count} things now read"
    say(f"{things} another way. The check can miss things: read it once with tip-reflect pack show {pack_id}")


@pack_command.command("export")
@click.argument("pack_id", metavar="PACK")
@click.option(
    "-o", "--output", metavar="FILE", help="A new file, readable only by you; - is standard output."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS, case_sensitive=False),
    help="Markdown, plain text, HTML, Word or PDF. Without it, as FILE's name ends.",
)
@click.option(
    "--password-file", metavar="FILE", help="For Word: the file opens only with the password in this file."
)
@click.option("--guess", type=click.Choice(["no", "perhaps", "yes"]), help="Your answer to the peer test.")
@click.option("--no-sheet", is_flag=True, help="Leave out the second page, with the session's steps.")
@click.pass_obj
def export(
    around: Surroundings,
    *,
    pack_id: str,
    output: str | None,
    form: str | None,
    password_file: str | None,
    guess: str | None,
    no_sheet: bool,
) -> None:
    """Write a pack to a new file, or print it. It then counts as taken.

    Nothing is written, and the exit code is 1, while it has no question or anything in it is still to be
    looked at: numbers and addresses cannot leave, and names, places and telling facts need a decision each.
    A file that is there already is never written over.
    """
    from dataclasses import replace

    from tip_reflect.cli.naming import short_ids
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers import leaving
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.printing import print_bytes
    from tip_reflect.cli.terminal import say
    from tip_reflect.prompts.reading import packs_folder, read_library
    from tip_reflect.sharing.new_file import write_new_file

    chosen = leaving.form_of(form, output)
    printed = output in {None, leaving.STANDARD_OUTPUT}
    if password_file is not None and chosen != leaving.LOCKED:
        raise UsageProblem(leaving.ONLY_WORD)
    if printed and chosen not in leaving.PRINTED:
        raise UsageProblem(leaving.NOT_FOR_PRINTING)
    notice = read_library(packs_folder()).notices.export
    with store_for_writing(around) as store:
        pack = pack_named(store, pack_id)
        short = short_ids([pack.id])[pack.id]
        leaving.require_settled(pack, store, short)
        pack = leaving.with_guess(pack, guess, short)
        password = leaving.password_in(password_file)
        page = replace(pack, with_sheet=pack.with_sheet and not no_sheet)
        data = leaving.bytes_of(page, chosen, password=password)
        if printed:
            print_bytes(data)
        else:
            write_new_file(Path(str(output)), data)
        left_as = chosen if password is None else leaving.LOCKED_FORM
        leaving.note_that_it_left(store, around.clock, pack, left_as, data)
    say(notice if password is None else leaving.LOCKED_COPY)


@pack_command.command("log")
@click.option("--forget", type=int, metavar="N", help="Take this line off the log.")
@json_option
@click.pass_obj
def log(around: Surroundings, forget: int | None, as_json: bool) -> None:
    """List what left as a file, newest first. Only you can see it, and it is never in a file that leaves."""
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import SHOWN
    from tip_reflect.cli.opening import store_for_reading, store_for_writing
    from tip_reflect.cli.peers.packs import leaving_as_json
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    if forget is not None:
        with store_for_writing(around) as store:
            if forget not in {one.key for one in store.leavings()}:
                raise TipReflectError("There is no line of that number on the log. Nothing was changed.")
            store.forget_leaving(forget)
        say("Taken off the log. The file itself is where it was.")
        return
    with store_for_reading(around) as store:
        out, packs = store.leavings(), {pack.id: pack for pack in store.packs()}
    if as_json:
        print_json([leaving_as_json(one) for one in out])
        return
    for one in out:
        pack = packs.get(one.pack_id)
        title = plain.line(pack.title) if pack else "a pack that was deleted"
        entries = ", ".join(str(each)[:SHOWN] for each in one.entry_ids)
        came_from = f"  (from {entries})" if entries else ""
        click.echo(f"{one.key:>4}  {one.at.local_date.isoformat()}  {one.form:<4}  {title}{came_from}")
    if not out:
        say(NOTHING_OUT)


@pack_command.command("delete")
@click.argument("pack_id", metavar="PACK")
@click.option(
    "--yes", is_flag=True, help="Delete without asking; needed where there is no terminal to ask on."
)
@click.pass_obj
def delete(around: Surroundings, pack_id: str, yes: bool) -> None:
    """Delete a pack for good. The entries, and the log of what left, stay as they are."""
    from tip_reflect.cli import plain
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.agreeing import agreed
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.terminal import say

    with store_for_writing(around) as store:
        pack = pack_named(store, pack_id)
        if agreed(plain.line(pack.title), yes=yes):
            store.delete_pack(pack.id)
            say("Deleted. A file of it that left is where it was.")
