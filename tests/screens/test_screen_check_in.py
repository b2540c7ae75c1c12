"""How it is with me: off until offered once, never scored, and in nothing that leaves."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from a_desk import LARGE, NOON, SMALL, a_draft, an_entry, library, numbered

from tip_reflect.app.screens import keeping
from tip_reflect.app.widgets.check_in_row import CheckInRow
from tip_reflect.app.widgets.choice_row import ChoiceRow
from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.errors import DiskFull
from tip_reflect.journal.check_in import HABIT_NOTE, LINE_NOTE, CheckIn, Habit
from tip_reflect.journal.entry import Moment
from tip_reflect.store.store import Store

pytestmark = pytest.mark.long

WORDS = library().check_in
ENTRY = an_entry("The kettle", days_ago=0.1)
OTHERS = ("recovery-sheet", "own-contacts")
NEED = "Half an hour with [/oops] Zaphod"


def kept(desk):
    with desk.store() as store:
        return store.check_ins()


def answers(desk):
    return dict(kept(desk)[-1].answers)


def set_habit(desk, habit, *days_ago):
    """Say when it is offered, and what was answered so many days ago."""
    with desk.store() as store:
        store.set_note(HABIT_NOTE, habit)
        for number, ago in enumerate(days_ago):
            at = Moment(at=NOON - timedelta(days=ago))
            store.save_check_in(CheckIn(id=numbered(90 + number), at=at, answers=((1, "Some"),)))


def rows(desk):
    return [row.name for row in desk.app.screen.query(WaitingRow)]


async def open_it(desk):
    """From Settings, where it always is."""
    await desk.press("s")
    await desk.until_screen("SettingsScreen")
    await desk.focus("#how-it-is")
    await desk.press("enter")
    await desk.until_screen("CheckInScreen")
    await desk.at_rest()


# Offered


async def test_it_is_offered_once_on_today_after_a_finished_entry_and_put_off_for_good(desk):
    desk.make_journal(ENTRY, done=OTHERS)
    async with desk.sit():
        assert rows(desk) == [HABIT_NOTE]
        desk.one(WaitingRow).focus()
        await desk.press("x")
        await desk.until(lambda: rows(desk) == [])
    async with desk.sit():
        assert rows(desk) == []


@pytest.mark.parametrize("entries", [(), (a_draft("half"),)])
async def test_it_is_not_offered_before_an_entry_is_finished(desk, entries):
    desk.make_journal(*entries, done=OTHERS)
    async with desk.sit():
        assert HABIT_NOTE not in rows(desk)


async def test_opening_it_once_is_being_offered_once(desk):
    desk.make_journal(ENTRY, done=OTHERS)
    async with desk.sit():
        await desk.carry_on()
        await desk.until_screen("CheckInScreen")
        await desk.press("escape")
        await desk.until_screen("TodayScreen")
        await desk.until(lambda: rows(desk) == [])
        assert desk.note(HABIT_NOTE) == Habit.NEVER
        assert kept(desk) == [], "nothing answered, nothing kept"


@pytest.mark.parametrize(
    ("habit", "days_ago", "offered"),
    [
        (Habit.NEVER, (), False),
        (Habit.WEEKLY, (), True),
        (Habit.WEEKLY, (6,), False),
        (Habit.WEEKLY, (30, 7), True),
        (Habit.MONTHLY, (27,), False),
        (Habit.MONTHLY, (28,), True),
        (Habit.AFTER_AN_ENTRY, (6,), False),
        (Habit.AFTER_AN_ENTRY, (7,), True),
    ],
)
async def test_it_is_offered_as_often_as_was_chosen_and_never_more_than_weekly(
    desk, habit, days_ago, offered
):
    desk.make_journal(ENTRY, done=OTHERS)
    set_habit(desk, habit, *days_ago)
    async with desk.sit():
        assert (rows(desk) == [HABIT_NOTE]) is offered


async def test_after_an_entry_is_only_on_the_day_of_one(desk):
    desk.make_journal(an_entry("Yesterday", days_ago=1), done=OTHERS)
    set_habit(desk, Habit.AFTER_AN_ENTRY)
    async with desk.sit():
        assert rows(desk) == []


async def test_the_habit_is_changed_in_settings_and_nothing_is_written_by_looking(desk):
    desk.make_journal(ENTRY, done=OTHERS)
    async with desk.sit():
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        await desk.at_rest()
        assert desk.note(HABIT_NOTE) == ""
        await desk.choose("#check-in-habit", Habit.MONTHLY)
        await desk.until(lambda: desk.note(HABIT_NOTE) == Habit.MONTHLY)
        await desk.choose("#theme", "daylight")
        await desk.press("escape", "s")
        await desk.until(lambda: desk.one("#check-in-habit").value is Habit.MONTHLY)


# Answering


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_statement_is_seen_each_time_it_opens_before_anything_is_answered(desk, size):
    desk.make_journal()
    async with desk.sit(size=size):
        for _ in range(2):
            await open_it(desk)
            seen = re.sub(r"\s+", " ", desk.seen())
            assert WORDS.shown_every_time[:60] in seen
            assert "It never goes in a session pack." in seen
            assert WORDS.time_frame in seen
            await desk.press("escape", "escape")
            await desk.until_screen("TodayScreen")


async def test_every_item_can_be_skipped_and_offers_rather_not_say_and_words_only(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        for item in WORDS.items[:6]:
            labels = [choice.label for choice in desk.one(f"#item-{item.id}", ChoiceRow)._choices]
            assert labels == ["skip", *item.answers, "Rather not say"]
            assert desk.one(f"#item-{item.id}").value is None
        assert not any(character.isdigit() for character in desk.seen().rsplit("\n", 1)[0])


async def test_what_is_answered_is_kept_as_words_and_what_is_skipped_is_not(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-2", "Now and then")
        await desk.choose("#item-5", "Rather not say")
        await desk.fill("#need", f" {NEED} ")
        await desk.press("ctrl+n")
        await desk.until_screen("SettingsScreen")
        assert answers(desk) == {2: "Now and then", 5: "Rather not say"}
        assert kept(desk)[0].need == NEED
        assert kept(desk)[0].at.at == desk.clock()


async def test_a_click_answers_too(desk):
    desk.make_journal()
    async with desk.sit(size=LARGE):
        await open_it(desk)
        await desk.click_choice("#item-4", 2)
        await desk.click_on("^n Done")
        await desk.until_screen("SettingsScreen")
        assert answers(desk) == {4: "Sometimes"}


async def test_skipping_everything_again_keeps_nothing(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-1", "Some")
        await desk.until(lambda: kept(desk))
        await desk.choose("#item-1", None)
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")
        assert kept(desk) == []


async def test_nothing_is_lost_by_hiding_at_once_and_it_comes_back_there(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-1", "A lot")
        await desk.fill("#need", "a walk")
        await desk.press("f9")
        await desk.until(lambda: desk.app.session is None)
        assert (answers(desk), kept(desk)[0].need) == ({1: "A lot"}, "a walk")
        await desk.unlock()
        await desk.until_screen("CheckInScreen")
        assert desk.one("#item-1").value == "A lot"
        assert desk.one("#need").value == "a walk"
        await desk.choose("#item-3", "Not much")
        await desk.press("escape")
        await desk.until(lambda: desk.screen != "CheckInScreen")
        assert len(kept(desk)) == 1
        assert answers(desk) == {1: "A lot", 3: "Not much"}


async def test_a_full_disk_is_said_and_the_answers_stay_until_there_is_room(desk, monkeypatch):
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    desk.make_journal()

    def no_room(*_):
        raise DiskFull("The disk is full.")

    async with desk.sit():
        await open_it(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save_check_in", no_room)
            await desk.choose("#item-4", "Often")
            await desk.press("ctrl+n")
            await desk.until(lambda: "The disk is full." in desk.words_of("#kept"))
            assert desk.screen == "CheckInScreen"
        await desk.until(lambda: kept(desk))
        await desk.press("ctrl+n")
        await desk.until_screen("SettingsScreen")
        assert answers(desk) == {4: "Often"}


# Support, offered and never forced


@pytest.mark.parametrize(
    ("item", "words"), [(1, "More than I can manage"), (2, "Most of the time"), (6, "No")]
)
async def test_some_answers_offer_support_and_escape_leaves_it(desk, item, words):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose(f"#item-{item}", words)
        await desk.press("escape")
        await desk.until_screen("OfferDialog")
        assert WORDS.offer in desk.seen()
        assert desk.focused == "not-now"
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")


async def test_other_answers_offer_nothing(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-3", "Most of the time")
        await desk.choose("#item-1", "A lot")
        await desk.choose("#item-6", "In part")
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")


async def test_the_offer_leads_to_the_support_page(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-6", "No")
        await desk.press("ctrl+n")
        await desk.until_screen("OfferDialog")
        await desk.press("tab", "enter")
        await desk.until_screen("SupportScreen")
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")


async def test_a_line_is_drafted_and_kept_here_only_and_found_again(desk):
    desk.make_journal()
    async with desk.sit():
        await open_it(desk)
        await desk.choose("#item-6", "No")
        await desk.press("ctrl+n")
        await desk.until_screen("OfferDialog")
        await desk.press("tab", "tab", "enter")
        await desk.until_screen("LineScreen")
        await desk.press_text("Could we talk [/b]?\nThis week.")
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")
        assert desk.note(LINE_NOTE) == "Could we talk [/b]?\nThis week."
        await desk.focus("#how-it-is")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "CheckInScreen" and desk.one("#line").display)
        await desk.focus("#line")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "LineScreen" and desk.one("#writing").text.endswith("week."))
        await desk.press_text(" Please.")
        await desk.press("f9")
        await desk.until(lambda: desk.app.session is None)
        assert desk.note(LINE_NOTE).endswith("This week. Please.")
        await desk.unlock()
        await desk.until_screen("LineScreen")


# Shown back


async def test_it_is_shown_back_as_own_words_by_date_the_newest_first(desk):
    desk.make_journal()
    with desk.store() as store:
        for number, (day, said, need) in enumerate(
            [(9, ((1, "A little"), (3, "Rather not say")), ""), (2, ((6, "In part"),), NEED)]
        ):
            at = Moment(at=NOON - timedelta(days=day))
            store.save_check_in(CheckIn(id=UUID(int=number), at=at, answers=said, need=need))
    async with desk.sit():
        await open_it(desk)
        await desk.focus("#earlier")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "EarlierScreen" and desk.app.screen.query(CheckInRow))
        seen = [str(row.visual) for row in desk.app.screen.query(CheckInRow)]
        assert seen == [
            f"Friday 20 November 2026\n{WORDS.items[5].ask} In part\n{WORDS.items[6].ask} {NEED}",
            f"Friday 13 November 2026\n{WORDS.items[0].ask} A little\n{WORDS.items[2].ask} Rather not say",
        ]


async def test_one_check_in_can_be_deleted_after_a_question(desk):
    desk.make_journal()
    set_habit(desk, Habit.WEEKLY, 9, 2)
    async with desk.sit():
        await open_it(desk)
        await desk.focus("#earlier")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "EarlierScreen" and desk.app.screen.query(CheckInRow))
        await desk.press("delete", "enter")
        await desk.until_screen("EarlierScreen")
        assert len(kept(desk)) == 2
        await desk.press("delete", "tab", "enter")
        await desk.until(lambda: len(kept(desk)) == 1)
        assert kept(desk)[0].at.at == NOON - timedelta(days=9)
        await desk.press("delete", "tab", "enter")
        await desk.until(lambda: kept(desk) == [])
        await desk.until_seen("Nothing is kept here.")


async def test_a_second_window_shows_what_was_said_and_begins_nothing(desk):
    desk.make_journal(ENTRY, done=OTHERS)
    set_habit(desk, Habit.WEEKLY, 20)
    async with desk.sit():
        second = type(desk)(desk.places, desk.clock, desk.words, desk.key)
        async with second.sit(size=LARGE):
            assert HABIT_NOTE not in rows(second)
            await second.press("s")
            await second.until_screen("SettingsScreen")
            await second.choose("#check-in-habit", Habit.NEVER)
            await second.focus("#how-it-is")
            await second.press("enter")
            await second.until(lambda: second.screen == "EarlierScreen" and second.focused is not False)
            await second.press("delete")
            assert second.screen == "EarlierScreen"
        assert desk.note(HABIT_NOTE) == Habit.WEEKLY
        assert len(kept(desk)) == 1
