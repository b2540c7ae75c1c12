"""Marking words for peers in the journal, by keys and by mouse; nothing is marked until the worker does it."""

import pytest
from a_desk import LARGE, an_entry, numbered

from tip_reflect.app.screens.marking import NOTHING_TO_MARK
from tip_reflect.app.widgets.entry_text import SIGN
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.errors import DiskFull
from tip_reflect.journal.entry import State
from tip_reflect.journal.finding import Filter
from tip_reflect.journal.marking import mark_of
from tip_reflect.store.store import Store

ENTRY = an_entry(
    "The door was open. She laughed [/oops].\nWe sat outside.",
    "Tea first.",
    prompts=["What happened?", "What next?"],
    days_ago=1,
)
OTHER = an_entry("Nothing to bring", number=2, days_ago=2)


def text(desk):
    return desk.one(Reader).text


def marked(desk, number=1):
    """The words that the file holds as marked."""
    with desk.store() as store:
        return [mark.words for mark in store.marks(numbered(number))]


def drawn(desk, part):
    """The words that the reader draws so, line by line."""
    shown = text(desk)
    return [
        "".join(
            segment.text
            for segment in (shown._segments(line) if line.piece >= 0 else ())
            if segment.style == shown.get_component_rich_style(f"entry-text--{part}", partial=True)
        )
        for line in shown._lines
    ]


def signed(desk):
    """The lines with the sign of a mark before them."""
    return [line.split(SIGN, 1)[1].strip() for line in desk.seen().split("\n") if f"{SIGN} " in line]


async def begin(desk):
    await desk.into_the_journal()
    await desk.press("m")
    await desk.until(lambda: text(desk).picking)


