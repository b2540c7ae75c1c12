"""How marking, threads, the close of an entry on a thread, and the check-in look, in both themes, small and large."""

from datetime import timedelta

import pytest
from a_desk import LARGE, NOON, SMALL, a_draft, an_entry, numbered

from tip_reflect.app.widgets.check_in_row import CheckInRow
from tip_reflect.app.widgets.reader import Reader
from tip_reflect.journal.check_in import HABIT_NOTE, CheckIn, Habit
from tip_reflect.journal.entry import Moment
from tip_reflect.journal.marking import mark_of
from tip_reflect.journal.threads import Step, ThreadMark

GARDEN = "the garden family"
BENCH = an_entry(
    "She asked to meet in the garden instead of the office. I nearly said no because of the form.\n\n"
    "When we sat outside she talked for the first time about school.",
    "Ask which door she would like to come in by.",
    prompts=["Where did the person have a real say today?", "What would you try next time?"],
    thread=GARDEN,
)
BOTH = pytest.mark.parametrize(
    ("theme", "size"), [("dusk", SMALL), ("daylight", LARGE)], ids=["dusk", "daylight-large"]
)


def with_marks(desk):
    desk.make_journal(BENCH, an_entry("The kettle was on.", number=2, days_ago=3))
    with desk.store() as store:
        start = BENCH.answers[0].text.index("When we sat")
        store.save_marks(BENCH.id, [mark_of(BENCH, 0, start, 400), mark_of(BENCH, 1, 0, 400)])


@BOTH
def test_marks(desk, drawn, theme, size):
    with_marks(desk)

    async def go():
        await desk.into_the_journal()
        await desk.press("enter")
        await desk.until(lambda: desk.one(Reader).entry is not None)

    assert drawn(go, theme=theme, size=size)


@BOTH
def test_marking(desk, drawn, theme, size):
    with_marks(desk)

    async def go():
        await desk.into_the_journal()
        await desk.press("m")
        await desk.until(lambda: desk.one(Reader).text.picking)
        await desk.press(*["shift+right"] * 4)

    assert drawn(go, theme=theme, size=size)


@BOTH
def test_threads(desk, drawn, theme, size):
    visits = [an_entry("A visit", number=at, days_ago=9 * at, thread=GARDEN) for at in (2, 3)]
    desk.make_journal(BENCH, *visits, an_entry("Oak", number=9, days_ago=60, thread="the oak"))
    with desk.store() as store:
        for number, step, tells in (
            (1, Step.CLOSER, "She showed me the bench she had painted."),
            (2, Step.APART, "She left before the form was out of my bag."),
            (3, Step.SAME, ""),
        ):
            store.save_thread_mark(ThreadMark(entry_id=numbered(number), step=step, tells=tells))

    async def go():
        await desk.into_the_journal()
        await desk.press("h")
        await desk.until(lambda: desk.screen == "ThreadsScreen" and "bench" in desk.words_of("#said"))

    assert drawn(go, theme=theme, size=size)


@BOTH
def test_closing_on_a_thread(desk, drawn, theme, size):
    visits = [an_entry("A visit", number=at, days_ago=at, thread=GARDEN) for at in (2, 3)]
    desk.make_journal(a_draft("A short one.", thread=GARDEN), *visits)

    async def go():
        await desk.carry_on()
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ClosingScreen" and desk.one("#often").display)
        await desk.choose("#thread-step", Step.CLOSER)
        await desk.fill("#tells", "The bench she had painted.")

    assert drawn(go, theme=theme, size=size)


async def to_the_check_in(desk):
    await desk.press("s")
    await desk.until_screen("SettingsScreen")
    await desk.focus("#how-it-is")
    await desk.press("enter")
    await desk.until_screen("CheckInScreen")
    await desk.at_rest()


@BOTH
def test_check_in(desk, drawn, theme, size):
    desk.make_journal()

    async def go():
        await to_the_check_in(desk)
        await desk.press("right", "right")
        await desk.until(lambda: "Saved" in desk.words_of("#kept"))

    assert drawn(go, theme=theme, size=size)


def test_check_in_offers_support(desk, drawn):
    desk.make_journal()

    async def go():
        await to_the_check_in(desk)
        await desk.choose("#item-6", "No")
        await desk.press("ctrl+n")
        await desk.until_screen("OfferDialog")

    assert drawn(go, theme="daylight")


def test_check_ins(desk, drawn):
    desk.make_journal()
    with desk.store() as store:
        store.set_note(HABIT_NOTE, Habit.WEEKLY)
        for number, (ago, said, need) in enumerate(
            [
                (2, ((1, "Some"), (2, "Now and then"), (6, "In part")), "Half an hour with my manager."),
                (9, ((1, "A lot"), (5, "Rather not say")), ""),
            ]
        ):
            at = Moment(at=NOON - timedelta(days=ago))
            store.save_check_in(CheckIn(id=numbered(90 + number), at=at, answers=said, need=need))

    async def go():
        await to_the_check_in(desk)
        await desk.focus("#earlier")
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "EarlierScreen" and desk.app.screen.query(CheckInRow))

    assert drawn(go)


def test_line_to_a_manager(desk, drawn):
    desk.make_journal()

    async def go():
        await to_the_check_in(desk)
        await desk.choose("#item-6", "No")
        await desk.press("ctrl+n")
        await desk.until_screen("OfferDialog")
        await desk.press("tab", "tab", "enter")
        await desk.until_screen("LineScreen")
        await desk.press_text("Could we find half an hour on Thursday?")
        await desk.until(lambda: "Saved" in desk.words_of("#kept"))

    assert drawn(go, theme="daylight")
