"""learning: the worker's own list, its way out, and many people's lines as one report, on the command line."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
from random import Random

import pytest

from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.learning_file import FIRST_LINE, SharedLine, read_learning, write_learning

CLEAN = b"Ask first, then wait.\nThe silence is theirs to fill.\n"
NAMED = b"Kirsty rang from 07700 900123.\n"


@pytest.fixture
def keep(tip):
    """Add a line to the list and give its id."""

    def go(words: bytes, *options: str) -> str:
        done = tip("learning", "add", *options, stdin=words)
        assert done.code == 0, done.err
        return done.out.strip()

    return go


def hand_over(folder, count, *, about=Principle.SAFETY, start=0):
    folder.mkdir(exist_ok=True)
    for number in range(start, start + count):
        lines = [SharedLine(text=f"Idea {number} on {about.value}", principle=about)]
        (folder / f"{number:03}.txt").write_bytes(write_learning(lines, Random(number)))


# The list


def test_a_line_is_added_listed_and_removed(journal, tip, keep):
    first = keep(CLEAN, "--principle", "safety", "--statement", "wellbeing")
    second = keep(b"Two ways to say no.")
    listed = json.loads(tip("learning", "list", "--json").out)
    assert listed == [
        {
            "id": first,
            "text": "Ask first, then wait.\nThe silence is theirs to fill.",
            "principle": "safety",
            "statement": "wellbeing",
        },
        {"id": second, "text": "Two ways to say no.", "principle": None, "statement": None},
    ]
    plain = tip("learning", "list").out.splitlines()
    assert plain == [
        (
            f"{first[:8]}  Ask first, then wait. The silence is theirs to fill.  "
            "(Safety; Staff wellbeing is valued and prioritised)"
        ),
        f"{second[:8]}  Two ways to say no.",
    ]
    assert tip("learning", "remove", first[:8]).code == 0
    assert [one["id"] for one in json.loads(tip("learning", "list", "--json").out)] == [second]


def test_an_empty_list_and_a_line_that_is_not_there_are_said(journal, tip):
    assert "No learning lines yet" in tip("learning", "list").err
    done = tip("learning", "remove", "abcd")
    assert (done.code, done.out) == (1, "")
    assert tip("learning", "remove", "Kirsty").code == 1
    done = tip("learning", "export", "-o", "nowhere.txt")
    assert done.code == 1
    assert "No learning lines yet" in done.err


@pytest.mark.parametrize("words", [b"", b" \n", b"a\nb\nc\n", b"x" * 401, b"caf\xe9"])
def test_what_is_no_learning_line_is_not_saved(journal, tip, words):
    done = tip("learning", "add", stdin=words)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "xxx" not in done.err
    assert json.loads(tip("learning", "list", "--json").out) == []


@pytest.mark.parametrize("option", [["--principle", "speed"], ["--statement", "speed"]])
def test_a_tag_that_is_none_is_bad_usage(journal, tip, option):
    assert tip("learning", "add", *option, stdin=CLEAN).code == 2


def test_the_check_says_what_it_finds_and_the_line_is_saved_all_the_same(journal, tip):
    done = tip("learning", "add", stdin=NAMED)
    assert done.code == 0
    assert "It is saved" in done.err
    assert "a phone number: 07700 900123" in done.err
    assert "Kirsty" not in done.out
    assert tip("learning", "add", stdin=CLEAN).err == ""
    assert len(json.loads(tip("learning", "list", "--json").out)) == 2


# The way out


def test_the_file_is_shown_whole_with_the_warning_and_written_for_the_worker_alone(
    journal, tip, keep, tmp_path
):
    keep(CLEAN, "--principle", "safety")
    keep(b"Two ways to say no.", "--statement", "power")
    target = tmp_path / "lines.txt"
    done = tip("learning", "export", "-o", str(target))
    assert done.code == 0, done.err
    assert done.stdout == target.read_bytes()
    assert "If only your team could have written this, it may point to you." in done.err
    assert "not be locked" in done.err
    read = read_learning(target.read_bytes())
    assert {(one.text, one.principle, one.statement) for one in read} == {
        ("Ask first, then wait.\nThe silence is theirs to fill.", "safety", None),
        ("Two ways to say no.", None, "power"),
    }
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_nothing_but_the_lines_and_their_tags_is_in_the_file(journal, tip, keep, tmp_path):
    ids = [keep(b"Ask first."), keep(b"Then wait.")]
    assert tip("learning", "export", "-o", str(tmp_path / "lines.txt")).code == 0
    text = (tmp_path / "lines.txt").read_text()
    assert sorted(set(text.splitlines())) == sorted(
        {FIRST_LINE, "", "Principle: none. Statement: none.", "Ask first.", "Then wait."}
    )
    assert not any(one in text for one in ids)


def test_a_file_that_is_there_is_not_written_over_and_nothing_is_asked_for(locked, tip, tmp_path):
    target = tmp_path / "lines.txt"
    target.write_text("mine")
    done = tip("learning", "export", "-o", str(target))
    assert (done.code, done.out) == (1, "")
    assert "already" in done.err
    assert target.read_text() == "mine"


@pytest.mark.parametrize(
    "words", [NAMED, b"Kirsty said to wait.", b"Twins need two chairs.", b"EH22 1AB is far."]
)
def test_where_no_one_can_be_asked_nothing_leaves_while_anything_stands(journal, tip, keep, tmp_path, words):
    keep(CLEAN)
    keep(words)
    done = tip("learning", "export", "-o", str(tmp_path / "lines.txt"))
    assert (done.code, done.out) == (1, "")
    assert "Line 2: " in done.err
    assert "--blur" in done.err
    assert not (tmp_path / "lines.txt").exists()


def test_blur_takes_the_first_suggestion_for_each_and_the_list_stays_as_it_was(journal, tip, keep, tmp_path):
    keep(NAMED)
    keep(b"Kirsty likes the quiet room.")
    done = tip("learning", "export", "--blur", "-o", str(tmp_path / "lines.txt"))
    assert done.code == 0, done.err
    text = (tmp_path / "lines.txt").read_text()
    assert not any(word in text for word in ("Kirsty", "07700"))
    assert len(read_learning(text.encode())) == 2
    kept = [one["text"] for one in json.loads(tip("learning", "list", "--json").out)]
    assert kept == [NAMED.decode().strip(), "Kirsty likes the quiet room."]


def test_what_is_watched_for_does_not_leave(journal, tip, keep, tmp_path):
    assert tip("watch", "add", stdin=b"purple badger = the child\n").code == 0
    keep(b"Wait for the purple badger.")
    done = tip("learning", "export", "-o", str(tmp_path / "lines.txt"))
    assert done.code == 1
    assert "purple badger" in done.err
    assert tip("learning", "export", "--blur", "-o", str(tmp_path / "lines.txt")).code == 0
    assert "badger" not in (tmp_path / "lines.txt").read_text()


# Many people's lines


@pytest.mark.parametrize(("form", "begins"), [("csv", b"\xef\xbb\xbfpart,"), ("md", b""), ("html", b"<!")])
def test_a_report_needs_no_journal(no_journal, tip, tmp_path, form, begins):
    hand_over(tmp_path / "in", 6)
    done = tip("learning", "combine", str(tmp_path / "in"), "--format", form)
    assert done.code == 0, done.err
    assert done.stdout.lower().startswith(begins)
    assert all(f"Idea {number} on safety" in done.out for number in range(6))
    assert "6 people" in done.err
    assert not no_journal.home.exists()


def test_a_report_is_written_to_a_new_file_in_the_form_its_name_says(no_journal, tip, tmp_path):
    hand_over(tmp_path / "in", 6)
    for name in ("report.md", "report.html", "report.docx", "report.csv"):
        done = tip("learning", "combine", str(tmp_path / "in"), "-o", str(tmp_path / name))
        assert (done.code, done.out) == (0, ""), done.err
        data = (tmp_path / name).read_bytes()
        assert data.startswith(b"PK") == name.endswith(".docx")
        assert tip("learning", "combine", str(tmp_path / "in"), "-o", str(tmp_path / name)).code == 1
        assert (tmp_path / name).read_bytes() == data
    assert tip("learning", "combine", str(tmp_path / "in"), "-o", str(tmp_path / "report.xls")).code == 2
    assert tip("learning", "combine", str(tmp_path / "in"), "--format", "docx").code == 2


def test_fewer_than_five_are_folded_together_and_fewer_still_are_left_out(no_journal, tip, tmp_path):
    hand_over(tmp_path / "in", 5)
    hand_over(tmp_path / "in", 4, about=Principle.CHOICE, start=5)
    done = tip("learning", "combine", str(tmp_path / "in"), "--format", "csv")
    assert "on choice" not in done.out
    hand_over(tmp_path / "in", 1, about=Principle.COLLABORATION, start=9)
    done = tip("learning", "combine", str(tmp_path / "in"), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))))
    assert {(row["group"], row["people"]) for row in rows} == {("Safety", "5"), ("Other learning", "5")}
    assert "Other learning" in tip("learning", "combine", str(tmp_path / "in")).out


def test_a_file_with_anything_else_stops_it_all_and_its_words_are_not_said(no_journal, tip, tmp_path):
    hand_over(tmp_path / "in", 6)
    bad = tmp_path / "in" / "bad.txt"
    bad.write_bytes(write_learning([SharedLine(text="Fine")], Random(1)) + b"\nFrom Kirsty McKay\n")
    target = tmp_path / "report.csv"
    done = tip("learning", "combine", str(tmp_path / "in"), "-o", str(target))
    assert (done.code, done.out) == (1, "")
    assert f"{bad}: line 6: " in done.err
    assert "Kirsty" not in done.err
    assert not target.exists()


def test_at_most_twenty_refused_files_are_named(no_journal, tip, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number:02}\x1b[2J.txt" if os.name != "nt" else folder / f"{number:02}.txt").write_bytes(
            b"Dear all"
        )
    done = tip("learning", "combine", str(folder))
    assert done.code == 1
    assert done.err.count("line 1: ") == 20
    assert "and 5 more" in done.err
    assert "25 files held" in done.err
    assert "\x1b" not in done.err


def test_a_line_with_a_number_that_points_straight_to_someone_is_left_out_and_counted(
    no_journal, tip, tmp_path
):
    hand_over(tmp_path / "in", 6)
    lines = [SharedLine(text="Ring 07700 900123 first.", principle=Principle.SAFETY)]
    (tmp_path / "in" / "more.txt").write_bytes(write_learning(lines, Random(1)))
    done = tip("learning", "combine", str(tmp_path / "in"), "--format", "csv")
    assert done.code == 0
    assert "07700" not in done.out + done.err
    assert "1 line is left out" in done.err


def test_files_that_are_alike_are_counted_and_said(no_journal, tip, tmp_path):
    hand_over(tmp_path / "in", 6)
    (tmp_path / "in" / "copy.txt").write_bytes((tmp_path / "in" / "000.txt").read_bytes())
    assert "1 file holds the same lines" in tip("learning", "combine", str(tmp_path / "in")).err


def test_no_files_are_no_report(no_journal, tip, tmp_path):
    (tmp_path / "in").mkdir()
    assert tip("learning", "combine", str(tmp_path / "in")).code == 1
    assert tip("learning", "combine").code == 2
    assert tip("learning", "combine", str(tmp_path / "gone")).code == 1


def test_combining_loads_neither_the_app_nor_the_database(no_journal, tmp_path):
    hand_over(tmp_path / "in", 1)
    program = (
        f"import sys\nfrom tip_reflect.cli.running import run\nrun(['learning', 'combine', {str(tmp_path / 'in')!r}, "
        "'--format', 'csv'])\n"
        "print(sorted(set(sys.modules) & {'textual', 'rich', 'sqlalchemy', 'sqlmodel', 'sqlcipher3', 'docx'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().splitlines()[-1] == "[]"
