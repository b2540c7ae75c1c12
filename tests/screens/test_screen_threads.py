"""Threads: what was said of each over time, in the worker's own words."""

from a_desk import an_entry, numbered

from tip_reflect.app.screens.threads import NO_THREADS, NOTHING_SAID, YOUR_VIEW
from tip_reflect.app.widgets.journal_list import JournalList
from tip_reflect.journal.threads import Step, ThreadMark

GARDEN = [an_entry(f"garden {at}", number=at, days_ago=at, thread="the garden family") for at in (1, 2, 3)]
OAK = an_entry("oak", number=9, days_ago=9, thread="the oak [/oops]")


def with_marks(desk):
    desk.make_journal(*GARDEN, OAK)
    with desk.store() as store:
        for number, step, tells in (
            (3, Step.APART, "She left early."),
            (2, Step.SAME, ""),
            (1, Step.CLOSER, "The bench [/b] she painted."),
        ):
            store.save_thread_mark(ThreadMark(entry_id=numbered(number), step=step, tells=tells))


async def to_threads(desk):
    await desk.into_the_journal()
    await desk.press("h")
    await desk.until_screen("ThreadsScreen")
    await desk.at_rest()


async def test_marks_stand_by_date_with_the_workers_words_under_each(desk):
    with_marks(desk)
    async with desk.sit():
        await to_threads(desk)
        said = desk.words_of("#said")
        parts = [
            "the garden family",
            "Saturday 21 November 2026\n••    a step closer\nYou wrote: The bench [/b] she painted.",
            "Friday 20 November 2026\n• •   about the same\n\n",
            "Thursday 19 November 2026\n•  •  a step apart\nYou wrote: She left early.",
        ]
        places = [said.index(part) for part in parts]
        assert places == sorted(places)
        assert YOUR_VIEW in desk.seen()


async def test_it_begins_with_the_thread_of_the_entry_under_the_mark(desk):
    with_marks(desk)
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("end", "h")
        await desk.until_screen("ThreadsScreen")
        await desk.until(lambda: "the oak [/oops]" in desk.words_of("#said"))
        assert NOTHING_SAID in desk.words_of("#said")
        await desk.press("up")
        await desk.until(lambda: "the garden family" in desk.words_of("#said"))


async def test_enter_shows_the_entries_of_a_thread_in_the_journal(desk):
    with_marks(desk)
    async with desk.sit():
        await to_threads(desk)
        await desk.press("enter")
        await desk.until(lambda: desk.screen == "JournalScreen" and desk.one(JournalList).count == 3)
        assert "the garden family" in desk.words_of("#count")


async def test_going_back_leaves_the_journal_as_it_was(desk):
    with_marks(desk)
    async with desk.sit():
        await to_threads(desk)
        await desk.press("escape")
        await desk.until_screen("JournalScreen")
        assert desk.one(JournalList).count == 4


async def test_a_click_on_a_thread_shows_it_and_a_second_click_its_entries(desk):
    with_marks(desk)
    async with desk.sit():
        await to_threads(desk)
        await desk.click_on("the oak")
        await desk.until(lambda: NOTHING_SAID in desk.words_of("#said"))
        await desk.click_on("the oak")
        await desk.until(lambda: desk.screen == "JournalScreen" and desk.one(JournalList).count == 1)


async def test_where_there_are_no_threads_it_says_how_one_begins(desk):
    desk.make_journal(an_entry("alone"))
    async with desk.sit():
        await to_threads(desk)
        assert desk.words_of("#said") == NO_THREADS
        await desk.press("enter", "escape")
        await desk.until_screen("JournalScreen")
