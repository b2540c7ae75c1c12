"""What is the same on every screen: ground, help, everything by name, settings, the mouse."""

import os
import subprocess
import sys

import pytest
from a_desk import LARGE, a_draft, an_entry, planned
from textual.command import CommandPalette, DiscoveryHit
from textual.widgets import Static

from tip_reflect import unlocking
from tip_reflect.app.commands import COMMANDS, command_for
from tip_reflect.app.palette import possible_commands
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.app.widgets.writing_area import WritingArea
from tip_reflect.journal.entry import After, PathId
from tip_reflect.journal.principles import Principle
from tip_reflect.settings import Settings, read_settings


async def to_each_screen(desk):
    """Come to the screens where most is done, one after the other."""
    yield "TodayScreen"
    await desk.press("enter")
    await desk.until_screen("BeforeScreen")
    yield "BeforeScreen"
    await desk.press("ctrl+n", "ctrl+n")
    await desk.until_screen("ReflectScreen")
    yield "ReflectScreen"
    await desk.press("escape")
    await desk.until_screen("ClosingScreen")
    yield "ClosingScreen"
    await desk.press("ctrl+n")
    await desk.until_screen("TodayScreen")
    await desk.into_the_journal()
    yield "JournalScreen"
    await desk.press("enter")
    await desk.until(lambda: desk.one(Reader).entry is not None)
    yield "JournalScreen"


def told(desk):
    """Every word of the top screen, whether or not it is in view."""
    return " ".join(" ".join(str(one.visual) for one in desk.app.screen.query(Static)).split())


# Ground and support


