"""How the screens look, in both themes, small and large; a change here is looked at as a picture before it is kept."""

import re
from dataclasses import replace

import pytest
from a_desk import LARGE, PASSPHRASE, SMALL, a_draft, an_entry, library, planned
from textual.widgets import Static

from tip_reflect import unlocking
from tip_reflect.app.screens import review as review_screen
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.demo.journal import demo_contacts, demo_entries
from tip_reflect.journal.entry import After, Moment, PathId, Position
from tip_reflect.journal.principles import Principle, Purpose
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.finding import Finding, Kind, Level
from tip_reflect.privacy.review import Mention, Review

WORDS = (
    "apple",
    "basket",
    "candle",
    "dinner",
    "engine",
    "forest",
    "garden",
    "hammer",
    "island",
    "jacket",
    "kitchen",
    "ladder",
)
WRITTEN = (
    "She asked to meet in the garden instead of the office. I nearly said no because of the form.\n"
    "When we sat outside she talked for the first time about school.\n\nThe thing I had already decided for her was"
)


def some_of_the_demo(desk, *, last=14):
    """The last weeks of the invented journal, with what waits on Today."""
    entries = demo_entries(library(), Moment(at=desk.clock()))
    desk.make_journal(*entries[-last:], done=[], contacts=demo_contacts())


def halfway(path=PathId.STANDARD):
    entry = planned(path, principle=Principle.CHOICE, purpose=Purpose.EVALUATING)
    at = next(at for at, one in enumerate(entry.answers) if one.principle is Principle.CHOICE)
    entry = entry.with_text(0, "A first visit.").with_text(at, WRITTEN)
    return replace(entry, position=Position(step=at, row=3, column=43))


async def nothing():
    """The screen that the app opens on."""


def test_first_run_notices(desk, drawn):
    assert drawn(nothing, unlock=False)


def test_first_run_passphrase(desk, drawn):
    async def go():
        await desk.press("enter")
        await desk.press_text(PASSPHRASE)
        await desk.until(lambda: desk.words_of("#guidance"))

    assert drawn(go, theme="daylight", unlock=False)


def test_lock(desk, drawn):
    desk.make_journal()
    assert drawn(nothing, unlock=False)


def test_lock_with_a_wrong_passphrase(desk, drawn):
    desk.make_journal()

    async def go():
        await desk.press_text("not the passphrase\n")
        await desk.until(lambda: not desk.one("#passphrase").disabled)

    assert drawn(go, theme="daylight", size=LARGE, unlock=False)


@pytest.mark.parametrize(
    ("theme", "size"),
    [("dusk", SMALL), ("daylight", LARGE), ("high-contrast", SMALL), ("terminal", SMALL)],
    ids=["dusk", "daylight-large", "high-contrast", "terminal"],
)
def test_today(desk, drawn, theme, size):
    some_of_the_demo(desk)
    assert drawn(nothing, theme=theme, size=size)


def test_before(desk, drawn):
    desk.make_journal()

    async def go():
        await desk.press("right", "enter")
        await desk.until(lambda: desk.screen == "BeforeScreen" and desk.words_of("#gate"))

    assert drawn(go)


def test_before_after_a_shock(desk, drawn):
    desk.make_journal()

    async def go():
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "BeforeScreen" and desk.words_of("#gate"))
        await desk.choose("#shock", True)

    assert drawn(go, theme="daylight", size=LARGE)


@pytest.mark.parametrize(
    ("theme", "size"), [("dusk", SMALL), ("daylight", LARGE)], ids=["dusk", "daylight-large"]
)
def test_writing(desk, drawn, theme, size):
    desk.make_journal(halfway())

    async def go():
        await desk.carry_on()
        await desk.until(lambda: desk.screen == "ReflectScreen" and desk.app.screen._chooser is not None)

    assert drawn(go, theme=theme, size=size)


