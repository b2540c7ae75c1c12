"""Place 3: one page with packs, things to try, learning lines and what is out."""

import pytest
from a_desk import LARGE, SMALL
from a_pack import (
    BROUGHT,
    DONE,
    DRAFT,
    LINE,
    QUESTION,
    READY,
    TAKEN,
    TO_TRY,
    a_pack,
    full,
    marked,
    put_mark,
    to_peers,
)

from tip_reflect.app.widgets.foot import Foot
from tip_reflect.app.widgets.shelf import Shelf
from tip_reflect.journal.pack import Part

pytestmark = pytest.mark.long


def foot(desk):
    return {binding.description for binding in desk.one(Foot).shown}


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_page_shows_packs_things_to_try_learning_and_what_is_out(desk, size):
    full(desk)
    async with desk.sit(size=size):
        await to_peers(desk)
        seen = desk.seen()
        for words in (
            "Packs",
            "a draft, 4 lines",
            "ready to take",
            "taken, and brought back",
            "Things to try",
            "Learning lines",
            "ask which room",
            "Seeing the room",
            "What is out",
            "Word, 12 November",
        ):
            assert words in seen, words


async def test_a_new_journal_says_how_each_thing_begins_and_nothing_is_counted(desk):
    desk.make_journal()
    async with desk.sit():
        await to_peers(desk)
        assert "n begins one" in desk.seen()
        assert "l writes one" in desk.seen()
        assert "What is out" not in desk.seen()
        assert desk.one(Shelf).current == ""
        assert {"New pack", "Learning line", "Host a session", "Session date"} <= foot(desk)
        assert not {"Bring back", "Delete", "Export learning", "Then and after"} & foot(desk)
        await desk.press("enter", "delete", "b", "v", "x")
        assert desk.screen == "PeersScreen"


async def test_three_goes_to_peers_from_today_and_the_journal_and_one_and_two_lead_back(desk):
    marked(desk)
    async with desk.sit():
        await to_peers(desk)
        await desk.press("2")
        await desk.until_screen("JournalScreen")
        await desk.press("3")
        await desk.until_screen("PeersScreen")
        await desk.press("1")
        await desk.until_screen("TodayScreen")
        assert "Peers" in foot(desk)


async def test_what_can_be_done_goes_with_the_mark(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"pack:{TAKEN}")
        assert {"Bring back", "Then and after", "Delete"} <= foot(desk)
        await put_mark(desk, f"action:{TO_TRY}")
        assert "Bring back" not in foot(desk)
        await desk.press("enter")
        await desk.until_screen("ActionScreen")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert desk.one(Shelf).current == f"action:{TO_TRY}"
        await put_mark(desk, f"learning:{LINE}")
        await desk.press("enter")
        await desk.until_screen("LearningScreen")


async def test_a_second_click_opens_what_the_mark_stands_on(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk)
        await desk.click_on(QUESTION[:20])
        assert desk.screen == "PeersScreen"
        await desk.click_on(QUESTION[:20])
        await desk.until_screen("PackScreen")


@pytest.mark.parametrize(
    ("key", "left"),
    [
        (f"pack:{DRAFT}", lambda store: [one.id for one in store.packs()]),
        (f"action:{DONE}", lambda store: [one.id for one in store.actions()]),
        (f"learning:{LINE}", lambda store: [one.id for one in store.learning()]),
        ("leaving:1", lambda store: [one.key for one in store.leavings()]),
    ],
    ids=["a pack", "a thing to try", "a learning line", "the log"],
)
async def test_a_thing_is_deleted_only_after_a_yes_and_only_that(desk, key, left):
    full(desk)
    which = key.partition(":")[2]
    with desk.store() as store:
        before = left(store)
    async with desk.sit():
        await to_peers(desk, key)
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.press("enter")
        await desk.until_screen("PeersScreen")
        with desk.store() as store:
            assert left(store) == before
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until(lambda: desk.screen == "PeersScreen" and desk.one(Shelf).current != key)
        with desk.store() as store:
            assert [str(one) for one in left(store)] == [str(one) for one in before if str(one) != which]
            assert len(store.bring_backs()) == 1
            assert store.bring_backs()[0].id == BROUGHT


async def test_deleting_a_pack_leaves_what_is_out_on_the_log(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"pack:{TAKEN}")
        await desk.press("delete")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_seen("A pack that is deleted here")


async def test_what_another_window_wrote_appears_and_the_mark_stays(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"pack:{READY}")
        with desk.store() as store:
            store.save_pack(a_pack((Part.BRIEF, "x"), pack_id=BROUGHT, question="From another window?"))
        await desk.app._tick()
        await desk.until_seen("From another window?")
        assert desk.one(Shelf).current == f"pack:{READY}"


async def test_words_are_shown_as_typed_and_control_characters_never(desk):
    desk.make_journal()
    with desk.store() as store:
        store.save_pack(a_pack(question="[/oops] [bold red]x[/]\x1b[31m"))
    async with desk.sit():
        await to_peers(desk)
        assert "[/oops] [bold red]x[/]" in desk.seen()
        assert "\x1b" not in desk.seen()


async def test_a_thousand_packs_are_one_page_whose_end_is_a_key_away(desk):
    desk.make_journal()
    from uuid import UUID

    with desk.store() as store:
        for number in range(100, 400):
            store.save_pack(a_pack(pack_id=UUID(int=number), question=f"Question {number}?"))
    async with desk.sit():
        await to_peers(desk)
        assert len(desk.app.screen.query("*")) < 40
        await desk.press("end")
        assert "Question 100?" in desk.seen()
        assert desk.one(Shelf).current == f"pack:{UUID(int=100)}"
