"""The pack builder: what is in a pack, in which order, and that none of it is lost or touches an entry."""

from dataclasses import replace

import pytest
from a_desk import LARGE, numbered
from a_pack import (
    DRAFT,
    ENTRY,
    QUESTION,
    TRIED,
    WHOLE,
    WORKED,
    a_pack,
    full,
    into_pack,
    kept_pack,
    marked,
    put_mark,
    to_peers,
)
from textual.widgets import Button, Input

from tip_reflect.app.widgets.choice_row import ChoiceRow
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.line_row import AddRow, LineRow
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.marking import mark_of
from tip_reflect.journal.pack import PackState, Part, Want
from tip_reflect.journal.principles import Principle
from tip_reflect.store.store import Store

pytestmark = pytest.mark.long


def foot(desk):
    return {binding.description for binding in desk.one(Foot).shown}


def lines_of(desk, part):
    return [line.text for line in kept_pack(desk).lines if line.part is part]


async def on_line(desk, at):
    """Give the keys to a line, as Tab does."""
    rows = {row.at: row for row in desk.app.screen.query(LineRow)}
    for _ in desk.app.screen.focus_chain:
        if desk.app.focused is rows[at]:
            return
        await desk.pilot.press("tab")
    assert desk.app.focused is rows[at]


async def new_pack(desk, starter):
    await to_peers(desk)
    await desk.press("n")
    await desk.until_screen("BeginPack")
    desk.one(f"#begin-{starter}", Button).focus()
    await desk.press("enter")


# Beginning


async def test_what_worked_is_offered_first_as_often_as_what_one_is_stuck_on(desk):
    marked(desk)
    async with desk.sit():
        first = []
        for number in range(4):
            await to_peers(desk)
            await desk.press("n")
            await desk.until_screen("BeginPack")
            first.append(str(next(iter(desk.app.screen.query(Button))).label))
            await desk.press("escape")
            with desk.store() as store:
                store.save_pack(a_pack(pack_id=numbered(100 + number)))
            await desk.press("1")
            await desk.until_screen("TodayScreen")
        assert first == ["Something that worked", "Something I am stuck on"] * 2


