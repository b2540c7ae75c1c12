"""Check for people: every finding is looked at, and only the copy changes."""

import asyncio
import json
import threading

import pytest
from a_desk import LARGE, SMALL, a_draft, an_entry, numbered
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from tip_reflect.app.screens import review as review_screen
from tip_reflect.app.screens.blur_words import NO_YES, WHAT
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.pick_text import wrapped
from tip_reflect.app.widgets.review_text import ReviewText
from tip_reflect.app.widgets.swap_list import SwapList
from tip_reflect.app.widgets.underlines import Underlines
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.finding import Kind, Level, Span, Tier
from tip_reflect.settings import Settings
from tip_reflect.sharing.forms import Form, write

TRIED = (
    "I met Kirsty's mum at Loanhead Primary. Kirsty had asked me to come early.\n\n"
    "She stays in Loanhead now. Her phone is 07700 900123."
)
WORKED = "Seeing the room first. [it] took ten minutes."
ENTRY = an_entry(
    TRIED, WORKED, prompts=["What I have tried", "What worked"], thread="the garden family", tags=("visit",)
)


async def open_review(desk):
    await desk.into_the_journal()
    await desk.press("p")
    await desk.until_screen("ReviewScreen")
    await desk.until(lambda: desk.app.screen._review is not None and desk.app.screen._review.total >= 0)


def state(desk):
    return desk.app.screen._review


def current(desk):
    return desk.app.screen.current.finding


async def go_to(desk, words):
    """Step until these words are the current finding."""
    for _ in state(desk).subjects:
        if words in current(desk).text:
            return
        await desk.press("right_square_bracket")
    raise AssertionError(words)


async def use_all(desk):
    """Use the first swap of whatever is left."""
    while desk.screen == "ReviewScreen" and state(desk).left:
        await desk.press("a")
    await desk.until_screen("PreviewScreen")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_text_stands_with_the_finding_and_its_swaps(desk, size):
    desk.make_journal(ENTRY)
    async with desk.sit(size=size):
        await open_review(desk)
        words = desk.seen()
        for shown in (
            "Check for people",
            "looked at",
            "nothing has left this computer",
            "What I have tried",
            "word it myself…",
            "Still to look at",
            "[it]" if size == LARGE else "Kirsty",
        ):
            assert shown in words  # fmt: skip
        assert current(desk).text in words


