"""A conversation about something that is kept as it goes: stopping at any question loses nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tip_reflect.cli import plain
from tip_reflect.cli.terminal import say
from tip_reflect.cli.writing.conversation import Conversation, Stopped
from tip_reflect.cli.writing.lines import EndOfInput, Lines, NotUsed
from tip_reflect.cli.writing.signals import Ended, Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tip_reflect.prompts.pack import Library
    from tip_reflect.store.store import Store

NOT_USED = (
    "It does not fit there, so it and what came after it were not used. What was answered before is kept."
)
MORE_GIVEN = "More lines were given than there were questions. The ones left over were not used."


@contextmanager
def conversation(store: Store, library: Library) -> Iterator[Conversation]:
    with Watch().on() as watch:
        yield Conversation(Lines(watch), library, store.own_contacts())


def talk_through(talk: Conversation, work: Callable[[], None]) -> int:
    """Ask what this asks, until it ends or the person stops; gives the exit code.

    Lines from no terminal that could not be used make it 1, as in `write`.
    """
    try:
        work()
    except (Stopped, EndOfInput):
        return 0
    except NotUsed:
        # Which question it was is said, and never the line.
        say(f"A line was given at this question: {plain.line(talk.asking)}\n{NOT_USED}")
        return 1
    except Ended as ended:
        return ended.exit_code
    if talk.lines.is_more_given():
        say(MORE_GIVEN)
        return 1
    return 0
