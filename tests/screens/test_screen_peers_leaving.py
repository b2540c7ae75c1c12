"""From a pack to a file: the check, the last question, exactly what the file says, and the log."""

import hashlib
import stat

import pytest
from a_desk import LARGE, numbered
from a_pack import CALM, DRAFT, READY, TRIED, WORKED, a_pack, full, into_pack, kept_pack, marked
from textual.widgets import Input

from tip_reflect.app.screens.preview import Answer
from tip_reflect.app.widgets.foot import Foot
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.pack import Guess, PackState, Part
from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy.packs import standing
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.reading_word import document_of_word
from tip_reflect.sharing.session_forms import SessionForm, preview, write_document
from tip_reflect.sharing.session_page import pack_document
from tip_reflect.sharing.word_password import unlocked

pytestmark = pytest.mark.long


def foot(desk):
    return {binding.description for binding in desk.one(Foot).shown}


async def check(desk):
    await desk.press("ctrl+n")
    await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen.review is not None)
    await desk.at_rest()


async def use_all(desk):
    while desk.screen == "ReviewScreen" and desk.app.screen.review.left:
        await desk.press("a")
    await desk.until_screen("PreviewScreen")


async def say(desk, answer):
    """Read it through and answer the last question."""
    await desk.press("ctrl+n")
    await desk.until_screen("PeerTest")
    desk.one(f"#{answer.value}").focus()
    await desk.press("enter")


async def take(desk, form, tmp_path, *, password=None):
    """From an open pack that may leave to the file of this form."""
    if desk.screen != "TakeDialog":
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
    await desk.choose("#form", form)
    await desk.fill("#folder", str(tmp_path))
    if password is not None:
        await desk.fill("#password", password)
        await desk.fill("#again", password)
    await desk.press("ctrl+s")
    await desk.until_screen("PageScreen")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


async def test_the_whole_way_from_a_draft_to_a_file_that_holds_no_name_and_no_number(desk, out):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await check(desk)
        assert "in this pack" in " ".join(desk.seen().split()) or "Appears once" in desk.seen()
        await use_all(desk)
        await say(desk, Answer.NO)
        await desk.until_screen("TakeDialog")
        pack = kept_pack(desk)
        assert (pack.state, pack.guess) == (PackState.READY, Guess.NO)
        assert standing(pack) == []
        await take(desk, SessionForm.MARKDOWN, out)
        shown = desk.words_of("#preview-words")
        assert list(out.iterdir()) == []
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        (file,) = out.iterdir()
        assert file.name == "reflection-pack.md"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert file.read_text(encoding="utf-8").rstrip() == shown.rstrip()
        assert "Kirsty" not in shown
        assert "07700" not in shown
        assert kept_pack(desk).state is PackState.TAKEN
        assert desk.kept(1).answers[0].text == TRIED, "the entry keeps its words"
        with desk.store() as store:
            leaving = store.leavings()[0]
        assert (leaving.pack_id, leaving.form, leaving.entry_ids) == (DRAFT, "md", (numbered(1),))
        assert leaving.digest == hashlib.sha256(file.read_bytes()).hexdigest()
        assert "It is not locked." in desk.said()


async def test_a_pack_without_its_question_waits_and_says_so(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack((Part.WORKED, WORKED), question=""))
    async with desk.sit():
        await into_pack(desk)
        await desk.press("ctrl+n")
        await desk.until(lambda: "your one question" in desk.said())
        assert desk.screen == "PackScreen"
        assert desk.focused == "one-question"