async def test_ground_shows_ways_one_by_one_the_breath_last_and_who_to_turn_to(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("f5")
        await desk.until_screen("SupportScreen")
        ways = {prompt.text: prompt.id for prompt in desk.app.library.in_set("grounding")}
        seen = []
        for _ in ways:
            seen.append(next(ways[text] for text in ways if text in desk.words_of("#ground")))
            await desk.press("n")
        assert sorted(seen) == sorted(ways.values())
        assert seen[-1] == "ground-03"
        assert next(ways[text] for text in ways if text in desk.words_of("#ground")) == seen[0]
        support = desk.app.library.support
        for one in (*support.always, *support.staff, *support.helplines):
            assert one.who in told(desk)
            assert one.contact in told(desk)
        await desk.press("f5")
        assert [type(one).__name__ for one in desk.app.screen_stack].count("SupportScreen") == 1
        await desk.press("escape")
        await desk.until_screen("TodayScreen")


# Help and everything by name


async def test_help_lists_what_the_footer_shows_on_every_screen_and_more(desk):
    desk.make_journal(an_entry("older", days_ago=3))
    async with desk.sit(size=LARGE):
        async for name in to_each_screen(desk):
            footer = {binding.description for binding in desk.one(Foot).shown}
            by_label = {one.label: one for one in possible_commands(desk.app.screen)}
            assert footer <= set(by_label), name
            await desk.press("f1")
            await desk.until_screen("HelpScreen")
            words = told(desk)
            for command in by_label.values():
                assert command.shown_keys in words
                assert command.tip in words
            await desk.press("f1")
            assert desk.screen == "HelpScreen"
            await desk.press("escape")
            await desk.until_screen(name)


async def test_every_key_of_every_screen_is_a_command_of_the_list(desk):
    desk.make_journal(an_entry("older", days_ago=3))
    async with desk.sit(size=LARGE):
        async for _name in to_each_screen(desk):
            for active in desk.app.screen.active_bindings.values():
                if active.binding.show:
                    assert command_for(active.binding) in COMMANDS, active.binding


async def test_the_palette_offers_what_can_be_done_here_and_nothing_of_textuals_own(desk):
    desk.make_journal(an_entry("older", days_ago=3))
    async with desk.sit():
        below = desk.app.screen
        wanted = {f"{one.label}  {one.shown_keys}" for one in possible_commands(below)}
        await desk.press("ctrl+p")
        await desk.until_screen("CommandPalette")
        palette = desk.app.screen
        assert isinstance(palette, CommandPalette)
        offered = set()
        for provider in palette._providers:
            async for hit in provider.discover():
                assert isinstance(hit, DiscoveryHit)
                offered.add(str(hit.display))
        assert offered == wanted
        assert not any("creenshot" in one or "Theme" in one or "Maximize" in one for one in offered)


async def test_the_palette_runs_a_command_by_its_name(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("ctrl+p")
        await desk.until_screen("CommandPalette")
        await desk.press_text("settings")
        await desk.until_seen("Settings  ")
        await desk.press("enter")
        await desk.until_screen("SettingsScreen")


async def test_the_palette_runs_the_command_of_the_screen_below_it(desk):
    desk.make_journal(planned())
    async with desk.sit():
        await desk.carry_on()
        await desk.press("ctrl+p")
        await desk.until_screen("CommandPalette")
        await desk.press_text("skip")
        await desk.until_seen("Skip  F4")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "ReflectScreen" and desk.app.screen.entry.position.step == 1)


async def test_ctrl_c_copies_and_says_how_to_leave_but_never_leaves(desk):
    desk.make_journal(a_draft("copy me"))
    async with desk.sit():
        await desk.carry_on()
        await desk.press("ctrl+c")
        assert desk.screen == "ReflectScreen"
        assert desk.app.is_running


async def test_copied_words_stay_inside_the_window(desk):
    desk.make_journal(a_draft("copy me"))
    written = []
    async with desk.sit():
        await desk.carry_on()
        desk.app._driver.write = written.append
        await desk.press("shift+end", "ctrl+c", "end", "ctrl+v")
        assert desk.one(WritingArea).text == "copy mecopy me"
        assert not any("\x1b]52" in one for one in written)


# Settings


async def test_settings_change_at_once_and_are_kept(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        assert desk.focused == "theme"
        for theme in ("daylight", "high-contrast", "terminal"):
            await desk.choose("#theme", theme)
            assert desk.app.theme == theme
        await desk.choose("#theme", "daylight")
        await desk.choose("#lock-minutes", 15)
        await desk.choose("#opening", "as-last-time")
        wanted = Settings(theme="daylight", lock_minutes=15, opening="as-last-time")
        assert read_settings(desk.places.settings) == wanted
        assert desk.app.settings == wanted
        await desk.press("escape")
        await desk.until_screen("TodayScreen")


async def test_minutes_set_from_the_command_line_stand_among_the_usual_ones(desk):
    desk.make_journal()
    async with desk.sit(settings=Settings(lock_minutes=7)):
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        assert desk.one("#lock-minutes").value == 7


async def test_the_passphrase_is_changed_only_with_the_old_one(desk):
    desk.make_journal()
    new = "other plain made up words"
    async with desk.sit():
        await desk.press("s")
        await desk.focus("#passphrase")
        await desk.press("enter")
        await desk.until_screen("ChangePassphrase")
        await desk.press_text(f"not the old one\n{new}\n{new}\n")
        await desk.until(lambda: desk.focused == "old")
        assert unlocking.unlock(desk.places, "four plain made up words", desk.clock).key == desk.key
        await desk.fill("#old", "four plain made up words")
        await desk.focus("#again")
        await desk.press("enter")
        await desk.until_screen("SettingsScreen")
        assert unlocking.unlock(desk.places, new, desk.clock).key == desk.key


# The mouse


async def test_a_click_goes_through_a_door_chooses_and_presses_a_footer_key(desk):
    desk.make_journal()
    async with desk.sit():
        await desk.click_on("10 minutes")
        await desk.until_screen("BeforeScreen")
        assert desk.one("#path").value is PathId.STANDARD
        await desk.click_choice("#principle", 3)
        assert desk.one("#principle").value is list(Principle)[2]
        await desk.click_choice("#path", 0)
        assert desk.one("#path").value is PathId.QUICK
        await desk.click_on("Begin")
        await desk.until_screen("ReflectScreen")
        await desk.click_on("Next")
        assert desk.app.screen.entry.position.step == 1
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.click_choice("#after", 1)
        assert desk.one("#after").value is After.LIGHTER
        await desk.click_on("Put it away")
        await desk.until_screen("TodayScreen")
        assert desk.only().after is After.LIGHTER


async def test_a_click_takes_up_a_draft_and_opens_an_entry_of_the_list(desk):
    desk.make_journal(
        a_draft("half", days_ago=0),
        an_entry("Second row", number=2),
        an_entry("Third row", number=3, days_ago=2),
    )
    async with desk.sit():
        await desk.click_on("A draft")
        await desk.until_screen("ReflectScreen")
        await desk.press("escape", "ctrl+s")
        await desk.until_screen("TodayScreen")
        await desk.click_on("2 Journal")
        await desk.until_screen("JournalScreen")
        await desk.until_seen("Third row")
        await desk.click_on("Third row")
        assert desk.one("JournalList").cursor == 2
        assert desk.one(Reader).entry is None
        await desk.click_on("Third row")
        await desk.until(lambda: desk.one(Reader).entry is not None)
        assert desk.one(Reader).entry.id.int == 3
        await desk.click_on("f9")
        await desk.until_screen("LockScreen")


async def test_the_buttons_of_a_question_can_be_clicked(desk):
    desk.make_journal(an_entry("Going"))
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.click_on("Keep it")
        await desk.until_screen("JournalScreen")
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.click_on("Delete it for good")
        await desk.until(lambda: desk.all_kept() == [])


async def test_a_question_stands_in_the_middle_of_the_window_over_what_it_is_about(desk):
    desk.make_journal(an_entry("Going"))
    async with desk.sit(size=LARGE):
        await desk.into_the_journal()
        for key in ("delete", "d", "x", "f"):
            await desk.press(key)
            await desk.until(lambda: desk.app.screen.is_modal)
            box = desk.one(".dialog").region
            assert abs(box.x - (LARGE[0] - box.right)) <= 1, desk.screen
            assert 1 < box.y <= LARGE[1] - box.bottom + 1, desk.screen
            assert desk.app.screen.styles.background.a < 1, "what is below shows through"
            await desk.press("escape")
            await desk.until_screen("JournalScreen")


# Looks that the person asks for


async def test_with_no_color_no_cell_has_a_colour(desk, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    desk.make_journal(planned(principle=Principle.CHOICE))
    async with desk.sit():
        assert desk.app.no_color
        await desk.carry_on()
        coloured = set()
        for strip in desk.app.screen._compositor.render_strips():
            for part in strip:
                for colour in (part.style.color, part.style.bgcolor) if part.style else ():
                    if colour and colour.triplet and len(set(colour.triplet)) > 1:
                        coloured.add(colour.triplet)
        assert coloured == set()


@pytest.mark.parametrize(("said", "level"), [("none", "none"), (None, "full")])
def test_movement_is_as_the_person_says(said, level):
    environ = {name: value for name, value in os.environ.items() if name != "TEXTUAL_ANIMATIONS"}
    if said:
        environ["TEXTUAL_ANIMATIONS"] = said
    code = (
        "import os; from tip_reflect.app.start import make_safe; make_safe(os.environ);"
        "from pathlib import Path; from tip_reflect.app.app import ReflectApp, Surroundings;"
        "from tip_reflect.places import Places; from tip_reflect.clock import system_clock;"
        "print(ReflectApp(Surroundings(places=Places(Path('none')), clock=system_clock)).animation_level)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == level
