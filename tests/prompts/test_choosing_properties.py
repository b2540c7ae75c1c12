"""What holds whatever was asked before, whatever is chosen now, and however a team has marked its prompts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.journal.entry import Moment, PathId, StepKind
from tip_reflect.journal.finding import Asked
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.prompts.pack import SCREEN_PROMPTS
from tip_reflect.prompts.reading import packs_folder, read_library

LIBRARY = read_library(packs_folder())
IDS = sorted(LIBRARY.prompts)
NOW = Moment(at=datetime(2026, 3, 4, 17, 30, tzinfo=UTC))
GUIDED = [PathId.QUICK, PathId.STANDARD, PathId.DEEP]
STEPS = {PathId.QUICK: 3, PathId.STANDARD: 6, PathId.DEEP: 7, PathId.FREE: 1}

moments = st.integers(-5, 400 * 24).map(lambda hours: Moment(at=NOW.at - timedelta(hours=hours)))
paths = st.sampled_from(PathId)
principles = st.none() | st.sampled_from(Principle)
purposes = st.none() | st.sampled_from(Purpose)
seeds = st.integers(0, 2**32)
histories = st.lists(
    st.builds(
        Asked,
        prompt_id=st.sampled_from([*IDS, "brief-01", "gone-01"]),
        principle=principles,
        moment=moments,
    ),
    max_size=60,
)
some_ids = st.frozensets(st.sampled_from(IDS), max_size=60)


@st.composite
def libraries(draw):
    """The shipped prompts with other cautions, as a team might set them."""
    cautions = replace(LIBRARY.cautions, never_first=draw(some_ids), not_after_shock=draw(some_ids))
    return replace(LIBRARY, cautions=draw(st.sampled_from([LIBRARY.cautions, cautions])))


def chooser(history, seed, *, library=LIBRARY, last_shock=None):
    return Chooser(library, asked=history, now=NOW, last_shock=last_shock, random=Random(seed))


def asked_in(answers, moment=NOW):
    return [Asked(prompt_id=one.prompt_id, principle=one.principle, moment=moment) for one in answers]


def check_cautions(library, answers, *, shocked):
    questions = [answer.prompt_id for answer in answers if answer.kind is StepKind.QUESTION]
    assert questions[:1] == [] or questions[0] not in library.cautions.never_first
    if shocked:
        assert not library.cautions.not_after_shock & {answer.prompt_id for answer in answers}


@settings(max_examples=150, deadline=None)
@given(
    library=libraries(),
    history=histories,
    path=paths,
    principle=principles,
    purpose=purposes,
    seed=seeds,
    last_shock=st.none() | moments,
    data=st.data(),
)
def test_the_cautions_hold_in_every_plan_and_for_every_other_question(
    *, library, history, path, principle, purpose, seed, last_shock, data
):
    one = chooser(history, seed, library=library, last_shock=last_shock)
    shocked = last_shock is not None and NOW.at - last_shock.at <= timedelta(hours=48)
    answers = list(one.plan(path, principle=principle, purpose=purpose))
    check_cautions(library, answers, shocked=shocked)
    for _ in range(6 if answers else 0):
        step = data.draw(st.integers(0, len(answers) - 1))
        if other := one.another(answers, step):
            answers[step] = other
            check_cautions(library, answers, shocked=shocked)


@settings(max_examples=100, deadline=None)
@given(
    history=histories,
    path=paths,
    principle=principles,
    purpose=purposes,
    seed=seeds,
    last_shock=st.none() | moments,
)
def test_a_plan_is_as_long_as_its_path_and_asks_nothing_twice_nor_what_the_screens_ask(
    *, history, path, principle, purpose, seed, last_shock
):
    answers = chooser(history, seed, last_shock=last_shock).plan(path, principle=principle, purpose=purpose)
    names = [answer.prompt_id for answer in answers]
    assert len(answers) == STEPS[path]
    assert len(set(names)) == len(names)
    assert not SCREEN_PROMPTS & set(names)
    assert not any(answer.text for answer in answers)


@settings(max_examples=60, deadline=None)
@given(histories, paths, principles, purposes, seeds)
def test_the_same_random_source_chooses_the_same_again(history, path, principle, purpose, seed):
    def sitting():
        one = chooser(history, seed)
        answers = one.plan(path, principle=principle, purpose=purpose)
        return one.principle(), answers, [one.another(answers, at) for at in (*range(len(answers)), 0)]

    assert sitting() == sitting()


@settings(max_examples=100, deadline=None)
@given(histories, st.sampled_from(GUIDED), st.sampled_from(Principle), purposes, seeds)
def test_what_was_asked_lately_waits_while_there_are_others(history, path, principle, purpose, seed):
    answers = chooser(history, seed).plan(path, principle=principle, purpose=purpose)
    when = {}
    for one in sorted(history, key=lambda one: one.moment.at):
        when[one.prompt_id] = one.moment.at
    steps = [step for step in LIBRARY.paths[path].writing_steps for _ in range(step.count)]
    fixed = {step.one_of[0] for step in steps if len(step.one_of) == 1}
    for at, (step, answer) in enumerate(zip(steps, answers, strict=True)):
        if step.ask or len(step.one_of) == 1:
            continue
        gone = {one.prompt_id for one in answers[:at]} | fixed | LIBRARY.cautions.offer_last
        able = [p.id for p in LIBRARY.prompts.values() if step.fits(p, principle) and p.id not in gone]
        picked = when.get(answer.prompt_id)
        if picked is None:
            continue
        later = sum(when[name] > picked for name in able if name in when)
        sooner = sum(name not in when or when[name] < picked for name in able)
        assert sooner <= len(able) // 2
        assert later > 0 or sooner == 0


@settings(max_examples=60, deadline=None)
@given(
    history=histories,
    path=st.sampled_from(GUIDED),
    principle=principles,
    purpose=purposes,
    seed=seeds,
    data=st.data(),
)
def test_another_is_never_one_already_offered_until_there_is_none(
    *, history, path, principle, purpose, seed, data
):
    one = chooser(history, seed)
    answers = list(one.plan(path, principle=principle, purpose=purpose))
    offered = {answer.prompt_id for answer in answers}
    step = data.draw(st.integers(0, len(answers) - 1))
    before = answers[step]
    for _ in range(len(IDS)):
        other = one.another(answers, step)
        if other is None:
            break
        assert other.prompt_id not in offered
        assert other.kind is before.kind
        assert other.prompt == LIBRARY.prompt(other.prompt_id).text
        offered.add(other.prompt_id)
        answers[step] = other
    assert one.another(answers, step) is None


def entries(*, library, path, principle, purpose, seed, count):
    """The plans of one person's entries, a day apart, each remembering the last two hundred questions."""
    history = []
    for day in range(count):
        plan = Chooser(
            library,
            asked=history[:200],
            now=NOW,
            last_shock=None,
            random=Random(seed + day),
        ).plan(path, principle=principle, purpose=purpose)
        moment = Moment(at=NOW.at - timedelta(days=count - day))
        history = [*asked_in(plan, moment), *history]
        yield plan