async def test_one_key_changes_every_mention_and_goes_to_the_next(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        await go_to(desk, "Kirsty")
        assert "Appears 2 times in this entry. All change together." in " ".join(
            desk.words_of("#found").split()
        )
        option = desk.one(SwapList).option.words
        await desk.press("a")
        assert "Kirsty" not in "".join(piece.text for piece in state(desk).result())
        assert option.casefold() in desk.seen().casefold()
        assert current(desk).text != "Kirsty"
        assert "1 of" in desk.words_of("#progress")


async def test_arrows_choose_among_the_swaps_and_enter_uses(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await go_to(desk, "Kirsty")
        await desk.press("down")
        second = desk.one(SwapList).option.words
        await desk.press("enter")
        assert second.casefold() in state(desk).text_of(0).casefold()


async def test_own_words_go_everywhere(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await go_to(desk, "Kirsty")
        await desk.press("e")
        await desk.until_screen("OwnWords")
        await desk.fill("#own-words", "the gardener")
        await desk.press("enter")
        await desk.until_screen("ReviewScreen")
        assert "the gardener's mum" in state(desk).text_of(0)
        assert "The gardener had asked" in state(desk).text_of(0)


async def test_own_words_that_hold_a_number_are_refused_calmly(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await desk.press("e")
        await desk.until_screen("OwnWords")
        await desk.fill("#own-words", "ring 07700 900123")
        await desk.press("enter")
        assert desk.screen == "OwnWords"
        assert "Say it another way" in desk.words_of("#message")
        await desk.press("escape")
        assert not state(desk).decisions


async def test_a_number_cannot_be_kept_and_a_name_can(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await go_to(desk, "07700")
        assert "cannot stay" in desk.seen()
        assert "Keep as it is" not in desk.seen()
        await desk.press("k")
        assert not state(desk).decisions
        await go_to(desk, "Kirsty")
        await desk.press("k")
        assert "Kirsty" in state(desk).text_of(0)
        assert state(desk).looked_at == 1


async def test_undo_takes_back_any_number_of_steps(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await desk.press("a", "a")
        assert state(desk).looked_at == 2
        await desk.press("u", "u", "u")
        assert state(desk).result() == state(desk).pieces
        assert not state(desk).decisions


async def test_the_whole_way_to_a_file_for_others(desk, tmp_path):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        await use_all(desk)
        assert "[it]" in desk.seen()
        assert "Kirsty" not in desk.seen()
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        assert "Could the family, if they read it?" in " ".join(desk.seen().replace("│", " ").split())
        await desk.press("up", "enter")
        await desk.until_screen("ExportDialog")
        await desk.fill("#folder", str(tmp_path))
        await desk.press("enter")
        await desk.until_screen("JournalScreen")
        (written,) = [one for one in tmp_path.iterdir() if one.suffix == ".md"]
        text = written.read_text(encoding="utf-8")
        assert written.name == "reflection.md"
        for gone in ("Kirsty", "Loanhead", "07700", "2026", "garden", "visit", "<!--"):
            assert gone not in text
        assert "## What worked\n\nSeeing the room first. [it]" in text
    assert desk.kept() == desk.kept()
    assert desk.kept().answers[0].text == TRIED
    assert desk.kept().revision == 1


@pytest.mark.long
@pytest.mark.parametrize(("steps", "then"), [((), "ReviewScreen"), (("down",), "JournalScreen")])
async def test_perhaps_goes_back_to_blur_and_yes_leaves_it_out(desk, steps, then):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await use_all(desk)
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        assert {"Next answer", "Choose it", "Back"} <= {one.description for one in desk.one(Foot).shown}
        await desk.press(*steps, "enter")
        if then == "JournalScreen":
            await desk.until_screen("AskScreen")
            assert "is not kept" in desk.seen()
            await desk.press("down", "enter")
        await desk.until_screen(then)
        if then == "ReviewScreen":
            assert desk.one(ReviewText).picked is not None
            assert "could perhaps guess" in desk.words_of("#said")
            await desk.press("escape", "ctrl+n")
            await desk.until_screen("PreviewScreen")
        else:
            assert "Nothing has left this computer" in desk.said()


@pytest.mark.long
async def test_words_selected_by_keyboard_are_blurred_everywhere_and_watched_for(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        await desk.press("s")
        area = desk.one(ReviewText)
        for _ in range(60):
            if area.picked_words == "ten":
                break
            await desk.press("right")
        for _ in range(60):
            if area.picked_words == "room":
                break
            await desk.press("left")
        assert area.picked_words == "room"
        await desk.press("shift+right")
        assert area.picked_words == "room first"
        await desk.press("enter")
        await desk.until_screen("BlurWords")
        await desk.fill("#instead", "place")
        await desk.choose("#what", Watched.PLACE)
        await desk.choose("#watch", True)
        await desk.press("enter")
        await desk.until_screen("ReviewScreen")
        await desk.until(lambda: "Seeing the place." in state(desk).text_of(1))
        assert "picked by you" not in desk.words_of("#found"), "it goes on to the next"
        assert "Added to the names to watch for" in desk.words_of("#said")
        assert desk.said() == "", "nothing stands over the text"
        with desk.store() as store:
            assert store.watch_list() == [
                WatchedName(words="room first", what=Watched.PLACE, instead="place")
            ]
        await desk.press("u")
        await desk.until(lambda: "taken off" in desk.words_of("#said"))
        assert "Seeing the room first." in state(desk).text_of(1)
    with desk.store() as store:
        assert store.watch_list() == []


async def test_undo_gives_back_the_line_that_a_new_one_took_the_place_of(desk):
    desk.make_journal(an_entry("moon garden"))
    earlier = WatchedName(words="MOON", instead="a light")
    async with desk.sit(size=LARGE):
        await open_review(desk)
        with desk.store() as store:
            store.watch(earlier)
        desk.app.screen._watched = [earlier]
        await desk.press("s", "enter")
        await desk.until_screen("BlurWords")
        await desk.choose("#watch", True)
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ReviewScreen" and "Added" in desk.words_of("#said"))
        with desk.store() as store:
            assert store.watch_list() == [WatchedName(words="moon")]
        await desk.press("u")
        await desk.until(lambda: "taken off" in desk.words_of("#said"))
    with desk.store() as store:
        assert store.watch_list() == [earlier]


def letters_of(desk, part):
    """What is drawn in this part of the look."""
    area = desk.one(ReviewText)
    style = area.get_component_rich_style(f"review-text--{part}", partial=True)
    strips = [area.render_line(y) for y in range(area.size.height)]
    return "".join(
        one.text for strip in strips for one in strip if one.style and (one.style + style) == one.style
    )


KEPT_ENTRY = an_entry("Saw Kayleigh and wee Tam at St Ninian's on Thursday. She was fine.")


@pytest.mark.long
async def test_a_decision_stays_where_it_was_taken_and_a_kept_word_looks_its_own(desk):
    desk.make_journal(KEPT_ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        for _ in state(desk).subjects:
            await desk.press("k" if "Ninian" in current(desk).text else "a")
        await desk.until_screen("PreviewScreen")
        read = state_of(desk, "ReviewScreen").text_of(0)
        assert "St Ninian's" in read
        await desk.press("escape")
        await desk.until_screen("ReviewScreen")
        assert letters_of(desk, "kept") == "St Ninian's"
        assert "St Ninian's" not in letters_of(desk, "looked")
        assert "Kept as it is: St Ninian's" in " ".join(desk.words_of("#still").split())
        reached = set()
        for _ in state(desk).subjects:
            await desk.press("right_square_bracket")
            reached.add(current(desk).text)
        assert {"Kayleigh", "wee Tam", "St Ninian's", "on Thursday"} <= reached


def state_of(desk, name):
    return next(one for one in desk.app.screen_stack if type(one).__name__ == name)._review


@pytest.mark.long
async def test_a_name_in_own_words_is_asked_about_in_the_panel_and_told_apart(desk):
    desk.make_journal(KEPT_ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        while "Thursday" not in current(desk).text:
            await desk.press("a")
        role = state(desk).words_for(state(desk).mentions[0])
        await desk.press("e")
        await desk.until_screen("OwnWords")
        await desk.fill("#own-words", "when I met Eilidh")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ReviewScreen" and current(desk).text == "Eilidh")
        assert "something new" in " ".join(desk.words_of("#said").split())
        assert desk.said() == ""
        assert desk.one(SwapList).option.words != role
        assert letters_of(desk, "current") == "Eilidh"
        await desk.press("k")
        await desk.until_screen("PreviewScreen")
        await desk.press("escape", "left_square_bracket", "left_square_bracket", "e")
        await desk.until_screen("OwnWords")
        await desk.fill("#own-words", "Morag's pal")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen.current is not None)
        await desk.until(lambda: current(desk).text == "Morag")


@pytest.mark.long
async def test_the_form_and_the_last_question_give_the_review_back_as_it_was(desk):
    desk.make_journal(KEPT_ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        await use_all(desk)
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        await desk.press("up", "enter")
        await desk.until_screen("ExportDialog")
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ReviewScreen" and state(desk) is not None)
        assert state(desk).looked_at == state(desk).total == 4
        await desk.press("u")
        assert state(desk).looked_at == 3, "any step can still be taken back"
        await desk.press("escape")
        await desk.until_screen("AskScreen")


@pytest.mark.long
async def test_a_file_that_could_not_be_written_does_not_cost_the_review(desk, tmp_path):
    desk.make_journal(KEPT_ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.choose("#copy", "others")
        await desk.fill("#folder", str(tmp_path / "not there"))
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ReviewScreen" and state(desk) is not None)
        await use_all(desk)
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        await desk.press("up", "enter")
        await desk.until(lambda: desk.screen == "ExportDialog" and desk.words_of("#message"))
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ReviewScreen" and state(desk) is not None)
        assert state(desk).looked_at == 4
        await desk.press("escape")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_screen("ExportDialog")
        await desk.press("escape")
        await desk.until_screen("JournalScreen")


async def test_a_selection_takes_what_was_found_or_put_in_whole(desk):
    desk.make_journal(an_entry("Saw Kayleigh on Thursday. The rain fell."))
    async with desk.sit(size=LARGE):
        await open_review(desk)
        await desk.press("a", "s")
        area = desk.one(ReviewText)
        assert area.picked_words == "on Thursday"
        await desk.press("shift+right")
        assert area.picked_words == "on Thursday. The"
        await desk.press("left", "left")
        assert area.picked_words == state(desk).words_for(state(desk).mentions[0])


@pytest.mark.parametrize(
    "keys", [("right_square_bracket",), ("s", "escape"), ()], ids=["next", "pick", "resize"]
)
async def test_the_name_of_what_is_looked_at_comes_into_view(desk, keys):
    desk.make_journal(ENTRY)
    async with desk.sit(size=(40, 16)):
        await open_review(desk)
        side, found = desk.one("#review-side"), desk.one("#found")
        side.scroll_end(animate=False)
        await desk.until(lambda: found.region.y < side.content_region.y)
        await (desk.press(*keys) if keys else desk.pilot.resize_terminal(42, 18))
        await desk.until(lambda: found.region.y == side.content_region.y)


@pytest.mark.long
async def test_arrows_move_the_selection_by_words_and_lines_and_escape_lets_go(desk):
    desk.make_journal(an_entry("sun moon\nsea garden\n\nrain"))
    async with desk.sit():
        await open_review(desk)
        await desk.press("s")
        area = desk.one(ReviewText)
        seen = [area.picked_words]
        for key in (
            "right",
            "down",
            "down",
            "down",
            "up",
            "left",
            "left",
            "shift+right",
            "shift+right",
            "shift+left",
        ):
            await desk.press(key)
            seen.append(area.picked_words)
        assert seen[:6] == ["sun", "moon", "garden", "rain", "rain", "sea"]
        assert seen[6:] == ["moon", "sun", "sun moon", "sun moon\nsea", "sun moon"]
        await desk.press("escape")
        assert area.picked is None
        assert desk.screen == "ReviewScreen"


async def test_a_drag_selects_whole_words_and_a_click_goes_to_a_finding(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        area = desk.one(ReviewText)
        region = area.content_region
        lines = desk.seen().split("\n")
        y = next(y for y, line in enumerate(lines) if "took ten minutes" in line)
        x = lines[y].index("ten")
        await desk.pilot.mouse_down(offset=(x + 1, y))
        area.on_mouse_move(Moved(x + 6 - region.x, y - region.y))
        await desk.pilot.mouse_up(offset=(x + 6, y))
        await desk.at_rest()
        assert area.picked_words == "ten minutes"
        await desk.press("escape")
        await desk.click_on("Loanhead now")
        assert current(desk).text == "Loanhead"


class Moved:
    """A mouse that is moved with its button down; the Pilot moves it with none."""

    button = 1

    def __init__(self, x, y):
        self.x, self.y = x, y


async def test_swaps_can_be_chosen_and_used_with_the_mouse(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await open_review(desk)
        first = current(desk)
        await desk.click_on(first.suggestions[1])
        assert desk.one(SwapList).index == 1
        await desk.click_on(first.suggestions[1])
        assert state(desk).looked_at == 1
        await desk.click_on("word it myself…", times=1)
        await desk.click_on("word it myself…", times=1)
        await desk.until_screen("OwnWords")


async def test_a_text_with_nothing_found_still_passes_the_peer_test(desk):
    desk.make_journal(an_entry("We sat and talked about what helps."))
    async with desk.sit():
        await open_review(desk)
        assert "Nothing was found that points to a person" in desk.words_of("#found")
        assert "can miss" in " ".join(desk.words_of("#found").split())
        await desk.press("ctrl+n")
        await desk.until_screen("PreviewScreen")
        await desk.press("ctrl+n")
        await desk.until_screen("PeerTest")


async def test_leaving_half_way_asks_once_something_was_decided(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        await open_review_again(desk)
        await desk.press("a", "escape")
        await desk.until_screen("AskScreen")
        await desk.press("escape")
        await desk.until_screen("ReviewScreen")
        assert state(desk).looked_at == 1


async def open_review_again(desk):
    await desk.press("p")
    await desk.until_screen("ReviewScreen")
    await desk.until(lambda: desk.app.screen._review is not None)


async def test_a_preview_half_way_says_what_is_left_and_does_not_let_it_go(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        left = len(state(desk).left)
        await desk.press("p")
        await desk.until_screen("PreviewScreen")
        assert f"{left} still to look at" in desk.seen()
        await desk.press("ctrl+n", "enter")
        assert desk.screen == "PreviewScreen"
        await desk.press("escape")
        await desk.until_screen("ReviewScreen")


async def test_a_copy_for_others_from_the_export_page_passes_the_review_first(desk, tmp_path):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.choose("#copy", "others")
        await desk.choose("#form", Form.JSON)
        await desk.fill("#folder", str(tmp_path))
        await desk.press("enter")
        await desk.until_screen("ReviewScreen")
        await desk.until(lambda: state(desk) is not None)
        assert not list(tmp_path.glob("*.json"))
        await use_all(desk)
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        await desk.press("up", "enter")
        await desk.until_screen("JournalScreen")
        (written,) = tmp_path.glob("*.json")
        rows = json.loads(written.read_text(encoding="utf-8"))
        assert [set(row) for row in rows] == [{"prompt", "text"}] * 2
        assert "Kirsty" not in written.read_text(encoding="utf-8")


async def test_leaving_the_review_writes_nothing_for_others(desk, tmp_path):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.choose("#copy", "others")
        await desk.fill("#folder", str(tmp_path))
        await desk.press("enter")
        await desk.until_screen("ReviewScreen")
        await desk.until(lambda: state(desk) is not None)
        await desk.press("escape")
        await desk.until_screen("ExportDialog")
        assert not list(tmp_path.glob("reflection*"))


async def test_the_own_copy_is_never_held_up_and_says_what_it_holds(desk, tmp_path):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.until(lambda: "It holds" in desk.words_of("#about-copy"))
        await desk.fill("#folder", str(tmp_path))
        await desk.press("enter")
        await desk.until_screen("JournalScreen")
        (written,) = tmp_path.glob("reflection*")
        assert written.read_bytes() == write([desk.kept()], Form.MARKDOWN)


async def test_the_watch_list_is_looked_for_too(desk):
    desk.make_journal(an_entry("the purple badger came"))
    with desk.store() as store:
        store.watch(WatchedName(words="purple badger", instead="the child"))
    async with desk.sit():
        await open_review(desk)
        assert "purple badger" in current(desk).text
        assert desk.one(SwapList).option.words.casefold() == "the child"


async def test_a_long_text_scrolls_to_what_is_looked_at(desk):
    filler = "we talked about what helps and what does not. " * 60
    desk.make_journal(an_entry(f"Kirsty rang.\n{filler}\nThen Wojciech Nowak rang from 07700 900123."))
    async with desk.sit():
        await open_review(desk)
        await go_to(desk, "07700")
        await desk.until_seen("07700 900123.")
        await go_to(desk, "Kirsty")
        await desk.until(lambda: desk.one(ReviewText).scroll_offset.y == 0)


async def test_looking_never_holds_the_event_loop(desk, monkeypatch):
    desk.make_journal(ENTRY)
    threads = []

    def look(*given):
        threads.append(threading.current_thread())
        return real(*given)

    real = review_screen.look
    monkeypatch.setattr(review_screen, "look", look)
    async with desk.sit():
        await open_review(desk)
    assert threads
    assert threading.main_thread() not in threads
    await asyncio.sleep(0)


async def test_locking_in_the_middle_leaves_nothing_on_the_screen(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        await desk.press("a", "f9")
        await desk.until_screen("LockScreen")
        assert "Kirsty" not in desk.seen()
        await desk.unlock()
        assert desk.kept(1).id == numbered(1)


@pytest.mark.parametrize("size", [(40, 40), SMALL, (112, 30), LARGE], ids=["40", "80", "112", "120"])
async def test_what_waits_is_told_whole_at_any_width(desk, size):
    desk.make_journal(
        an_entry("Kirsty rang 07700 900123. She works nights at the bakery and stays at Loanhead Primary.")
    )
    async with desk.sit(size=size):
        await open_review(desk)
        side, still = desk.one("#review-side"), desk.words_of("#still")
        assert max(map(len, still.split("\n"))) <= side.scrollable_content_region.width
        for one in state(desk).left[1:]:
            kind = review_screen.what_it_is(state(desk).of(one)[0].finding)
            assert all(word in still for word in kind.split()), kind
        await desk.pilot.resize_terminal(60, 24)
        await desk.at_rest()
        assert max(map(len, desk.words_of("#still").split("\n"))) <= side.scrollable_content_region.width


async def test_what_is_said_stands_over_none_of_the_words(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        for screen in ("ReviewScreen", "PreviewScreen"):
            desk.app.action_help_quit()
            await desk.until_seen("Everything is saved first.")
            lines = desk.seen().split("\n")
            said = next(y for y, line in enumerate(lines) if "To leave, press" in line)
            assert said < next(y for y, line in enumerate(lines) if "What I have tried" in line)
            assert any("I met " in line and "mum at" in line for line in lines)
            if screen == "ReviewScreen":
                await desk.press("p")
                await desk.until_screen("PreviewScreen")


async def test_the_blur_form_is_whole_in_a_narrow_window(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=(40, 40)):
        await open_review(desk)
        await desk.press("s", "enter")
        await desk.until_screen("BlurWords")
        words = " ".join(desk.seen().replace("│", " ").split())
        assert "An empty line takes them out." in words
        for choice in (*WHAT, *NO_YES):
            assert choice.label in words


def test_lines_break_between_words_and_no_letter_is_lost():
    text = "a bb  ccc " + "x" * 25 + " 中文中文 end\n\nlast"
    lines = [text[start:end] for start, end in wrapped(text, 10)]
    assert all(len(line) <= 10 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


async def test_only_undecided_words_of_every_tier_are_waiting(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await open_review(desk)
        assert Tier.DIRECT in {state(desk).of(one)[0].finding.tier for one in state(desk).left}


# Names to watch for


async def open_list(desk):
    await desk.press("s")
    await desk.until_screen("SettingsScreen")
    await desk.focus("#watch-list")
    await desk.press("enter")
    await desk.until_screen("WatchList")


@pytest.mark.long
async def test_a_name_is_added_shown_and_taken_off(desk):
    desk.make_journal()
    async with desk.sit():
        await open_list(desk)
        assert "Nothing yet" in desk.seen()
        await desk.press_text("Kirsty [McKay]")
        await desk.fill("#instead", "the mother")
        await desk.press("enter")
        await desk.until_seen("Kirsty [McKay]   a name   say instead: the mother")
        with desk.store() as store:
            assert store.watch_list() == [WatchedName(words="Kirsty [McKay]", instead="the mother")]
        await desk.choose("#what", Watched.NUMBER)
        await desk.until_seen("# stands for a digit")
        await desk.fill("#words", "SW-####")
        await desk.press("ctrl+s")
        await desk.until_seen("SW-####   a number")
        await desk.focus("WatchedRow")
        await desk.press("delete")
        await desk.until(lambda: "McKay" not in desk.seen())
    with desk.store() as store:
        assert [one.words for one in store.watch_list()] == ["SW-####"]


async def test_an_empty_line_adds_nothing(desk):
    desk.make_journal()
    async with desk.sit():
        await open_list(desk)
        await desk.press("enter")
        assert isinstance(desk.app.focused, Input)
    with desk.store() as store:
        assert store.watch_list() == []


# While writing


def underlined(desk):
    """The words that are drawn underlined in the writing area."""
    area = desk.one(WritingArea)
    words = []
    for y in range(area.size.height):
        words += [one.text for one in area.render_line(y) if one.style and one.style.underline]
    return "".join(words)


async def test_nothing_is_underlined_unless_asked_for(desk):
    desk.make_journal(a_draft("Kirsty rang from Loanhead."))
    async with desk.sit():
        await desk.carry_on()
        await desk.until_screen("ReflectScreen")
        await desk.pilot.pause(0.3)
        assert underlined(desk) == ""


async def test_what_may_point_to_a_person_is_underlined_and_never_changed(desk):
    desk.make_journal(a_draft("Kirsty rang from Loanhead."))
    async with desk.sit(settings=Settings(underline="on")):
        await desk.carry_on()
        await desk.until_screen("ReflectScreen")
        await desk.until(lambda: "Kirsty" in underlined(desk) and "Loanhead" in underlined(desk))
        await desk.press("end")
        await desk.press_text(" Then")
        assert underlined(desk) == "KirstyLoanhead", "what stands before the cursor stays"
        await desk.press_text(" Wojciech Nowak came.")
        await desk.until(lambda: "Nowak" in underlined(desk))
        assert desk.one(WritingArea).text == "Kirsty rang from Loanhead. Then Wojciech Nowak came."
        assert desk.kept().answers[0].text in desk.one(WritingArea).text


async def test_the_setting_is_kept(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        await desk.choose("#underline", "on")
        assert desk.app.settings.underline == "on"


@given(st.lists(st.text("ab é👩", max_size=8), min_size=1, max_size=5), st.data())
def test_underlines_stand_where_they_were_found_and_shrink_as_lines_change(lines, data):
    text = "\r\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Underlines(lines, "\r\n", [Span(start, end, Kind.PERSON, Level.SURE)])
    shown = [line[s:e] for row, line in enumerate(lines) for s, e in found.of(row, line)]
    if len(set(lines)) == len(lines):
        assert "".join(shown) == text[start:end].replace("\r", "").replace("\n", "")
    for row, line in enumerate(lines):
        for changed in (f"{line}!", f"!{line}", f"{line[:2]}!{line[2:]}"):
            for s, e in found.of(row, changed):
                assert changed[s:e] in line
