"""add, list, show, search, delete, tags, threads and export."""

import json
import stat
import sys
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tip_reflect.cli.commands.add import text_of
from tip_reflect.errors import TipReflectError
from tip_reflect.journal.marking import mark_of
from tip_reflect.sharing.markdown import read_markdown

AWKWARD = "# ```\r\n\x00<!-- answer 1 -->\x1b[2J\u202eabc\u202c\x9b1m [/red] café\n\n  end \t\r"


def rows(tip, *words):
    done = tip(*words, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


# add


def test_add_prints_the_new_id_alone(journal, tip):
    done = tip("add", stdin=b"A line.")
    assert (done.code, done.err) == (0, "")
    assert str(UUID(done.out.removesuffix("\n"))) == done.out.removesuffix("\n")


def test_add_keeps_everything_it_is_told(journal, tip, add):
    entry_id = add(
        "A line.", "--principle", "Choice", "--purpose", "planning", "--thread", "the  garden family", "--tag", "visit",
        "--tag", "visit", "--tag", "café", "--tag", " ", "--at", "2026-03-04T05:06:07+02:00",
    )  # fmt: skip
    (row,) = rows(tip, "list")
    assert row == {
        "id": entry_id,
        "title": "A line.",
        "written_at": "2026-03-04T05:06:07+02:00",
        "local_date": "2026-03-04",
        "path": "free",
        "principle": "choice",
        "purpose": "planning",
        "tags": row["tags"],
        "thread": "the garden family",
        "state": "closed",
        "tender": False,
    }
    assert sorted(row["tags"]) == ["café", "visit"]


def test_a_time_without_an_offset_is_local_time(journal, tip, add):
    add("A line.", "--at", "2026-03-04T05:06:07")
    (row,) = rows(tip, "list")
    assert datetime.fromisoformat(row["written_at"]) == datetime(2026, 3, 4, 5, 6, 7).astimezone()
    assert row["local_date"] == "2026-03-04"


def test_text_goes_in_and_comes_out_byte_for_byte(journal, tip, add):
    entry_id = add(AWKWARD)
    shown = json.loads(tip("show", entry_id, "--json").out)
    assert [answer["text"] for answer in shown["answers"]] == [AWKWARD]
    (exported,) = json.loads(tip("export", entry_id, "--format", "json").stdout)
    assert [answer["text"] for answer in exported["answers"]] == [AWKWARD]
    markdown = tip("export", entry_id).stdout
    assert AWKWARD.encode() in markdown
    assert [answer.text for answer in read_markdown(markdown)[0].answers] == [AWKWARD]
    assert AWKWARD.encode() in tip("export", entry_id, "--format", "txt").stdout


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_any_text_goes_in_and_comes_out_as_it_was(journal, tip, add, text):
    entry_id = add(text + "\n")
    markdown = tip("export", entry_id).stdout
    assert text.encode() in markdown
    assert [answer.text for answer in read_markdown(markdown)[0].answers] == [text]


@pytest.mark.parametrize(
    ("data", "newline", "text"),
    [
        (b"a", "\n", "a"),
        (b"a\n", "\n", "a"),
        (b"a\n\n", "\n", "a\n"),
        (b"\na\r\n", "\n", "\na\r"),
        (b"a\r\n", "\r\n", "a"),
        (b"a\n", "\r\n", "a"),
        (b"a\r\n\r\n", "\r\n", "a\r\n"),
        (b"a\r", "\r\n", "a\r"),
        (b"\xef\xbb\xbfa", "\n", "\ufeffa"),
    ],
)
def test_one_final_newline_is_not_part_of_the_text(data, newline, text):
    assert text_of(data, newline) == text


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n \n", b"\xff", b"caf\xe9", b"\xed\xa0\x80"])
def test_what_is_not_text_or_holds_none_is_refused_and_nothing_is_saved(journal, tip, data):
    done = tip("add", stdin=data)
    assert (done.code, done.out) == (1, "")
    assert "nothing was saved" in done.err
    assert rows(tip, "list") == []


def test_a_refusal_does_not_quote_the_text():
    with pytest.raises(TipReflectError) as refused:
        text_of(b"canary \xff")
    assert "canary" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


# list


@pytest.fixture
def three(add):
    """Three entries, oldest first."""
    return [
        add(
            "Oldest in the garden",
            "--at",
            "2026-01-05T09:00+00:00",
            "--principle",
            "safety",
            "--tag",
            "visit",
        ),
        add("Middle", "--at", "2026-02-05T09:00+00:00", "--purpose", "planning", "--thread", "the oak"),
        add(
            "Newest in the garden",
            "--at",
            "2026-03-05T23:30-05:00",
            "--principle",
            "choice",
            "--tag",
            "visit",
        ),
    ]


def test_list_is_newest_first_one_line_each(journal, tip, three):
    done = tip("list")
    assert done.err == ""
    assert done.out.splitlines() == [
        f"{three[2][:8]}  2026-03-05 23:30  Newest in the garden  (Choice; tags visit)",
        f"{three[1][:8]}  2026-02-05 09:00  Middle  (Plan; thread the oak)",
        f"{three[0][:8]}  2026-01-05 09:00  Oldest in the garden  (Safety; tags visit)",
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], [2, 1, 0]),
        (["--principle", "safety"], [0]),
        (["--purpose", "planning"], [1]),
        (["--tag", "visit"], [2, 0]),
        (["--thread", "the oak"], [1]),
        (["--since", "2026-02-05"], [2, 1]),
        (["--until", "2026-02-05"], [1, 0]),
        (["--since", "2026-03-05", "--until", "2026-03-05"], [2]),
        (["--limit", "2"], [2, 1]),
        (["--tag", "visit", "--principle", "choice"], [2]),
        (["--tag", "none"], []),
    ],
)
def test_list_takes_filters(journal, tip, three, words, wanted):
    assert [row["id"] for row in rows(tip, "list", *words)] == [three[number] for number in wanted]


