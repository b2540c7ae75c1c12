"""Choosing what to ask: gently, without repeating itself, and the same way again under the same random source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tip_reflect.journal.entry import Answer, PathId, StepKind
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.pack import CLOSING_SCREEN, GATE, OPENING_SCREEN, Library, PathStep, Prompt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from random import Random

    from tip_reflect.journal.entry import Moment
    from tip_reflect.journal.finding import Asked

_LEANS = {"good": 1, "hard": -1, "": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """A place for one question: the path's own, or the prompts that may stand there and those near enough to."""

    own: Answer | None = None
    listed: tuple[Prompt, ...] = ()
    near: tuple[Prompt, ...] = ()

    def held(self, answer: Answer) -> bool:
        """Whether this answer could have been asked here."""
        if self.own:
            return answer.prompt_id == self.own.prompt_id
        return any(answer.prompt_id == prompt.id for prompt in (*self.listed, *self.near))


class Chooser:
    """Chooses for one sitting. `last_shock` is this entry's own moment when this entry is marked as a shock.

    Among prompts that may stand in a place, the one asked longest ago comes first. One that suits the purpose
    moves forward by at most half of them, so that neither a purpose nor a leaning can shut the rest out.
    """

    def __init__(
        self,
        library: Library,
        *,
        asked: Sequence[Asked],
        now: Moment,
        last_shock: Moment | None,
        random: Random,
    ) -> None:
        self._library = library
        self._now = now
        self._last_shock = last_shock
        self._random = random
        self._purpose: Purpose | None = None
        self._offered: set[str] = set()
        self._principle: Principle | None = None
        # Newest first, and steady: prompts of one entry share its moment and keep their order.
        newest = sorted(asked, key=lambda one: one.moment.at, reverse=True)
        self._age = {one.prompt_id: -at for at, one in reversed(list(enumerate(newest)))}
        self._principle_age = {
            one.principle: -at for at, one in reversed(list(enumerate(newest))) if one.principle
        }
        known = (library.prompts.get(one.prompt_id) for one in newest)
        self._leaning = sum(_LEANS[prompt.leans] for prompt in known if prompt)

    def after_shock(self) -> bool:
        """Whether the cautions for after a shock hold now."""
        if self._last_shock is None:
            return False
        return self._now.at - self._last_shock.at <= timedelta(hours=self._library.cautions.shock_hours)

    def principle(self) -> Principle:
        """The principle asked longest ago, Safety for a new user; the same each time it is asked in a sitting."""
        if self._principle is None:
            never = [principle for principle in Principle if principle not in self._principle_age]
            if len(never) == len(Principle):
                self._principle = Principle.SAFETY
            elif never:
                self._principle = self._random.choice(never)
            else:
                self._principle = min(Principle, key=lambda principle: self._principle_age[principle])
        return self._principle

    def opening(self, path: PathId) -> tuple[Prompt, ...]:
        """The prompts of the opening screen: the gate first, then the path's own in order."""
        ids = (step.screen_prompt for step in self._library.paths[path].steps)
        rest = (name for name in ids if name in OPENING_SCREEN and name != GATE)
        return tuple(self._library.prompt(name) for name in (GATE, *rest))

    def closing(self, path: PathId) -> tuple[Prompt, ...]:
        """The prompts of the closing screen, in the path's order; free writing names none."""
        ids = (step.screen_prompt for step in self._library.paths[path].steps)
        return tuple(self._library.prompt(name) for name in ids if name in CLOSING_SCREEN)

    def has_lens(self, path: PathId) -> bool:
        """Whether this length looks through one principle, chosen for the entry."""
        return self._library.paths[path].has_lens

    def plan(
        self, path: PathId, *, principle: Principle | None, purpose: Purpose | None
    ) -> tuple[Answer, ...]:
        """The writing steps, each with its question and nothing written; free writing is one step with none.

        A step for which the cautions leave no prompt is left out.
        """
        self._purpose = purpose
        self._offered = set()
        if path is PathId.FREE:
            return (Answer(principle=principle),)
        slots = list(self._slots(path, principle or self.principle()))
        kept = {slot.listed[0].id for slot in slots if len(slot.listed) == 1}
        answers: list[Answer] = []
        for slot in slots:
            own = {prompt.id for prompt in slot.listed} if len(slot.listed) == 1 else set()
            if answer := slot.own or self._choose(slot, self._offered | (kept - own), answers):
                answers.append(answer)
                self._offered.add(answer.prompt_id)
        return tuple(answers)

    def another(self, answers: Sequence[Answer], step: int) -> Answer | None:
        """A different prompt for this step, none that this sitting already offered; None where there is none.

        Free writing and a path's own questions have no other.
        """
        slot = self._slot_of(answers, step)
        if slot is None or slot.own:
            return None
        self._offered.update(answer.prompt_id for answer in answers)
        other = self._choose(slot, self._offered, answers[:step], beside=answers)
        if other is not None:
            self._offered.add(other.prompt_id)
        return other

    def round_again(self, answers: Sequence[Answer], step: int) -> Answer | None:
        """The same once all that fit this step were offered: from here on they may come again, each in its turn."""
        if slot := self._slot_of(answers, step):
            self._offered -= {prompt.id for prompt in (*slot.listed, *slot.near)}
        return self.another(answers, step)

    def _slots(self, path: PathId, principle: Principle | None) -> Iterator[_Slot]:
        for step in self._library.paths[path].writing_steps:
            if step.ask:
                yield _Slot(own=Answer(prompt_id=step.id, prompt=step.ask))
            else:
                yield from [self._slot(step, principle)] * step.count

    def _slot(self, step: PathStep, principle: Principle | None) -> _Slot:
        prompts = self._library.prompts
        if step.one_of:
            listed = tuple(prompts[name] for name in step.one_of)
            return _Slot(listed=listed, near=self._near(listed))
        return _Slot(listed=tuple(prompt for prompt in prompts.values() if step.fits(prompt, principle)))

    def _near(self, listed: Sequence[Prompt]) -> tuple[Prompt, ...]:
        """Others of the same sets, as deep and of the same kind."""
        kinds = {(prompt.set, prompt.depth, prompt.kind) for prompt in listed}
        screens = OPENING_SCREEN | CLOSING_SCREEN
        return tuple(
            prompt
            for prompt in self._library.prompts.values()
            if (prompt.set, prompt.depth, prompt.kind) in kinds
            and prompt not in listed
            and prompt.id not in screens
        )

    def _slot_of(self, answers: Sequence[Answer], step: int) -> _Slot | None:
        """The place this answer stands in, told from the answers alone: a draft may come back another day."""
        for path in self._library.paths:
            for principle in Principle:
                slots = list(self._slots(path, principle))
                if len(slots) == len(answers) and all(map(_Slot.held, slots, answers)):
                    return slots[step]
        prompt = self._library.prompts.get(answers[step].prompt_id)
        return _Slot(near=self._near((prompt,))) if prompt else None

    def _choose(
        self, slot: _Slot, taken: Collection[str], before: Sequence[Answer], beside: Sequence[Answer] = ()
    ) -> Answer | None:
        first = all(answer.kind is StepKind.STATEMENT for answer in before)
        for group in (slot.listed, slot.near):
            able = [
                prompt for prompt in group if prompt.id not in taken and self._may_ask(prompt, first=first)
            ]
            if able:
                return _asked(self._best(able, beside or before))
        return None

    def _may_ask(self, prompt: Prompt, *, first: bool) -> bool:
        cautions = self._library.cautions
        if first and prompt.id in cautions.never_first:
            return False
        return not (prompt.id in cautions.not_after_shock and self.after_shock())

    def _best(self, able: Sequence[Prompt], beside: Sequence[Answer]) -> Prompt:
        cautions = self._library.cautions
        wanted = {prompt.id for prompt in able if self._purpose and prompt.purpose is self._purpose}
        # No further than the number of those not wanted: else these would never have their turn.
        forward = min(len(able) // 2, len(able) - len(wanted))
        leaning = self._leaning + sum(
            _LEANS[self._library.prompts[answer.prompt_id].leans]
            for answer in beside
            if answer.prompt_id in self._library.prompts
        )
        new_here = not self._age
        never = float("-inf")
        ages = {prompt.id: self._age.get(prompt.id, never) for prompt in able}

        def order(prompt: Prompt) -> tuple[bool, bool, int, int, int, float]:
            place = sum(age < ages[prompt.id] for age in ages.values())
            return (
                prompt.id in cautions.offer_last,
                new_here and prompt.set not in cautions.offer_first,
                place - forward * (prompt.id in wanted),
                place,
                leaning * _LEANS[prompt.leans],
                self._random.random(),
            )

        return min(able, key=order)


def _asked(prompt: Prompt) -> Answer:
    return Answer(prompt_id=prompt.id, prompt=prompt.text, principle=prompt.principle, kind=prompt.kind)
