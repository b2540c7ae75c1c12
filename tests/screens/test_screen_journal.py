"""The journal: reading, finding, and changing what was written."""

from dataclasses import replace
from datetime import timedelta

import pytest
from a_desk import LARGE, NOON, SMALL, a_draft, an_entry, numbered

from tip_reflect.app.screens.journal import NONE_FOUND
from tip_reflect.app.widgets.choice_row import ChoiceRow
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.journal.entry import Moment, PathId, State
from tip_reflect.journal.finding import Filter
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.sharing.forms import Form, write

GARDEN = an_entry(
    "The garden gate was open", number=1, days_ago=1, thread="the garden family", tags=("gate", "spring")
)
KETTLE = an_entry("Kettle on before coats off", number=2, days_ago=2, principle=Principle.SAFETY)
PLAN = an_entry("Plan for the gate visit", number=3, days_ago=40, purpose=Purpose.PLANNING)
TENDER = an_entry("A tender heron", number=4, days_ago=41, tender=True, path=PathId.DEEP)
DRAFT = a_draft("A draft about herons", number=5, days_ago=80)
ALL = (GARDEN, KETTLE, PLAN, TENDER, DRAFT)


def shelf(desk):
    return desk.one(JournalList)


def shown(desk):
    """The ids of the entries in the list, in its order; waits for nothing."""
    entries = shelf(desk)
    summaries = [entries._summary(at) for at in range(entries.count)]
    return [one.id.int if one else None for one in summaries]


async def show(desk, *wanted):
    await desk.until(lambda: shown(desk) == list(wanted))


async def opened(desk, number):
    await desk.until(lambda: desk.one(Reader).entry and desk.one(Reader).entry.id == numbered(number))


