"""What `pack new` and `pack edit` can be told, and the pack that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from tip_reflect.cli.options import principle_option
from tip_reflect.cli.peers.words import WORDS, WORDS_METAVAR, Words
from tip_reflect.journal.pack import Part, Want

if TYPE_CHECKING:
    from collections.abc import Callable

    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

F = TypeVar("F", bound="Callable[..., Any]")

CHANGES = (
    "sources",
    "want",
    "question",
    "own",
    "question_only",
    "principle",
    "please_do_not",
    "hard",
    "theme",
    "sheet",
)


def pack_options(command: F) -> F:
    """Add the options that fill a pack."""
    for option in (
        click.option(
            "--sheet/--no-sheet", "sheet", default=None, help="The session's steps on a second page, or not."
        ),
        click.option(
            "--theme", type=WORDS, metavar=WORDS_METAVAR, help="A neutral word for what is hard to hear."
        ),
        click.option("--hard-to-hear/--not-hard-to-hear", "hard", default=None, help="Whether any of it is."),
        click.option(
            "--please-do-not",
            type=WORDS,
            metavar=WORDS_METAVAR,
            help="What you would rather they did not do.",
        ),
        principle_option,
        click.option(
            "--question-only/--not-question-only", default=None, help="The page is the question and no more."
        ),
        click.option(
            "--own", type=WORDS, metavar=WORDS_METAVAR, help="Lines of your own, not from an entry."
        ),
        click.option(
            "--part",
            type=click.Choice([part.value for part in Part]),
            default=Part.BRIEF.value,
            help="Where the copied words and your own lines go; brief if it is not said.",
        ),
        click.option(
            "--question",
            type=Words(as_given=True),
            metavar="TEXT|@FILE|-",
            help="Your one question. As TEXT, others on this computer could see it; @FILE or - keep it from them.",
        ),
        click.option(
            "--want", type=click.Choice([one.value for one in Want]), help="What you want from the group."
        ),
        click.option(
            "--from",
            "sources",
            multiple=True,
            metavar="ENTRY_ID...",
            help="Copy the marked words of these entries. Naming an entry with no mark in it marks all its answers.",
        ),
    ):
        command = option(command)
    return command


def filled(pack: Pack, store: Store, given: dict[str, Any], more_sources: tuple[str, ...] = ()) -> Pack:
    """The pack with what was given, and nothing else, changed. Raises NoSuchEntry and TipReflectError."""
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.peers.packs import copied, own_lines, with_lines

    part = Part(given["part"])
    ids = dict.fromkeys(named(store, start) for start in (*given["sources"], *more_sources))
    what: dict[str, Any] = {
        "want": Want(given["want"]) if given["want"] else None,
        "question": given["question"],
        "question_only": given["question_only"],
        "lens": given["principle"],
        "please_do_not": given["please_do_not"],
        "hard_to_hear": given["hard"],
        "theme": given["theme"],
        "with_sheet": given["sheet"],
    }
    changed = {name: value for name, value in what.items() if value is not None}
    if changed:
        pack = pack.changed(**changed)
    pack = with_lines(pack, copied(store, [store.entry(one) for one in ids], part))
    return with_lines(pack, own_lines(given["own"] or "", part))


def build_by_asking(store: Store, pack: Pack, *, is_new: bool) -> tuple[Pack, int]:
    """The pack that came of the conversation, kept as it went; and the exit code."""
    from tip_reflect.cli.peers.building import Building
    from tip_reflect.cli.peers.talking import conversation, talk_through
    from tip_reflect.prompts.reading import packs_folder, read_library

    library = read_library(packs_folder())
    marked = [(store.entry(one), mark) for one in store.marked_entries() for mark in store.marks(one)]
    worked_first = is_new and len(store.packs()) % 2 == 1
    with conversation(store, library) as talk:
        building = Building(talk, library, pack, keep=store.save_pack, worked_first=worked_first)
        code = talk_through(talk, lambda: building.run(marked))
    return building.pack, code
