"""What a person writes is shown as they typed it: never taken for markup, wherever it stands."""

from dataclasses import replace

import pytest
from a_desk import LARGE, a_draft, an_entry, library

from tip_reflect.app.widgets.reader import Reader
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.entry import After, Answer
from tip_reflect.journal.finding import OwnContact

pytestmark = pytest.mark.long

MARKUPS = ("[/oops] [bold red]x[/]", "[@click=app.quit]go[/]", "[$accent] \\[b] {0}")


@pytest.mark.parametrize("markup", MARKUPS)
async def test_markup_in_every_field_is_shown_as_typed_on_every_screen(desk, markup):
    who = library().support.yours[0].who
    full = replace(
        an_entry(f"{markup} words", prompts=[f"{markup} asked?"], number=1),
        thread=f"{markup} thread",
        tags=(f"{markup} tag",),
        arrived_as=f"{markup} word",
        next_thing=f"{markup} next",
        after=After.SAME,
    )
    draft = a_draft(
        answers=(Answer(text=f"{markup} draft", prompt=f"{markup} question?", prompt_id="gone"),),
        number=2,
        days_ago=0,
    )
    desk.make_journal(full, draft, contacts=[OwnContact(who=who, contact=f"{markup} contact")])
    async with desk.sit(size=LARGE):
        await desk.carry_on()
        await desk.until_screen("ReflectScreen")
        assert desk.words_of("#question") == f"{markup} question?"
        assert markup in desk.words_of("#question")
        assert desk.one(WritingArea).text == f"{markup} draft"
        assert f"{markup} draft" in desk.seen()
        assert f"{markup} question?" in desk.seen()
        await desk.press("f2")
        await desk.until_seen(f"{markup} question?")
        await desk.press("escape", "f5")
        await desk.until_seen(f"{markup} contact")
        await desk.press("escape", "escape")
        await desk.until_screen("ClosingScreen")
        await desk.fill("#next-thing", f"{markup} tea")
        assert f"{markup} tea" in desk.seen()
        await desk.press("ctrl+s")
        await desk.until_screen("TodayScreen")

        await desk.into_the_journal()
        await desk.until_seen(f"{markup} words")
        await desk.press("down", "enter")
        await desk.until(lambda: desk.one(Reader).entry is not None)
        for part in ("asked?", "thread", "word", "next"):
            assert f"{markup} {part}" in desk.seen()
        assert f"#{markup} tag" in desk.seen()
        await desk.press("d")
        await desk.until_seen(f"{markup} thread")
        assert f"{markup} tag" in desk.seen()
        await desk.press("escape", "f")
        await desk.until_screen("FilterDialog")
        await desk.fill("#thread", f"{markup} thread")
        await desk.press("ctrl+s")
        await desk.until(lambda: f"{markup} thread" in desk.words_of("#count"))
        await desk.press("c", "slash")
        await desk.press_text("words")
        await desk.until(lambda: "1 " in desk.words_of("#count"))
        assert f"{markup} words" in desk.seen()
        desk.app.say(f"{markup} said")
        await desk.until_seen(f"{markup} said")


async def test_tabs_escapes_and_line_ends_in_a_title_do_not_reach_the_terminal(desk):
    desk.make_journal(an_entry("bell\x07 and\x1b[31m red\u202e turned\ttab"))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.until_seen("bell")
        assert not set(desk.seen()) & {"\x07", "\x1b", "\u202e", "\t"}
        await desk.press("enter")
        await desk.until(lambda: desk.one(Reader).entry is not None)
        assert not set(desk.seen()) & {"\x07", "\x1b"}
        await desk.press("e")
        await desk.until_screen("ReflectScreen")
        assert not set(desk.seen()) & {"\x07", "\x1b"}
