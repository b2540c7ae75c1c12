"""`write`: the whole reflecting flow, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import principle_option, purpose_option, tags_option, thread_option
from tip_reflect.journal.entry import PathId

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.journal.principles import Principle, Purpose

LENGTHS = {"3": PathId.QUICK, "10": PathId.STANDARD, "20": PathId.DEEP, "free": PathId.FREE}


@click.command("write")
@click.option("--minutes", type=click.Choice(list(LENGTHS)), help="How long; a guide, never a countdown.")
@principle_option
@purpose_option
@thread_option
@tags_option
@click.pass_obj
def write_command(
    around: Surroundings,
    *,
    minutes: str | None,
    principle: Principle | None,
    purpose: Purpose | None,
    thread: str,
    tags: tuple[str, ...],
) -> int:
    """Reflect line by line, with the same questions as the app.

    Made for a screen reader: plain lines, one question at a time. Enter alone passes any question.
    While writing, an empty line goes on and :help names the commands, such as :skip, :another, :back,
    :why, :ground and :stop. Every line is saved as you press Enter. An empty line in the middle of a
    text that you paste belongs to the text.

    When the lines come from a pipe or a file, one that fits no answer ends it: what was written before is
    kept as a draft, the question is named on standard error, and the exit code is 1.
    """
    from random import SystemRandom

    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.terminal import say
    from tip_reflect.cli.writing.choosing import Wanted
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.cli.writing.lines import Lines
    from tip_reflect.cli.writing.signals import Watch
    from tip_reflect.cli.writing.sitting import Sitting
    from tip_reflect.errors import SettingProblem
    from tip_reflect.prompts.reading import packs_folder, read_library
    from tip_reflect.settings import Settings, read_settings

    library = read_library(packs_folder())
    try:
        settings = read_settings(around.places.settings)
    except SettingProblem as problem:
        say(f"{problem} For now the usual settings are used.")
        settings = Settings()
    wanted = Wanted(
        path=LENGTHS[minutes] if minutes else None,
        purpose=purpose,
        principle=principle,
        thread=thread,
        tags=tags,
    )
    with store_for_writing(around) as store, Watch().on() as watch:
        talk = Conversation(Lines(watch), library, store.own_contacts())
        return Sitting(store, library, talk, settings, clock=around.clock, random=SystemRandom()).run(wanted)
