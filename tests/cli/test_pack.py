"""pack: from marked words to a file that holds them, looked through, and nothing else."""

import hashlib
import json
import stat
import sys
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SEEDED = "Kirsty McKay, 14, rang from 07700 900123 about Loanhead Primary."
QUIET = "I said nothing for a while, and that helped."


def loaded(tip, *words):
    done = tip(*words, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def typed(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


@pytest.fixture
def make(tip):
    """Make a pack and give its id."""

    def go(*words, stdin=b""):
        done = tip("pack", "new", *words, stdin=stdin)
        assert done.code == 0, done.err
        return done.out.strip()

    return go


@pytest.fixture
def seeded(journal, add, make):
    """A pack with things in it that point to people."""
    return make("--from", add(SEEDED), "--want", "advice", "--question", "What am I not seeing?")


@pytest.fixture
def settled(journal, add, make):
    """A pack with nothing to look at."""
    return make("--from", add(QUIET), "--want", "heard", "--question", "What am I not seeing?")


def texts(tip, pack):
    return [line["text"] for line in loaded(tip, "pack", "show", pack)["lines"]]


# Making one


def test_new_prints_the_id_and_nothing_else(journal, add, tip):
    done = tip("pack", "new", "--from", add(QUIET), "--want", "fresh-eyes", "--question", "What now?")
    assert done.code == 0
    assert str(UUID(done.out.removesuffix("\n"))) == done.out.removesuffix("\n")
    (row,) = loaded(tip, "pack", "list")
    assert (row["id"], row["state"], row["want"], row["question"]) == (
        done.out.strip(),
        "draft",
        "fresh-eyes",
        "What now?",
    )


def test_only_marked_words_are_copied(journal, add, make, tip):
    entry = add("One line.\nAnother line.\nA third.")
    tip("mark", entry, "--lines", "1,3")
    done = tip("pack", "new", "--from", entry, "--question", "What now?")
    assert done.err == ""
    assert texts(tip, done.out.strip()) == ["One line.", "A third."]


def test_naming_an_entry_with_no_marks_is_a_mark_on_all_of_it_and_is_said(journal, add, tip):
    done = tip("pack", "new", "--from", add(QUIET), "--question", "What now?")
    assert "Nothing is marked in entry" in done.err
    assert "Mark words to bring less" in done.err
    assert QUIET not in done.err
    assert texts(tip, done.out.strip()) == [QUIET]


def test_several_entries_follow_each_other_after_from(journal, add, make, tip):
    first, second, third = add("One."), add("Two."), add("Three.")
    pack = make("--from", first, second, "--from", third, first, "--want", "plan", "--part", "tried")
    assert texts(tip, pack) == ["One.", "Three.", "Two."]
    assert {line["part"] for line in loaded(tip, "pack", "show", pack)["lines"]} == {"tried"}
    assert set(loaded(tip, "pack", "show", pack)["entries"]) == {first, second, third}
    assert tip("pack", "new", first).code == 2


def test_what_a_worker_types_has_no_entry_behind_it(journal, make, tip, tmp_path):
    (tmp_path / "own").write_text("A line of mine.\n\nAnother.\n")
    pack = make(
        "--own", f"@{tmp_path / 'own'}", "--please-do-not", "-", "--hard-to-hear", "--principle", "choice",
        "--part", "impact", stdin=b"fix it\n",
    )  # fmt: skip
    shown = loaded(tip, "pack", "show", pack)
    assert [(line["text"], line["entry"]) for line in shown["lines"]] == [
        ("A line of mine.", None),
        ("Another.", None),
    ]
    assert (shown["please_do_not"], shown["hard_to_hear"], shown["lens"], shown["with_impact"]) == (
        "fix it",
        True,
        "choice",
        True,
    )
    assert shown["entries"] == []


def test_the_question_may_come_from_a_file_and_other_words_must(journal, make, tip, tmp_path):
    (tmp_path / "q").write_text("From a file?\n")
    assert loaded(tip, "pack", "show", make("--question", f"@{tmp_path / 'q'}"))["question"] == "From a file?"
    assert loaded(tip, "pack", "show", make("--question", "-", stdin=b"Typed?"))["question"] == "Typed?"
    assert loaded(tip, "pack", "show", make("--question", "@@home?"))["question"] == "@home?"
    assert tip("pack", "new", "--own", "words").code == 2
    assert tip("pack", "new", "--own", "-", "--please-do-not", "-", stdin=b"a").code == 2


def test_nothing_chosen_makes_no_pack(journal, tip, add):
    done = tip("pack", "new")
    assert done.code == 1
    assert "Nothing was chosen" in done.err
    assert tip("pack", "new", "--from", "ffffffff", "--question", "a").code == 1
    assert loaded(tip, "pack", "list") == []
    assert "No packs yet" in tip("pack", "list").err


def test_by_question_and_answer_from_the_marked_words(journal, add, tip):
    entry = add("One line.\nAnother line.")
    tip("mark", entry, "--lines", "1,2")
    done = tip(
        "pack", "new",
        stdin=typed("fresh eyes", "What now?", "", "2", "", "In brief, mine.", "", "", "", "", "", "3", "fix it", "y", "loss"),
    )  # fmt: skip
    assert done.code == 0, done.err
    pack = loaded(tip, "pack", "show", done.out.splitlines()[-1])
    assert [(line["part"], line["text"], line["entry"]) for line in pack["lines"]] == [
        ("tried", "One line.", entry),
        ("brief", "In brief, mine.", None),
    ]
    assert (pack["want"], pack["question"], pack["lens"], pack["please_do_not"]) == (
        "fresh-eyes",
        "What now?",
        "choice",
        "fix it",
    )
    assert (pack["hard_to_hear"], pack["theme"], pack["with_impact"]) == (True, "loss", False)


def test_what_was_answered_before_the_end_is_kept(journal, tip):
    done = tip("pack", "new", stdin=typed("1", "Half a pack?"))
    assert done.code == 0
    (row,) = loaded(tip, "pack", "list")
    assert (row["want"], row["question"]) == ("heard", "Half a pack?")


# Changing one


def test_editing_a_pack_never_touches_the_entry(journal, add, make, tip, tmp_path):
    entry = add("One line.\nAnother line.")
    tip("mark", entry, "--lines", "1,2")
    pack = make("--from", entry, "--question", "What now?")
    (tmp_path / "w").write_text("In other words.")
    assert tip("pack", "edit", pack, "--line", "2", "--words", f"@{tmp_path / 'w'}").code == 0
    assert texts(tip, pack) == ["One line.", "In other words."]
    assert tip("pack", "edit", pack, "--remove", "1", "--want", "plan", "--no-sheet").code == 0
    shown = loaded(tip, "pack", "show", pack)
    assert (texts(tip, pack), shown["want"], shown["with_sheet"]) == (["In other words."], "plan", False)
    assert json.loads(tip("show", entry, "--json").out)["answers"][0]["text"] == "One line.\nAnother line."
    assert tip("pack", "edit", pack, "--line", "9", "--words", f"@{tmp_path / 'w'}").code == 2
    assert tip("pack", "edit", pack, "--line", "1").code == 2
    assert tip("pack", "edit", "ffffffff", "--want", "plan").code == 1


def test_editing_by_question_and_answer_leaves_what_enter_leaves(seeded, tip):
    before = loaded(tip, "pack", "show", seeded)
    done = tip("pack", "edit", seeded, stdin=typed(*[""] * 30))
    assert done.code == 0
    assert loaded(tip, "pack", "show", seeded) == before
    tip("pack", "edit", seeded, stdin=typed("", "Other?", "", "Reworded.", "", ":stop"))
    after = loaded(tip, "pack", "show", seeded)
    assert (after["question"], after["lines"][0]["text"]) == ("Other?", "Reworded.")


def test_show_is_the_text_file_byte_for_byte_and_says_how_full_the_side_is(settled, tip):
    shown = tip("pack", "show", settled[:6])
    assert shown.stdout == tip("pack", "export", settled, "--format", "txt", "--guess", "no").stdout
    assert "One side of paper holds about 350 words" in shown.err


def test_more_than_one_side_is_allowed_with_a_gentle_note(journal, make, tip):
    pack = make("--own", "-", "--question", "a?", stdin=("word " * 400).encode())
    assert "It can stay so" in tip("pack", "show", pack).err
    pack = make("--own", "-", "--question", "a?", stdin=b"a\n" * 6)
    assert "more than 5 lines" in tip("pack", "show", pack).err


# What points to someone


def test_the_list_of_what_stands_is_the_same_for_people_and_scripts(seeded, tip):
    found = loaded(tip, "pack", "review", seeded)
    assert {one["kind"] for one in found} >= {"person", "phone", "age"}
    assert {one["under"] for one in found} == {"In brief"}
    listed = tip("pack", "review", seeded, "--list").out
    assert len(listed.splitlines()) == len(found)
    assert "a phone number: 07700 900123  ->  " in listed


def test_blur_takes_the_first_suggestion_for_everything_and_says_how_many(seeded, tip):
    count = len(loaded(tip, "pack", "review", seeded))
    done = tip("pack", "blur", seeded)
    assert (done.code, done.out) == (0, "")
    assert f"{count} things now read another way" in done.err
    assert loaded(tip, "pack", "review", seeded) == []
    (text,) = texts(tip, seeded)
    assert not {"Kirsty", "McKay", "14", "07700", "Loanhead"} & set(text.replace(",", " ").split())
    assert "as it was" in tip("pack", "blur", seeded).err


def test_a_review_line_by_line_ends_with_the_peer_test(seeded, tip):
    left = len(loaded(tip, "pack", "review", seeded))
    done = tip("pack", "review", seeded, stdin=typed(*["1"] * left, "no"))
    assert done.code == 0, done.err
    assert "[[Kirsty McKay]]" in done.out
    assert "a name" in done.out
    assert "This points straight to someone" in done.out
    assert "Could the family, if they read it?" in done.out
    shown = loaded(tip, "pack", "show", seeded)
    assert (shown["state"], shown["guess"]) == ("ready", "no")
    assert loaded(tip, "pack", "review", seeded) == []


def test_in_a_review_words_can_be_kept_undone_and_worded_anew(journal, make, tip):
    pack = make("--own", "-", "--question", "What now?", stdin=b"Kirsty came from Loanhead.")
    done = tip("pack", "review", pack, stdin=typed("1", "u", "e", "the aunt", "k", "", "no"))
    assert "[[Loanhead]]" in done.out
    assert texts(tip, pack) == ["The aunt came from Loanhead."]
    assert loaded(tip, "pack", "review", pack) == []
    assert loaded(tip, "pack", "show", pack)["guess"] is None
    # What was kept stays kept when it is looked at again.
    again = tip("pack", "review", pack, stdin=typed("1"))
    assert "Everything that was found is looked at." in again.out
    assert loaded(tip, "pack", "show", pack)["state"] == "ready"


def test_a_name_in_own_words_is_asked_about_and_told_apart_from_those_before(journal, make, tip):
    pack = make("--own", "-", "--question", "What now?", stdin=b"Saw Kayleigh there on Thursday.")
    done = tip("pack", "review", pack, stdin=typed("1", "e", "when I met Eilidh", "1", "no"))
    assert done.out.count("something new is to be looked at") == 1
    assert "[[Eilidh]]" in done.out
    assert texts(tip, pack) == ["Saw the person there when I met the other person."]
    assert loaded(tip, "pack", "review", pack) == []
    again = make("--own", "-", "--question", "What now?", stdin=b"Saw Kayleigh there on Thursday.")
    undone = tip("pack", "review", again, stdin=typed("1", "e", "when I met Eilidh", "u", "1", "no"))
    assert "[[on Thursday]]" in undone.out.partition("[[Eilidh]]")[2]
    assert texts(tip, again) == ["Saw the person there recently."]


def test_a_number_cannot_be_kept_nor_said_again_in_own_words(journal, make, tip):
    pack = make("--own", "-", "--question", "What now?", stdin=b"Ring me on 07700 900123.")
    done = tip("pack", "review", pack, stdin=typed("k"))
    assert done.code == 1
    assert "k: keep" not in done.out
    done = tip("pack", "review", pack, stdin=typed("e", "07700 900999", "q"))
    assert "Say it another way" in done.out
    assert len(loaded(tip, "pack", "review", pack)) == 1


def test_stopping_a_review_keeps_what_was_decided(seeded, tip):
    before = len(loaded(tip, "pack", "review", seeded))
    done = tip("pack", "review", seeded, stdin=typed("1", "q"))
    assert done.code == 0
    assert "still to look at" in done.out
    assert 0 < len(loaded(tip, "pack", "review", seeded)) < before
    assert loaded(tip, "pack", "show", seeded)["state"] == "draft"
    tip("pack", "review", seeded, stdin=typed("1"))
    assert len(loaded(tip, "pack", "review", seeded)) < before - 1


def test_perhaps_blurs_and_asks_again(settled, tip):
    done = tip("pack", "review", settled, stdin=typed("perhaps", "nothing for a WHILE", "little", "no"))
    assert done.code == 0, done.err
    assert texts(tip, settled) == ["I said little, and that helped."]
    assert done.out.count("Could the family, if they read it?") == 2
    assert loaded(tip, "pack", "show", settled)["state"] == "ready"


def test_yes_leaves_a_line_out_or_the_whole_pack_here(settled, tip):
    tip("pack", "review", settled, stdin=typed("yes", ""))
    assert loaded(tip, "pack", "show", settled)["guess"] == "yes"
    done = tip("pack", "export", settled)
    assert (done.code, done.out) == (1, "")
    assert "someone could guess" in done.err
    tip("pack", "review", settled, stdin=typed("yes", "1", "no"))
    assert texts(tip, settled) == []
    assert loaded(tip, "pack", "show", settled)["state"] == "ready"


def test_a_pack_that_is_changed_is_looked_at_again(seeded, tip):
    tip("pack", "blur", seeded)
    tip("pack", "review", seeded, stdin=typed("no"))
    assert loaded(tip, "pack", "show", seeded)["state"] == "ready"
    tip("pack", "edit", seeded, "--question", "What about Kirsty?")
    shown = loaded(tip, "pack", "show", seeded)
    assert (shown["state"], shown["guess"]) == ("draft", None)
    assert tip("pack", "export", seeded).code == 1


# Out of the door


def test_export_refuses_with_the_list_while_anything_stands_and_writes_nothing(seeded, tip, tmp_path):
    out = tmp_path / "page.md"
    done = tip("pack", "export", seeded, "-o", str(out))
    assert (done.code, done.out, out.exists()) == (1, "", False)
    assert "In brief: a phone number: 07700 900123" in done.err
    assert "a name: Kirsty McKay" in done.err
    assert "Nothing was written." in done.err
    assert loaded(tip, "pack", "log") == []


def test_a_kept_name_may_leave_and_a_number_never(journal, make, tip):
    pack = make("--own", "-", "--question", "What now?", stdin=b"Loanhead, 07700 900123.")
    tip("pack", "review", pack, stdin=typed("k", "q"))
    (left,) = loaded(tip, "pack", "review", pack)
    assert left["kind"] == "phone"
    assert tip("pack", "export", pack).code == 1
    tip("pack", "blur", pack)
    assert "Loanhead" in tip("pack", "export", pack).out


def test_a_question_is_needed_before_it_leaves(journal, add, make, tip, tmp_path):
    pack = make("--from", add(QUIET), "--want", "heard")
    done = tip("pack", "export", pack, "-o", str(tmp_path / "page.md"))
    assert done.code == 1
    assert "no question yet" in done.err
    assert not (tmp_path / "page.md").exists()


@pytest.mark.parametrize("form", ["md", "txt", "html", "docx", "pdf"])
def test_a_settled_pack_is_written_logged_and_taken(settled, tip, tmp_path, form):
    if form == "pdf":
        pytest.importorskip("typst")
    out = tmp_path / f"page.{form}"
    done = tip("pack", "export", settled, "--format", form, "-o", str(out), "--guess", "no")
    assert (done.code, done.out) == (0, ""), done.err
    assert done.err == "This copy will not be locked. Once it leaves here we cannot call it back.\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    (left,) = loaded(tip, "pack", "log")
    shown = loaded(tip, "pack", "show", settled)
    assert left["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (left["form"], left["pack"], left["entries"]) == (form, settled, shown["entries"])
    assert (shown["state"], shown["guess"]) == ("taken", "no")


def test_the_form_is_as_the_files_name_ends_and_an_odd_ending_is_refused(settled, tip, tmp_path):
    assert tip("pack", "export", settled, "-o", str(tmp_path / "a.html")).code == 0
    assert (tmp_path / "a.html").read_bytes().lower().startswith(b"<!doctype html>")
    assert tip("pack", "export", settled, "-o", str(tmp_path / "a.odt")).code == 2
    assert tip("pack", "export", settled, "-o", str(tmp_path / "plain")).code == 0
    assert (tmp_path / "plain").read_bytes() == tip("pack", "export", settled, "-o", "-").stdout
    for form in ("docx", "pdf"):
        assert tip("pack", "export", settled, "--format", form).code == 2


def test_a_file_that_is_there_is_never_written_over_and_nothing_is_logged(settled, tip, tmp_path):
    out = tmp_path / "page.md"
    out.write_text("mine")
    assert tip("pack", "export", settled, "-o", str(out)).code == 1
    assert out.read_text() == "mine"
    assert loaded(tip, "pack", "log") == []
    assert loaded(tip, "pack", "show", settled)["state"] == "draft"


def test_a_word_file_with_a_password_says_no_notice_and_opens_only_with_it(
    settled, tip, tmp_path, secret_file
):
    out = tmp_path / "page.docx"
    password = secret_file("password", b"slow herons\n")
    done = tip("pack", "export", settled, "-o", str(out), "--password-file", password, "--guess", "no")
    assert done.code == 0, done.err
    assert "will not be locked" not in done.err
    assert "slow herons" not in done.err
    assert loaded(tip, "pack", "log")[0]["form"] == "docx-with-password"
    assert QUIET in tip("read", str(out), "--password-file", password).out
    assert tip("read", str(out)).code == 1
    assert tip("read", str(out), "--password-file", secret_file("other", b"fast owls")).code == 3
    refused = tip("pack", "export", settled, "-o", str(tmp_path / "p.md"), "--password-file", password)
    assert refused.code == 2
    empty = tip(
        "pack", "export", settled, "-o", str(tmp_path / "p.docx"), "--password-file", secret_file("e", b"\n")
    )
    assert empty.code == 1
    assert not (tmp_path / "p.docx").exists()


def test_a_script_that_does_not_answer_the_peer_test_is_told(settled, tip):
    done = tip("pack", "export", settled)
    assert done.code == 0
    assert "The peer test was not answered" in done.err
    assert "not answered" not in tip("pack", "export", settled, "--guess", "no").err
    for guess in ("perhaps", "yes"):
        assert tip("pack", "export", settled, "--guess", guess).code == 1


def test_on_a_terminal_the_peer_test_is_asked(settled, tip, monkeypatch):
    monkeypatch.setattr("tip_reflect.cli.terminal.is_watched", lambda: True)
    done = tip("pack", "export", settled, stdin=b"perhaps\n")
    assert (done.code, done.out) == (1, "")
    assert "Could the family" in done.err
    done = tip("pack", "export", settled, stdin=b"no\n")
    assert done.code == 0
    assert QUIET in done.out


def test_the_second_page_can_be_left_out_of_one_file(settled, tip):
    whole = tip("pack", "export", settled, "--format", "txt").out
    page = tip("pack", "export", settled, "--format", "txt", "--no-sheet").out
    assert "The session: 45 minutes" in whole
    assert "The session: 45 minutes" not in page
    assert loaded(tip, "pack", "show", settled)["with_sheet"]


def test_a_question_only_pack_is_the_question(settled, tip):
    tip("pack", "edit", settled, "--question-only", "--no-sheet")
    page = tip("pack", "export", settled, "--format", "txt").out
    assert "What am I not seeing?" in page
    assert QUIET not in page


def test_a_file_holds_no_day_no_id_and_nothing_that_was_not_marked(journal, add, make, tip):
    entry = add(
        f"{QUIET}\nAn unmarked canary.",
        "--thread",
        "the oak canary",
        "--tag",
        "tagcanary",
        "--at",
        "2026-03-04T05:06",
    )
    tip("mark", entry, "--lines", "1")
    pack = make("--from", entry, "--question", "What now?")
    for form in ("md", "txt", "html"):
        page = tip("pack", "export", pack, "--format", form).out
        assert QUIET in page
        assert not [word for word in ("canary", "2026", "March", entry[:8], pack[:8]) if word in page]


def test_what_is_out_can_be_forgotten_and_a_pack_deleted(settled, tip):
    tip("pack", "export", settled)
    (left,) = loaded(tip, "pack", "log")
    assert "What am I not seeing?" in tip("pack", "log").out
    assert tip("pack", "delete", settled).code == 1
    assert tip("pack", "delete", settled, "--yes").code == 0
    assert loaded(tip, "pack", "list") == []
    assert "a pack that was deleted" in tip("pack", "log").out
    assert tip("pack", "log", "--forget", str(left["number"] + 1)).code == 1
    assert tip("pack", "log", "--forget", str(left["number"])).code == 0
    assert loaded(tip, "pack", "log") == []


LINES = st.lists(st.text("abc de", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=5)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=st.lists(LINES, min_size=1, max_size=3), data=st.data())
def test_a_pack_holds_only_marked_lines_and_what_was_typed_into_it(*, journal, tip, add, make, entries, data):
    wanted, ids = [], []
    for lines in entries:
        entry = add("\n".join(lines))
        chosen = data.draw(st.sets(st.integers(1, len(lines)), min_size=1))
        assert tip("mark", entry, "--lines", ",".join(map(str, sorted(chosen)))).code == 0
        wanted += [lines[number - 1].strip() for number in sorted(chosen)]
        ids.append(entry)
    pack = make("--from", *ids, "--own", "-", "--question", "q?", stdin=b"typed here")
    assert sorted(texts(tip, pack)) == sorted([*wanted, "typed here"])
    assert sorted(texts(tip, pack)[:-1]) == sorted(wanted)
