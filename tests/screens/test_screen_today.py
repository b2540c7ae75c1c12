"""Today: four doors, and what waits."""

from dataclasses import replace

from a_desk import a_draft, an_entry, numbered, planned

from tip_reflect.app.screens.recovery_sheet import RecoverySheet
from tip_reflect.app.widgets.door import Door
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.entry import PathId, Position
from tip_reflect.journal.finding import OwnContact
from tip_reflect.journal.principles import Purpose
from tip_reflect.settings import Settings


def waiting(desk):
    return [row.name for row in desk.app.screen.query(WaitingRow)]


async def test_each_door_leads_to_before_writing_with_its_own_length_chosen(desk):
    desk.make_journal()
    async with desk.sit():
        assert [door.path for door in desk.app.screen.query(Door)] == list(PathId)
        for at, path in enumerate(PathId):
            if at:
                await desk.press("right")
            assert desk.focused == f"door-{path.value}"
            await desk.press("enter")
            await desk.until_screen("BeforeScreen")
            assert desk.one("#path").value is path
            await desk.press("escape")
            await desk.until_screen("TodayScreen")


async def test_a_new_journal_offers_no_as_last_time_and_nothing_waits_when_all_is_done(desk):
    desk.make_journal()
    async with desk.sit():
        assert waiting(desk) == []
        await desk.press("a")
        assert desk.screen == "TodayScreen"


async def test_as_last_time_goes_straight_to_writing_with_the_same_length_and_purpose(desk):
    last = planned(PathId.STANDARD, purpose=Purpose.PLANNING, days_ago=3)
    desk.make_journal(last)
    async with desk.sit():
        await desk.press("a")
        await desk.until_screen("ReflectScreen")
        begun = desk.app.screen.entry
        assert (begun.path, begun.purpose) == (last.path, last.purpose)
        assert begun.id != last.id


async def test_a_door_goes_straight_to_writing_when_the_settings_say_as_last_time(desk):
    desk.make_journal(planned(purpose=Purpose.PROCESSING, days_ago=3))
    async with desk.sit(settings=Settings(opening="as-last-time")):
        await desk.press("enter")
        await desk.until_screen("ReflectScreen")
        begun = desk.app.screen.entry
        assert (begun.path, begun.purpose) == (PathId.QUICK, Purpose.PROCESSING)


async def test_after_a_shock_no_key_leads_straight_to_the_long_lengths(desk):
    desk.make_journal(planned(PathId.DEEP, shock=True, days_ago=1))
    async with desk.sit(settings=Settings(opening="as-last-time")):
        await desk.press("a")
        await desk.until_screen("ReflectScreen")
        assert desk.app.screen.entry.path is PathId.QUICK
        await desk.app.action_today()
        await desk.at_rest()
        desk.one("#door-deep").focus()
        await desk.press("enter")
        await desk.until_screen("ReflectScreen")
        assert desk.app.screen.entry.path is PathId.QUICK


async def test_a_draft_is_taken_up_at_the_same_step_and_cursor(desk):
    draft = planned().with_text(1, "one\ntwo words\nthree").with_text(2, "later")
    desk.make_journal(replace(draft, position=Position(step=1, row=1, column=3)))
    async with desk.sit():
        await desk.carry_on()
        await desk.until_screen("ReflectScreen")
        assert desk.app.screen.entry.position.step == 1
        assert desk.one(WritingArea).text == "one\ntwo words\nthree"
        assert desk.one(WritingArea).cursor_location == (1, 3)


async def test_the_newest_four_drafts_wait_newest_first(desk):
    desk.make_journal(*(a_draft("x", number=at, days_ago=at) for at in range(1, 7)))
    async with desk.sit():
        assert waiting(desk) == [*(str(numbered(at)) for at in range(1, 5)), "more-drafts"]
        assert "And 2 more drafts" in desk.seen()
        await desk.carry_on(4)
        await desk.until(lambda: desk.screen == "JournalScreen" and desk.one(JournalList).count == 6)
        assert "drafts" in desk.words_of("#count")


async def test_drafts_that_look_alike_are_told_apart_by_their_time(desk):
    desk.make_journal(
        a_draft("x", number=1, days_ago=1),
        a_draft("x", number=2, days_ago=1.125),
        a_draft("x", number=3, days_ago=2),
    )
    async with desk.sit():
        assert "yesterday, 12:00: just write" in desk.seen()
        assert "yesterday, 09:00: just write" in desk.seen()
        assert desk.seen().count(", 12:00") == 1


async def test_in_a_small_window_the_arrows_move_from_part_to_part_and_the_page_follows(desk):
    desk.make_journal(*(a_draft("x", number=at, days_ago=at) for at in range(1, 7)), done=[])
    async with desk.sit(size=(60, 18)):
        chain = list(desk.app.screen.focus_chain)
        for part in chain[1:]:
            await desk.press("down")
            assert desk.app.focused is part
            assert desk.app.screen.region.contains_region(part.region), part
        for part in reversed(chain[:-1]):
            await desk.press("up")
            assert desk.app.focused is part


async def test_a_draft_that_was_deleted_elsewhere_is_said_and_goes_from_today(desk):
    desk.make_journal(a_draft("x"))
    async with desk.sit():
        with desk.store() as other:
            other.delete(numbered(1))
        await desk.carry_on()
        assert desk.screen == "TodayScreen"
        assert desk.said()
        assert waiting(desk) == []


