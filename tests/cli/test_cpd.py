"""cpd: learning for a regulator's form, with no people in it."""

import os
import stat

import pytest


@pytest.fixture
def given(tmp_path):
    """The three as options, from files."""

    def make(**words: str) -> list[str]:
        options = []
        for name, text in words.items():
            (tmp_path / name).write_text(text)
            options += [f"--{name}", f"@{tmp_path / name}"]
        return options

    return make


CLEAN = {"activity": "A session with peers.", "learning": "To ask first.", "change": "I wait\nlonger."}


def test_the_three_are_printed_ready_to_paste_and_no_journal_is_needed(no_journal, tip, given):
    done = tip("cpd", *given(**CLEAN))
    assert done.code == 0, done.err
    assert done.out == (
        "Activity\nA session with peers.\n\nLearning\nTo ask first.\n\nChange in practice\nI wait\nlonger.\n"
    )
    assert not no_journal.home.exists()


def test_one_of_them_can_come_on_standard_input_and_an_empty_one_is_left_out(no_journal, tip, given):
    words = given(activity="A session with peers.", change=" \n")
    done = tip("cpd", *words, "--learning", "-", stdin=b"To ask first.\r\n")
    assert done.out == "Activity\nA session with peers.\n\nLearning\nTo ask first.\n"
    assert tip("cpd", *given(activity="", learning="", change="")).code == 1


def test_what_was_not_given_cannot_be_asked_where_there_is_no_terminal(no_journal, tip, given):
    done = tip("cpd", *given(activity="A session with peers."))
    assert (done.code, done.out) == (2, "")
    assert tip("cpd", "--activity", "typed here").code == 2


@pytest.mark.parametrize(
    "learning", ["Kirsty is to be asked first.", "Ring 07700 900123.", "Twins need two chairs."]
)
def test_nothing_leaves_while_anything_stands(no_journal, tip, given, tmp_path, learning):
    words = given(**{**CLEAN, "learning": learning})
    done = tip("cpd", *words, "-o", str(tmp_path / "out.txt"))
    assert (done.code, done.out) == (1, "")
    assert "Learning: " in done.err
    assert not (tmp_path / "out.txt").exists()


def test_blur_takes_people_out_and_the_file_is_what_was_shown(no_journal, tip, given, tmp_path):
    words = given(**{**CLEAN, "learning": "Kirsty, 07700 900123, is to be asked first."})
    target = tmp_path / "out.txt"
    done = tip("cpd", *words, "--blur", "-o", str(target))
    assert done.code == 0, done.err
    assert target.read_bytes() == done.stdout
    assert not any(word in done.out for word in ("Kirsty", "07700"))
    assert "to be asked first" in done.out
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert tip("cpd", *words, "--blur", "-o", str(target)).code == 1


def test_the_watch_list_is_used_when_asked_for(journal, tip, given):
    assert tip("watch", "add", stdin=b"purple badger = the child\n").code == 0
    words = given(**{**CLEAN, "learning": "Wait for the purple badger."})
    assert tip("cpd", *words).code == 0
    assert tip("cpd", *words, "--journal").code == 1
    assert "badger" not in tip("cpd", *words, "--journal", "--blur").out
