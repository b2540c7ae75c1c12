"""Learning lines: written, tagged, deleted, and handed over only after a check and in full view."""

import pytest
from a_desk import LARGE
from a_pack import LINE, full, to_peers

from tip_reflect.app.screens.preview import Answer
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.learning_file import read_learning

pytestmark = pytest.mark.long


def lines(desk):
    with desk.store() as store:
        return store.learning()


async def new_line(desk):
    await to_peers(desk)
    await desk.press("l")
    await desk.until(lambda: desk.screen == "LearningScreen" and desk.app.screen._ready)


async def test_a_line_is_kept_as_it_is_typed_with_its_principle_and_statement(desk):
    desk.make_journal()
    async with desk.sit():
        await new_line(desk)
        await desk.press_text("Ask first, then wait.")
        await desk.until(lambda: [line.text for line in lines(desk)] == ["Ask first, then wait."])
        await desk.choose("#principle", Principle.CHOICE)
        await desk.choose("#roadmap", Statement.WELLBEING)
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        (line,) = lines(desk)
        assert (line.principle, line.statement) == (Principle.CHOICE, Statement.WELLBEING)
        assert "Ask first, then wait." in desk.seen()
        assert "◆" in desk.seen()


async def test_a_line_is_changed_in_place_and_goes_when_it_is_emptied(desk):
    full(desk)
    async with desk.sit():
        await to_peers(desk, f"learning:{LINE}")
        await desk.press("enter")
        await desk.until_screen("LearningScreen")
        await desk.press_text(" Always.")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert lines(desk)[0] == LearningLine(
            id=LINE,
            text="Seeing the room first changes the hour. Always.",
            principle=Principle.CHOICE,
            statement=Statement.POWER,
        )
        await desk.press("enter")
        await desk.until_screen("LearningScreen")
        await desk.pilot.press("home", "ctrl+k")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert LINE not in [line.id for line in lines(desk)]


async def test_a_line_that_was_never_written_leaves_nothing(desk):
    desk.make_journal()
    async with desk.sit():
        await new_line(desk)
        await desk.choose("#principle", Principle.SAFETY)
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert lines(desk) == []


async def test_more_than_two_lines_are_kept_with_a_gentle_word(desk):
    desk.make_journal()
    async with desk.sit():
        await new_line(desk)
        await desk.press_text("one\ntwo")
        assert not desk.one("#length").display
        await desk.press_text("\nthree")
        assert "one or two lines" in desk.words_of("#length")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert lines(desk)[0].text == "one\ntwo\nthree"


async def export(desk):
    await to_peers(desk)
    await desk.press("x")
    await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen.review is not None)
    while desk.screen == "ReviewScreen" and desk.app.screen.review.left:
        await desk.press("a")
    if desk.screen == "ReviewScreen":
        await desk.press("ctrl+n")
    await desk.until_screen("PreviewScreen")
    await desk.press("ctrl+n")
    await desk.until_screen("PeerTest")
    desk.one(f"#{Answer.NO.value}").focus()
    await desk.press("enter")


async def test_lines_leave_after_the_check_in_full_view_with_the_small_team_warning(desk, tmp_path):
    full(desk)
    with desk.store() as store:
        store.save_learning(
            LearningLine(id=LINE, text="Kirsty taught me to ask first.", principle=Principle.CHOICE)
        )
    async with desk.sit(size=LARGE):
        await export(desk)
        await desk.until_screen("LearningFile")
        assert "If only your team could have written this, it may point to you." in desk.seen()
        await desk.fill("#folder", str(tmp_path))
        await desk.press("ctrl+s")
        await desk.until_screen("PageScreen")
        shown = str(desk.one("#preview-words").content)
        assert not list(tmp_path.glob("*.txt"))
        await desk.press("ctrl+n")
        await desk.until_screen("PeersScreen")
        data = (tmp_path / "learning.txt").read_bytes()
        assert data.decode() == shown
        assert b"Kirsty" not in data
        assert len(read_learning(data)) == 2
        assert lines(desk)[0].text == "Kirsty taught me to ask first.", "the list is not changed"


async def test_going_back_from_the_file_of_lines_gives_the_check_back_as_it_was(desk):
    full(desk)
    with desk.store() as store:
        store.save_learning(
            LearningLine(id=LINE, text="Kirsty taught me to ask first.", principle=Principle.CHOICE)
        )
    async with desk.sit(size=LARGE):
        await export(desk)
        await desk.until_screen("LearningFile")
        await desk.press("escape")
        await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen.review is not None)
        review = desk.app.screen.review
        assert review.looked_at == review.total >= 1
        assert "Kirsty" not in "".join(piece.text for piece in review.result())
        await desk.press("escape")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_screen("PeersScreen")


async def test_a_line_that_is_too_long_to_hand_over_is_named_by_its_beginning(desk):
    desk.make_journal()
    with desk.store() as store:
        store.save_learning(LearningLine(id=LINE, text="one\ntwo\nthree"))
    async with desk.sit():
        await export(desk)
        await desk.until(lambda: "cannot be handed over" in desk.said())
        assert desk.screen == "PeersScreen"


async def test_a_journal_that_can_only_be_read_offers_no_writing_here(desk, monkeypatch):
    full(desk)
    async with desk.sit():
        desk.app.session.read_only = "Only for reading now."
        await to_peers(desk, f"learning:{LINE}")
        words = {binding.description for binding in desk.one(Foot).shown}
        assert not {"New pack", "Learning line", "Delete", "Export learning"} & words
        await desk.press("n", "l", "enter", "delete")
        assert desk.screen == "PeersScreen"