async def test_where_someone_could_guess_it_stays_a_draft_and_remembers_the_answer(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await check(desk)
        await use_all(desk)
        await say(desk, Answer.YES)
        await desk.until_screen("PackScreen")
        pack = kept_pack(desk)
        assert (pack.state, pack.guess) == (PackState.DRAFT, Guess.YES)
        assert "Kirsty" not in pack.lines[2].text, "what was decided stays in the pack"
        assert standing(pack) == []
        assert "Write a file" not in foot(desk)


async def test_what_was_looked_at_and_kept_is_remembered_for_the_next_check(desk):
    marked(desk)
    with desk.store() as store:
        store.save_pack(a_pack((Part.BRIEF, "Kirsty came early.")))
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await check(desk)
        while desk.screen == "ReviewScreen" and desk.app.screen.review.left:
            await desk.press("k")
        await desk.until_screen("PreviewScreen")
        await say(desk, Answer.NO)
        await desk.until_screen("TakeDialog")
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        assert "kirsty" in kept_pack(desk).kept
        assert standing(kept_pack(desk)) == []
        await desk.focus("#please")
        await desk.press_text("No advice.")
        await desk.until(lambda: "Check for people" in foot(desk))
        await check(desk)
        assert desk.app.screen.review.left == ()
        assert desk.app.screen.review.looked_at == desk.app.screen.review.total >= 1
        assert "Kirsty" in desk.app.screen.review.text_of(1)


async def test_a_lock_in_the_middle_of_the_check_keeps_what_was_decided(desk):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        await check(desk)
        subject = desk.app.screen.current.finding.text
        await desk.press("a")
        instead = desk.app.screen.review.decisions
        assert instead
        assert desk.screen == "ReviewScreen"
        await desk.press("f9")
        await desk.until_screen("LockScreen")
        words = "\n".join(line.text for line in kept_pack(desk).lines)
        assert subject not in words
        assert kept_pack(desk).state is PackState.DRAFT
        await desk.unlock()
        await desk.until_screen("PackScreen")


async def test_leaving_the_check_by_the_way_back_leaves_the_pack_as_it_was(desk):
    full(desk)
    before = None
    async with desk.sit(size=LARGE):
        await into_pack(desk)
        before = kept_pack(desk)
        await check(desk)
        await desk.press("a", "escape")
        await desk.until_screen("AskScreen")
        await desk.press("down", "enter")
        await desk.until_screen("PackScreen")
        await desk.press("escape")
        await desk.until_screen("PeersScreen")
        assert kept_pack(desk) == before


async def test_a_name_that_is_watched_for_since_the_check_keeps_the_pack_here(desk):
    full(desk)
    with desk.store() as store:
        store.watch(WatchedName(words="ten minutes"))
    async with desk.sit():
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until(lambda: "once more" in desk.said())
        assert desk.screen == "PackScreen"
        assert kept_pack(desk, READY).state is PackState.DRAFT
        assert "Check for people" in foot(desk)


@pytest.mark.parametrize("form", [SessionForm.TEXT, SessionForm.HTML, SessionForm.WORD])
async def test_each_form_is_shown_word_for_word_and_then_written(desk, out, form):
    full(desk)
    async with desk.sit():
        await into_pack(desk, READY)
        await take(desk, form, out)
        shown = str(desk.one("#preview-words").content)
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        (file,) = out.iterdir()
        assert file.name == f"reflection-pack.{form.ending}"
        document = pack_document(CALM)
        assert file.read_bytes() == write_document(document, form)
        assert preview(document, form) == shown


async def test_a_word_file_with_a_password_opens_with_it_and_is_told_as_locked(desk, out):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
        assert desk.app.library.notices.export in " ".join(desk.words_of("#about-copy").split())
        await take(desk, SessionForm.WORD_WITH_PASSWORD, out, password="plain made up words")
        shown = str(desk.one("#preview-words").content)
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        (file,) = out.iterdir()
        data = file.read_bytes()
        assert WORKED.encode() not in data
        assert as_text(document_of_word(unlocked(data, "plain made up words"))) == shown
        assert "not locked" not in desk.said()
        with desk.store() as store:
            assert store.leavings()[0].form == "docx-with-password"


async def test_a_password_is_asked_for_twice_and_a_slip_writes_nothing(desk, out):
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
        await desk.choose("#form", SessionForm.WORD_WITH_PASSWORD)
        await desk.fill("#folder", str(out))
        await desk.press("ctrl+s")
        assert "Type a password, twice." in desk.words_of("#message")
        await desk.fill("#password", "one")
        await desk.fill("#again", "other")
        await desk.press("ctrl+s")
        assert "not the same" in desk.words_of("#message")
        assert desk.screen == "TakeDialog"
        assert list(out.iterdir()) == []


async def test_a_file_that_is_there_already_is_never_written_over(desk, out):
    full(desk)
    theirs = out / "reflection-pack.md"
    theirs.write_text("theirs")
    async with desk.sit(size=LARGE):
        await into_pack(desk, READY)
        await take(desk, SessionForm.MARKDOWN, out)
        await desk.press("ctrl+n")
        await desk.until(lambda: desk.screen == "TakeDialog" and "already" in desk.words_of("#message"))
        assert theirs.read_text() == "theirs"
        assert kept_pack(desk, READY).state is PackState.READY
        with desk.store() as store:
            assert len(store.leavings()) == 1
        await desk.choose("#form", SessionForm.TEXT)
        await desk.choose("#form", SessionForm.MARKDOWN)
        assert desk.one("#name", Input).value == "reflection-pack-2.md"


async def test_a_form_that_cannot_be_made_here_says_so_and_nothing_is_lost(desk, out, monkeypatch):
    from tip_reflect.app.screens.peers import taking

    def refuse(document, form, password=None):
        raise TipReflectError("This form needs a part that is not installed. Nothing was written.")

    monkeypatch.setattr(taking, "write_document", refuse)
    full(desk)
    async with desk.sit(size=LARGE):
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
        await desk.press("ctrl+s")
        await desk.until(lambda: "not installed" in desk.words_of("#message"))
        assert kept_pack(desk, READY).state is PackState.READY


async def test_looking_at_the_file_and_going_back_writes_nothing(desk, out):
    full(desk)
    async with desk.sit():
        await into_pack(desk, READY)
        await take(desk, SessionForm.MARKDOWN, out)
        await desk.press("escape")
        await desk.until_screen("TakeDialog")
        await desk.press("escape")
        await desk.until_screen("PackScreen")
        assert list(out.iterdir()) == []
        assert kept_pack(desk, READY).state is PackState.READY


async def test_the_session_sheet_comes_along_or_stays_as_the_worker_likes(desk, out):
    full(desk)
    async with desk.sit():
        await into_pack(desk, READY)
        await desk.press("ctrl+n")
        await desk.until_screen("TakeDialog")
        await desk.choose("#sheet", False)
        await take(desk, SessionForm.MARKDOWN, out)
        assert "45 minutes" not in desk.words_of("#preview-words")
        await desk.press("ctrl+n")
        await desk.until_screen("PackScreen")
        assert "45 minutes" not in (out / "reflection-pack.md").read_text()
        assert not kept_pack(desk, READY).with_sheet


async def test_a_taken_pack_whose_words_change_is_a_draft_again_and_stays_on_the_log(desk, out):
    full(desk)
    async with desk.sit():
        await into_pack(desk, READY)
        await take(desk, SessionForm.MARKDOWN, out)
        await desk.press("ctrl+n")
        await desk.until(
            lambda: desk.screen == "PackScreen" and kept_pack(desk, READY).state is PackState.TAKEN
        )
        assert "Write a file" in foot(desk)
        await desk.focus("#please")
        await desk.press_text("No advice.")
        await desk.until(lambda: kept_pack(desk, READY).state is PackState.DRAFT)
        with desk.store() as store:
            assert [one.pack_id for one in store.leavings()].count(READY) == 1
