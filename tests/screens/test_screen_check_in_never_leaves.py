"""Nothing of how it is with me is in anything that leaves: an entry in any form, a copy for others, a pack."""

import json
import zipfile
from io import BytesIO

import pytest
from a_desk import NOON, an_entry, numbered

from tip_reflect.journal.check_in import HABIT_NOTE, LINE_NOTE, CheckIn, Habit
from tip_reflect.journal.entry import Moment
from tip_reflect.journal.finding import Filter
from tip_reflect.journal.marking import mark_of
from tip_reflect.sharing.forms import Form, write

pytestmark = pytest.mark.long

SAID = ("More than I can manage", "On my own with it", "I did not know what to ask for")
NEED = "zebra-need"
LINE = "zebra-line"
ENTRY = an_entry("The kettle was on.", "Tea first.", prompts=["What happened?", "What next?"])


@pytest.fixture
def answered(desk):
    """A journal with an entry that is marked for peers, and a check-in on the same day."""
    desk.make_journal(ENTRY)
    with desk.store() as store:
        store.save_marks(ENTRY.id, [mark_of(ENTRY, 0, 0, 18)])
        store.save_check_in(
            CheckIn(
                id=numbered(7),
                at=Moment(at=NOON),
                answers=((1, SAID[0]), (3, SAID[1]), (6, SAID[2])),
                need=NEED,
            )
        )
        store.set_note(LINE_NOTE, LINE)
        store.set_note(HABIT_NOTE, Habit.WEEKLY)
    return desk


def holds_nothing_of_it(written: bytes) -> bool:
    """Whether none of the words, nor any word of the check-in itself, is in a file; zip members are opened."""
    parts = [written]
    if written.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(written)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    everything = b"\n".join(parts).decode("utf-8", "replace").casefold()
    return not any(
        word.casefold() in everything
        for word in (*SAID, NEED, LINE, "How it is with me", "check-in", "check_in")
    )


def test_the_journal_holds_the_words_and_this_test_would_see_them(answered):
    with answered.store() as store:
        (check_in,) = store.check_ins()
    assert [words for _, words in check_in.answers] == list(SAID)
    for words in (*SAID, NEED, LINE):
        assert not holds_nothing_of_it(json.dumps({"said": words}).encode())
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w") as one:
            one.writestr("inside.xml", words)
        assert not holds_nothing_of_it(archive.getvalue())


@pytest.mark.parametrize("form", Form)
def test_no_form_of_an_entry_holds_it(answered, form):
    with answered.store() as store:
        entries = [store.entry(one.id) for one in store.page(Filter(), 0, 9)]
    written = write(entries, form)
    assert (written if isinstance(written, bytes) else written.encode()).strip()
    assert holds_nothing_of_it(written if isinstance(written, bytes) else written.encode())


@pytest.mark.parametrize("form", Form)
async def test_no_file_that_the_app_writes_holds_it(answered, tmp_path, form):
    desk = answered
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("x")
        await desk.until_screen("ExportDialog")
        await desk.choose("#form", form)
        await desk.fill("#folder", str(tmp_path))
        await desk.fill("#name", f"mine.{form}")
        await desk.press("ctrl+s")
        await desk.until_screen("JournalScreen")
    written = (tmp_path / f"mine.{form}").read_bytes()
    assert b"kettle" in written or written.startswith(b"PK")
    assert holds_nothing_of_it(written)


async def test_no_copy_for_others_holds_it(answered, tmp_path):
    desk = answered
    async with desk.sit():
        await desk.into_the_journal()
        await desk.press("p")
        await desk.until(lambda: desk.screen == "ReviewScreen" and desk.app.screen._review is not None)
        while desk.screen == "ReviewScreen" and desk.app.screen._review.left:
            await desk.press("a")
        if desk.screen == "ReviewScreen":
            await desk.press("ctrl+n")
        await desk.until_screen("PreviewScreen")
        assert holds_nothing_of_it(desk.words_of("#preview-words").encode())
        await desk.press("enter")
        await desk.until_screen("PeerTest")
        await desk.press("up", "enter")
        await desk.until_screen("ExportDialog")
        await desk.fill("#folder", str(tmp_path))
        await desk.fill("#name", "copy.md")
        await desk.press("ctrl+s")
        await desk.until_screen("JournalScreen")
    written = (tmp_path / "copy.md").read_bytes()
    assert b"kettle" in written
    assert holds_nothing_of_it(written)
