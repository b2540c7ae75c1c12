"""Many files as one: every line came from one of them, no group is small, and no file can stop it."""

import os
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_lines import line, some_files, write_files

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing import combining
from tip_reflect.sharing.combining import FEWEST, Combiner, Group, Other, Part, gather, same_words
from tip_reflect.sharing.handed_over import MOST_BYTES
from tip_reflect.sharing.learning_file import FIRST_LINE, read_learning, write_learning

MOST_SAID = 20


def never(_text):
    return False


def combined(files, points_straight=never):
    combiner = Combiner()
    for lines in files:
        combiner.add(lines)
    return combiner.combined(points_straight)


def parts(made):
    return made.by_principle, made.by_statement


def lines_in(made):
    return {text for part in parts(made) for group in part.groups for text in group.lines}


def holds_b(text):
    return "b" in text


# For any files


@given(some_files)
def test_every_line_in_a_report_came_from_a_file_and_stands_once_in_each_group(files):
    came = {one.text for lines in files for one in lines}
    made = combined(files)
    assert lines_in(made) <= came
    for part in parts(made):
        for group in part.groups:
            words = [same_words(text) for text in group.lines]
            assert len(words) == len(set(words))
            assert list(group.lines) == sorted(group.lines)


@given(some_files)
def test_every_line_of_a_large_group_is_in_it(files):
    made = combined(files)
    people = Counter(about for lines in files for about in {one.principle for one in lines})
    for about, count in people.items():
        if count >= FEWEST:
            group = next(each for each in made.by_principle.groups if each.about is about)
            wanted = {same_words(one.text) for lines in files for one in lines if one.principle is about}
            assert {same_words(text) for text in group.lines} == wanted
            assert group.contributors == count


@given(some_files, st.randoms(use_true_random=False))
def test_the_order_of_files_and_of_lines_in_them_does_not_matter(files, random):
    other = [random.sample(lines, len(lines)) for lines in files]
    random.shuffle(other)
    assert combined(other) == combined(files)


@given(some_files, st.sampled_from((never, holds_b)))
def test_no_group_has_fewer_than_five_people_whatever_comes(files, points_straight):
    made = combined(files, points_straight)
    for part, tag in ((made.by_principle, "principle"), (made.by_statement, "statement")):
        large = {group.about for group in part.groups}
        for group in part.groups:
            theirs = {same_words(text) for text in group.lines}
            people = sum(
                any(
                    same_words(one.text) in theirs
                    and (
                        getattr(one, tag) is group.about
                        or (group.about is Other.OTHER and getattr(one, tag) not in large)
                    )
                    for one in lines
                )
                for lines in files
            )
            assert people >= group.contributors >= FEWEST
            assert group.lines
            assert len({same_words(text) for text in group.lines}) == len(group.lines)
        assert not (part.too_few and Other.OTHER in large)


@given(some_files)
def test_a_line_that_points_straight_to_someone_is_nowhere_and_makes_no_one_a_contributor(files):
    kept = [[one for one in lines if not holds_b(one.text)] for lines in files]
    made, without = combined(files, holds_b), combined(kept)
    assert not any(holds_b(text) for text in lines_in(made))
    assert parts(made) == parts(without)


# The rule of five


def few(about, count, start=0):
    return [[line(f"{about} {number}", about)] for number in range(start, start + count)]


def test_five_people_are_a_group_and_four_are_folded_and_said_so():
    made = combined([*few(Principle.SAFETY, 5), *few(Principle.CHOICE, 4), *few(Principle.EMPOWERMENT, 1)])
    assert [(group.about, group.contributors, len(group.lines)) for group in made.by_principle.groups] == [
        (Principle.SAFETY, 5, 5),
        (Other.OTHER, 5, 5),
    ]
    assert made.by_principle.folded
    assert not made.by_principle.too_few
    assert made.by_statement == Part(groups=())


def test_where_all_small_groups_together_are_too_few_their_lines_are_left_out():
    made = combined([*few(Principle.SAFETY, 5), *few(Principle.CHOICE, 4)])
    assert [group.about for group in made.by_principle.groups] == [Principle.SAFETY]
    assert made.by_principle.too_few
    assert not any("choice" in text for text in lines_in(made))


def test_one_person_in_several_small_groups_is_one_person():
    one = [line(f"{about} line", about) for about in Principle]
    made = combined([one, *few(Principle.SAFETY, 3)])
    assert made.by_principle == Part(groups=(), folded=True, too_few=True)


def test_many_lines_of_one_person_are_one_person():
    made = combined([[line(f"line {number}", Principle.SAFETY) for number in range(50)]])
    assert made.by_principle.groups == ()


def test_five_people_who_say_the_same_are_five_people_with_one_line():
    said = ["Ask first.", "ask first.", "Ask First.", "ASK FIRST.", "Ask first."]
    made = combined([[line(text, Principle.SAFETY, Statement.POWER)] for text in said])
    assert made.by_principle.groups == (Group(about=Principle.SAFETY, contributors=5, lines=("ASK FIRST.",)),)
    assert made.by_statement.groups[0].about is Statement.POWER
    assert made.repeated == 4
    assert made.alike == 4


def test_a_line_in_two_lines_is_the_same_as_in_one():
    assert same_words("Ask first.\nThen wait.") == same_words("ask  FIRST. then wait.")
    assert same_words("STRASSE ﬁ") == same_words("straße fi")


