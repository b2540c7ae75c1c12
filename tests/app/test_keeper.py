"""The keeper of an entry: nothing typed is lost, and nothing is silently written over."""

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from a_desk import a_draft, numbered

from tip_reflect.app.keeper import EntryKeeper
from tip_reflect.errors import DiskFull, JournalBusy
from tip_reflect.store.store import Store
from tip_reflect.store.thread import StoreThread


@dataclass
class Page:
    """What is on the screen, and the session that it is kept in."""

    store: StoreThread
    text: str = ""

    def read(self, entry):
        return entry.with_text(0, self.text) if entry.answers[0].text != self.text else entry


@contextmanager
def written_on(desk, text=""):
    thread = StoreThread()
    thread.open(lambda: Store.open(desk.places, desk.key, desk.clock)).result(10)
    try:
        yield Page(thread, text)
    finally:
        thread.close(10)


def refuse(problem):
    def save(store, entry):
        raise problem

    return save


async def test_what_is_on_the_page_is_saved_and_saving_again_writes_nothing(desk):
    desk.make_journal()
    with written_on(desk) as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        page.text = "first"
        assert keeper.unsaved
        assert await keeper.save()
        assert not keeper.unsaved
        assert desk.only().revision == keeper.entry.revision == 1
        assert await keeper.save()
        assert desk.only().revision == 1
        page.text = "second"
        assert await keeper.save()
        assert (desk.only().answers[0].text, desk.only().revision) == ("second", 2)


async def test_two_saves_at_once_are_one_after_the_other_and_both_succeed(desk):
    desk.make_journal()
    with written_on(desk) as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        page.text = "typed"
        first = asyncio.create_task(keeper.save())
        await asyncio.sleep(0)
        page.text = "typed on"
        assert await asyncio.gather(first, keeper.save()) == [True, True]
        assert desk.only().answers[0].text == "typed on"
        assert keeper.note == ""


@pytest.mark.parametrize("problem", [DiskFull("No room."), JournalBusy("Busy.")])
async def test_trouble_is_told_and_forgotten_once_it_is_saved(desk, monkeypatch, problem):
    desk.make_journal()
    with written_on(desk, "kept") as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        with monkeypatch.context() as trouble:
            trouble.setattr(Store, "save", refuse(problem))
            assert not await keeper.save()
            assert keeper.trouble == str(problem)
            assert not keeper.save_at_once()
            assert keeper.unsaved
        assert await keeper.save()
        assert keeper.trouble == ""
        assert desk.only().answers[0].text == "kept"


async def test_at_once_tries_again_what_could_not_be_saved_a_moment_ago(desk, monkeypatch):
    desk.make_journal()
    with written_on(desk, "kept") as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        with monkeypatch.context() as trouble:
            trouble.setattr(Store, "save", refuse(DiskFull("No room.")))
            assert not await keeper.save()
        assert keeper.save_at_once()
        assert desk.only().answers[0].text == "kept"


async def test_trouble_is_forgotten_where_the_words_are_as_they_are_kept_again(desk, monkeypatch):
    desk.make_journal()
    with written_on(desk, "kept") as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        assert await keeper.save()
        with monkeypatch.context() as trouble:
            trouble.setattr(Store, "save", refuse(DiskFull("No room.")))
            page.text = "more"
            assert not await keeper.save()
        page.text = "kept"
        assert await keeper.save()
        assert keeper.trouble == ""


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("elsewhere", ["changed", "deleted"])
async def test_what_changed_elsewhere_is_left_alone_and_ours_is_kept_beside_it(desk, at_once, elsewhere):
    desk.make_journal(a_draft("as it was"))
    with written_on(desk, "ours") as page:
        keeper = EntryKeeper(page, desk.only(), page.read)
        with desk.store() as other:
            if elsewhere == "changed":
                other.save(other.entry(numbered(1)).with_text(0, "theirs"))
            else:
                other.delete(numbered(1))
        assert keeper.save_at_once() if at_once else await keeper.save()
        texts = {one.answers[0].text for one in desk.all_kept()}
        assert texts == ({"theirs", "ours"} if elsewhere == "changed" else {"ours"})
        assert keeper.note
        assert keeper.entry.id != numbered(1)
        page.text = "ours, more"
        assert await keeper.save()
        assert "ours, more" in {one.answers[0].text for one in desk.all_kept()}


async def test_at_once_saves_what_was_typed_while_another_save_is_on_its_way(desk):
    desk.make_journal()
    with written_on(desk, "one") as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        on_its_way = asyncio.create_task(keeper.save())
        await asyncio.sleep(0)
        page.text = "one, two"
        assert keeper.save_at_once()
        assert await on_its_way
        assert desk.only().answers[0].text == "one, two"
        assert not keeper.unsaved
        assert keeper.note == "", "our own save is not somebody else's"


async def test_another_version_goes_on_under_the_same_id_and_revision(desk):
    desk.make_journal()
    with written_on(desk, "words") as page:
        keeper = EntryKeeper(page, a_draft(""), page.read)
        await keeper.save()
        keeper.replace_with(replace(keeper.current(), id=numbered(9), revision=0, arrived_as="calm"))
        assert (keeper.entry.id, keeper.entry.revision) == (numbered(1), 1)
        assert await keeper.save()
        assert desk.only().arrived_as == "calm"
