"""The lock screen, and every way of getting behind it."""

import subprocess
import sys

import pytest
from a_desk import CHEAP, PASSPHRASE, a_draft, an_entry, planned

from tip_reflect import unlocking
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.errors import DiskFull, WrongPassphrase
from tip_reflect.journal.entry import Position
from tip_reflect.journal.finding import OwnContact
from tip_reflect.settings import Settings
from tip_reflect.store.store import Store
from tip_reflect.vault.header import read_header

SECRET = "the heron stood very still"
NEW = "other plain made up words"


def no_room(*_):
    raise DiskFull("The disk is full.")


async def writing_free(desk):
    """Come from Today to an empty page of free writing, and type there."""
    await desk.carry_on()
    await desk.until_screen("ReflectScreen")
    await desk.press_text(SECRET)


def test_what_the_unlock_needs_is_loaded_while_the_passphrase_is_typed():
    # In a process of its own: here everything has been loaded long since.
    code = (
        "import sys; from tip_reflect.app.opening import load_ahead; "
        "assert 'sqlmodel' not in sys.modules; load_ahead(); "
        "print('tip_reflect.store.store' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]


async def test_the_lock_screen_is_a_neutral_window_that_shows_nothing_of_the_journal(desk):
    desk.make_journal(an_entry(SECRET))
    async with desk.sit(unlock=False):
        assert desk.screen == "LockScreen"
        assert desk.app.title == "notes"
        words = desk.seen().lower()
        assert "notes" in words
        for telling in ("reflect", "journal", "heron", str(desk.places.home).lower()):
            assert telling not in words


async def test_a_wrong_passphrase_is_said_and_the_box_is_ready_for_another_try(desk):
    desk.make_journal(an_entry(SECRET))
    async with desk.sit(unlock=False):
        await desk.press_text("not the passphrase\n")
        await desk.until(lambda: not desk.one("#passphrase").disabled and desk.words_of("#lock-message"))
        assert desk.one("#passphrase").value == ""
        assert desk.focused == "passphrase"
        assert desk.app.session is None
        assert "not the passphrase" not in desk.seen()

        await desk.unlock()
        await desk.until_screen("TodayScreen")


async def test_the_keys_of_the_places_do_nothing_while_locked(desk):
    desk.make_journal(an_entry(SECRET))
    async with desk.sit(unlock=False):
        desk.one("#passphrase").blur()
        for key in ("1", "2", "s", "f9", "ctrl+l"):
            await desk.press(key)
            assert desk.screen == "LockScreen"


async def test_help_and_ground_open_while_locked_and_show_nothing_private(desk):
    desk.make_journal(an_entry(SECRET), contacts=[OwnContact(who="A friend", contact="07700 900001")])
    async with desk.sit(unlock=False):
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        assert "07700" not in desk.words_of("#own")
        await desk.press("escape", "f1")
        await desk.until_screen("HelpScreen")
        await desk.press("escape")
        await desk.until_screen("LockScreen")


async def test_a_missing_key_file_is_said_with_the_words_as_the_way_back(desk):
    desk.make_journal()
    desk.places.header.unlink()
    async with desk.sit(unlock=False):
        await desk.press_text(f"{PASSPHRASE}\n")
        await desk.until(lambda: "vault.json" in desk.words_of("#lock-message"))
        assert "recovery words" in desk.words_of("#lock-message")
        assert desk.app.session is None


async def test_the_12_words_set_a_new_passphrase_and_open_the_journal(desk):
    desk.make_journal(an_entry(SECRET))
    desk.places.header.unlink()
    async with desk.sit(unlock=False):
        await desk.press("f4")
        await desk.until_screen("RecoverScreen")
        await desk.press_text(f"{' '.join(desk.words)}\n{NEW}\n{NEW}\n")
        await desk.until_screen("TodayScreen")
        assert (await desk.app.session.run(lambda store: store.latest())).title == SECRET
    assert unlocking.unlock(desk.places, NEW, desk.clock).key == desk.key
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(desk.places, PASSPHRASE, desk.clock)


async def test_every_recovery_word_that_is_typed_can_be_read(desk):
    desk.make_journal()
    async with desk.sit(unlock=False):
        await desk.press("f4")
        await desk.until_screen("RecoverScreen")
        await desk.press_text(" ".join(desk.words))
        shown = desk.seen().split()
        assert all(word in shown for word in desk.words)
        assert "12 of 12 words" in desk.seen()


async def test_words_that_do_not_open_this_journal_change_nothing(desk):
    desk.make_journal()
    before = desk.places.header.read_bytes()
    async with desk.sit(unlock=False):
        await desk.press("f4")
        await desk.press_text(f"{' '.join(['abandon'] * 11)} about\n{NEW}\n{NEW}\n")
        await desk.until(lambda: "do not open" in desk.words_of("#guidance"))
        assert desk.focused == "words"
        assert desk.screen == "RecoverScreen"
        assert desk.app.session is None
    assert desk.places.header.read_bytes() == before


async def test_hide_saves_shows_nothing_of_the_text_and_comes_back_to_the_same_place(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await desk.carry_on()
        await desk.press("ctrl+n")
        await desk.press_text(SECRET)
        await desk.press("left", "left", "left")
        question = desk.words_of("#question")
        await desk.press("f9")
        await desk.until_screen("LockScreen")

        assert desk.only().answers[1].text == SECRET
        assert "heron" not in desk.seen()
        assert question[:20] not in desk.seen()
        assert desk.app.session is None
        assert {type(one).__name__ for one in desk.app.screen_stack} <= {"LockScreen", "Screen"}

        await desk.unlock()
        await desk.until_screen("ReflectScreen")
        assert desk.words_of("#question") == question
        assert desk.one(WritingArea).text == SECRET
        assert desk.one(WritingArea).cursor_location == (0, len(SECRET) - 3)


async def test_hide_works_from_a_question_over_a_dialog_and_from_the_palette(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await writing_free(desk)
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.choose("#keeping", False)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert desk.only().answers[0].text == SECRET
        await desk.unlock()
        await desk.until_screen("ReflectScreen")

        await desk.press("ctrl+p")
        await desk.until_screen("CommandPalette")
        await desk.press("ctrl+l")
        await desk.until_screen("LockScreen")
        assert "heron" not in desk.seen()


async def test_nothing_that_was_said_in_the_corner_stays_on_the_lock_screen(desk):
    desk.make_journal()
    async with desk.sit():
        desk.app.say(SECRET)
        await desk.until_seen(SECRET)
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert SECRET not in desk.seen()


async def test_the_journal_locks_by_itself_after_the_chosen_minutes_without_a_key(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit(settings=Settings(lock_minutes=2)):
        await writing_free(desk)
        await desk.tick(seconds=110)
        assert desk.screen == "ReflectScreen"
        await desk.press("left")
        await desk.tick(seconds=110)
        assert desk.screen == "ReflectScreen"
        await desk.tick(seconds=20)
        await desk.until_screen("LockScreen")
        assert desk.words_of("#lock-message")
        assert desk.only().answers[0].text == SECRET
        assert "heron" not in desk.seen()


async def test_a_gap_between_two_looks_at_the_clock_means_sleep_and_locks_at_once(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit(settings=Settings(lock_minutes=60)):
        await writing_free(desk)
        desk.clock.move(seconds=59)
        await desk.app._tick()
        assert desk.screen == "ReflectScreen"
        desk.clock.move(seconds=61)
        await desk.app._tick()
        await desk.until_screen("LockScreen")
        assert "asleep" in desk.words_of("#lock-message")
        assert desk.only().answers[0].text == SECRET


async def test_a_full_disk_keeps_the_words_behind_the_lock_and_the_passphrase_brings_them_back(
    desk, monkeypatch
):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.press_text(SECRET)
            await desk.press("f9")
            await desk.until_screen("LockScreen")
            assert "heron" not in desk.seen()
            assert "The disk is full." in desk.words_of("#lock-message")

            await desk.press_text("not the passphrase\n")
            await desk.until(lambda: not desk.one("#passphrase").disabled)
            assert desk.screen == "LockScreen"

            await desk.press_text(f"{PASSPHRASE}\n")
            await desk.until_screen("ReflectScreen")
            assert desk.one(WritingArea).text == SECRET
        await desk.until_kept(SECRET)


async def test_waiting_behind_the_lock_with_a_full_disk_puts_no_second_lock_over_what_is_being_typed(
    desk, monkeypatch
):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        monkeypatch.setattr(Store, "save", no_room)
        await desk.press_text(SECRET)
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.press_text("four plain")
        await desk.tick(minutes=6)
        assert [type(one).__name__ for one in desk.app.screen_stack].count("LockScreen") == 1
        assert desk.one("#passphrase").value == "four plain"


async def test_a_save_that_ends_after_its_page_has_gone_stops_nothing(desk, monkeypatch):
    async def saved():
        return True

    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        page = desk.app.screen
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert not page.query("#kept")
        monkeypatch.setattr(page.keeper, "save", saved)
        page.keeper.note = "something new to say"
        assert await page.keep()


async def test_behind_a_lock_that_holds_unsaved_words_nothing_private_can_be_read(desk, monkeypatch):
    desk.make_journal(a_draft(""), contacts=[OwnContact(who="A friend", contact="07700 900001")])
    async with desk.sit():
        await desk.carry_on()
        monkeypatch.setattr(Store, "save", no_room)
        await desk.press_text(SECRET)
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        assert "07700" not in desk.words_of("#own")


async def test_recovering_is_not_offered_where_it_would_lose_the_words_that_are_held(desk, monkeypatch):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        monkeypatch.setattr(Store, "save", no_room)
        await desk.press_text(SECRET)
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.press("f4")
        assert desk.screen == "LockScreen"


async def test_a_wrong_passphrase_over_held_words_offers_no_key_that_is_off_and_still_says_they_are_held(
    desk, monkeypatch
):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        monkeypatch.setattr(Store, "save", no_room)
        await desk.press_text(SECRET)
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.press_text("not the one")
        await desk.press("enter")
        await desk.until(lambda: "did not open it" in desk.words_of("#lock-message"))
        assert "F4" not in desk.words_of("#lock-message")
        assert "still held" in desk.words_of("#lock-message")


async def test_asked_to_end_with_a_full_disk_it_stays_once_and_says_why(desk, monkeypatch):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        monkeypatch.setattr(Store, "save", no_room)
        await desk.press_text(SECRET)
        desk.app._asked_to_end(143)
        await desk.until_seen("still here")
        assert desk.app.return_code is None
        desk.app._asked_to_end(143)
        await desk.until(lambda: desk.app.return_code == 143)


async def test_leaving_with_a_full_disk_stays_and_says_why(desk, monkeypatch):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await desk.carry_on()
        with monkeypatch.context() as full:
            full.setattr(Store, "save", no_room)
            await desk.press_text(SECRET)
            await desk.press("ctrl+q")
            assert desk.screen == "ReflectScreen"
            assert "still here" in desk.said()
            assert desk.one(WritingArea).text == SECRET
        await desk.until_kept(SECRET)


async def test_leaving_saves_what_was_typed_a_moment_ago(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await writing_free(desk)
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code is not None)
        assert desk.only().answers[0].text == SECRET
        assert desk.app.return_code == 0


async def test_a_polite_end_from_outside_saves_what_was_typed_a_moment_ago(desk):
    desk.make_journal(a_draft(""))
    async with desk.sit():
        await writing_free(desk)
        desk.app._end_politely(143)
        assert desk.only().answers[0].text == SECRET
        assert desk.app.return_code == 143


async def test_a_locked_journal_lets_another_window_write(desk):
    desk.make_journal(a_draft("", position=Position()))
    async with desk.sit() as first:
        await first.press("f9")
        await first.until_screen("LockScreen")
        other = type(desk)(desk.places, desk.clock)
        async with other.sit():
            assert other.app.session.read_only == ""


def test_the_tests_key_is_cheap_but_the_apps_own_is_not(desk):
    desk.make_journal()
    assert read_header(desk.places.header).parameters == CHEAP
    unlocking.change_passphrase(desk.places, PASSPHRASE, NEW)
    assert read_header(desk.places.header).parameters.memory_kib == 65536


async def test_a_journal_whose_newest_changes_were_damaged_says_so_when_it_opens(desk, monkeypatch):
    desk.make_journal()
    kept = desk.places.home / "journal.db-wal-damaged-1"
    monkeypatch.setattr("tip_reflect.store.store.keep_damaged_log", lambda places: kept)
    async with desk.sit():
        await desk.until(lambda: kept.name in desk.said())