def test_lines_that_name_no_principle_are_a_group_and_those_without_a_statement_are_not_told_twice():
    made = combined([[line(f"line {number}")] for number in range(5)])
    assert [group.about for group in made.by_principle.groups] == [None]
    assert made.by_statement.groups == ()


# Files


def test_files_and_folders_and_the_folders_in_those_are_read_each_file_once(tmp_path):
    (tmp_path / "team" / "more").mkdir(parents=True)
    paths = write_files(tmp_path / "team", few(Principle.SAFETY, 3))
    more = write_files(tmp_path / "team" / "more", few(Principle.SAFETY, 2, start=3))
    for unasked in ("desktop.ini", "Thumbs.db", ".DS_Store"):
        (tmp_path / "team" / unasked).write_bytes(b"\0")
    (tmp_path / "link.txt").symlink_to(more[0])
    combiner = Combiner()
    given = [tmp_path / "team", paths[0], more[0], tmp_path / "link.txt", tmp_path / "team" / "." / "more"]
    assert gather(given, combiner, MOST_SAID) == (0, [])
    made = combiner.combined(never)
    assert made.files == 5
    assert made.by_principle.groups[0].contributors == 5


def test_all_refused_files_are_counted_and_only_some_are_said(tmp_path):
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("Dear all, Kirsty McKay\n")
    count, said = gather([tmp_path], Combiner(), MOST_SAID)
    assert (count, len(said)) == (30, MOST_SAID)
    assert [one.path.name for one in said] == [f"{number:02}.txt" for number in range(MOST_SAID)]
    assert {one.line for one in said} == {1}
    assert not any("Kirsty" in one.why for one in said)


def hostile(folder: Path) -> dict[str, bytes]:
    good = write_learning(few(Principle.SAFETY, 1)[0], Random(1))
    return {
        "binary": Random(1).randbytes(50_000),
        "empty": b"",
        "zeros": bytes(MOST_BYTES),
        "one huge line": good[:-1] + b"x" * (MOST_BYTES - len(good)) + b"\n",
        "only newlines": FIRST_LINE.encode() + b"\n" * (MOST_BYTES - 100),
        "crlf": good.replace(b"\n", b"\r\n"),
        "bom": b"\xef\xbb\xbf" + good,
        "utf-16": good.decode().encode("utf-16"),
        "bidi": good.replace(b"safety 0", "safety \u202e0".encode()),
        "control": good.replace(b"safety 0", b"safety \x1b]0;x\x07"),
        "combining": good[:-1] + "\u0301\u0316".encode() * 200_000 + b"\n",
        "joiners": good[:-1] + "\u200d".encode() * 300_000 + b"\n",
    }


def test_hostile_files_are_refused_calmly(tmp_path):
    files = hostile(tmp_path)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    count, said = gather([tmp_path], Combiner(), MOST_SAID)
    assert {one.path.name for one in said} == set(files)
    assert count == len(files)


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.write(write_learning(few(Principle.SAFETY, 1)[0], Random(1)))
        file.truncate(2**30)
    before = _bytes_read()
    count, said = gather([huge], Combiner(), MOST_SAID)
    assert (count, said[0].line) == (1, 0)
    assert _bytes_read() - before < MOST_BYTES


def _bytes_read() -> int:
    """What this process has read so far, where the system tells."""
    told = Path("/proc/self/io")
    if not told.exists():
        return 0
    return int(dict(row.split(": ") for row in told.read_text().splitlines())["rchar"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "device").symlink_to("/dev/zero")
    count, said = gather([tmp_path, tmp_path / "gone", Path("a\0b")], Combiner(), MOST_SAID)
    assert count == 5
    assert {one.path.name for one in said} == {"pipe", "circle", "device", "gone", "a\0b"}


def test_what_is_closed_to_us_is_refused(tmp_path, monkeypatch):
    """Whoever may read everything is refused nothing, so the refusals are made here."""
    closed = tmp_path / "closed"
    write_files(tmp_path, few(Principle.SAFETY, 1))
    closed.mkdir()

    def refusing(really):
        def call(path, *rest, **named):
            if Path(os.fsdecode(path)).is_relative_to(closed):
                raise PermissionError(13, "closed", str(path))
            return really(path, *rest, **named)

        return call

    for name in ("open", "scandir", "listdir"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    count, said = gather([tmp_path, closed / "in it"], Combiner(), MOST_SAID)
    assert count == 2
    assert {str(one.path) for one in said} == {str(closed), str(closed / "in it")}


def test_where_files_have_no_numbers_their_names_tell_them_apart(tmp_path, monkeypatch):
    paths = write_files(tmp_path, few(Principle.SAFETY, 5))
    really = os.fstat

    def without_number(descriptor):
        known = list(really(descriptor))
        known[1] = 0
        return os.stat_result(known)

    monkeypatch.setattr(os, "fstat", without_number)
    combiner = Combiner()
    assert gather([tmp_path, paths[0]], combiner, MOST_SAID) == (0, [])
    assert combiner.combined(never).files == 5


def test_there_is_an_end_to_what_one_report_holds(monkeypatch):
    monkeypatch.setattr(combining, "MOST_LINES", 3)
    combiner = Combiner()
    combiner.add([line("one"), line("two")])
    with pytest.raises(TipReflectError, match="fewer at a time"):
        combiner.add([line("three"), line("four")])


@given(some_files)
def test_files_on_the_disk_say_the_same_as_their_lines(files):
    once = [list(dict.fromkeys(lines)) for lines in files]
    read = [read_learning(write_learning(lines, Random(3))) for lines in files]
    assert combined(read) == combined(once)