async def test_nothing_is_marked_until_the_worker_does_it(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        await desk.press("right", "shift+right", "escape", "escape")
        assert marked(desk) == []
        with desk.store() as store:
            assert store.page(Filter(marked=True), 0, 9) == []


async def test_words_are_selected_by_arrows_and_marked_and_unmarked_with_one_key(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        assert desk.focused == "words"
        assert text(desk).picked_words == "The"
        await desk.press("shift+right", "shift+right", "shift+right")
        assert text(desk).picked_words == "The door was open."
        await desk.press("m")
        await desk.until(lambda: marked(desk) == ["The door was open."])
        await desk.press("right", "right", "m")
        await desk.until(lambda: marked(desk) == ["The door was open.", "laughed"])
        await desk.press("left", "left", "left")
        assert text(desk).picked_words == "was"
        await desk.press("m")
        await desk.until(lambda: marked(desk) == ["laughed"])
        assert desk.kept(1) == desk.one(Reader).entry, "the entry stays as it is"


async def test_marks_that_meet_become_one_and_enter_marks_too(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        await desk.press("shift+right", "enter", "shift+right", "m")
        await desk.until(lambda: marked(desk) == ["The door was"])
        await desk.press("enter")
        await desk.until(lambda: marked(desk) == [])


async def test_a_whole_answer_is_one_key(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        await desk.press("down", "w", "m")
        await desk.until(lambda: marked(desk) == [ENTRY.answers[0].text])
        await desk.press("down", "down", "w", "m")
        await desk.until(lambda: marked(desk) == [ENTRY.answers[0].text, "Tea first."])


async def test_shift_with_down_selects_to_the_line_below_and_never_into_another_answer(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        await desk.press("shift+down")
        assert text(desk).picked_words == "The door was open. She laughed [/oops].\nWe"
        await desk.press("shift+down")
        assert text(desk).picked_words == ENTRY.answers[0].text
        await desk.press("shift+up")
        assert text(desk).picked_words.startswith("The door")


async def test_a_mark_shows_in_the_text_by_a_sign_too_and_in_the_heading(desk):
    desk.make_journal(ENTRY)
    with desk.store() as store:
        store.save_marks(ENTRY.id, [mark_of(ENTRY, 0, 4, 8), mark_of(ENTRY, 1, 0, 3)])
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until_seen("The door was open")
        assert signed(desk) == ["marked for peers", "The door was open. She laughed [/oops].", "Tea first."]
        assert [words for words in drawn(desk, "marked") if words] == ["door", "Tea"]


async def test_an_entry_without_a_mark_shows_no_sign(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until_seen("The door was open")
        assert SIGN not in desk.seen()


async def test_the_foot_says_what_the_key_will_do(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        assert "m Mark for peers" in desk.seen()
        await desk.press("m")
        await desk.until_seen("m Mark this")
        assert "e Edit" not in desk.seen()
        await desk.press("m")
        await desk.until_seen("m Take the mark away")
        await desk.press("escape")
        await desk.until_seen("m Mark for peers")
        assert desk.focused == "reader"
        await desk.press("escape")
        assert desk.focused == "list"


async def test_a_drag_selects_words_and_a_click_on_a_mark_selects_the_mark(desk):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until_seen("The door was open")
        region = text(desk).region
        line = next(at for at, one in enumerate(text(desk)._lines) if one.piece == 0)
        at = (region.x + 2, region.y + line)
        await desk.pilot.mouse_down(offset=(at[0] + 5, at[1]))
        await desk.pilot.hover(offset=(at[0] + 14, at[1]))
        await desk.pilot.mouse_up(offset=(at[0] + 14, at[1]))
        await desk.at_rest()
        assert text(desk).picked_words == "door was open."
        await desk.click_on("m Mark this")
        await desk.until(lambda: marked(desk) == ["door was open."])
        await desk.press("escape")
        await desk.pilot.click(offset=(at[0] + 20, at[1]))
        assert not text(desk).picking, "a click on words that are not marked selects nothing"
        await desk.pilot.click(offset=(at[0] + 10, at[1]))
        await desk.at_rest()
        assert text(desk).picked_words == "door was open."
        await desk.click_on("m Take the mark away")
        await desk.until(lambda: marked(desk) == [])
        await desk.pilot.click(offset=(at[0] + 1, at[1]))
        await desk.at_rest()
        assert text(desk).picked_words == "The", "while words are selected, a click selects another word"


@pytest.mark.parametrize(("times", "words"), [(2, "laughed"), (3, ENTRY.answers[0].text)])
async def test_a_double_click_selects_a_word_and_a_triple_click_the_answer(desk, times, words):
    desk.make_journal(ENTRY)
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until_seen("laughed [/oops]")
        region = text(desk).region
        line = next(at for at, one in enumerate(text(desk)._lines) if one.piece == 0)
        await desk.pilot.click(offset=(region.x + 2 + 25, region.y + line), times=times)
        await desk.at_rest()
        assert text(desk).picked_words == words


async def test_a_tender_entry_asks_before_it_opens_for_marking(desk):
    desk.make_journal(an_entry("Hard words", tender=True))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("m")
        await desk.until_screen("AskScreen")
        await desk.press("escape")
        assert desk.one(Reader).entry is None
        await desk.press("m")
        await desk.until_screen("AskScreen")
        await desk.press("tab", "enter")
        await desk.until(lambda: desk.screen == "JournalScreen" and text(desk).picking)


async def test_an_entry_without_words_has_nothing_to_mark_and_says_so(desk):
    desk.make_journal(an_entry("", state=State.DRAFT, closed=None))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("m")
        await desk.until(lambda: desk.said() == NOTHING_TO_MARK)
        assert not text(desk).picking


async def test_the_filter_shows_only_what_is_marked(desk):
    desk.make_journal(ENTRY, OTHER)
    async with desk.sit():
        await begin(desk)
        await desk.press("m", "escape", "escape", "f")
        await desk.until_screen("FilterDialog")
        await desk.choose("#only", "marked")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.screen == "JournalScreen" and desk.one(JournalList).count == 1)
        assert "marked for peers" in desk.words_of("#count")
        await desk.press("f")
        await desk.until_screen("FilterDialog")
        assert desk.one("#only").value == "marked"
        await desk.press("escape", "c")
        await desk.until(lambda: desk.one(JournalList).count == 2)


async def test_marks_stay_where_their_words_are_when_another_window_changes_the_text(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        await begin(desk)
        with desk.store() as other:
            other.save(other.entry(numbered(1)).with_text(0, "Before. " + ENTRY.answers[0].text))
        await desk.press("right", "m")
        await desk.until(lambda: marked(desk) == ["door"])
        await desk.tick(seconds=2)
        await desk.until(lambda: "Before." in desk.one(Reader).words)
        await desk.until(lambda: text(desk).picked_words == "door")
        await desk.press("escape")
        assert [words for words in drawn(desk, "marked") if words] == ["door"]


async def test_a_mark_that_cannot_be_kept_is_said_and_not_shown(desk, monkeypatch):
    desk.make_journal(ENTRY)

    def full(*_):
        raise DiskFull("The disk is full.")

    async with desk.sit():
        await begin(desk)
        monkeypatch.setattr(Store, "save_marks", full)
        await desk.press("m")
        await desk.until(lambda: "The disk is full." in desk.said())
        await desk.until(lambda: desk.one(Reader).marks == ())


async def test_a_second_window_can_select_but_not_mark(desk):
    desk.make_journal(ENTRY)
    async with desk.sit():
        second = type(desk)(desk.places, desk.clock, desk.words, desk.key)
        async with second.sit():
            await second.into_the_journal()
            await second.press("m", "enter", "m")
            await second.at_rest()
        assert marked(desk) == []


async def test_a_long_answer_scrolls_to_the_word_that_is_selected(desk):
    desk.make_journal(an_entry("\n".join(f"line {at} of many" for at in range(80))))
    async with desk.sit():
        await begin(desk)
        await desk.press(*["down"] * 40)
        await desk.until_seen("line 40 of many")
        assert text(desk).picked_words == "line"


async def test_marking_begins_with_what_is_in_view(desk):
    desk.make_journal(an_entry("\n".join(f"line {at} of many" for at in range(80))))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("enter", "end")
        await desk.until_seen("line 79 of many")
        await desk.press("m")
        await desk.until(lambda: text(desk).picking)
        first = text(desk).picked.start
        assert first > 500
        assert text(desk)._texts[0][first:].split("\n")[0] in desk.seen()