def test_a_statement(desk, drawn):
    desk.make_journal(planned())

    async def go():
        await desk.carry_on()
        await desk.until(lambda: desk.screen == "ReflectScreen" and desk.app.screen._chooser is not None)

    assert drawn(go, theme="daylight")


def test_why(desk, drawn):
    desk.make_journal(halfway())

    async def go():
        await desk.carry_on()
        await desk.press("f2")
        await desk.until_screen("WhyScreen")

    assert drawn(go)


@pytest.mark.parametrize(
    ("theme", "size", "after"),
    [("daylight", SMALL, None), ("dusk", SMALL, After.HEAVIER)],
    ids=["daylight", "heavier-dusk"],
)
def test_closing(desk, drawn, theme, size, after):
    desk.make_journal(a_draft("A short one."))

    async def go():
        await desk.carry_on()
        await desk.press("escape")
        await desk.until_screen("ClosingScreen")
        await desk.choose("#after", after)

    assert drawn(go, theme=theme, size=size)


@pytest.mark.parametrize(
    ("theme", "size"), [("dusk", SMALL), ("daylight", LARGE)], ids=["dusk", "daylight-large"]
)
def test_journal(desk, drawn, theme, size):
    some_of_the_demo(desk)

    async def go():
        await desk.into_the_journal()
        await desk.press("down")
        if size == LARGE:
            await desk.press("enter")
            await desk.until(lambda: desk.one(Reader).entry is not None)

    assert drawn(go, theme=theme, size=size)


def test_search(desk, drawn):
    some_of_the_demo(desk, last=30)

    async def go():
        await desk.into_the_journal()
        await desk.press("slash")
        await desk.press_text("the")
        await desk.until(lambda: "found" in desk.words_of("#count"))

    assert drawn(go)


def test_filter(desk, drawn):
    desk.make_journal(an_entry("One"))

    async def go():
        await desk.into_the_journal()
        await desk.press("f")
        await desk.until_screen("FilterDialog")

    assert drawn(go, theme="daylight")


def test_details(desk, drawn):
    desk.make_journal(an_entry("One", thread="the garden family", tags=("home visits", "school")))

    async def go():
        await desk.into_the_journal()
        await desk.press("d")
        await desk.until_screen("DetailsDialog")

    assert drawn(go)


TRIED = (
    "I met Kirsty's mum at Loanhead Primary before the meeting. Kirsty had asked me to come early so that she could "
    "see the room first. Her seven-year-old stayed with her gran in Loanhead. I told her what would be written down "
    'and who would read it.\n\nShe said "I am not doing this again" and left before the Reporter arrived. '
    "Her phone is 07700 900123."
)
WORKED = "Seeing the room first. It took ten minutes and changed the hour."


FOUND = (
    ("Kirsty", Kind.PERSON, Level.SURE, ("the mother", "the parent", "a woman I support")),
    ("Loanhead Primary", Kind.ORGANISATION, Level.SURE, ("the school", "a service", "school")),
    ("seven-year-old", Kind.AGE, Level.SURE, ("primary-age child", "child")),
    ("in Loanhead", Kind.PLACE, Level.SURE, ("nearby", "in their area")),
    ("I am not doing this again", Kind.QUOTE, Level.LOOK, ("words to that effect", "")),
    ("07700 900123", Kind.PHONE, Level.SURE, ("[removed]", "")),
)


def as_found(pieces, watched):
    """What a check finds, the same whatever the finder learns: these are pictures of a screen, not of its words."""
    mentions = [
        Mention(
            piece=at,
            finding=Finding(
                start=match.start(), end=match.end(), text=match.group(), kind=kind, level=level, subject=subject,
                suggestions=tuple(f"{one[:1].upper()}{one[1:]}" for one in swaps) if begins(match) else swaps,
            ),
        )
        for at, piece in enumerate(pieces)
        for subject, (words, kind, level, swaps) in enumerate(FOUND)
        for match in re.finditer(re.escape(words), piece.text)
    ]  # fmt: skip
    return Review(
        pieces=pieces, mentions=tuple(sorted(mentions, key=lambda one: (one.piece, one.finding.start)))
    )