def test_list_and_search_show_only_what_is_marked_for_peers_when_asked(
    journal, tip, three, passphrase, clock
):
    from tip_reflect.unlocking import unlock

    store = unlock(journal, passphrase, clock).open_store()
    entry = store.entry(UUID(three[0]))
    store.save_marks(entry.id, [mark_of(entry, 0, 0, 6)])
    store.close()
    assert [row["id"] for row in rows(tip, "list", "--marked")] == [three[0]]
    assert [hit["id"] for hit in rows(tip, "search", "garden", "--marked")] == [three[0]]
    assert rows(tip, "search", "newest", "--marked") == []


def test_what_is_left_out_by_a_limit_is_said_beside_the_list(journal, tip, three):
    done = tip("list", "--limit", "2")
    assert len(done.out.splitlines()) == 2
    assert "there are more" in done.err
    assert tip("list", "--limit", "3").err == ""


def test_an_empty_list_is_said_for_people_and_is_an_empty_array_for_scripts(journal, tip):
    assert tip("list").err == "No entries yet.\n"
    assert tip("list", "--tag", "none").err == "No entries fit.\n"
    assert tip("list", "--json").out == "[]\n"
    assert tip("list", "--json").err == ""


def test_no_word_of_an_entry_can_drive_the_terminal(journal, tip, add):
    entry_id = add(
        "\x1b[2Jcleared\x9b2J \u202ebackwards\x07\x00 \x7f found",
        "--tag",
        "\x1b[31m",
        "--thread",
        "\u202eevil",
    )
    for words in (["list"], ["show", entry_id], ["search", "found"], ["tags"], ["threads"]):
        printed = tip(*words).out
        assert printed
        assert not set("\x1b\x9b\u202e\x07\x00\x7f") & set(printed), words


