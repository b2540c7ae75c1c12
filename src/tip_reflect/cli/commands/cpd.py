"""`cpd`: a record of professional learning with no people in it, ready to paste into a regulator's form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.peers.words import WORDS, WORDS_METAVAR
from tip_reflect.errors import TipReflectError, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.watching import WatchedName

ASKED = {
    "activity": "What did you do? Such as a session with peers, reading or a course.",
    "learning": "What did you learn?",
    "change": "What do you do differently now?",
}
ONE_LINE = "As many lines as you like, and an empty line to end; Enter at once leaves it out"
NOT_GIVEN = (
    "There is no terminal to ask on. Give --activity, --learning and --change, each as @FILE, or one of them as - for "
    "standard input. Nothing was written."
)
NO_WORDS = "There are no words in any of the three, so nothing was written."


@click.command("cpd")
@click.option("--activity", type=WORDS, metavar=WORDS_METAVAR, help="What you did.")
@click.option("--learning", type=WORDS, metavar=WORDS_METAVAR, help="What you learned.")
@click.option("--change", type=WORDS, metavar=WORDS_METAVAR, help="What you do differently now.")
@click.option(
    "-o", "--output", metavar="FILE", help="A new file, readable only by you; without it, standard output."
)
@click.option("--blur", is_flag=True, help="Take the first suggestion for all that may point to a person.")
@click.option("--journal", "with_journal", is_flag=True, help="Also look for what is on your watch list.")
@click.pass_obj
def cpd_command(
    around: Surroundings, /, *, output: str | None, blur: bool, with_journal: bool, **given: str | None
) -> int:
    """Write up your learning for a regulator's form: activity, learning, change in practice.

    Asks for what was not given. @FILE reads a file, and - standard input; nothing is taken from your
    journal. Everything that may point to a person is asked about first; where there is no terminal,
    nothing is written and the exit code is 1 while anything stands. Nothing of it is kept here.
    """
    from tip_reflect.cli.peers.texts_out import can_talk, talked
    from tip_reflect.sharing.new_file import require_new

    if output is not None:
        require_new(Path(output))
    talks = can_talk()
    if not talks and None in given.values():
        raise UsageProblem(NOT_GIVEN)
    watched = _watch_list(around) if with_journal else ()
    file = Path(output) if output is not None else None
    if talks:
        return talked(lambda talk: _go(given, watched, file, blur=blur, talk=talk))
    return _go(given, watched, file, blur=blur, talk=None)


def _go(
    given: dict[str, str | None],
    watched: Sequence[WatchedName],
    output: Path | None,
    *,
    blur: bool,
    talk: Conversation | None,
) -> int:
    from tip_reflect.cli.peers.texts_out import ALL_OF_IT, settled, written
    from tip_reflect.cli.printing import print_bytes
    from tip_reflect.cli.terminal import say
    from tip_reflect.privacy.review import Piece
    from tip_reflect.sharing.cpd import ProfessionalLearning, pieces, write_record

    record = ProfessionalLearning(
        **{name: _words(given[name], question, talk) for name, question in ASKED.items()}
    )
    parts = [Piece(title=title, text=text) for title, text in pieces(record) if text.strip()]
    if not parts:
        raise TipReflectError(NO_WORDS)
    out = settled(parts, watched, blur=blur, talk=talk)
    data = write_record(tuple((piece.title, piece.text) for piece in out))
    if output is None:
        print_bytes(data)
        return 0
    say(ALL_OF_IT)
    print_bytes(data)
    return written(output, data, talk)


def _words(given: str | None, question: str, talk: Conversation | None) -> str:
    """What was given, or what the person types up to an empty line."""
    if given is not None or talk is None:
        return given or ""
    lines: list[str] = []
    # An empty line in the middle of a pasted text is no end: more is there already.
    while (
        line := talk.ask("" if lines else question, "" if lines else ONE_LINE)
    ) or talk.lines.is_more_coming():
        lines.append(line)
    return "\n".join(lines)


def _watch_list(around: Surroundings) -> Sequence[WatchedName]:
    from tip_reflect.cli.opening import store_for_reading

    with store_for_reading(around) as store:
        return store.watch_list()
