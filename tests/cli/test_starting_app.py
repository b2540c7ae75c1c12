"""How the command line opens the app, on the person's journal and on the invented one."""

import pytest

from tip_reflect.cli import starting_app
from tip_reflect.settings import Settings
from tip_reflect.unlocking import unlock


@pytest.fixture
def app(monkeypatch):
    """Stands for the app: remembers what it was given, and looks at the journal while it runs."""
    calls = []

    def run_app(places, clock, settings, *, demo_passphrase=None):
        seen = None
        if demo_passphrase is not None:
            store = unlock(places, demo_passphrase, clock).open_store()
            seen = (len(store.latest().answers), len(store.drafts()), len(store.own_contacts()))
            store.close()
        calls.append((places, settings, demo_passphrase, seen))
        return 7

    monkeypatch.setattr("tip_reflect.app.start.run_app", run_app)
    monkeypatch.setattr(starting_app, "_need_terminal", lambda: None)
    return calls


def test_no_command_opens_the_app_with_the_settings_and_gives_its_code(locked, tip, app):
    tip("settings", "theme", "daylight")
    done = tip()
    assert done.code == 7
    ((places, settings, passphrase, _),) = app
    assert (places, settings.theme, passphrase) == (locked, "daylight", None)


def test_a_broken_settings_file_does_not_keep_the_app_shut(locked, tip, app):
    locked.settings.write_text("theme = ")
    done = tip()
    assert done.code == 7
    assert "usual settings" in done.err
    assert app[0][1] == Settings()


def test_the_demo_opens_an_invented_journal_that_is_gone_afterwards(
    no_journal, tip, app, tmp_path, monkeypatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert tip("--demo").code == 7
    ((places, settings, _, seen),) = app
    assert tmp_path in places.home.parents
    assert not places.home.exists()
    assert not places.home.parent.exists()
    assert settings == Settings()
    answers, drafts, contacts = seen
    assert answers > 0
    assert drafts > 0
    assert contacts > 0
    assert not no_journal.home.exists()


def test_the_passphrase_that_the_demo_tells_opens_it_again(no_journal, tip, app, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    tip("--demo")
    ((_, _, told, seen),) = app
    assert told == starting_app.DEMO_PASSPHRASE
    assert seen  # the stand-in for the app opened the journal with it


def test_every_invented_entry_is_in_the_demo(places, clock):
    from tip_reflect.demo.journal import demo_entries
    from tip_reflect.journal.entry import Moment
    from tip_reflect.journal.finding import Filter
    from tip_reflect.prompts.reading import packs_folder, read_library

    starting_app.make_demo(places, "a demo passphrase", clock)
    store = unlock(places, "a demo passphrase", clock).open_store()
    told = demo_entries(read_library(packs_folder()), Moment(at=clock()))
    assert store.count(Filter()) == len(told) >= 50
    store.close()