def test_json_on_standard_output_needs_no_encoding(journal, tip, add):
    entry_id = add("café \U0001f333 \x9b2J", "--tag", "déjà")
    for words in (["list"], ["search", "café"], ["show", entry_id], ["tags"]):
        assert tip(*words, "--json").stdout.isascii()
    assert rows(tip, "list")[0]["tags"] == ["déjà"]


# search


def test_search_finds_by_words_and_shows_the_words_around(journal, tip, three):
    (newest, oldest) = rows(tip, "search", "gard")
    assert (newest["id"], oldest["id"]) == (three[2], three[0])
    assert newest["snippet"] == "Newest in the garden"
    assert [newest["snippet"][start:end] for start, end in newest["spans"]] == ["garden"]
    assert tip("search", "oldest", "garden").out == (
        f"{three[0][:8]}  2026-01-05 09:00  Oldest in the garden  |  Oldest in the garden\n"
    )


def test_search_takes_the_same_filters_as_list(journal, tip, three):
    assert [hit["id"] for hit in rows(tip, "search", "garden", "--until", "2026-02-01")] == [three[0]]
    assert [hit["id"] for hit in rows(tip, "search", "garden", "--principle", "choice")] == [three[2]]


def test_search_says_when_a_limit_left_some_out(journal, tip, three):
    done = tip("search", "garden", "--limit", "1")
    assert len(done.out.splitlines()) == 1
    assert "there are more" in done.err
    assert len(rows(tip, "search", "garden", "--limit", "1")) == 1
    assert tip("search", "garden", "--limit", "2").err == ""


@pytest.mark.parametrize(
    "query", ['"', "*", "a AND", "NEAR(", "(", "-x", "a:b", "''", "\\", "^", "{}", "zebra"]
)
def test_anything_can_be_searched_for(journal, tip, three, query):
    done = tip("search", "--", query)
    assert done.code == 0
    assert done.err in {"", "Nothing was found.\n"}


# show


def test_show_is_the_whole_entry_as_plain_text(journal, tip, three):
    assert tip("show", three[0]).out == (
        "Monday 5 January 2026, 09:00\nLength: just write\nPrinciple: Safety\nTags: visit\n\nOldest in the garden\n"
    )


@pytest.mark.parametrize("length", [4, 8, 13, 36])
def test_the_start_of_an_id_is_enough(journal, tip, add, length):
    entry_id = add("A line.")
    assert tip("show", entry_id[:length]).code == 0
    assert tip("show", entry_id[:length].upper()).code == 0


@pytest.mark.parametrize(
    "start", ["abc", "", "00000000-0000-4000-8000-000000000000", "canary%", "zzzz", "0" * 40]
)
def test_an_id_that_names_no_entry_is_code_1_and_is_not_said_back(journal, tip, start):
    done = tip("show", start)
    assert (done.code, done.out) == (1, "")
    assert done.err
    assert "canary" not in done.err


def test_an_id_that_names_several_is_refused_with_their_starts(journal, tip, monkeypatch):
    from uuid import uuid4

    ids = iter([UUID(f"abcd0000-0000-4000-8000-{number:012}") for number in range(2)] + [uuid4()])
    monkeypatch.setattr("uuid.uuid4", lambda: next(ids))
    tip("add", stdin=b"One.")
    tip("add", stdin=b"Two.")
    done = tip("show", "abcd")
    assert done.code == 1
    assert "abcd0000-0000-4000-8000-000000000000, abcd0000-0000-4000-8000-000000000001" in done.err
    assert tip("list").out.splitlines()[0].startswith("abcd0000-0000-4000-8000-")


@pytest.fixture
def tender(journal, passphrase, clock):
    """An entry that was marked tender."""
    from tip_reflect.journal.entry import Moment
    from tip_reflect.reflecting.sitting import written_at_once
    from tip_reflect.unlocking import unlock

    store = unlock(journal, passphrase, clock).open_store()
    entry_id = UUID("0a1b2c3d-0000-4000-8000-000000000001")
    entry = written_at_once("The hard words.", entry_id=entry_id, now=Moment(at=clock()))
    from dataclasses import replace

    store.save(replace(entry, tender=True))
    store.close()
    return str(entry_id)


