"""`learning`: lines with no one in them; the only thing made to be passed on, and what many people's make together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option, principle_option
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.learning import LearningLine
    from tip_reflect.journal.watching import WatchedName
    from tip_reflect.sharing.combining import Combined, Refused

FORMS = ("md", "html", "docx", "csv")
LIST = "tip-reflect learning list"
NO_ONE_IN_IT = "One or two lines, with no one in them."
SMALL_TEAM = "If only your team could have written this, it may point to you."
NO_LINES = "No learning lines yet. To add one: tip-reflect learning add"
NOTHING_SAVED = "Nothing was saved."
IN_IT = (
    "It is saved. The check found something in it that may point to a person, and will ask before it leaves:"
)
NOTHING_LEFT = "No words are left in these lines, so nothing was written."
NOT_FIT = "Line {} of your list cannot leave as it is. {} Nothing was written. To take it off: tip-reflect learning remove"
OTHER_ENDING = (
    "The file's name ends like another kind of file. End it with .md, .html, .docx or .csv, or say which it is with "
    "--format. Nothing was written."
)
NOT_FOR_PRINTING = "A Word file is not printed. Say where to write it, with -o FILE. Nothing was written."
NO_FILES = "There are no files there, so nothing was written."
REFUSED = (
    "{} held something other than learning lines, or could not be read, so nothing was written. Take them out or ask for "
    "them again, and combine once more."
)
ALIKE = (
    "{} the same lines as another file. If they are copies, or one person's from two times, take the older ones out: "
    "each file counts as one person."
)
MOST_REFUSED = 20
"""Files named, of any number that were refused."""


@click.group("learning")
def learning_command() -> None:
    """Keep learning lines with no one in them, hand them over, and combine many people's.

    A learning line is one or two lines that others could learn from. It has no date and no author, and is
    linked to no entry. It is the only thing here that is made to be passed on, and only you do that.
    """


@learning_command.command("add")
@principle_option
@click.option(
    "--statement",
    type=click.Choice([one.value for one in Statement], case_sensitive=False),
    help="A statement of the Roadmap that it speaks to.",
)
@click.pass_obj
def add(around: Surroundings, principle: str | None, statement: str | None) -> None:
    """Add the one or two lines on standard input to your learning list, and print the new id.

    \b
    The statements of the Roadmap:
    skills      staff have the knowledge, skills and capacity
    leaders     leaders drive it
    budget      there is a long-term budget
    policies    policies reflect trauma
    wellbeing   staff wellbeing is valued and prioritised
    feedback    feedback is continually used to improve
    power       power is shared with people with lived experience
    recovery    services resist re-traumatisation and support recovery
    """  # noqa: D301  click reads this backspace as: keep these lines apart
    import sys
    from uuid import uuid4

    from tip_reflect.cli.opening import open_store, unlock
    from tip_reflect.cli.peers.words import words_from_standard_input
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.learning import LearningLine
    from tip_reflect.journal.principles import Principle
    from tip_reflect.sharing.learning_file import tidy

    unlocked = unlock(around)
    if sys.stdin.isatty():
        say(NO_ONE_IN_IT)
    try:
        text = tidy(words_from_standard_input())
    except TipReflectError as problem:
        raise TipReflectError(f"{problem} {NOTHING_SAVED}") from None
    line = LearningLine(
        id=uuid4(),
        text=text,
        principle=Principle(principle) if principle else None,
        statement=Statement(statement) if statement else None,
    )
    store = open_store(unlocked)
    try:
        store.save_learning(line)
        watched = store.watch_list()
    finally:
        store.close()
    click.echo(str(line.id))
    _say_what_is_in(text, watched)


def _say_what_is_in(text: str, watched: Sequence[WatchedName]) -> None:
    from tip_reflect.cli.peers.texts_out import list_found
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.review import Piece, look

    review = look([Piece(text=text, title="In it")], watched)
    if review.mentions:
        say(IN_IT)
        list_found(review)


@learning_command.command("list")
@json_option
@click.pass_obj
def list_(around: Surroundings, as_json: bool) -> None:
    """List your learning lines, in the order you wrote them."""
    from tip_reflect.cli import plain
    from tip_reflect.cli.naming import short_ids
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    with store_for_reading(around) as store:
        lines = store.learning()
    if as_json:
        print_json([_row(line) for line in lines])
        return
    shorts = short_ids(line.id for line in lines)
    for line in lines:
        tags = "; ".join(tag.label for tag in (line.principle, line.statement) if tag)
        click.echo(f"{shorts[line.id]}  {plain.line(line.text)}{f'  ({tags})' if tags else ''}")
    if not lines:
        say(NO_LINES)


def _row(line: LearningLine) -> dict[str, str | None]:
    return {
        "id": str(line.id),
        "text": line.text,
        "principle": line.principle.value if line.principle else None,
        "statement": line.statement.value if line.statement else None,
    }


@learning_command.command("remove")
@click.argument("line_id", metavar="ID")
@click.pass_obj
def remove(around: Surroundings, line_id: str) -> None:
    """Take a line off your learning list. A file that it is in already keeps it."""
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.naming import the_one
    from tip_reflect.cli.terminal import say

    with store_for_writing(around) as store:
        line = the_one(store.learning(), line_id, id_of=lambda each: each.id, see=LIST)
        store.delete_learning(line.id)
    say("Taken off your list. A file that it is in already keeps it.")


@learning_command.command("export")
@click.option("-o", "--output", metavar="FILE", required=True, help="A new file, readable only by you.")
@click.option("--blur", is_flag=True, help="Take the first suggestion for all that may point to a person.")
@click.pass_obj
def export(around: Surroundings, output: str, blur: bool) -> int:
    """Write your learning lines to a new file that you can hand over.

    It holds the lines with their principle and statement, shuffled: no date, no author, no id. You see all
    of it first, and each thing that may point to a person is asked about; in a terminal you are asked before
    it is written. Elsewhere, nothing is written and the exit code is 1 while anything stands.
    """
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.peers.texts_out import can_talk, talked
    from tip_reflect.sharing.new_file import require_new

    require_new(Path(output))
    with store_for_reading(around) as store:
        lines, watched, own = store.learning(), store.watch_list(), store.own_contacts()
    if not lines:
        raise TipReflectError(NO_LINES)
    if can_talk():
        return talked(lambda talk: _export(lines, watched, Path(output), blur=blur, talk=talk), own)
    return _export(lines, watched, Path(output), blur=blur, talk=None)


def _export(
    lines: Sequence[LearningLine],
    watched: Sequence[WatchedName],
    output: Path,
    *,
    blur: bool,
    talk: Conversation | None,
) -> int:
    from random import SystemRandom

    from tip_reflect.cli.peers.texts_out import ALL_OF_IT, settled, written
    from tip_reflect.cli.printing import print_bytes
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.review import Piece
    from tip_reflect.sharing.learning_file import SharedLine, tidy, write_learning

    pieces = [Piece(text=line.text, title=f"Line {number}") for number, line in enumerate(lines, start=1)]
    out: list[SharedLine] = []
    for number, (line, piece) in enumerate(
        zip(lines, settled(pieces, watched, blur=blur, talk=talk), strict=True), start=1
    ):
        if not piece.text.strip():
            continue
        try:
            text = tidy(piece.text)
        except TipReflectError as problem:
            raise TipReflectError(NOT_FIT.format(number, problem)) from None
        out.append(SharedLine(text=text, principle=line.principle, statement=line.statement))
    if not out:
        raise TipReflectError(NOTHING_LEFT)
    data = write_learning(out, SystemRandom())
    say(ALL_OF_IT)
    print_bytes(data)
    say(SMALL_TEAM)
    return written(output, data, talk)


@learning_command.command("combine")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS, case_sensitive=False),
    help="Markdown, HTML, Word or CSV. Without it, as the output's name ends.",
)
@click.option(
    "-o", "--output", metavar="FILE", help="A new file, readable only by you; without it, standard output."
)
@click.pass_obj
def combine(_around: Surroundings, files: tuple[Path, ...], form: str | None, output: str | None) -> None:
    """Make one report of the learning files that people handed over.

    Needs no journal and no passphrase. FILE can be a folder: every file in it is taken. Lines stand by
    principle and by statement of the Roadmap; where fewer than five people (files) wrote in a group, it is
    put together with others, or left out. The same words stand once. If any file holds anything but
    learning lines, nothing is written and the exit code is 1.
    """
    from tip_reflect.cli.printing import print_bytes
    from tip_reflect.cli.terminal import say
    from tip_reflect.errors import UsageProblem
    from tip_reflect.privacy.lines import points_straight
    from tip_reflect.sharing.combining import Combiner, gather
    from tip_reflect.sharing.learning_report import about
    from tip_reflect.sharing.new_file import require_new, write_new_file

    chosen = form or _ending(output)
    if output is not None:
        require_new(Path(output))
    elif chosen == "docx":
        raise UsageProblem(NOT_FOR_PRINTING)
    combiner = Combiner()
    count, refused = gather(files, combiner, MOST_REFUSED)
    if count:
        _list_refused(count, refused)
        raise TipReflectError(REFUSED.format("1 file" if count == 1 else f"{count:,} files"))
    combined = combiner.combined(points_straight)
    del combiner
    if not combined.files:
        raise TipReflectError(NO_FILES)
    data = _report(combined, chosen)
    if output is None:
        print_bytes(data)
    else:
        write_new_file(Path(output), data)
    say(" ".join(about(combined)))
    if combined.alike:
        say(ALIKE.format("1 file holds" if combined.alike == 1 else f"{combined.alike:,} files hold"))


def _list_refused(count: int, refused: Sequence[Refused]) -> None:
    """Which file, at which line and why; never its words."""
    from tip_reflect.cli import plain

    for one in refused:
        line = f"line {one.line}: " if one.line else ""
        click.echo(f"{plain.line(str(one.path))}: {line}{one.why}", err=True)
    if count > len(refused):
        click.echo(f"and {count - len(refused):,} more", err=True)


def _ending(output: str | None) -> str:
    """The form that a file's name ends in; Markdown where it has no ending, or there is no file."""
    ending = Path(output or "").suffix.removeprefix(".").casefold() or FORMS[0]
    if ending not in FORMS:
        raise click.UsageError(OTHER_ENDING)
    return ending


def _report(combined: Combined, form: str) -> bytes:
    from tip_reflect.sharing.learning_report import report_csv, report_document

    if form == "csv":
        return report_csv(combined)
    from tip_reflect.sharing.session_forms import SessionForm, write_document

    return write_document(report_document(combined), SessionForm(form))