def begins(match):
    return match.string[: match.start()].endswith(". ")


@pytest.fixture
def reviewed(desk, monkeypatch):
    """A journal with one entry in which there is some of everything to find."""
    monkeypatch.setattr(review_screen, "look", as_found)
    monkeypatch.setattr(Review, "again", lambda self, watched: self)
    desk.make_journal(
        an_entry(TRIED, WORKED, prompts=["What I have tried", "What worked that others could borrow"])
    )


async def into_review(desk, *keys):
    await desk.into_the_journal()
    await desk.press("p")
    await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen._review is not None)
    await desk.press(*keys)


@pytest.mark.parametrize(
    ("theme", "size"),
    [("dusk", SMALL), ("daylight", LARGE), ("terminal", SMALL)],
    ids=["dusk", "daylight-large", "terminal"],
)
@pytest.mark.usefixtures("reviewed")
def test_review(desk, drawn, theme, size):
    async def go():
        await into_review(desk, "a", "right_square_bracket")

    assert drawn(go, theme=theme, size=size)


@pytest.mark.usefixtures("reviewed")
def test_review_selecting_words(desk, drawn):
    async def go():
        await into_review(desk, "a", "s", "down", "down", "shift+right")

    assert drawn(go, theme="daylight")


@pytest.mark.usefixtures("reviewed")
def test_peer_test(desk, drawn):
    async def go():
        await into_review(desk)
        while desk.screen == "ReviewScreen" and desk.app.screen._review.left:
            await desk.press("a")
        await desk.until_screen("PreviewScreen")
        await desk.press("enter")
        await desk.until_screen("PeerTest")

    assert drawn(go)


def test_watch_list(desk, drawn):
    desk.make_journal()
    with desk.store() as store:
        store.watch(WatchedName(words="Kirsty McKay", instead="the mother"))
        store.watch(WatchedName(words="SW-####", what=Watched.NUMBER))

    async def go():
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        await desk.focus("#watch-list")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "WatchList" and "McKay" in desk.seen())

    assert drawn(go)


def test_delete_asks(desk, drawn):
    desk.make_journal(an_entry("One"))

    async def go():
        await desk.into_the_journal()
        await desk.press("delete")
        await desk.until_screen("AskScreen")

    assert drawn(go, theme="daylight")


def test_ground(desk, drawn):
    desk.make_journal(contacts=demo_contacts())

    async def go():
        await desk.press("f5")
        await desk.until(lambda: desk.screen == "SupportScreen" and desk.words_of("#own"))

    assert drawn(go)


def test_help(desk, drawn):
    desk.make_journal(an_entry("One"))

    async def go():
        await desk.into_the_journal()
        await desk.press("f1")
        await desk.until_screen("HelpScreen")

    assert drawn(go, theme="daylight")


def test_settings(desk, drawn):
    desk.make_journal()

    async def go():
        await desk.press("s")
        await desk.until_screen("SettingsScreen")
        for line in desk.app.screen.query(Static):
            if str(desk.places.home) in str(line.visual):  # another in every run
                line.update(str(line.visual).replace(str(desk.places.home), "/home/me/tip-reflect"))

    assert drawn(go)


def test_recovery_sheet(desk, drawn, monkeypatch):
    monkeypatch.setattr(unlocking, "recovery_words", lambda places, passphrase: WORDS)
    desk.make_journal(done=[])

    async def go():
        await desk.carry_on()
        await desk.press_text(f"{PASSPHRASE}\n")
        await desk.until(lambda: desk.one("#sheet").display)

    assert drawn(go, theme="daylight")


def test_everything_by_name(desk, drawn):
    desk.make_journal(an_entry("One"))

    async def go():
        await desk.press("ctrl+p")
        await desk.until_screen("CommandPalette")
        await desk.until_seen("Hide")

    assert drawn(go)
