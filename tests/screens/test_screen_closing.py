"""Putting it away."""

from a_desk import a_draft, an_entry, numbered, planned

from tip_reflect.app.keeper import SAVED
from tip_reflect.app.screens import keeping
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import DiskFull
from tip_reflect.journal.entry import After, State
from tip_reflect.store.store import Store


def no_room(*_):
    raise DiskFull("The disk is full.")


async def to_the_closing(desk, words="said enough"):
    await desk.carry_on()
    await desk.until_screen("ReflectScreen")
    await desk.press_text(words)
    await desk.press("escape")
    await desk.until_screen("ClosingScreen")


async def test_one_key_puts_it_away_with_nothing_answered(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        kept = desk.only()
        assert kept.state is State.CLOSED
        assert kept.closed.at == desk.clock()
        assert (kept.after, kept.next_thing, kept.belongs_in_record) == (None, "", None)
        assert kept.answers[0].text == "said enough"
        assert "Put away" in desk.words_of("#promise")


async def test_what_is_answered_at_the_close_is_kept(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#after", After.LIGHTER)
        await desk.fill("#next-thing", " tea [/oops] ")
        await desk.choose("#record", True)
        assert desk.one("#record-it").display
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        kept = desk.only()
        assert (kept.after, kept.next_thing, kept.belongs_in_record) == (After.LIGHTER, "tea [/oops]", True)


async def test_heavier_offers_someone_to_speak_to_and_forces_nothing(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        assert not desk.one("#heavier").display
        await desk.choose("#after", After.HEAVIER)
        assert desk.one("#heavier").display
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        await desk.press("escape")
        assert desk.one("#after").value is After.HEAVIER
        await desk.choose("#after", After.SAME)
        assert not desk.one("#heavier").display


async def test_delete_asks_first_and_the_gentle_answer_keeps_it(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#keeping", False)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        assert desk.focused == "no"
        await desk.press("enter")
        await desk.until_screen("ClosingScreen")
        assert desk.only().answers[0].text == "said enough"
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await desk.until_screen("TodayScreen")
        assert desk.all_kept() == []


async def test_deleting_what_another_window_deleted_already_is_no_trouble(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        with desk.store() as other:
            other.delete(numbered(1))
        await desk.choose("#keeping", False)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await desk.until_screen("TodayScreen")
        assert desk.all_kept() == []


async def test_an_entry_in_which_nothing_was_ever_written_can_be_deleted_too(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("enter")
        await desk.until_screen("BeforeScreen")
        await desk.press("ctrl+n")
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.choose("#keeping", False)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await desk.until_screen("TodayScreen")
        assert desk.all_kept() == []


async def test_a_draft_can_be_left_for_another_time(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await desk.carry_on()
        await desk.press("ctrl+n")
        await desk.press_text("half")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.press("ctrl+s")
        await desk.until_screen("TodayScreen")
        kept = desk.only()
        assert (kept.state, kept.position.step) == (State.DRAFT, 1)
        await desk.carry_on()
        assert desk.one(WritingArea).text == "half"


async def test_a_full_disk_at_the_close_is_said_and_the_entry_is_put_away_when_there_is_room(
    desk, monkeypatch
):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.press("ctrl+n")
            await desk.until(lambda: "The disk is full." in desk.words_of("#kept"))
            assert desk.screen == "ClosingScreen"
            assert "The disk is full." in desk.seen()
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert desk.only().state is State.CLOSED


async def test_after_a_close_that_could_not_be_saved_the_entry_can_still_be_left_as_a_draft(
    desk, monkeypatch
):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.press("ctrl+n")
            await desk.until(lambda: desk.words_of("#kept"))
        await desk.press("ctrl+s")
        await desk.until_screen("TodayScreen")
        assert desk.only().state is State.DRAFT


async def test_a_full_disk_while_the_close_is_answered_is_said_and_saved_by_itself_when_there_is_room(
    desk, monkeypatch
):
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.fill("#next-thing", "tea")
            await desk.until_seen("The disk is full.")
        await desk.until(lambda: desk.only().next_thing == "tea")
        await desk.until(lambda: desk.words_of("#kept") == SAVED)


async def test_words_that_a_full_disk_kept_back_are_told_and_saved_on_the_closing_page_too(desk, monkeypatch):
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.05)
    desk.make_journal(a_draft(""))
    async with desk.sit():
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await to_the_closing(desk)
            await desk.until_seen("The disk is full.")
        await desk.until_kept("said enough")
        await desk.until(lambda: desk.words_of("#kept") == SAVED)


async def test_what_was_typed_at_the_close_is_not_lost_by_hiding(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        await desk.choose("#after", After.HEAVIER)
        await desk.fill("#next-thing", "ring a friend")
        await desk.press("f9")
        await desk.unlock()
        await desk.until_screen("ReflectScreen")
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        assert desk.one("#next-thing").value == "ring a friend"
        assert desk.one("#after").value is After.HEAVIER


async def test_an_entry_changed_elsewhere_at_the_close_is_kept_beside_it_and_said(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await to_the_closing(desk)
        with desk.store() as other:
            other.save(other.entry(numbered(1)).with_text(0, "theirs"))
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        assert {one.answers[0].text for one in desk.all_kept()} == {"theirs", "said enough"}
        assert "another window" in desk.words_of("#promise")


async def test_the_finished_entry_is_found_in_the_journal(desk):
    desk.make_journal(a_draft(""), an_entry("older", number=2))
    async with desk.sit():
        await to_the_closing(desk, "newest of all")
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        await desk.into_the_journal()
        await desk.until_seen("newest of all")
