"""check and watch: what points to a person, with no journal; and the list that is kept inside one."""

import json
import subprocess
import sys

import pytest

TEXT = "Kirsty rang from 07700 900123.\r\nShe stays in Loanhead. 👩‍👧 Kirsty's mum came.\n"


def test_findings_are_json_with_offsets_into_the_text_as_it_came(no_journal, tip):
    done = tip("check", "--json", stdin=TEXT.encode())
    assert done.code == 1
    findings = json.loads(done.out)
    assert findings
    for one in findings:
        assert set(one) == {"start", "end", "text", "kind", "tier", "level", "suggestions"}
        assert TEXT[one["start"] : one["end"]] == one["text"]
    assert {"person", "phone", "place"} <= {one["kind"] for one in findings}
    assert not no_journal.home.exists()


@pytest.mark.parametrize("words", [b"", b"We sat and talked about what helps.\n"])
def test_nothing_found_is_an_empty_list_and_exit_code_0(no_journal, tip, words):
    done = tip("check", "-", "--json", stdin=words)
    assert (done.code, json.loads(done.out)) == (0, [])


def test_people_read_a_line_for_each_finding_and_what_to_say_instead(no_journal, tip):
    done = tip("check", stdin=TEXT.encode())
    assert done.code == 1
    assert "line 1: a phone number: 07700 900123  ->  [removed]\n" in done.out
    assert "line 2: a place: Loanhead  ->  " in done.out
    assert "never a promise" in done.err


def test_nothing_found_is_said_with_its_limits(no_journal, tip):
    done = tip("check", stdin=b"We sat and talked about what helps.\n")
    assert (done.code, done.out) == (0, "")
    assert "can get through" in done.err


def test_several_files_are_a_line_each(no_journal, tip, tmp_path):
    some, none = tmp_path / "some.txt", tmp_path / "none.txt"
    some.write_bytes(TEXT.encode())
    none.write_text("we talked")
    done = tip("check", "--json", str(none), str(some))
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [line["file"] for line in lines] == [str(none), str(some)]
    assert [bool(line["findings"]) for line in lines] == [False, True]
    assert f"{some}, line 1: a name: Kirsty" in tip("check", str(none), str(some)).out


def test_a_file_that_cannot_be_read_is_bad_usage_and_the_others_are_still_read(no_journal, tip, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT)
    bad.write_bytes(b"\xff\xfe K")
    done = tip("check", "--json", str(bad), str(good), str(tmp_path / "gone"))
    assert done.code == 2
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == [str(good)]
    assert done.err.count("\n") == 2
    assert "UTF-8" in done.err


