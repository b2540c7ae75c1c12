"""mark: nothing until it is marked, and only the words that were."""

import json

import pytest

TEXT = "We sat on the bench.\n\n  Her brother was angry.\nI said nothing for a while."


def marks(tip, entry_id):
    return [mark["words"] for mark in json.loads(tip("mark", entry_id, "--list", "--json").out)["marks"]]


@pytest.fixture
def entry(journal, add):
    return add(TEXT)


def test_nothing_is_marked_by_default(entry, tip):
    assert marks(tip, entry) == []
    assert json.loads(tip("mark", "--json").out) == []
    assert "Nothing is marked" in tip("mark").err


def test_lines_are_numbered_without_the_empty_ones_and_marked_by_number(entry, tip):
    listed = tip("mark", entry[:8], "--list").out.splitlines()
    assert [line.split(maxsplit=1)[0] for line in listed] == ["1", "2", "3"]
    assert tip("mark", entry, "--lines", "1,3").code == 0
    assert marks(tip, entry) == ["We sat on the bench.", "I said nothing for a while."]
    starred = [line[0] for line in tip("mark", entry, "--list").out.splitlines()]
    assert starred == ["*", " ", "*"]
    (listed,) = json.loads(tip("mark", "--list", "--json").out)
    assert listed["entry"] == entry
    assert "(2 marked)" in tip("mark", "--list").out


def test_words_come_from_standard_input_and_stand_in_the_entry(entry, tip):
    done = tip("mark", entry, stdin=b"her BROTHER\nsaid   nothing\n")
    assert (done.code, done.out) == (0, "")
    assert marks(tip, entry) == ["Her brother", "said nothing"]
    (one, _) = json.loads(tip("mark", entry, "--list", "--json").out)["marks"]
    assert TEXT[one["start"] : one["end"]] == one["words"]


def test_words_that_are_not_there_change_nothing(entry, tip):
    done = tip("mark", entry, stdin=b"We sat\nnot in it: canary\n")
    assert done.code == 1
    assert "canary" not in done.err
    assert marks(tip, entry) == []
    assert tip("mark", entry).code == 1


def test_a_whole_answer_is_one_mark_and_comes_off_as_easily(entry, tip):
    tip("mark", entry, "--answers", "1")
    assert marks(tip, entry) == [TEXT]
    tip("mark", entry, "--remove", "--lines", "2")
    assert marks(tip, entry) == []
    tip("mark", entry, "--lines", "1-3")
    assert len(marks(tip, entry)) == 3
    done = tip("mark", entry, "--remove")
    assert "Nothing in this entry is marked now." in done.err
    assert marks(tip, entry) == []
    assert "None of that was marked." in tip("mark", entry, "--remove").err


@pytest.mark.parametrize("numbers", ["0", "4", "1-9", "a", "", "1,,2", "-1", "1-99999999999"])
def test_numbers_that_are_none_are_a_usage_problem(entry, tip, numbers):
    done = tip("mark", entry, f"--lines={numbers}", stdin=b"We sat")
    assert done.code == (2 if numbers else 0)
    assert marks(tip, entry) == ([] if numbers else ["We sat"])


def test_words_are_not_taken_from_the_command_line(entry, tip, tmp_path):
    assert tip("mark", entry, "--words", "We sat").code == 2
    (tmp_path / "words").write_bytes(b"\xef\xbb\xbfWe sat\r\non the bench\r\n")
    assert tip("mark", entry, "--words", f"@{tmp_path / 'words'}").code == 0
    assert marks(tip, entry) == ["We sat", "on the bench"]
    assert tip("mark", entry, "--words", "@/no/such/file").code == 1
    assert tip("mark", "--lines", "1").code == 2


def test_marks_are_no_part_of_what_an_entry_is(entry, tip):
    before = tip("show", entry, "--json").out
    tip("mark", entry, "--lines", "1")
    assert tip("show", entry, "--json").out == before
