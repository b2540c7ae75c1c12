"""read: a pack that someone brought, with no journal; and the steps of the session."""

import json
from itertools import pairwise

import pytest

PAGE = b"# For a peer session\n\n## My one question\n\nWhat am I not seeing?\n"


def test_a_markdown_page_is_read_with_no_journal_and_no_passphrase(no_journal, tip, tmp_path):
    (tmp_path / "page.md").write_bytes(PAGE)
    done = tip("read", str(tmp_path / "page.md"))
    assert (done.code, done.err) == (0, "")
    assert "What am I not seeing?" in done.out
    assert "#" not in done.out
    assert not no_journal.home.exists()
    assert "What am I not seeing?" in tip("read", "-", stdin=PAGE).out


@pytest.mark.parametrize("form", ["md", "txt", "html", "docx"])
def test_every_form_reads_as_the_same_words(journal, add, tip, tmp_path, form):
    entry = add("I said nothing for a while, and that helped. 1 < 2 & *so*")
    pack = tip("pack", "new", "--from", entry, "--want", "heard", "--question", "What now?").out.strip()
    out = tmp_path / f"page.{form}"
    assert tip("pack", "export", pack, "-o", str(out), "--guess", "no").code == 0
    assert tip("read", str(out)).out.split() == tip("pack", "show", pack).out.split()


def test_signs_that_could_drive_a_terminal_are_shown(no_journal, tip, tmp_path):
    (tmp_path / "page.txt").write_bytes(b"before \x1b[2J after\n")
    done = tip("read", str(tmp_path / "page.txt"))
    assert "\x1b" not in done.out
    assert "after" in done.out


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04 no zip", b"%PDF-1.7"])
def test_what_is_no_pack_is_refused_calmly(no_journal, tip, tmp_path, data):
    (tmp_path / "page").write_bytes(data)
    done = tip("read", str(tmp_path / "page"))
    assert done.code in {1, 4}
    assert done.out == ""
    assert "Traceback" not in done.err


def test_a_missing_file_and_a_missing_choice(no_journal, tip, tmp_path):
    assert tip("read", str(tmp_path / "none.md")).code == 1
    assert tip("read").code == 2
    assert tip("read", "a.md", "--sheet").code == 2
    (tmp_path / "page.md").write_bytes(PAGE)
    assert tip("read", str(tmp_path / "page.md"), "--json").code == 2


def test_the_sheet_is_45_minutes_step_by_step_and_what_is_agreed(no_journal, tip):
    sheet = json.loads(tip("read", "--sheet", "--json").out)
    spans = [tuple(map(int, step["minutes"].split("–"))) for step in sheet["steps"]]
    assert spans[0][0] == 0
    assert spans[-1][1] == 45
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    said = tip("read", "--sheet").out
    for step in sheet["steps"]:
        assert step["what"] in said
    for rule in sheet["agreed"]:
        assert rule in said
