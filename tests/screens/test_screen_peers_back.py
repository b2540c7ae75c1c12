"""After a session: bring something back, try it, tell it; the running order and the calendar."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from a_desk import LARGE, NOON, numbered
from a_pack import (
    BROUGHT,
    DONE,
    DRAFT,
    READY,
    TAKEN,
    TO_TRY,
    WORKED,
    a_pack,
    brought_back,
    full,
    marked,
    put_mark,
    to_peers,
)
from textual.widgets import Input

from tip_reflect.app.screens.peers.hosting import FOR
from tip_reflect.app.screens.peers.session_date import begins, read_time
from tip_reflect.app.screens.peers.trying import told_of
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.waiting_row import WaitingRow
from tip_reflect.errors import UsageProblem
from tip_reflect.journal.bring_back import Action, Trying
from tip_reflect.journal.entry import After
from tip_reflect.journal.hosting import begun, minutes_words
from tip_reflect.journal.pack import PackState, Part
from tip_reflect.settings import Settings
from tip_reflect.sharing.session_page import SHEET

pytestmark = pytest.mark.long

PATIENT = Settings(lock_minutes=60)


def foot(desk):
    return {binding.description for binding in desk.one(Foot).shown}


def waiting(desk):
    return [row.name for row in desk.app.screen.query(WaitingRow)]


def brought(desk, pack_id=READY):
    with desk.store() as store:
        return next((one for one in store.bring_backs() if one.pack_id == pack_id), None)


async def bring_back(desk, pack_id=READY):
    await to_peers(desk, f"pack:{pack_id}")
    await desk.press("b")
    await desk.until(lambda: desk.screen == "BringBackScreen" and desk.app.screen.ready)


# Offered on Today


async def test_today_offers_to_bring_back_only_after_a_pack_was_taken(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack(pack_id=TAKEN, state=PackState.READY))
    async with desk.sit():
        assert waiting(desk) == [f"peers-pack:{TAKEN}"]
        with desk.store() as store:
            store.save_pack(replace(store.pack(TAKEN), state=PackState.TAKEN))
        await desk.app.screen.refresh_from_store()
        assert waiting(desk) == [f"peers-back:{TAKEN}"]
        await desk.until_seen("Bring something back")
        await desk.carry_on()
        await desk.until_screen("BringBackScreen")
        await desk.press_text("steady")
        await desk.press("ctrl+n")
        await desk.until_screen("TodayScreen")
        await desk.until(lambda: waiting(desk) == [])


async def test_what_peers_offers_on_today_goes_for_good_with_one_key(desk):
    full(desk)
    with desk.store() as store:
        store.delete_bring_back(BROUGHT)
        store.save_bring_back(replace(brought_back(), pack_id=None))
    async with desk.sit():
        names = waiting(desk)
        assert names == [f"peers-back:{TAKEN}", f"peers-pack:{READY}", f"peers-try:{TO_TRY}"]
        for _ in range(len(names) + 1):
            rows = list(desk.app.screen.query(WaitingRow))
            if not rows:
                break
            rows[0].focus()
            await desk.press("x")
            await desk.at_rest()
        assert waiting(desk) == []
    async with desk.sit():
        assert waiting(desk) == []
        await to_peers(desk)
        assert "ask which room" in desk.seen(), "it is off Today, and still on its own page"


async def test_something_to_try_is_opened_from_today(desk):
    full(desk)
    async with desk.sit():
        assert "You meant to: ask which room feels easier" in desk.seen()
        await desk.carry_on(waiting(desk).index(f"peers-try:{TO_TRY}"))
        await desk.until_screen("ActionScreen")


# Bring back


async def test_it_opens_with_landing_and_every_box_can_stay_empty(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        assert desk.focused == "landing"
        assert "One word is plenty" in desk.seen()
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        assert brought(desk) is None, "nothing written is nothing kept"


async def test_what_is_brought_back_is_kept_as_it_is_typed_and_linked_to_pack_and_entries(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        await desk.press_text("steadier")
        await desk.choose("#after", After.LIGHTER)
        for box, words in (
            ("#keep", "Ask first."),
            ("#new-view", "It was the door."),
            ("#leave", "Not the form."),
        ):
            await desk.focus(box)
            await desk.press_text(words)
        await desk.until(lambda: (one := brought(desk)) is not None and one.leave == "Not the form.")
        await desk.fill("#what-0", "ask which room")
        await desk.fill("#whom-0", "a parent")
        await desk.fill("#when-0", "next week")
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        one = brought(desk)
        assert (one.landing, one.after, one.keep, one.new_view) == (
            "steadier",
            After.LIGHTER,
            "Ask first.",
            "It was the door.",
        )
        assert (one.pack_id, one.entry_ids) == (READY, (numbered(1),))
        (action,) = one.actions
        assert (action.what, action.with_whom, action.by_when, action.state) == (
            "ask which room", "a parent", "next week", Trying.TO_TRY,
        )  # fmt: skip
        await bring_back(desk)
        assert desk.one("#landing", Input).value == "steadier"
        assert len(desk.app.screen.query(".trying")) == 3


async def test_the_record_gate_keeps_a_tick_and_a_day_and_no_time(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        assert not desk.one("#record").display
        await desk.choose("#changed", True)
        assert "belongs in the case record or with your manager" in " ".join(desk.seen().split())
        await desk.choose("#tick", True)
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        recorded = brought(desk).recorded
        assert recorded.local_date == NOON.date()
        assert recorded.at.time() == time()
        await bring_back(desk)
        await desk.choose("#changed", False)
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        assert brought(desk).recorded is None


async def test_where_it_feels_heavier_support_is_offered_and_a_no_is_enough(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await bring_back(desk)
        await desk.choose("#after", After.HEAVIER)
        assert desk.one("#heavier").display
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("enter")
        await desk.until_screen("PeersScreen")
        await bring_back(desk)
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_screen("SupportScreen")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert brought(desk).after is After.HEAVIER


async def test_a_thing_that_was_tried_stays_tried_when_what_was_brought_back_is_changed(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk, TAKEN)
        await desk.fill("#what-1", "leave three minutes")
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        actions = brought(desk, TAKEN).actions
        assert [(one.id, one.state) for one in actions] == [(TO_TRY, Trying.TO_TRY), (DONE, Trying.TRIED)]
        assert actions[1].what == "leave three minutes"
        assert actions[1].happened


async def test_a_learning_line_is_offered_and_kept_with_no_link_to_anything(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        await desk.press_text("steady")
        await desk.press("f2")
        await desk.until_screen("LearningScreen")
        await desk.press_text("Ask before the door opens.")
        await desk.press("ctrl+n")
        await desk.until_screen("BringBackScreen")
        assert brought(desk).landing == "steady"
        with desk.store() as store:
            assert "Ask before the door opens." in [line.text for line in store.learning()]


async def test_a_lock_while_bringing_back_saves_it_and_leads_back(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        await desk.press_text("unsaved")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert brought(desk).landing == "unsaved"
        await desk.unlock()
        await desk.until_screen("BringBackScreen")
        assert desk.one("#landing", Input).value == "unsaved"


async def test_after_a_lock_the_keys_are_in_the_field_they_were_in(desk):
    full(desk)
    async with desk.sit():
        await bring_back(desk)
        await desk.press("tab", "tab")
        await desk.press_text("they heard")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        await desk.unlock()
        await desk.until_screen("BringBackScreen")
        await desk.press_text(" me")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert brought(desk).keep == "they heard me"


# Trying


async def test_a_thing_that_was_tried_asks_what_happened_and_offers_it_for_the_next_pack(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"action:{TO_TRY}")
        await desk.press("enter")
        await desk.until_screen("ActionScreen")
        assert not desk.one("#tried").display
        await desk.choose("#state", Trying.TRIED)
        assert desk.one("#tried").display
        await desk.focus("#happened")
        await desk.press_text("She chose the small one.")
        await desk.focus("#tell")
        await desk.press_text("Ask at the door.")
        await desk.press("ctrl+n")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_screen("PeersScreen")
        with desk.store() as store:
            pack = store.pack(DRAFT)
            action = next(one for one in store.actions() if one.id == TO_TRY)
        assert (action.state, action.happened, action.tell) == (
            Trying.TRIED,
            "She chose the small one.",
            "Ask at the door.",
        )
        assert (
            pack.of(Part.TRIED)[-1].text
            == "Ask which room feels easier.\nShe chose the small one.\nAsk at the door."
        )
        assert pack.of(Part.TRIED)[-1].source is None


async def test_with_no_draft_what_was_tried_begins_a_new_one_and_no_is_an_answer(desk):
    full(desk)
    with desk.store() as store:
        store.delete_pack(DRAFT)
        before = {pack.id for pack in store.packs()}
    async with desk.sit():
        for answer in ("enter", "down"):
            await to_peers(desk, f"action:{TO_TRY}")
            await desk.press("enter")
            await desk.until_screen("ActionScreen")
            await desk.choose("#state", Trying.TRIED)
            await desk.focus("#happened")
            await desk.press_text("It went well. ")
            await desk.press("ctrl+n")
            await desk.until_screen("AskScreen")
            await desk.press(*([answer, "enter"] if answer == "down" else [answer]))
            await desk.until_screen("PeersScreen")
            with desk.store() as store:
                new = [pack for pack in store.packs() if pack.id not in before]
            assert len(new) == (answer == "down")
        assert "It went well." in new[0].lines[0].text


async def test_letting_go_and_changing_nothing_ask_nothing(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"action:{TO_TRY}")
        await desk.press("enter")
        await desk.until_screen("ActionScreen")
        await desk.choose("#state", Trying.LET_GO)
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        await put_mark(desk, f"action:{DONE}")
        await desk.press("enter")
        await desk.until_screen("ActionScreen")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert "let go" in desk.seen()


def test_only_what_was_tried_and_told_is_a_line():
    action = Action(id=TO_TRY, what="ask first.", happened="Yes.", state=Trying.TRIED)
    assert told_of(action) == "Ask first.\nYes."
    assert told_of(replace(action, state=Trying.LET_GO)) == ""
    assert told_of(replace(action, happened=" ")) == ""


# Then and after


@pytest.mark.parametrize("size", [(80, 40), LARGE], ids=["narrow", "wide"])
async def test_the_entry_stands_beside_what_came_back_and_what_was_tried(desk, size):
    full(desk)
    async with desk.sit(size=size):
        await to_peers(desk, f"pack:{TAKEN}")
        await desk.press("v")
        await desk.until_screen("BesideScreen")
        seen = desk.seen()
        for words in (
            "Then",
            WORKED[:20],
            "After the session",
            "steadier · lighter",
            "It is about who",
            "After trying",
            "She used them to",
            "Two minutes was",
        ):
            assert words in seen, words
        wide = size == LARGE
        line = next(line for line in seen.split("\n") if "After the session" in line)
        assert ("Then" in line and "After trying" in line) is wide


async def test_a_tender_entry_is_named_there_and_not_shown(desk):
    full(desk)
    with desk.store() as store:
        store.save(replace(store.entry(numbered(1)), tender=True))
    async with desk.sit(size=LARGE):
        await to_peers(desk, f"pack:{TAKEN}")
        await desk.press("v")
        await desk.until_seen("You marked this entry tender")
        assert "Kirsty" not in desk.seen()


async def test_the_journal_shows_what_came_back_for_the_entry_that_is_read(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("v")
        await desk.until_screen("BesideScreen")
        assert "steadier · lighter" in desk.seen()
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        await desk.press("down", "v")
        await desk.until_screen("AskScreen")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")


async def test_with_nothing_brought_back_it_says_so_calmly(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await to_peers(desk, f"pack:{READY}")
        await desk.press("v")
        await desk.until_seen("Nothing has been brought back")


# The running order


async def test_the_running_order_goes_part_by_part_and_counts_up_in_whole_minutes(desk):
    full(desk)
    async with desk.sit(size=LARGE, settings=PATIENT):
        await to_peers(desk)
        await desk.press("h")
        await desk.until_screen("HostScreen")
        for at, (_, what, who) in enumerate(SHEET):
            assert f"part {at + 1} of 7" in desk.words_of("#host-place")
            assert desk.words_of("#host-what") == what
            assert who in desk.words_of("#host-who")
            assert FOR[at] in desk.words_of("#host-who")
            assert "just begun" in desk.words_of("#host-minutes")
            if at < 6:
                assert "Next or skip" in foot(desk)
                await desk.press("n")
        assert "Next or skip" not in foot(desk)
        await desk.press("left")
        assert "part 6 of 7" in desk.words_of("#host-place")
        await desk.press("right")
        assert "part 7 of 7" in desk.words_of("#host-place")
        await desk.tick(minutes=7, seconds=59)
        desk.app.screen.show_minutes()
        assert "7 minutes" in desk.words_of("#host-minutes")
        assert "often about 5" in desk.words_of("#host-minutes")
        await desk.press("b")
        assert "part 6 of 7" in desk.words_of("#host-place")


async def test_a_pause_stops_the_minutes_and_says_so(desk):
    full(desk)
    async with desk.sit(settings=PATIENT):
        await to_peers(desk)
        await desk.press("h")
        await desk.until_screen("HostScreen")
        await desk.tick(minutes=2)
        await desk.press("space")
        assert "paused" in desk.words_of("#host-minutes")
        await desk.tick(minutes=9)
        desk.app.screen.show_minutes()
        assert "2 minutes" in desk.words_of("#host-minutes")
        await desk.press("space")
        await desk.tick(minutes=1)
        desk.app.screen.show_minutes()
        assert "3 minutes" in desk.words_of("#host-minutes")
        assert "paused" not in desk.words_of("#host-minutes")


async def test_a_lock_in_the_middle_of_a_session_leads_back_to_the_same_part(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk)
        await desk.press("h")
        await desk.until_screen("HostScreen")
        await desk.press("n", "n")
        await desk.tick(minutes=16)
        await desk.until_screen("LockScreen")
        await desk.unlock()
        await desk.until_screen("HostScreen")
        assert "part 3 of 7" in desk.words_of("#host-place")
        assert int(desk.words_of("#host-minutes").split("So far")[1].split()[0]) >= 5


def test_minutes_of_a_part_are_kept_when_it_is_left_and_a_clock_put_back_takes_none_away():
    hosting = begun(7, NOON)
    later = NOON + timedelta(minutes=4)
    assert hosting.go(-1, later) is hosting
    second = hosting.go(1, later)
    assert second.elapsed(later) == timedelta()
    back = second.go(-1, later + timedelta(minutes=1))
    assert back.elapsed(later + timedelta(minutes=2)) == timedelta(minutes=5)
    assert back.elapsed(NOON - timedelta(hours=1)) == timedelta(minutes=4)
    paused = back.pause(later + timedelta(minutes=2))
    assert paused.paused
    assert paused.elapsed(later + timedelta(hours=9)) == timedelta(minutes=5)
    assert paused.go(1, later).paused


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "just begun"), (59, "just begun"), (60, "1 minute"), (719, "11 minutes")]
)
def test_only_whole_minutes_are_said(seconds, words):
    assert minutes_words(timedelta(seconds=seconds)) == words


# The calendar


async def test_a_sessions_date_is_a_file_with_a_neutral_title_and_no_words(desk, tmp_path):
    full(desk)
    async with desk.sit():
        await to_peers(desk)
        await desk.press("d")
        await desk.until_screen("SessionDate")
        await desk.press("ctrl+s")
        assert "could not be read" in desk.words_of("#message")
        await desk.fill("#day", "26/11/2026")
        await desk.fill("#time", "late")
        await desk.press("enter")
        assert "That time could not be read" in desk.words_of("#message")
        await desk.fill("#time", "2.30pm")
        await desk.fill("#folder", str(tmp_path))
        await desk.press("ctrl+s")
        await desk.until_screen("PeersScreen")
        written = (tmp_path / "session.ics").read_text()
        start = datetime(2026, 11, 26, 14, 30).astimezone().astimezone(UTC)
        assert f"DTSTART:{start:%Y%m%dT%H%M%SZ}" in written
        assert "SUMMARY:Peer session" in written
        assert "plan" not in written


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("14:00", 14, 0),
        ("9", 9, 0),
        ("9.05", 9, 5),
        ("2pm", 14, 0),
        ("2:30 PM", 14, 30),
        ("12am", 0, 0),
        ("12pm", 12, 0),
    ],
)
def test_a_time_is_read_as_people_write_it(written, hour, minute):
    assert read_time(written) == time(hour, minute)


@pytest.mark.parametrize("written", ["", "25:00", "9:60", "13pm", "0am", "noon", "9:5"])
def test_what_is_no_time_is_refused_calmly(written):
    with pytest.raises(UsageProblem, match="That time could not be read"):
        read_time(written)


def test_a_day_that_does_not_exist_is_refused_calmly():
    with pytest.raises(UsageProblem, match="That day could not be read"):
        begins("31/02/2026", "9:00")
    assert begins("12/11/2026", "9:00").utcoffset() is not None