async def test_with_nothing_marked_a_pack_begins_with_a_line_and_its_sentence_starter(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await new_pack(desk, "worked")
        await desk.until_screen("LineScreen")
        assert desk.app.library.prompt("peers-08").text in " ".join(desk.words_of("#line-prompt").split())
        await desk.press_text("We saw the room first.")
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        with desk.store() as store:
            (pack,) = store.packs()
        assert [(line.part, line.text, line.source) for line in pack.lines] == [
            (Part.WORKED, "We saw the room first.", None)
        ]


async def test_a_pack_with_nothing_in_it_leaves_no_trace(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await new_pack(desk, "stuck")
        await desk.until_screen("LineScreen")
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        with desk.store() as store:
            assert store.packs() == []


async def test_a_question_only_pack_asks_for_the_question_and_nothing_else(desk):
    marked(desk)
    async with desk.sit():
        await new_pack(desk, "question")
        await desk.until(lambda: desk.screen == "PackScreen" and desk.focused == "one-question")
        assert not desk.one("#whole").display
        assert not {"Marked pieces", "Add a line"} & foot(desk)
        await desk.press_text(QUESTION)
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        with desk.store() as store:
            (pack,) = store.packs()
        assert pack.question_only
        assert pack.question == QUESTION
        assert pack.lines == ()


# Choosing what is marked


async def test_nothing_is_in_a_pack_until_it_is_chosen_and_a_second_key_takes_it_out(desk):
    marked(desk)
    async with desk.sit():
        await new_pack(desk, "worked")
        await desk.until_screen("PiecesScreen")
        with desk.store() as store:
            assert store.packs() == []
        await put_mark(desk, "0:1")
        await desk.press("space")
        await put_mark(desk, "0:0")
        await desk.press("p", "enter")
        with desk.store() as store:
            (pack,) = store.packs()
        assert [(line.part, line.text, line.source) for line in pack.lines] == [
            (Part.WORKED, WORKED, ENTRY.id),
            (Part.BRIEF, TRIED[:38], ENTRY.id),
        ]
        await desk.press("space")
        with desk.store() as store:
            assert [line.text for line in store.packs()[0].lines] == [WORKED]
        assert desk.kept(1) == replace(ENTRY, revision=1)


async def test_a_tender_entry_shows_no_words_until_a_piece_of_it_is_chosen(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack())
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await desk.press("f2")
        await desk.until_screen("PiecesScreen")
        await put_mark(desk, "1:0")
        assert "heron" not in desk.seen()
        assert "9 words, not shown" in desk.seen()
        await desk.press("enter")
        assert "I said nothing when the heron" in desk.seen()
        assert lines_of(desk, Part.BRIEF) == ["I said nothing when the heron was spoken over."]
        await desk.press("enter")
        assert "heron" not in desk.seen()


async def test_words_that_were_taken_out_of_an_entry_since_are_not_offered(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack())
        store.save(store.entry(ENTRY.id).with_text(0, "I met her mum before the meeting."))
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await desk.press("f2")
        await desk.until_screen("PiecesScreen")
        assert "Kirsty" not in desk.seen()
        assert WORKED in desk.seen()


async def test_with_nothing_marked_the_list_says_where_marking_is_done(desk):
    desk.make_journal(ENTRY)
    with desk.store() as store:
        store.save_pack(a_pack())
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await desk.press("f2")
        await desk.until_seen("Nothing is marked yet.")
        assert "Choose" not in foot(desk)


async def test_pieces_are_chosen_with_the_mouse_too(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack())
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await desk.press("f2")
        await desk.until_screen("PiecesScreen")
        await desk.click_on("○ Seeing the room")
        await desk.click_on("○ Seeing the room")
        await desk.until_seen("◉ Seeing the room")
        assert lines_of(desk, Part.BRIEF) == [WORKED]


# Lines


async def test_a_changed_line_is_a_copy_and_the_entry_keeps_its_words(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await on_line(desk, 3)
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        assert desk.one(WritingArea).text == WORKED
        await desk.press_text(" And tea.")
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        assert lines_of(desk, Part.WORKED) == [f"{WORKED} And tea."]
        assert kept_pack(desk).lines[3].source == ENTRY.id
        assert desk.kept(1) == replace(ENTRY, revision=1)
        with desk.store() as store:
            assert store.marks(ENTRY.id)[1] == mark_of(ENTRY, 1, 0, len(WORKED))


async def test_a_line_moves_up_and_down_and_into_the_next_part(desk):
    full(desk)
    first, second = WHOLE.lines[0].text, WHOLE.lines[1].text
    async with desk.sit():
        await into_pack(desk)
        await on_line(desk, 0)
        await desk.press("d")
        assert lines_of(desk, Part.BRIEF) == [second, first]
        await desk.press("d")
        assert lines_of(desk, Part.BRIEF) == [second]
        assert lines_of(desk, Part.TRIED) == [first, TRIED]
        assert desk.app.screen.pack.lines[desk.app.focused.at].text == first
        await desk.press("u")
        assert lines_of(desk, Part.BRIEF) == [second, first]


async def test_a_line_goes_to_another_part_where_it_is_written(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await on_line(desk, 0)
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.choose("#part", Part.WORKED)
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        assert WHOLE.lines[0].text in lines_of(desk, Part.WORKED)


async def test_a_line_is_taken_out_with_one_key_and_an_emptied_line_goes(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await on_line(desk, 0)
        await desk.press("delete")
        assert lines_of(desk, Part.BRIEF) == [WHOLE.lines[1].text]
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.pilot.press("home", "ctrl+k")
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        assert lines_of(desk, Part.BRIEF) == []
        assert len(kept_pack(desk).lines) == 2


async def test_letters_typed_into_the_boxes_move_nothing(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await desk.focus("#please")
        await desk.press_text(" u d 1 2 3 s n")
        assert desk.screen == "PackScreen"
        assert desk.one("#please", WritingArea).text.endswith(" u d 1 2 3 s n")
        assert desk.app.screen.pack.lines == WHOLE.lines


async def test_a_line_of_ones_own_is_added_by_key_and_by_mouse(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await desk.focus("#add-tried")
        await desk.press("f3")
        await desk.until_screen("LineScreen")
        await desk.press_text("A line.")
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        assert lines_of(desk, Part.TRIED) == [TRIED, "A line."]
        await desk.pilot.click("#add-worked")
        await desk.until_screen("LineScreen")
        await desk.press_text("Another.")
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        assert lines_of(desk, Part.WORKED) == [WORKED, "Another."]


# The rest of the page


async def test_every_choice_of_the_page_is_kept(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack(question=""))
    async with desk.sit():
        await into_pack(desk)
        await desk.choose("#want", Want.PLAN)
        await desk.focus("#one-question")
        await desk.press_text(QUESTION)
        await desk.choose("#lens", Principle.SAFETY)
        await desk.focus("#please")
        await desk.press_text("No advice.")
        await desk.choose("#hard", True)
        await desk.fill("#theme", "loss")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        pack = kept_pack(desk)
        assert (pack.want, pack.question, pack.lens) == (Want.PLAN, QUESTION, Principle.SAFETY)
        assert (pack.please_do_not, pack.hard_to_hear, pack.theme) == ("No advice.", True, "loss")
        await into_pack(desk)
        assert desk.one("#theme", Input).value == "loss"
        assert desk.one("#lens", ChoiceRow).value is Principle.SAFETY


async def test_the_impact_is_left_out_until_it_is_put_in(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        assert not desk.one("#part-impact").display
        assert not kept_pack(desk).with_impact
        await desk.choose("#with-impact", True)
        assert desk.one("#part-impact").display
        await desk.focus("#add-impact")
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.press_text("It stays with me.")
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        assert kept_pack(desk).with_impact
        assert lines_of(desk, Part.IMPACT) == ["It stays with me."]


async def test_the_count_is_live_and_more_than_a_side_is_allowed_with_a_gentle_note(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        before = desk.words_of("#pack-state")
        assert "of 350 words" in before
        assert "More than one side" not in before
        await desk.focus("#please")
        await desk.paste("word " * 351)
        after = desk.words_of("#pack-state")
        assert int(after.split(" of 350")[0].split()[-1]) > 350
        assert "More than one side. That is allowed" in after
        await desk.press("escape")
        await desk.until_screen("PeersScreen")


async def test_a_change_of_words_after_the_check_asks_for_the_check_again(desk):
    full(desk)
    with desk.store() as store:
        store.save_pack(replace(store.pack(DRAFT), state=PackState.READY))
    async with desk.sit():
        await into_pack(desk)
        assert "Write a file" in foot(desk)
        await desk.choose("#want", Want.HEARD)
        assert "Write a file" in foot(desk)
        await desk.focus("#please")
        await desk.press_text(" x")
        await desk.until(lambda: "Check for people" in foot(desk))
        assert "Write a file" not in foot(desk)
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert kept_pack(desk).state is PackState.DRAFT


async def test_the_page_is_seen_as_it_stands_in_its_fixed_order(desk):
    full(desk)
    async with desk.sit(size=(120, 60)):
        await into_pack(desk)
        await desk.press("f4")
        await desk.until_screen("PageScreen")
        words = desk.words_of("#preview-words")
        order = ["What I want", "My one question", "In brief", "What I have tried", "What worked", "The principle as a lens", "Please do not", "What the group said", "What we agree"]  # fmt: skip
        places = [words.index(one) for one in order]
        assert places == sorted(places)
        assert "Write this file" not in foot(desk)
        await desk.press("ctrl+n")
        assert desk.screen == "PageScreen"


@pytest.mark.parametrize("markup", ["[/oops] [bold red]x[/]", "[@click=app.quit]go[/]"])
async def test_words_of_a_pack_are_never_taken_for_markup(desk, markup):
    marked(desk)
    with desk.store() as store:
        store.save_pack(
            a_pack(
                (Part.BRIEF, f"{markup} line"), question=f"{markup} question", theme=markup, hard_to_hear=True
            )
        )
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        assert f"{markup} line" in desk.seen()
        assert f"{markup} question" in desk.seen()
        await desk.press("f4")
        await desk.until_screen("PageScreen")
        assert markup in desk.words_of("#preview-words")


# Nothing typed is lost


async def test_what_is_typed_is_in_the_file_a_moment_later_with_no_key_for_saving(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await desk.focus("#please")
        await desk.press_text(" Nor ask for details.")
        await desk.until(lambda: kept_pack(desk).please_do_not.endswith("details."))
        await on_line(desk, 0)
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.press_text(" More of it.")
        await desk.until(lambda: kept_pack(desk).lines[0].text.endswith("More of it."))
        await desk.press("escape")
        await desk.until_screen("PackScreen")


async def test_a_lock_in_the_middle_of_a_line_saves_it_and_leads_back_to_the_pack(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await on_line(desk, 0)
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.press_text(" Unsaved")
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        assert kept_pack(desk).lines[0].text.endswith(" Unsaved")
        await desk.unlock()
        await desk.until_screen("PackScreen")
        assert desk.app.screen.pack.id == DRAFT
        await desk.press("escape")
        await desk.until_screen("PeersScreen")


async def test_a_polite_kill_saves_a_line_that_was_never_saved_before(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        await desk.focus("#add-brief")
        await desk.press("enter")
        await desk.until_screen("LineScreen")
        await desk.press_text("Just typed")
        assert desk.app.keeper.save_at_once()
        assert lines_of(desk, Part.BRIEF)[-1] == "Just typed"


async def test_what_another_window_changed_is_shown_where_nothing_waits_here(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        with desk.store() as store:
            store.save_pack(store.pack(DRAFT).changed(question="Changed elsewhere?"))
        await desk.app.screen.refresh_from_store()
        await desk.until(lambda: desk.one("#one-question", WritingArea).text == "Changed elsewhere?")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert kept_pack(desk).question == "Changed elsewhere?"


async def test_words_typed_here_and_in_another_window_are_both_kept(desk, monkeypatch):
    monkeypatch.setattr(Store, "changed_elsewhere", lambda store: False)  # the news comes too late
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        with desk.store() as store:
            store.save_pack(store.pack(DRAFT).changed(question="Theirs?"))
        await desk.focus("#please")
        await desk.press_text(" Mine.")
        await desk.until_seen("kept as a pack of their own")
        with desk.store() as store:
            packs = store.packs()
        assert "Theirs?" in {pack.question for pack in packs}
        assert any(pack.please_do_not.endswith(" Mine.") and pack.question == QUESTION for pack in packs)


async def test_a_save_that_fails_is_said_and_the_words_stay_until_it_works(desk, monkeypatch):
    from tip_reflect.errors import DiskFull

    full(desk)
    async with desk.sit():
        await into_pack(desk)
        with monkeypatch.context() as trouble:
            trouble.setattr(
                Store, "save_pack", lambda store, pack: (_ for _ in ()).throw(DiskFull("The disk is full."))
            )
            await desk.focus("#please")
            await desk.press_text(" Held.")
            await desk.until_seen("The disk is full.")
            await desk.press("escape")
            assert desk.screen == "PackScreen"
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert kept_pack(desk).please_do_not.endswith(" Held.")


async def test_arrows_go_from_part_to_part_and_the_page_follows(desk):
    full(desk)
    async with desk.sit():
        await into_pack(desk)
        chain = [part for part in desk.app.screen.focus_chain if isinstance(part, (LineRow, AddRow))]
        assert len(chain) == 4 + 3
        chain[0].focus()
        await desk.at_rest()
        for part in chain[1:5]:
            await desk.press("down")
            assert desk.app.focused is part
            assert desk.one("#pack").region.overlaps(part.region)