async def test_entries_stand_newest_first_under_their_months(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await show(desk, 1, 2, 3, 4, 5)
        words = desk.seen()
        places = [
            words.index(one)
            for one in (
                "November 2026",
                "The garden gate",
                "Kettle",
                "October 2026",
                "Plan",
                "September 2026",
            )
        ]
        assert places == sorted(places)
        assert "A tender heron" not in words, "a tender entry shows no words of its own"
        assert "draft" in words


async def test_an_empty_journal_says_so_calmly(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("2")
        await desk.until_screen("JournalScreen")
        await desk.until(lambda: desk.words_of("#count"))
        for key in ("enter", "e", "d", "t", "x", "delete", "end", "down"):
            await desk.press(key)
            assert desk.screen == "JournalScreen"


async def test_below_100_columns_the_list_and_the_reader_take_turns(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        assert shelf(desk).size.width > 0
        assert not desk.one(Reader).display
        await desk.press("enter")
        await opened(desk, 1)
        assert desk.one(Reader).display
        assert not shelf(desk).display
        await desk.press("escape")
        assert shelf(desk).display
        assert not desk.one(Reader).display
        assert desk.focused == "list"


async def test_from_100_columns_they_stand_side_by_side_and_nothing_opens_by_itself(desk):
    desk.make_journal(*ALL)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        assert shelf(desk).display
        assert desk.one(Reader).display
        await desk.press("down", "up")
        assert desk.one(Reader).entry is None
        await desk.press("enter")
        await opened(desk, 1)
        assert shelf(desk).display
        assert "The garden gate was open" in desk.one(Reader).words
        assert "the garden family" in desk.one(Reader).words


async def test_beside_an_open_entry_the_keys_mean_the_entry_under_the_mark_once_the_list_has_them(desk):
    desk.make_journal(*ALL)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("enter")
        await opened(desk, 1)
        await desk.focus("#list")
        await desk.press("down")
        assert desk.app.screen.chosen == numbered(2)
        await desk.press("enter")
        await opened(desk, 2)


async def test_end_pages_through_300_entries_and_home_comes_back(desk):
    many = [an_entry(f"entry number {at}", number=at, days_ago=at) for at in range(1, 301)]
    desk.make_journal(*many)
    asked = []
    async with desk.sit():
        await desk.into_the_journal()
        screen = desk.app.screen
        real = screen.session.store.call
        screen.session.store.call = lambda work: (asked.append(work), real(work))[1]
        await desk.press("end")
        await desk.until(lambda: shelf(desk).current and shelf(desk).current.id == numbered(300))
        await desk.until_seen("entry number 300")
        known = [one for one in shown(desk) if one]
        assert len(known) < 300, "only what comes into view is read"
        assert len(asked) <= 6
        await desk.press("home")
        await desk.until(lambda: shelf(desk).current.id == numbered(1))
        for _ in range(3):
            await desk.press("pagedown")
        await desk.until(lambda: shelf(desk).current and shelf(desk).current.id.int > 40)
        await desk.until_seen(shelf(desk).current.title)


# Finding


async def test_search_finds_as_it_is_typed_and_marks_what_it_found(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("slash")
        assert desk.focused == "query"
        await desk.press_text("gat")
        await show(desk, 1, 3)
        assert "2" in desk.words_of("#count")
        await desk.press_text("e")
        await show(desk, 1, 3)
        strips = desk.app.screen._compositor.render_strips()
        found = shelf(desk).get_component_rich_style("journal-list--found", partial=True).color
        marked = [part.text for strip in strips for part in strip if part.style and part.style.color == found]
        assert any("gate" in part for part in marked)
        await desk.press("enter", "down", "enter")
        await opened(desk, 3)


async def test_search_finds_in_tags_and_threads_and_never_shows_the_words_of_a_tender_entry(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("slash")
        await desk.press_text("spring")
        await show(desk, 1)
        await desk.fill("#query", "family")
        await show(desk, 1)
        await desk.fill("#query", "heron")
        await show(desk, 4, 5)
        assert "A tender heron" not in desk.seen()


async def test_nothing_that_is_typed_in_the_search_is_an_error(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("slash")
        for typed in ('"', "a*", "NEAR(", "gate AND", "[/oops]", "' OR 1", "^-:"):
            await desk.fill("#query", typed)
            assert desk.screen == "JournalScreen"
            assert desk.said() == ""
        await desk.press("escape", "c")
        await show(desk, 1)


async def test_what_is_not_found_is_said_and_one_key_shows_all_again(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("slash")
        await desk.press_text("zebra")
        await desk.until(lambda: shelf(desk).count == 0)
        await desk.press("escape", "c")
        await show(desk, 1, 2, 3, 4, 5)
        assert desk.one("#query").value == ""


async def filtered(desk):
    await desk.press("f")
    await desk.until_screen("FilterDialog")


FILTERS = [
    ("#principle", Principle.SAFETY, [2]),
    ("#purpose", Purpose.PLANNING, [3]),
    ("#thread", "the garden family", [1]),
    ("#tag", "#gate", [1]),
    ("#since", "20/11/2026", [1, 2]),
    ("#until", "2026-10-13", [3, 4, 5]),
    ("#only", "tender", [4]),
    ("#only", "draft", [5]),
]


async def test_each_filter_lets_through_what_it_names_and_says_so(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        for selector, value, wanted in FILTERS:
            await filtered(desk)
            if isinstance(desk.one(selector), ChoiceRow):
                await desk.choose(selector, value)
            else:
                await desk.fill(selector, value)
            await desk.press("ctrl+s")
            await desk.until_screen("JournalScreen")
            await show(desk, *wanted)
            assert desk.words_of("#count")
            await desk.press("c")
            await show(desk, 1, 2, 3, 4, 5)


async def test_a_filter_holds_while_searching_and_is_still_set_when_opened_again(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await filtered(desk)
        await desk.fill("#since", "1/11/2026")
        await desk.press("enter")
        await show(desk, 1, 2)
        await desk.press("slash")
        await desk.press_text("gate")
        await show(desk, 1)
        await desk.press("enter")
        await filtered(desk)
        assert desk.one("#since").value == "01/11/2026"
        await desk.press("escape")
        await show(desk, 1)


async def test_a_day_that_cannot_be_read_is_said_and_nothing_is_filtered(desk):
    desk.make_journal(*ALL)
    async with desk.sit():
        await desk.into_the_journal()
        await filtered(desk)
        await desk.fill("#since", "32/13/2026")
        await desk.press("ctrl+s")
        assert desk.screen == "FilterDialog"
        assert desk.words_of("#message")
        await desk.press("escape")
        await show(desk, 1, 2, 3, 4, 5)


# Changing


async def test_a_tender_entry_opens_only_after_being_asked(desk):
    desk.make_journal(TENDER)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until_screen("AskScreen")
        await desk.press("enter")
        await desk.until_screen("JournalScreen")
        assert desk.one(Reader).entry is None
        await desk.press("enter")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await opened(desk, 4)


async def test_a_tender_entry_is_not_opened_for_changing_without_being_asked_either(desk):
    desk.make_journal(TENDER)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("e")
        await desk.until(lambda: desk.screen != "JournalScreen")
        assert desk.screen == "AskScreen"
        assert "heron" not in desk.seen()


async def test_one_key_makes_an_entry_tender_and_the_same_key_asks_before_it_undoes_it(desk):
    desk.make_journal(KETTLE)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("t")
        await desk.until(lambda: desk.kept(2).tender)
        await desk.until(lambda: "Kettle" not in desk.seen())
        await desk.until_seen("t Not tender")
        await desk.press("t")
        await desk.until_screen("AskScreen")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        assert desk.kept(2).tender
        await desk.press("t")
        await desk.until_screen("AskScreen")
        await desk.focus("#yes")
        await desk.press("enter")
        await desk.until(lambda: not desk.kept(2).tender)
        await desk.until_seen("Kettle")
        await desk.until_seen("t Tender")


async def test_details_change_principle_purpose_thread_tags_and_shock_and_no_words(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("d")
        await desk.until_screen("DetailsDialog")
        await desk.choose("#principle", Principle.CHOICE)
        await desk.choose("#purpose", Purpose.EVALUATING)
        await desk.fill("#thread", "the allotment")
        await desk.fill("#tags", "#soil, two words ,soil,")
        await desk.choose("#shock", True)
        await desk.press("ctrl+s")
        await desk.until_screen("JournalScreen")
        changed = desk.kept()
        assert changed == replace(
            GARDEN,
            principle=Principle.CHOICE,
            purpose=Purpose.EVALUATING,
            thread="the allotment",
            tags=("soil", "two words"),
            shock=True,
            revision=changed.revision,
        )


async def test_escape_from_details_keeps_what_was_typed_and_changes_nothing_else(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("d")
        await desk.until_screen("DetailsDialog")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        assert desk.kept() == replace(GARDEN, revision=1), "nothing typed, nothing saved"
        await desk.press("d")
        await desk.until_screen("DetailsDialog")
        await desk.fill("#thread", "another")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        await desk.until(lambda: desk.kept().thread == "another")
        assert desk.kept() == replace(GARDEN, thread="another", revision=desk.kept().revision)


async def test_what_stands_in_a_box_is_added_to_and_never_replaced_by_the_first_key(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("d")
        await desk.until_screen("DetailsDialog")
        for box in ("#thread", "#tags"):
            before = desk.one(box).value
            assert before
            await desk.focus(box)
            await desk.press_text("x")
            assert desk.one(box).value == f"{before}x"


@pytest.mark.parametrize("size", [SMALL, (60, 24)])
async def test_what_is_said_of_an_empty_list_is_never_cut(desk, size):
    desk.make_journal(GARDEN)
    async with desk.sit(size=size):
        await desk.into_the_journal()
        await desk.press("slash")
        await desk.press_text("zebra")
        await desk.until(lambda: NONE_FOUND in desk.words_of("#count"))
        shown = " ".join(desk.seen().split())
        assert all(word in shown for word in NONE_FOUND.split())
        assert "…" not in desk.seen()


async def test_a_notice_goes_with_its_screen_and_stands_clear_of_the_foot(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        foot = desk.one(Foot).region
        desk.app.say("A quiet word.")
        await desk.until_seen("A quiet word.")
        toast = desk.one("Toast").region
        assert not toast.overlaps(foot)
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        assert not desk.said()
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        assert "A quiet word." not in desk.seen()


async def test_a_notice_that_a_dialog_leaves_behind_is_seen(desk, tmp_path):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.fill("#folder", str(tmp_path))
        await desk.press("ctrl+s")
        await desk.until_screen("JournalScreen")
        await desk.until_seen("Written to")


async def test_behind_a_dialog_only_the_dialogs_own_foot_is_shown(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        assert "f Filter" in desk.seen()
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        assert "f Filter" not in desk.seen()
        assert "Back" in desk.seen()
        await desk.press("escape")
        await desk.until_seen("f Filter")


async def test_in_a_small_window_a_question_shows_both_its_answers(desk):
    desk.make_journal(GARDEN)
    async with desk.sit(size=(60, 18)):
        await desk.into_the_journal()
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.until_seen("Delete this entry?")
        assert "Keep it" in desk.seen()
        assert "Delete it for good" in desk.seen()


async def test_details_changed_in_another_window_meanwhile_overwrite_nothing_and_it_is_said(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("d")
        await desk.until_screen("DetailsDialog")
        with desk.store() as other:
            other.save(other.entry(numbered(1)).with_text(0, "theirs"))
        await desk.fill("#thread", "another")
        await desk.press("ctrl+s")
        await desk.until_screen("JournalScreen")
        await desk.until(desk.said)
        assert desk.kept().answers[0].text == "theirs"
        assert desk.kept().thread == "the garden family"


async def test_delete_asks_and_the_gentle_answer_keeps_the_entry(desk):
    desk.make_journal(GARDEN, KETTLE)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        assert desk.app.library.notices.delete.split(".")[0] in " ".join(
            str(one.visual) for one in desk.app.screen.query("Static")
        )
        await desk.press("enter")
        await show(desk, 1, 2)
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await show(desk, 2)
        assert [one.id.int for one in desk.all_kept()] == [2]


async def test_an_open_entry_is_deleted_and_the_list_comes_back(desk):
    desk.make_journal(GARDEN, KETTLE)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await opened(desk, 1)
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await show(desk, 2)
        assert desk.one(Reader).entry is None
        assert desk.focused == "list"


async def save_as(desk, target):
    await desk.fill("#folder", str(target.parent))
    await desk.fill("#name", target.name)


async def test_export_writes_exactly_this_entry_to_a_new_file_in_each_form(desk, tmp_path):
    desk.make_journal(GARDEN, KETTLE)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("down")
        for form in Form:
            target = tmp_path / f"mine.{form}"
            await desk.press("x")
            await desk.until_screen("ExportDialog")
            words = " ".join(str(one.visual) for one in desk.app.screen.query("Static"))
            assert desk.app.library.notices.export in words
            await desk.choose("#form", form)
            assert desk.one("#name").value.endswith(f".{form}")
            await save_as(desk, target)
            await desk.press("ctrl+s")
            await desk.until_screen("JournalScreen")
            assert target.read_bytes() == write([desk.kept(2)], form)
            assert "garden" not in target.read_text()
            assert target.name in desk.said()


async def test_export_never_writes_over_a_file_and_says_so(desk, tmp_path):
    desk.make_journal(GARDEN)
    taken = tmp_path / "taken.md"
    taken.write_text("mine already")
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        for target in (taken, tmp_path / "no such folder" / "a.md", tmp_path):
            await save_as(desk, target)
            desk.one("#message").update("")
            await desk.press("ctrl+s")
            await desk.until(lambda: desk.words_of("#message"))
            assert desk.screen == "ExportDialog"
        assert taken.read_text() == "mine already"


async def test_a_home_that_is_nobodys_is_said_and_ends_nothing(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.fill("#folder", "~nobody-of-this-name")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.words_of("#message"))
        await desk.choose("#form", Form.JSON)
        assert desk.screen == "ExportDialog"


async def test_the_usual_name_is_one_that_is_free(desk, tmp_path):
    desk.make_journal(GARDEN)
    home = tmp_path / "home"
    (home / "reflection.md").write_text("taken")
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        assert desk.one("#folder").value == str(home)
        assert desk.one("#name").value == "reflection-2.md"


# Beside other windows


async def test_what_another_window_wrote_appears_after_a_look_and_the_open_entry_is_read_again(desk):
    desk.make_journal(GARDEN)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("enter")
        await opened(desk, 1)
        with desk.store() as other:
            other.save(other.entry(numbered(1)).with_text(0, "Changed outside"))
            other.save(replace(KETTLE, written=Moment(at=NOON - timedelta(hours=1))))
        await desk.tick(seconds=2)
        await show(desk, 2, 1)
        await desk.until(lambda: "Changed outside" in desk.one(Reader).words)


async def test_an_open_entry_that_another_window_deleted_goes(desk):
    desk.make_journal(GARDEN, KETTLE)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await opened(desk, 1)
        with desk.store() as other:
            other.delete(numbered(1))
        await desk.tick(seconds=2)
        await show(desk, 2)
        await desk.until(lambda: desk.one(Reader).entry is None)


async def test_an_entry_that_went_before_it_was_opened_is_said(desk):
    desk.make_journal(GARDEN)
    async with desk.sit():
        await desk.into_the_journal()
        with desk.store() as other:
            other.delete(numbered(1))
        await desk.press("enter")
        await desk.until(desk.said)
        assert desk.screen == "JournalScreen"


async def test_a_second_window_says_that_it_only_reads_and_writes_nothing(desk):
    draft = a_draft("half", number=9, days_ago=0)
    desk.make_journal(GARDEN, draft, done=[])
    async with desk.sit():
        before = desk.all_kept()
        second = type(desk)(desk.places, desk.clock, desk.words, desk.key)
        async with second.sit(size=LARGE):
            reason = second.app.session.read_only
            assert reason
            assert reason[:40] in second.seen()
            await second.press("enter")
            assert second.screen == "TodayScreen"
            assert second.said() == reason
            await second.press("a")
            assert second.screen == "TodayScreen"

            for name in [row.name for row in second.app.screen.query("WaitingRow")]:
                for key in ("x", "enter"):
                    for row in second.app.screen.query("WaitingRow"):
                        if row.name == name:
                            row.focus()
                    await second.press(key)
                    if second.screen == "AskScreen":
                        await second.press("tab", "enter")
                        await second.until_screen("TodayScreen")
                    elif second.screen == "ReflectScreen":
                        await second.press_text("from the second window")
                        await second.press("escape")
                    elif second.screen == "ContactsScreen":
                        await second.press_text("from the second window")
                        await second.press("ctrl+s")
                    if second.screen != "TodayScreen":
                        await second.app.action_today()
                        await second.at_rest()
            assert (desk.note("recovery-sheet"), desk.note("own-contacts")) == ("", "")
            with desk.store() as store:
                assert store.own_contacts() == []

            await second.into_the_journal()
            for key in ("e", "d", "t", "delete"):
                await second.press(key)
                assert second.screen == "JournalScreen"
            await second.press("enter")
            await second.until(lambda: second.one(Reader).entry is not None)
        assert desk.all_kept() == before


async def test_the_state_of_a_finished_entry_can_not_be_lost_by_reading_it(desk):
    desk.make_journal(GARDEN)
    before = desk.all_kept()
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await opened(desk, 1)
        await desk.press("down", "escape", "f5", "escape", "f1", "escape")
        with desk.store() as store:
            assert store.count(Filter(state=State.CLOSED)) == 1
        assert desk.all_kept() == before