def test_a_tender_entry_is_listed_and_found_without_its_words(tip, tender):
    assert "hard words" not in tip("list").out
    assert tip("list").out.endswith("Just write  (tender)\n")
    (hit,) = rows(tip, "search", "hard")
    assert (hit["tender"], hit["snippet"]) == (True, "")
    assert "hard words" not in tip("search", "hard").out


@pytest.mark.parametrize(("answer", "opens"), [("", False), ("not now", False), ("open", True), ("o", True)])
def test_a_tender_entry_is_opened_by_choice_on_a_terminal(tip, tender, monkeypatch, answer, opens):
    monkeypatch.setattr("tip_reflect.cli.terminal.is_watched", lambda: True)
    monkeypatch.setattr("click.prompt", lambda _question, **_how: answer)
    done = tip("show", tender)
    assert done.code == 0
    assert ("The hard words." in done.out) is opens


@pytest.mark.parametrize("option", ["--yes", "--json"])
def test_a_tender_entry_is_opened_unasked_when_that_is_said(tip, tender, monkeypatch, option):
    monkeypatch.setattr("tip_reflect.cli.terminal.is_watched", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_question, **_how: pytest.fail("asked"))
    assert "The hard words." in tip("show", tender, option).out


# delete


def test_delete_needs_a_yes_where_nobody_can_be_asked(journal, tip, three):
    done = tip("delete", three[0])
    assert done.code == 1
    assert "gone for good" in done.err
    assert "--yes" in done.err
    assert len(rows(tip, "list")) == 3


def test_delete_takes_one_entry_and_says_what_may_outlive_it(journal, tip, three):
    done = tip("delete", three[1][:8], "--yes")
    assert (done.code, done.out) == (0, "")
    assert "gone for good" in done.err
    assert "backups" in done.err
    assert [row["id"] for row in rows(tip, "list")] == [three[2], three[0]]
    assert tip("delete", three[1], "--yes").code == 1


@pytest.mark.parametrize(("answer", "left"), [(True, 2), (False, 3)])
def test_delete_asks_on_a_terminal(*, journal, tip, three, monkeypatch, answer, left):
    monkeypatch.setattr("tip_reflect.cli.terminal.is_watched", lambda: True)
    monkeypatch.setattr("click.confirm", lambda _question, **_how: answer)
    assert tip("delete", three[0]).code == 0
    assert len(rows(tip, "list")) == left


# tags and threads


def test_tags_and_threads_are_counted(journal, tip, three):
    assert rows(tip, "tags") == [{"name": "visit", "count": 2}]
    assert rows(tip, "threads") == [{"name": "the oak", "count": 1}]
    assert tip("tags").out == "    2  visit\n"
    assert tip("threads").out == "    1  the oak\n"


def test_no_tags_and_no_threads_are_said(journal, tip):
    assert tip("tags").err == "No tags yet.\n"
    assert tip("threads").err == "No threads yet.\n"
    assert tip("tags", "--json").out == "[]\n"


# export


def test_export_writes_the_chosen_entries_in_the_order_given_and_no_others(journal, tip, three):
    done = tip("export", three[2], three[0])
    assert done.code == 0
    texts = [entry.answers[0].text for entry in read_markdown(done.stdout)]
    assert texts == ["Newest in the garden", "Oldest in the garden"]
    assert "will not be locked" in done.err


@pytest.mark.parametrize(
    ("name", "words", "start"),
    [
        ("a.md", [], b"# "),
        ("a.txt", [], b"Monday"),
        ("a.JSON", [], b"["),
        ("a", [], b"# "),
        ("a.doc", ["--format", "md"], b"# "),
        ("a.md", ["--format", "json"], b"["),
    ],
)
def test_the_form_is_the_one_asked_for_or_the_file_names(
    *, journal, tip, three, tmp_path, name, words, start
):
    done = tip("export", three[0], "-o", str(tmp_path / name), *words)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.md.gz"])
