"""Before writing: everything on one page, everything chosen already."""

from dataclasses import replace

from a_desk import planned

from tip_reflect.app.widgets.choice_row import ChoiceRow
from tip_reflect.journal.entry import PathId
from tip_reflect.journal.principles import Principle, Purpose


def lengths(desk):
    return [choice.value for choice in desk.one("#path", ChoiceRow)._choices]


async def through_the_first_door(desk):
    await desk.press("enter")
    await desk.until(lambda: desk.screen == "BeforeScreen" and desk.words_of("#gate"))


async def begun(desk):
    await desk.until_screen("ReflectScreen")
    return desk.app.screen.entry


async def test_one_key_begins_with_nothing_chosen_and_the_gate_was_shown_first(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        assert desk.words_of("#gate") == desk.app.library.prompt("open-04").text
        await desk.press("ctrl+n")
        entry = await begun(desk)
        assert (entry.path, entry.purpose, entry.arrived_as, entry.shock) == (PathId.QUICK, None, "", False)
        assert entry.revision == 0, "nothing is stored before something is written"


async def test_every_choice_on_the_page_is_in_the_entry(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.choose("#path", PathId.STANDARD)
        await desk.choose("#purpose", Purpose.PLANNING)
        await desk.choose("#principle", Principle.EMPOWERMENT)
        await desk.focus("#arrived-as")
        await desk.press_text("  frayed [/oops]  ")
        await desk.press("enter")
        entry = await begun(desk)
        assert entry.path is PathId.STANDARD
        assert entry.purpose is Purpose.PLANNING
        assert entry.principle is Principle.EMPOWERMENT
        assert entry.arrived_as == "frayed [/oops]"
        assert any(step.principle is Principle.EMPOWERMENT for step in entry.answers)


async def test_the_arriving_word_is_kept_in_the_journal(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.focus("#arrived-as")
        await desk.press_text("tired")
        await desk.press("ctrl+n", "ctrl+n")
        await desk.press_text("x")
        await desk.until_kept("x")
        assert desk.only().arrived_as == "tired"


async def test_enter_anywhere_begins_and_escape_goes_back_with_nothing_stored(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.press("escape")
        await desk.until_screen("TodayScreen")
        await through_the_first_door(desk)
        await desk.press("down", "enter")
        await begun(desk)
        assert desk.all_kept() == []


async def test_only_what_a_length_uses_is_asked(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        assert desk.one("#for").display
        assert desk.one("#through").display
        await desk.choose("#path", PathId.DEEP)
        assert desk.one("#for").display
        assert not desk.one("#through").display
        await desk.choose("#path", PathId.FREE)
        assert not desk.one("#for").display
        assert not desk.one("#through").display


async def test_the_long_length_says_first_that_today_may_be_a_day_for_leaving_it_be(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        day = desk.app.library.prompt("open-08").text
        assert day not in desk.words_of("#opening-words")
        await desk.choose("#path", PathId.DEEP)
        assert day in desk.words_of("#opening-words")
        assert desk.app.library.notices.stopping in desk.words_of("#opening-words")


async def test_a_choice_that_a_length_does_not_use_is_not_put_in_the_entry(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.choose("#purpose", Purpose.PLANNING)
        await desk.choose("#principle", Principle.CHOICE)
        await desk.choose("#path", PathId.FREE)
        await desk.press("ctrl+n")
        entry = await begun(desk)
        assert (entry.path, entry.purpose, entry.principle) == (PathId.FREE, None, None)


async def test_a_shock_leaves_only_the_short_lengths_and_one_key_shows_all(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("right", "right")
        await through_the_first_door(desk)
        assert desk.one("#path").value is PathId.DEEP
        await desk.press("ctrl+d")
        assert lengths(desk) == list(PathId), "nothing to show while all are shown"
        await desk.choose("#shock", True)
        assert lengths(desk) == [PathId.QUICK, PathId.FREE]
        assert desk.one("#path").value is PathId.QUICK
        assert desk.words_of("#gently")
        await desk.press("ctrl+d")
        assert lengths(desk) == list(PathId)
        await desk.press("ctrl+n")
        entry = await begun(desk)
        assert entry.shock
        assert entry.path is PathId.QUICK
        waits = desk.app.library.cautions.not_after_shock
        assert not waits & {step.prompt_id for step in entry.answers}


async def test_a_shock_that_is_taken_back_gives_every_length_again(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.choose("#shock", True)
        await desk.choose("#shock", False)
        assert lengths(desk) == list(PathId)
        assert not desk.one("#gently").display


async def test_within_two_days_of_a_shock_the_short_lengths_come_first(desk):
    desk.make_journal(replace(planned(days_ago=1), shock=True))
    async with desk.sit():
        await through_the_first_door(desk)
        assert lengths(desk) == [PathId.QUICK, PathId.FREE]
        await desk.press("ctrl+d")
        assert lengths(desk) == list(PathId)
    desk.clock.move(days=1, minutes=1)
    async with desk.sit():
        await through_the_first_door(desk)
        assert lengths(desk) == list(PathId)


async def test_the_choices_of_last_time_stand_ready_but_not_the_word_or_the_shock_of_that_day(desk):
    last = planned(PathId.STANDARD, purpose=Purpose.EVALUATING, principle=Principle.CHOICE, days_ago=9)
    desk.make_journal(replace(last, arrived_as="worn", shock=True))
    async with desk.sit():
        await through_the_first_door(desk)
        assert desk.one("#path").value is PathId.QUICK, "the door chose the length"
        assert desk.one("#purpose").value is Purpose.EVALUATING
        assert desk.one("#principle").value is None, "the principle goes on in turn"
        assert desk.one("#shock").value is False
        assert desk.one("#arrived-as").value == ""


async def test_beginning_twice_in_a_hurry_makes_one_sitting(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        await desk.pilot.press("enter", "ctrl+n")
        await desk.until_screen("ReflectScreen")
        assert [type(one).__name__ for one in desk.app.screen_stack].count("ReflectScreen") == 1


async def test_only_the_arrows_and_the_mouse_change_a_choice(desk):
    desk.make_journal()
    async with desk.sit():
        await through_the_first_door(desk)
        row = desk.one("#path", ChoiceRow)
        before = row.value
        await desk.press("space", "x", "p", "2")
        assert row.value is before
        await desk.press("right")
        assert row.value is not before
