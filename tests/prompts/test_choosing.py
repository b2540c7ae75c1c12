"""Choosing on the shipped packs: what each length asks, in what order, and what it gives a person who comes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tip_reflect.journal.entry import Answer, Moment, PathId, StepKind
from tip_reflect.journal.finding import Asked
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.prompts.choosing import Chooser
from tip_reflect.prompts.pack import PathStep

NOW = Moment(at=datetime(2026, 3, 4, 17, 30, tzinfo=UTC))


def ago(**kwargs):
    return Moment(at=NOW.at - timedelta(**kwargs))


def asked(*names, days=3, principle=None):
    return [Asked(prompt_id=name, principle=principle, moment=ago(days=days)) for name in names]


@pytest.fixture
def chooser(library):
    def make(history=(), *, last_shock=None, seed=1):
        return Chooser(library, asked=history, now=NOW, last_shock=last_shock, random=Random(seed))

    return make


def ids(answers):
    return [answer.prompt_id for answer in answers]


def test_the_gate_opens_every_path_even_one_that_does_not_list_it(chooser):
    assert {path.value: [prompt.id for prompt in chooser().opening(path)] for path in PathId} == {
        "quick": ["open-04", "open-06"],
        "standard": ["open-04", "open-02", "open-06"],
        "deep": ["open-04", "open-08"],
        "free": ["open-04"],
    }


def test_the_closing_screen_asks_in_the_order_of_the_path(chooser):
    assert {path.value: [prompt.id for prompt in chooser().closing(path)] for path in PathId} == {
        "quick": ["close-03", "close-05"],
        "standard": ["close-06", "close-08", "close-03"],
        "deep": ["close-03", "close-05"],
        "free": [],
    }


def test_three_minutes_are_a_statement_to_read_and_two_questions(chooser, library):
    ground, landed, lens = chooser().plan(PathId.QUICK, principle=Principle.CHOICE, purpose=None)
    assert ground.kind is StepKind.STATEMENT
    assert ground.prompt == library.prompt(ground.prompt_id).text
    assert library.prompt(ground.prompt_id).set == "grounding"
    assert landed == Answer(prompt_id="impact-01", prompt=library.prompt("impact-01").text)
    assert library.prompt(lens.prompt_id).depth == "quick"
    assert lens.principle is Principle.CHOICE


def test_ten_minutes_look_through_the_chosen_principle(chooser, library):
    brief, feeling, one, two, worked, plan = chooser().plan(
        PathId.STANDARD, principle=Principle.EMPOWERMENT, purpose=None
    )
    assert brief == Answer(
        prompt_id="brief-01", prompt="In two lines, with roles and not names: what happened?"
    )
    assert feeling.prompt_id in {"impact-02", "safety-04"}
    assert worked.prompt_id in {"works-01", "works-02"}
    assert {library.prompt(step.prompt_id).depth for step in (one, two)} == {"standard"}
    assert library.prompt(plan.prompt_id).purpose is Purpose.PLANNING
    assert {step.principle for step in (one, two, plan)} == {Principle.EMPOWERMENT}


def test_twenty_minutes_end_with_a_question_for_peers_and_something_to_leave(chooser, library):
    answers = chooser().plan(PathId.DEEP, principle=None, purpose=None)
    assert len(answers) == 7
    assert answers[0].prompt == "What stays with you?"
    assert answers[1].prompt_id in {"outcome-08", "empower-09"}
    assert (answers[2].prompt_id, answers[2].principle) == ("collab-10", Principle.COLLABORATION)
    organisation = library.prompt(answers[3].prompt_id)
    assert (organisation.about, organisation.depth) == ("organisation", "deep")
    assert answers[3].principle is organisation.principle
    assert answers[4].prompt_id in {"impact-06", "impact-08"}
    assert ids(answers[5:]) == ["peers-01", "close-01"]


def test_a_safety_question_carries_its_principle_whatever_was_chosen(chooser):
    history = asked("impact-02")
    answers = chooser(history).plan(PathId.STANDARD, principle=Principle.CHOICE, purpose=None)
    assert answers[1].prompt_id == "safety-04"
    assert answers[1].principle is Principle.SAFETY


def test_free_writing_is_one_step_with_no_question_and_no_other(chooser):
    answers = chooser().plan(PathId.FREE, principle=None, purpose=Purpose.PLANNING)
    assert answers == (Answer(),)
    assert chooser().another(answers, 0) is None


def test_a_path_s_own_question_has_no_other(chooser):
    answers = chooser().plan(PathId.STANDARD, principle=None, purpose=None)
    assert chooser().another(answers, 0) is None


def test_a_new_user_begins_with_safety(chooser, library):
    for seed in range(8):
        new = chooser(seed=seed)
        assert new.principle() is Principle.SAFETY
        answers = new.plan(PathId.STANDARD, principle=None, purpose=None)
        assert answers[1].prompt_id == "safety-04"
        deep = chooser(seed=seed).plan(PathId.DEEP, principle=None, purpose=None)
        assert library.prompt(deep[3].prompt_id).set == "safety"


def test_left_to_choose_it_takes_a_principle_not_asked_yet_and_keeps_to_it(chooser):
    history = [
        *asked("safety-01", principle=Principle.SAFETY),
        *asked("choice-01", principle=Principle.CHOICE),
        *asked("trust-01", principle=Principle.TRUSTWORTHINESS),
    ]
    picked = set()
    for seed in range(12):
        one = chooser(history, seed=seed)
        principle = one.principle()
        assert one.principle() is principle
        assert one.plan(PathId.QUICK, principle=None, purpose=None)[-1].principle is principle
        picked.add(principle)
    assert picked == {Principle.COLLABORATION, Principle.EMPOWERMENT}


def test_left_to_choose_it_takes_the_principle_asked_longest_ago(chooser):
    order = list(Principle)
    for shift in range(5):
        turned = order[shift:] + order[:shift]
        history = [
            one for age, principle in enumerate(turned) for one in asked("x", days=age, principle=principle)
        ]
        assert chooser(history).principle() is turned[-1]
        assert chooser(history[::-1]).principle() is turned[-1]


def test_what_was_asked_last_time_gives_way_to_what_was_not(chooser):
    for seed in range(6):
        first = chooser(asked("look-01"), seed=seed).plan(
            PathId.STANDARD, principle=Principle.CHOICE, purpose=None
        )
        again = chooser(asked(*ids(first)), seed=seed + 50).plan(
            PathId.STANDARD, principle=Principle.CHOICE, purpose=None
        )
        assert set(ids(first)) & set(ids(again)) == {"brief-01"}


def test_the_purpose_comes_forward_among_questions_never_asked(chooser, library):
    for purpose in Purpose:
        for principle in Principle:
            answers = chooser().plan(PathId.QUICK, principle=principle, purpose=purpose)
            available = {p.purpose for p in library.in_set(principle.value) if p.depth == "quick"}
            if purpose in available:
                assert library.prompt(answers[-1].prompt_id).purpose is purpose


def test_when_hard_questions_were_asked_one_that_leans_to_what_went_well_comes_next(chooser):
    for seed in range(8):
        after = {
            lean: chooser(asked(*names), seed=seed).plan(
                PathId.STANDARD, principle=Principle.CHOICE, purpose=None
            )
            for lean, names in (
                ("hard", ["works-04", "trust-04", "trust-06", "trust-07", "trust-09"]),
                ("good", ["works-03", "empower-01", "empower-02", "empower-06", "look-01"]),
            )
        }
        assert (after["hard"][4].prompt_id, after["good"][4].prompt_id) == ("works-01", "works-02")


def test_watching_the_breath_is_offered_only_when_nothing_else_is_left(chooser):
    one = chooser(asked(*(f"ground-{n:02}" for n in (1, 2, 4, 5, 6, 7, 8))))
    answers = list(one.plan(PathId.QUICK, principle=None, purpose=None))
    seen = [answers[0].prompt_id]
    while other := one.another(answers, 0):
        assert other.kind is StepKind.STATEMENT
        answers[0] = other
        seen.append(other.prompt_id)
    assert len(seen) == 8
    assert seen[-1] == "ground-03"


def test_another_for_a_named_question_is_one_as_deep_from_the_same_set(chooser):
    one = chooser()
    answers = one.plan(PathId.QUICK, principle=None, purpose=None)
    assert one.another(answers, 1).prompt_id == "impact-02"
    assert one.another(answers, 1) is None


def test_another_for_one_of_two_is_first_the_other_one(chooser):
    one = chooser()
    answers = one.plan(PathId.DEEP, principle=None, purpose=None)
    pair = {"impact-06", "impact-08"}
    assert one.another(answers, 4).prompt_id == (pair - {answers[4].prompt_id}).pop()
    assert one.another(answers, 4).prompt_id in {f"impact-{n:02}" for n in (3, 4, 5, 7)}


def test_another_at_the_end_leaves_the_closing_screen_s_questions_to_it(chooser):
    one = chooser()
    answers = one.plan(PathId.DEEP, principle=None, purpose=None)
    assert {one.another(answers, 6).prompt_id for _ in range(2)} == {"close-02", "close-09"}
    assert one.another(answers, 6) is None


def test_another_works_on_a_draft_that_comes_back_another_day(chooser):
    answers = chooser().plan(PathId.STANDARD, principle=Principle.TRUSTWORTHINESS, purpose=None)
    for seed in range(6):
        later = chooser(asked("look-01"), seed=seed)
        offered = []
        while other := later.another(answers, 5):
            offered.append(other)
        assert {other.principle for other in offered} == {Principle.TRUSTWORTHINESS}
        assert not set(ids(offered)) & set(ids(answers))


def test_a_step_drawn_from_the_closing_set_leaves_the_closing_screen_s_questions_to_it(library):
    deep = replace(library.paths[PathId.DEEP], steps=(PathStep(set="closing", count=4),))
    changed = replace(library, paths={**library.paths, PathId.DEEP: deep})
    one = Chooser(changed, asked=(), now=NOW, last_shock=None, random=Random(1))
    answers = one.plan(PathId.DEEP, principle=None, purpose=None)
    assert set(ids(answers)) == {"close-01", "close-02", "close-09", "close-10"}


def test_another_for_a_prompt_that_no_path_holds_any_more_stays_in_its_set(chooser):
    loose = (Answer(prompt_id="look-01", prompt="Reading back?"), Answer(prompt_id="back-01", prompt="How?"))
    assert chooser().another(loose, 0).prompt_id.startswith("look-")
    gone = (Answer(prompt_id="gone-01", prompt="Gone?"),)
    assert chooser().another(gone, 0) is None


def test_the_cautions_hold_until_48_hours_after_a_shock(chooser):
    assert not chooser().after_shock()
    assert chooser(last_shock=NOW).after_shock()
    assert chooser(last_shock=ago(hours=48)).after_shock()
    assert not chooser(last_shock=ago(hours=48, seconds=1)).after_shock()
    assert chooser(last_shock=ago(hours=-1)).after_shock()


def test_after_a_shock_another_never_turns_to_a_cautioned_question(chooser):
    for last_shock, expected in ((None, True), (ago(hours=30), False)):
        one = chooser(last_shock=last_shock)
        answers = one.plan(PathId.DEEP, principle=None, purpose=None)
        offered = []
        while other := one.another(answers, 4):
            offered.append(other.prompt_id)
        assert ("impact-04" in offered) is expected
        assert len(offered) == 4 + expected


def test_a_question_never_asked_first_is_not_offered_as_the_first(chooser):
    alone = (Answer(prompt_id="impact-03", prompt="Following?"),)
    one = chooser()
    offered = {other.prompt_id for _ in range(9) if (other := one.another(alone, 0))}
    assert offered == {"impact-05", "impact-06", "impact-07", "impact-08"}
    after = (Answer(prompt_id="works-01", prompt="Helped?"), *alone)
    two = chooser()
    offered = {other.prompt_id for _ in range(9) if (other := two.another(after, 1))}
    assert "impact-04" in offered


def test_a_statement_that_is_read_does_not_count_as_the_first_question(chooser):
    read = Answer(prompt_id="ground-01", prompt="Feet.", kind=StepKind.STATEMENT)
    one = chooser()
    answers = (read, Answer(prompt_id="impact-03", prompt="Following?"))
    offered = {other.prompt_id for _ in range(9) if (other := one.another(answers, 1))}
    assert "impact-04" not in offered
    assert len(offered) == 4