@pytest.mark.parametrize("path", [PathId.STANDARD, PathId.DEEP])
@settings(max_examples=25, deadline=None)
@given(principle=st.sampled_from(Principle), purpose=purposes, seed=seeds)
def test_over_six_entries_both_what_went_well_and_what_was_hard_are_asked_after(
    path, principle, purpose, seed
):
    leans = {
        LIBRARY.prompts[answer.prompt_id].leans
        for plan in entries(
            library=LIBRARY, path=path, principle=principle, purpose=purpose, seed=seed, count=6
        )
        for answer in plan
        if answer.prompt_id in LIBRARY.prompts
    }
    assert {"good", "hard"} <= leans


@settings(max_examples=25, deadline=None)
@given(
    path=st.sampled_from(GUIDED),
    principle=st.sampled_from(Principle),
    purpose=purposes,
    seed=seeds,
    marks=seeds.map(Random),
)
def test_no_purpose_and_no_leaning_ever_shuts_a_question_out(path, principle, purpose, seed, marks):
    marked = {
        name: replace(
            prompt,
            leans=marks.choice(["", "good", "hard"]),
            purpose=prompt.purpose if path is PathId.STANDARD else marks.choice([None, *Purpose]),
        )
        for name, prompt in LIBRARY.prompts.items()
    }
    library = replace(LIBRARY, prompts=MappingProxyType(marked))
    seen = {
        answer.prompt_id
        for plan in entries(
            library=library, path=path, principle=principle, purpose=purpose, seed=seed, count=40
        )
        for answer in plan
    }
    able = {
        name
        for name, prompt in marked.items()
        if any(step.fits(prompt, principle) for step in library.paths[path].writing_steps)
    }
    assert able - seen <= library.cautions.offer_last