def test_a_file_name_that_promises_another_form_is_refused(journal, tip, three, tmp_path, name):
    done = tip("export", three[0], "-o", str(tmp_path / name))
    assert (done.code, done.out) == (2, "")
    assert "--format" in done.err
    assert not (tmp_path / name).exists()


def test_the_first_years_are_listed_with_four_figures_as_in_json(journal, tip, add):
    add("long ago", "--at", "0001-01-01T10:00+00:00")
    assert "  0001-01-01 10:00  long ago" in tip("list").out


def test_an_exported_file_is_its_owners_alone(journal, tip, three, tmp_path):
    tip("export", three[0], "-o", str(tmp_path / "a.md"))
    assert (tmp_path / "a.md").read_bytes() == tip("export", three[0]).stdout
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_touched(journal, tip, three, tmp_path):
    (tmp_path / "a.md").write_text("mine")
    done = tip("export", three[0], "-o", str(tmp_path / "a.md"))
    assert done.code == 1
    assert "already" in done.err
    assert (tmp_path / "a.md").read_text() == "mine"


def test_an_id_that_names_nothing_writes_nothing(journal, tip, three, tmp_path):
    assert tip("export", three[0], "00000000", "-o", str(tmp_path / "a.md")).code == 1
    assert not (tmp_path / "a.md").exists()


def test_a_dash_is_standard_output(journal, tip, three):
    assert tip("export", three[0], "-o", "-").stdout == tip("export", three[0]).stdout


# in a process of its own


def test_bytes_pass_unchanged_through_a_real_process(journal, tip_process):
    text = AWKWARD.encode()
    entry_id = tip_process("add", stdin=text + b"\n").out.strip()
    assert text in tip_process("export", entry_id).stdout


def test_an_encoding_without_the_letters_is_no_crash(journal, tip_process, add):
    entry_id = add("café \U0001f333")
    for encoding in ("ascii", "latin-1"):
        done = tip_process("show", entry_id, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.code == 0
        assert b"caf" in done.stdout
    assert "café".encode() in tip_process("export", entry_id, PYTHONIOENCODING="ascii").stdout


def test_nothing_is_coloured_when_piped(journal, tip_process, add):
    add("A line.")
    for words in (["list"], ["search", "line"], ["--help"], ["doctor"]):
        assert "\x1b" not in tip_process(*words, FORCE_COLOR="1").out


@pytest.mark.parametrize("said", ["set it down", "Set it down", "processing", "PROCESSING"])
def test_a_purpose_is_said_by_its_words_or_its_value_and_shown_by_its_words(journal, add, tip, said):
    add("To carry.", "--purpose", said)
    add("To plan.", "--purpose", "plan")
    listed = tip("list", "--purpose", said)
    assert listed.code == 0, listed.err
    assert "(Set it down)" in listed.out
    assert "To plan" not in listed.out
    assert "processing" not in listed.out
    assert [row["purpose"] for row in json.loads(tip("list", "--purpose", said, "--json").out)] == [
        "processing"
    ]


def test_a_purpose_that_is_none_is_refused_with_those_there_are(journal, tip):
    refused = tip("list", "--purpose", "venting")
    assert refused.code == 2
    assert "think it through" in refused.err


def test_the_notice_of_a_copy_comes_only_with_a_copy(journal, add, tip, tmp_path):
    entry_id = add("A line.")
    taken = tmp_path / "taken.md"
    taken.write_text("mine")
    refused = tip("export", entry_id, "-o", str(taken))
    assert refused.code == 1
    assert "not be locked" not in refused.err
    written = tip("export", entry_id, "-o", str(tmp_path / "new.md"))
    assert "not be locked" in written.err
