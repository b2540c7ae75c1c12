"""One sitting from the first word to the last, and what is said however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from tip_reflect.cli import plain
from tip_reflect.cli.terminal import say
from tip_reflect.cli.writing.choosing import Choosing
from tip_reflect.cli.writing.closing import Closing
from tip_reflect.cli.writing.conversation import Choice, Stopped, WentBack
from tip_reflect.cli.writing.keeping import Keeping
from tip_reflect.cli.writing.lines import EndOfInput, NotUsed
from tip_reflect.cli.writing.orders import Order
from tip_reflect.cli.writing.signals import Ended
from tip_reflect.cli.writing.steps import Steps
from tip_reflect.journal.check_in import HABIT_NOTE, Habit, is_due
from tip_reflect.journal.entry import Moment
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.reflecting.sitting import as_last_time, begin
from tip_reflect.sharing.facts import heading

if TYPE_CHECKING:
    from random import Random

    from tip_reflect.cli.writing.choosing import Wanted
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.clock import Clock
    from tip_reflect.journal.entry import Entry
    from tip_reflect.prompts.pack import Library
    from tip_reflect.settings import Settings
    from tip_reflect.store.store import Store

DRAFTS_OFFERED = 5
KEPT = "What you wrote is kept as a draft, locked on this computer. tip-reflect write carries on with it."
NOTHING_KEPT = "Nothing was written, so nothing was kept."
NOT_USED = "It does not fit there, so it and what came after it were not used. To keep a text just as it is, use tip-reflect add."
MORE_GIVEN = "More lines were given than there were questions. The ones left over were not used."
NOT_KEPT = "What you wrote last could not be saved."
CHECK_IN = "How it is with me is there if you want it: tip-reflect checkin"


class Sitting:
    """Follows the person through it. `random` chooses among questions."""

    def __init__(
        self,
        store: Store,
        library: Library,
        talk: Conversation,
        settings: Settings,
        *,
        clock: Clock,
        random: Random,
    ) -> None:
        self._store = store
        self._library = library
        self._talk = talk
        self._settings = settings
        self._clock = clock
        self._random = random
        self._keeping: Keeping | None = None

    def run(self, wanted: Wanted) -> int:
        """The whole of it; gives the exit code. Lines from no terminal that could not be used make it 1."""
        try:
            code = self._follow(wanted)
        except Stopped:
            self._talk.say("That is fine. Nothing was begun.")
            code = 0
        except NotUsed:
            # Which question it was is said, and never the line.
            say(f"A line was given at this question: {plain.line(self._talk.asking)}\n{NOT_USED}")
            return self._left(1)
        except EndOfInput:
            return self._left(0)
        except Ended as ended:
            return self._left(ended.exit_code)
        if self._talk.lines.is_more_given():
            say(MORE_GIVEN)
            return code or 1
        return code

    def _follow(self, wanted: Wanted) -> int:
        draft = self._draft()
        if draft is None:
            chooser = self._chooser()
            last = self._store.latest()
            choosing = Choosing(
                self._talk, self._library, chooser, wanted, as_last_time(last) if last else None
            )
            choices = choosing.choose(as_last_time=self._always_as_last_time)
            chooser = self._chooser(shocked=choices.shock)
            self._keeping = Keeping(self._store, begin(chooser, choices, entry_id=uuid4(), now=self._now()))
        else:
            chooser = self._chooser(shocked=draft.shock)
            self._keeping = Keeping(self._store, draft)
        steps = Steps(self._talk, self._library, chooser, self._keeping)
        while steps.run() is not Order.LATER:
            with suppress(WentBack):
                closing = Closing(self._talk, self._library, self._keeping, self._now)
                if not closing.run():
                    return self._left(0)
                self._offer_check_in()
                return 0
        return self._left(0)

    def _offer_check_in(self) -> None:
        """Say that it is there, if that was chosen and it is time; never more than once a week."""
        habit = self._store.note(HABIT_NOTE)
        if habit not in set(Habit):
            return
        last = max((one.at.local_date for one in self._store.check_ins()), default=None)
        if is_due(Habit(habit), last, self._now().local_date, after_an_entry=True):
            self._talk.say(CHECK_IN)

    @property
    def _always_as_last_time(self) -> bool:
        return self._settings.opening == "as-last-time"

    def _draft(self) -> Entry | None:
        """One that the person wants to carry on with."""
        every = self._store.drafts()
        drafts, more = every[:DRAFTS_OFFERED], len(every) - DRAFTS_OFFERED
        if not drafts:
            return None
        choices = [
            Choice(value=draft, key=str(number), words=f"{heading(draft)}: {plain.line(draft.title)}")
            for number, draft in enumerate(drafts, start=1)
        ]
        left = f" There {'is' if more == 1 else 'are'} {more} more: tip-reflect list shows them, and the app opens any."
        question = f"You could carry on with a draft.{left if more > 0 else ''}"
        return self._talk.choose(question, choices, otherwise="begin a new entry")

    def _chooser(self, *, shocked: bool = False) -> Chooser:
        now = self._now()
        return Chooser(
            self._library,
            asked=self._store.asked(),
            now=now,
            last_shock=now if shocked else self._store.last_shock(),
            random=self._random,
        )

    def _now(self) -> Moment:
        return Moment(at=self._clock())

    def _left(self, code: int) -> int:
        """Say what is kept, if anyone still hears it, and give the exit code."""
        keeping = self._keeping
        words = NOTHING_KEPT
        if keeping is not None and keeping.is_worth_keeping:
            words, code = (KEPT, code) if keeping.save() else (f"{keeping.trouble} {NOT_KEPT}", code or 1)
        try:
            self._talk.gap()
            self._talk.say(words)
            sys.stdout.flush()
        except OSError:
            # The terminal has gone; without this the interpreter would try again on its way out.
            sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open until the end
        return code
