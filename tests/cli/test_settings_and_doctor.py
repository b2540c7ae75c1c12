"""settings and doctor: neither needs the passphrase."""

import json

import pytest

from tip_reflect.cli.findings import look_around
from tip_reflect.places import Places, find_places


def test_settings_are_listed(no_journal, tip):
    assert tip("settings").out == "theme = dusk\nlock_minutes = 5\nopening = ask\nunderline = off\n"
    assert json.loads(tip("settings", "--json").out) == {
        "theme": "dusk",
        "lock_minutes": 5,
        "opening": "ask",
        "underline": "off",
    }


def test_one_setting_is_read_and_changed(no_journal, tip):
    assert tip("settings", "theme", "daylight").out == "theme = daylight\n"
    assert tip("settings", "lock-minutes", "12").code == 0
    assert tip("settings", "theme").out == "theme = daylight\n"
    assert json.loads(tip("settings", "lock_minutes", "--json").out) == {"lock_minutes": 12}


@pytest.mark.parametrize("words", [["colour"], ["theme", "pink"], ["lock_minutes", "0"], ["colour", "blue"]])
def test_a_setting_that_cannot_be_is_refused_with_a_sentence(no_journal, tip, words):
    done = tip("settings", *words)
    assert (done.code, done.out) == (1, "")
    assert done.err
    assert not no_journal.settings.exists()


def findings(tip):
    done = tip("doctor", "--json")
    assert done.code == 0
    return {one["about"]: one for one in json.loads(done.out)}


def test_doctor_looks_without_the_passphrase(locked, tip):
    found = findings(tip)
    assert found["Journal"]["finding"].startswith("journal.db")
    assert found["Key file"]["well"]
    assert found["Prompts"]["finding"].startswith("139")
    assert "textual" in found
    assert all(one["well"] for about, one in found.items() if about != "Free disk")


def test_doctor_is_of_use_before_there_is_a_journal(no_journal, tip):
    assert "none here yet" in findings(tip)["Journal"]["finding"]
    assert not no_journal.home.exists()


def test_doctor_marks_what_wants_looking_at_in_words(locked, tip):
    locked.header.write_text("{}")
    assert "LOOK AT THIS: Key file: " in tip("doctor").out
    locked.journal.unlink()
    assert not findings(tip)["Journal"]["well"]


@pytest.mark.parametrize("folder", ["OneDrive - Council/journal", "Dropbox", "Library/Mobile Documents/x"])
def test_doctor_sees_a_folder_that_is_copied_elsewhere(tmp_path, folder):
    found = {one.about: one for one in look_around(Places(tmp_path / folder))}
    assert not found["Synced folder"].well
    assert "may outlive what you delete" in found["Synced folder"].finding


def test_doctor_names_a_broken_settings_file(locked, tip):
    locked.settings.write_text("theme = ")
    assert not findings(tip)["Settings"]["well"]


def test_doctor_says_where_the_passphrase_comes_from_and_not_what_it_is(journal, tip, passphrase):
    found = findings(tip)
    assert "TIP_REFLECT_PASSPHRASE_FILE" in found["Passphrase"]["finding"]
    assert passphrase not in tip("doctor").out


# Where the journal is


@pytest.mark.parametrize("folder", ["rel/dir", "~nosuch/x", ".", "x"])
@pytest.mark.parametrize("command", [["list"], ["init"], ["doctor"]])
def test_a_folder_that_depends_on_where_one_stands_is_refused(tip, monkeypatch, tmp_path, folder, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIP_REFLECT_HOME", folder)
    before = list(tmp_path.iterdir())
    done = tip(*command)
    assert (done.code, done.out) == (1, "")
    assert "TIP_REFLECT_HOME" in done.err
    assert list(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "folder", ["/" + "x" * 300, "/tmp" + "/x" * 2500, "/tmp" + "/abcdefghi" * 45], ids=len
)
def test_a_folder_whose_name_is_too_long_is_called_that_and_not_a_full_disk(tip, monkeypatch, folder):
    monkeypatch.setenv("TIP_REFLECT_HOME", folder)
    done = tip("list")
    assert (done.code, done.out) == (1, "")
    assert "too long" in done.err
    assert "full" not in done.err


@pytest.mark.parametrize("folder", ["", " ", "\t"])
def test_a_blank_folder_means_the_usual_one(folder):
    assert find_places({"TIP_REFLECT_HOME": folder}) == find_places({})


def test_doctor_sends_the_terminal_no_commands(tip, monkeypatch, tmp_path):
    monkeypatch.setenv("TIP_REFLECT_HOME", str(tmp_path / "a\x1b]0;owned\x07b"))
    assert not {"\x1b", "\x07"} & set(tip("doctor").out)