@pytest.mark.parametrize("name", ["gone.txt", ".", "a\0b"])
def test_one_file_that_cannot_be_read_is_bad_usage(no_journal, tip, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    done = tip("check", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(".\n")


def test_bytes_that_are_no_text_are_refused_with_a_sentence(no_journal, tip):
    done = tip("check", "--json", stdin=b"caf\xe9")
    assert (done.code, done.out) == (2, "")
    assert "UTF-8" in done.err


@pytest.mark.parametrize("words", [["--blur", "--json"], ["--blur", "a", "b"], ["-", "-"], ["--nothing"]])
def test_what_does_not_fit_together_is_bad_usage(no_journal, tip, words):
    assert tip("check", *words).code == 2


def test_blurred_text_holds_no_name_and_no_number(no_journal, tip):
    done = tip("check", "--blur", stdin=TEXT.encode())
    assert done.code == 1
    assert not any(word in done.out for word in ("Kirsty", "07700", "Loanhead"))
    assert done.out.count("\r\n") == 1
    assert "👩‍👧" in done.out
    assert tip("check", "--blur", stdin=b"we talked\n").stdout == b"we talked\n"


def test_the_watch_list_is_used_only_when_asked_for(journal, tip):
    assert tip("watch", "add", stdin=b"purple badger = the child\n").code == 0
    text = b"we saw the purple badger\n"
    assert tip("check", stdin=text).code == 0
    found = json.loads(tip("check", "--journal", "--json", stdin=text).out)
    assert [one["text"] for one in found] == ["the purple badger"] or [one["text"] for one in found] == [
        "purple badger"
    ]
    assert found[0]["suggestions"][0] == "the child"


def test_without_a_journal_the_watch_list_is_bad_usage_not_a_finding(no_journal, tip):
    done = tip("check", "--journal", stdin=b"we talked")
    assert (done.code, done.out) == (2, "")


def test_a_check_loads_neither_the_app_nor_the_database(no_journal):
    program = (
        "import sys\nfrom tip_reflect.cli.running import run\nrun(['check', '--json'])\n"
        "print(sorted(set(sys.modules) & {'textual', 'rich', 'sqlalchemy', 'sqlmodel', 'sqlcipher3'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=TEXT.encode(), capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_watch_list_is_added_to_read_and_taken_from(journal, tip):
    assert tip("watch", "add", stdin=b"Kirsty McKay = the  mother\n\nJamie\n").code == 0
    assert tip("watch", "add", "--what", "number", stdin=b"SW-####\n").code == 0
    assert tip("watch").out == "name     Jamie\nname     Kirsty McKay = the mother\nnumber   SW-####\n"
    listed = json.loads(tip("watch", "list", "--json").out)
    assert listed[1] == {"words": "Kirsty McKay", "what": "name", "instead": "the mother"}
    assert tip("watch", "remove", stdin=b"kirsty mckay\nSW-####\n").code == 0
    assert tip("watch").out == "name     Jamie\n"


def test_nothing_to_add_and_what_is_not_there_to_take_off_are_said(journal, tip):
    assert tip("watch").err == "Nothing is watched for yet.\n"
    for action in ("add", "remove"):
        done = tip("watch", action, stdin=b"\n" if action == "add" else b"nobody\n")
        assert (done.code, done.out) == (1, "")
        assert done.err
    assert tip("watch", "add", stdin=b"\xff").code == 1


def test_export_says_in_one_line_how_much_it_holds(journal, tip, add):
    entry_id = add("Kirsty rang from 07700 900123.")
    done = tip("export", entry_id)
    found = len(json.loads(tip("check", "--json", stdin=b"Kirsty rang from 07700 900123.").out))
    assert f"It holds {found} things that point" in done.err
    assert "Kirsty" in done.out, "the worker's own copy is never blocked"
    clean = tip("export", add("We sat and talked about what helps."))
    assert "found nothing" in clean.err


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("utf-16-le", "Kirsty rang."), ("utf-16-be", "Kirsty rang."), ("utf-16", "Kirsty"), ("latin-1", "Zoé")],
)
def test_text_in_another_encoding_is_refused_and_not_half_read(no_journal, tip, encoding, text):
    done = tip("check", stdin=text.encode(encoding))
    assert (done.code, done.out) == (2, "")
    assert "not plain text in UTF-8" in done.err


SHELL = "import sys; from tip_reflect.cli.running import run; sys.exit(run())"


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's own words")
@pytest.mark.parametrize("asked", ["check", "check -", "check --json"])
def test_a_closed_standard_input_is_not_a_text_with_nothing_in_it(no_journal, asked):
    line = f'exec "$0" -c "$1" {asked} <&-'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable, SHELL], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Standard input is closed" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full")
@pytest.mark.parametrize("asked", ["--json", "", "--blur"])
def test_what_cannot_be_printed_is_not_told_as_something_found(no_journal, tmp_path, asked):
    text = tmp_path / "text.txt"
    text.write_text(TEXT)
    line = f'exec "$0" -c "$1" check {asked} "$2" >/dev/full'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable, SHELL, text], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "could not all be printed" in done.stderr
    assert "journal" not in done.stderr
    assert "Traceback" not in done.stderr
