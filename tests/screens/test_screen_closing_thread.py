"""Putting away an entry on a thread: what is said of it, and the offer to mark lines for peers."""

from datetime import timedelta

from a_desk import a_draft, an_entry, numbered

from tip_reflect.app.screens import keeping
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.errors import DiskFull
from tip_reflect.journal.entry import State
from tip_reflect.journal.threads import COME_BACK, Step
from tip_reflect.store.store import Store

GARDEN = "the garden family"
DRAFT = a_draft("said enough", thread=GARDEN)


def said(desk, number=1):
    """What the file holds as said of the thread: the step and the words."""
    with desk.store() as store:
        mark = store.thread_mark(numbered(number))
        return (mark.step, mark.tells) if mark else None


async def to_the_closing(desk):
    await desk.carry_on()
    await desk.until_screen("ReflectScreen")
    await desk.press("escape")
    await desk.until(lambda: desk.screen == "ClosingScreen" and desk.app.screen.keeper.along is not None)


async def test_nothing_of_a_thread_is_asked_where_there_is_none(desk):
    desk.make_journal(a_draft("said enough"))
    async with desk.sit():
        await to_the_closing(desk)
        assert not desk.one("#of-the-thread").display
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert desk.only().thread == ""
        assert said(desk) is None


async def test_what_is_said_of_the_thread_is_kept_with_what_tells(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        assert "This is your own view, and nobody else's." in desk.words_of("#how-near")
        assert not desk.one("#tells").display
        await desk.choose("#thread-step", Step.APART)
        await desk.fill("#tells", " She left early [/oops]. ")
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert said(desk) == (Step.APART, "She left early [/oops].")
        assert desk.only().state is State.CLOSED


async def test_all_of_it_can_be_left_open_with_the_same_one_key(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert said(desk) is None
        assert desk.only().thread == GARDEN


async def test_leaving_it_open_again_forgets_what_was_said(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#thread-step", Step.CLOSER)
        await desk.until(lambda: said(desk) == (Step.CLOSER, ""))
        await desk.choose("#thread-step", None)
        await desk.until(lambda: said(desk) is None)


async def test_a_new_thread_can_be_named_here(desk):
    desk.make_journal(a_draft("said enough"))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.fill("#thread", "  the   oak ")
        assert desk.one("#of-the-thread").display
        await desk.choose("#thread-step", Step.SAME)
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert desk.only().thread == "the oak"
        assert said(desk) == (Step.SAME, "")
        with desk.store() as store:
            assert [one.name for one in store.threads()] == ["the oak"]


async def test_the_name_of_a_thread_is_completed_however_fast_the_keys_are(desk):
    desk.make_journal(a_draft("said enough"), an_entry("before", number=2, days_ago=3, thread=GARDEN))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.focus("#thread")
        await desk.press_text("the gar")
        desk._keys("right", "enter")
        await desk.until(lambda: desk.focused == "thread-step")
        assert desk.one("#thread").value == GARDEN
        assert desk.one("#thread-step").value is None


async def test_what_is_typed_of_a_thread_is_not_lost_by_hiding_at_once(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#thread-step", Step.CLOSER)
        await desk.fill("#tells", "the bench")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.until(lambda: desk.app.session is None)
        assert said(desk) == (Step.CLOSER, "the bench")
        await desk.unlock()
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ClosingScreen" and desk.one("#tells").value == "the bench")
        assert desk.one("#thread-step").value is Step.CLOSER


async def test_hiding_while_the_thread_is_being_named_keeps_the_name(desk):
    desk.make_journal(a_draft("again", days_ago=0))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.fill("#thread", "the oak")
        await desk.press("f9")
        await desk.until(lambda: desk.app.session is None)
        assert desk.only().thread == "the oak"
        await desk.unlock()
        await desk.until_screen("ReflectScreen")


async def test_a_full_disk_for_what_is_said_of_a_thread_is_told_and_tried_again(desk, monkeypatch):
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    desk.make_journal(DRAFT)

    def no_room(*_):
        raise DiskFull("The disk is full.")

    async with desk.sit():
        await to_the_closing(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save_thread_mark", no_room)
            await desk.choose("#thread-step", Step.CLOSER)
            await desk.until(lambda: "The disk is full." in desk.words_of("#kept"))
            await desk.press("ctrl+n")
            await desk.at_rest()
            assert desk.screen == "ClosingScreen"
        await desk.until(lambda: said(desk) == (Step.CLOSER, ""))
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")


async def test_an_entry_changed_elsewhere_takes_what_was_said_along_to_its_copy(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        with desk.store() as other:
            other.save(other.entry(numbered(1)).with_text(0, "theirs"))
        await desk.choose("#thread-step", Step.CLOSER)
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        with desk.store() as store:
            copy = next(one for one in desk.all_kept() if one.id != numbered(1))
            assert store.thread_mark(copy.id).step is Step.CLOSER


async def test_deleting_the_entry_deletes_what_was_said(desk):
    desk.make_journal(DRAFT)
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#thread-step", Step.CLOSER)
        await desk.choose("#keeping", False)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await desk.until_screen("TodayScreen")
        with desk.store() as store:
            assert store.thread_marks(GARDEN) == []


# Come back to a few times


def on_the_thread(*days):
    return [an_entry(f"visit {day}", number=10 + day, days_ago=day, thread=GARDEN) for day in days]


async def test_the_third_entry_in_a_fortnight_is_said_once(desk):
    desk.make_journal(a_draft("again", thread=GARDEN, days_ago=0), *on_the_thread(3, 13))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.until(lambda: COME_BACK in desk.words_of("#often"))
        assert COME_BACK[:40] in desk.seen() or desk.one("#often").display
        await desk.press("escape")
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ClosingScreen" and desk.app.screen.keeper.along is not None)
        await desk.at_rest()
        assert not desk.one("#often").display, "it is said once"


async def test_two_entries_in_a_fortnight_are_not_a_few(desk):
    desk.make_journal(a_draft("again", thread=GARDEN, days_ago=0), *on_the_thread(3, 15))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.at_rest()
        assert not desk.one("#often").display


async def test_naming_the_thread_here_counts_this_entry_too(desk):
    desk.make_journal(a_draft("again", days_ago=0), *on_the_thread(3, 13))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.fill("#thread", GARDEN)
        await desk.press("enter")
        await desk.until(lambda: COME_BACK in desk.words_of("#often"))
        assert desk.one("#often").display


# Marking


async def test_marking_is_only_offered_and_leads_to_the_open_entry(desk):
    desk.make_journal(a_draft("said enough of it"))
    async with desk.sit():
        await to_the_closing(desk)
        assert desk.one("#mark").value is False
        await desk.choose("#mark", True)
        await desk.press("ctrl+n")
        await desk.until(lambda: desk.screen == "JournalScreen" and desk.one(Reader).text.picking)
        assert "Put away" in desk.said()
        assert desk.only().state is State.CLOSED
        with desk.store() as store:
            assert store.marks(numbered(1)) == ()
        await desk.press("w", "m")
        await desk.at_rest()
        with desk.store() as store:
            assert [mark.words for mark in store.marks(numbered(1))] == ["said enough of it"]


async def test_marking_is_not_offered_where_nothing_is_written_or_the_entry_goes(desk):
    desk.make_journal(a_draft(""), a_draft("words", number=2, days_ago=2))
    async with desk.sit():
        await to_the_closing(desk)
        assert not desk.one("#for-peers").display
        await desk.press("ctrl+s")
        await desk.until_screen("TodayScreen")
        await desk.at_rest()
        await desk.carry_on(1)
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        assert desk.one("#for-peers").display
        await desk.choose("#keeping", False)
        assert not desk.one("#for-peers").display


async def test_the_fortnight_ends_today(desk):
    desk.make_journal(a_draft("again", thread=GARDEN, days_ago=0), *on_the_thread(3, 13))
    desk.clock.now += timedelta(days=2)
    async with desk.sit():
        await to_the_closing(desk)
        await desk.at_rest()
        assert not desk.one("#often").display