async def test_what_another_window_wrote_appears_on_today_after_a_look(desk):
    desk.make_journal()
    async with desk.sit():
        assert waiting(desk) == []
        with desk.store() as other:
            other.save(a_draft("from elsewhere"))
        await desk.tick(seconds=2)
        await desk.until(lambda: waiting(desk) == [str(numbered(1))])


async def test_contacts_can_be_put_off_for_good_with_one_key(desk):
    desk.make_journal(done=["recovery-sheet"])
    async with desk.sit():
        assert waiting(desk) == ["own-contacts"]
        await desk.press("x")
        assert waiting(desk) == ["own-contacts"], "the key belongs to the row, not to the doors"
        desk.one(WaitingRow).focus()
        await desk.press("x")
        await desk.until(lambda: waiting(desk) == [])
        assert isinstance(desk.app.focused, Door)
    async with desk.sit():
        assert waiting(desk) == []


async def test_the_recovery_sheet_is_put_off_only_after_being_asked_once_more(desk):
    desk.make_journal(done=["own-contacts"])
    async with desk.sit():
        desk.one(WaitingRow).focus()
        await desk.press("x")
        await desk.until_screen("AskScreen")
        await desk.press("escape")
        await desk.until_screen("TodayScreen")
        assert desk.note("recovery-sheet") == ""
        await desk.press("x")
        await desk.until_screen("AskScreen")
        assert desk.focused == "no", "the gentle answer is the one under the keys"
        await desk.press("tab", "enter")
        await desk.until(lambda: desk.screen == "TodayScreen" and waiting(desk) == [])
        assert desk.note("recovery-sheet") == "put off"


async def test_contacts_are_kept_in_the_journal_shown_by_ground_and_no_longer_wait(desk):
    desk.make_journal(done=["recovery-sheet"])
    async with desk.sit():
        await desk.carry_on()
        await desk.until_screen("ContactsScreen")
        await desk.press_text("Sam, 07700 900002")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.screen == "TodayScreen" and waiting(desk) == [])
        with desk.store() as store:
            (kept,) = store.own_contacts()
        assert kept.contact == "Sam, 07700 900002"
        await desk.press("f5")
        await desk.until(lambda: "07700 900002" in desk.words_of("#own"))


async def test_contacts_show_what_was_kept_and_escape_keeps_what_was_typed(desk):
    who = desk_first_kind()
    desk.make_journal(done=[], contacts=[OwnContact(who=who, contact="07700 900003")])
    async with desk.sit():
        assert waiting(desk) == ["recovery-sheet"]
        await desk.press("s")
        await desk.focus("#contacts")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ContactsScreen" and desk.one("#contact-0").value)
        assert desk.one("#contact-0").value == "07700 900003"
        await desk.press_text("9")
        await desk.press("escape")
        await desk.until_screen("SettingsScreen")
        with desk.store() as store:
            assert store.own_contacts() == [OwnContact(who=who, contact="07700 9000039")]


def desk_first_kind():
    from a_desk import library

    return library().support.yours[0].who


async def open_the_sheet(desk, passphrase="four plain made up words"):
    await desk.carry_on()
    await desk.until_screen("RecoverySheet")
    await desk.press_text(f"{passphrase}\n")


async def test_the_recovery_sheet_asks_for_the_passphrase_before_it_shows_a_word(desk):
    desk.make_journal(done=["own-contacts"])
    async with desk.sit():
        await open_the_sheet(desk, "not the passphrase")
        await desk.until(lambda: desk.words_of("#message"))
        assert not desk.one("#sheet").display
        assert not any(f" {word} " in desk.seen() for word in desk.words if len(word) > 5)

        await desk.press_text("four plain made up words\n")
        await desk.until(lambda: desk.one("#sheet").display)
        shown = desk.words_of("#sheet-words").split()
        assert [word for word in shown if not word.isdigit()] == list(desk.words)


async def test_two_words_typed_wrong_are_said_and_the_sheet_still_waits(desk):
    desk.make_journal(done=["own-contacts"])
    async with desk.sit():
        await open_the_sheet(desk)
        await desk.until(lambda: desk.one("#sheet").display)
        await desk.press_text("wrong\nwrong\n")
        await desk.until(lambda: desk.words_of("#message"))
        assert desk.focused == "first"
        assert desk.note("recovery-sheet") == ""
        await desk.press("escape")
        await desk.until(lambda: waiting(desk) == ["recovery-sheet"])


async def test_two_words_typed_right_finish_the_sheet(desk):
    desk.make_journal(done=["own-contacts"])
    async with desk.sit():
        await open_the_sheet(desk)
        await desk.until(lambda: desk.one("#sheet").display)
        screen = desk.one("#sheet").screen
        assert isinstance(screen, RecoverySheet)
        asked = [int(desk.one(name).placeholder.split()[-1]) - 1 for name in ("#first", "#second")]
        assert asked[0] < asked[1]
        await desk.press_text(f" {desk.words[asked[0]].upper()}\n{desk.words[asked[1]]}\n")
        await desk.until(lambda: desk.screen == "TodayScreen" and waiting(desk) == [])
        assert desk.note("recovery-sheet") == "done"


async def test_today_shows_no_words_of_any_entry(desk):
    desk.make_journal(an_entry("a closed heron"), a_draft("a draft heron", number=2))
    async with desk.sit():
        assert waiting(desk) == [str(numbered(2))]
        assert "heron" not in desk.seen()
