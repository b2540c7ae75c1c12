"""From an entry full of people to six files with none: what issue 4 asks to be proved from end to end."""

import io
import os
import re
import tempfile
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CHI, POSTCODE, PHONE, EMAIL = "1406484326", "EH6 5AB", "07700 900123", "kirsty.mckay@example.org"
ENTRY = f"""Kirsty McKay let me in on the second knock. kirsty was tired, and Kirsty's mum Agnieszka sat with us.
Her CHI is {CHI}, the flat is {POSTCODE}, and the number is {PHONE} or {EMAIL}.
Oluwaseun is 7 and goes to Braefoot Primary. KIRSTY SAID OLUWASEUN LIKES IT. Mrs McKay signed it. K.M. will ring.
Sitting lower than the child worked: the room went quiet and we could think.
"""
SECRETS = (
    CHI, POSTCODE, PHONE, EMAIL, "Kirsty", "McKay", "Agnieszka", "Oluwaseun", "Braefoot", "is 7", "EH6", "900123", "K.M.",
)  # fmt: skip
FORMS = ("md", "txt", "html", "docx", "pdf")
PASSWORD = "a page for four of us"


def everything_in(data: bytes) -> str:
    """The bytes of a file as text, its zip members and its compressed streams opened."""
    seen = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                seen += [member.filename.encode(), member.comment, member.extra, archive.read(member)]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            seen.append(zlib.decompress(stream))
        except zlib.error:
            seen.append(stream)
    text = "\n".join(part.decode("utf-8", "replace") for part in seen)
    return text + "\n" + "\n".join(part.decode("utf-16-be", "replace") for part in seen)


def leaked(text: str) -> list[str]:
    folded = re.sub(r"<[^>]{0,300}>", "", text).casefold()
    squeezed = re.sub(r"[\s\u00a0]", "", folded)
    return [
        secret
        for secret in SECRETS
        if re.search(rf"(?<!\w){re.escape(secret.casefold())}(?!\w)", folded)
        or (
            any(map(str.isdigit, secret))
            and len(secret) > 5
            and re.sub(r"\s", "", secret.casefold()) in squeezed
        )
    ]


@pytest.fixture
def taken(journal, tip, tmp_path, monkeypatch):
    """Every form of a pack made from the entry, and all that was said on the way."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    entry = tip("add", stdin=ENTRY.encode()).out.strip()
    made = tip("pack", "new", "--from", entry, "--want", "fresh-eyes", "--question", "What am I not seeing?")
    pack = made.out.strip()
    before = tip("pack", "export", pack, "--format", "md", "-o", str(tmp_path / "too-soon.md"))
    blurred = tip("pack", "blur", pack)
    secret = tmp_path / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o600)
    files = {}
    for form in FORMS:
        path = tmp_path / f"pack.{form}"
        done = tip("pack", "export", pack, "--format", form, "-o", str(path))
        assert done.code == 0, done.err
        files[form] = path
    locked = tmp_path / "locked.docx"
    done = tip("pack", "export", pack, "--format", "docx", "-o", str(locked), "--password-file", str(secret))
    assert done.code == 0, done.err
    files["locked"] = locked
    return made, before, blurred, files, temporary, tip("show", entry, "--json").out


def test_nothing_that_points_to_a_person_is_in_any_form(taken, tip, tmp_path):
    made, before, blurred, files, temporary, _ = taken
    assert (made.code, before.code, blurred.code) == (0, 1, 0)
    assert not (tmp_path / "too-soon.md").exists()
    assert "chi" in before.err.casefold()
    for form, path in files.items():
        assert leaked(everything_in(path.read_bytes())) == [], form
        assert leaked(path.name) == []
    for form in ("md", "txt", "html", "docx", "locked"):
        secret = ("--password-file", str(tmp_path / "password")) if form == "locked" else ()
        read = tip("read", str(files[form]), *secret)
        assert read.code == 0, read.err
        assert leaked(read.out) == [], form
        assert "What am I not seeing?" in read.out
        assert "the room went quiet" in read.out
    left = [path for path in temporary.rglob("*") if path.is_file()]
    assert [
        leaked(everything_in(path.read_bytes())) for path in left if leaked(everything_in(path.read_bytes()))
    ] == []


def test_the_entry_is_as_it_was_written(taken):
    import json

    assert json.loads(taken[-1])["answers"][0]["text"].strip() == ENTRY.strip()


def test_two_exports_of_one_pack_are_the_same_bytes_and_only_the_worker_s(taken, tip, tmp_path):
    files = taken[3]
    pack = tip("pack", "list", "--json").out
    import json

    (one,) = json.loads(pack)
    for form in FORMS:
        again = tmp_path / f"again.{form}"
        assert tip("pack", "export", one["id"], "--format", form, "-o", str(again)).code == 0
        assert again.read_bytes() == files[form].read_bytes(), form
        if os.name == "posix":
            assert again.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_never_written_over(taken, tip, tmp_path):
    import json

    (one,) = json.loads(tip("pack", "list", "--json").out)
    there = tmp_path / "there.md"
    there.write_text("mine")
    assert tip("pack", "export", one["id"], "--format", "md", "-o", str(there)).code == 1
    assert there.read_text() == "mine"


WORDS = st.text("abcdefg hij\n", min_size=1, max_size=60).filter(str.strip)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(0, 60)), max_size=5),
    WORDS,
)
def test_a_pack_holds_only_what_was_marked_and_what_was_typed(texts, spans, question):
    from datetime import UTC, datetime
    from uuid import uuid4

    from tip_reflect.journal.entry import Answer, Entry, Moment
    from tip_reflect.journal.marking import mark_of, with_mark
    from tip_reflect.journal.pack import Pack, PackLine, Part, pieces

    at = Moment(at=datetime(2026, 1, 1, tzinfo=UTC))
    entry = Entry(id=uuid4(), written=at, answers=tuple(Answer(text=text) for text in texts))
    marks = ()
    for place, start, end in spans:
        if place < len(texts):
            new = mark_of(entry, place, min(start, end), max(start, end))
            marks = with_mark(marks, new, entry) if new else marks
    lines = tuple(PackLine(part=Part.BRIEF, text=mark.words, source=entry.id) for mark in marks)
    pack = Pack(id=uuid4(), made=at, question=question, lines=lines)
    held = [text for _, text in pieces(pack)]
    assert held[0] == question
    for text in held[1:]:
        assert any(text in answer for answer in texts)
    marked = {(mark.place, at) for mark in marks for at in range(mark.start, mark.end)}
    assert sum(map(len, held[1:])) == len(marked)


def test_check_in_answers_are_in_no_output_of_any_command(journal, tip, tmp_path):
    from tip_reflect.cli.group import COMMANDS

    entry = tip("add", stdin=b"An ordinary day.").out.strip()
    from datetime import UTC, datetime
    from uuid import uuid4

    from tip_reflect import unlocking
    from tip_reflect.journal.check_in import CheckIn
    from tip_reflect.journal.entry import Moment

    def clock():
        return datetime(2026, 3, 1, tzinfo=UTC)

    unlocked = unlocking.unlock(journal, "seven slow herons crossing", clock)
    store = unlocked.open_store()
    store.save_check_in(
        CheckIn(id=uuid4(), at=Moment(at=clock()), answers=((1, "CANARY-WORDS"),), need="CANARY-NEED")
    )
    store.close()
    made = tip("pack", "new", "--from", entry, "--question", "What next?").out.strip()
    tip("pack", "blur", made)
    asked = [
        ("list",), ("list", "--json"), ("search", "ordinary"), ("search", "CANARY"), ("show", entry), ("show", entry, "--json"),
        ("export", entry, "--format", "md"), ("export", entry, "--format", "json"), ("tags",), ("threads",), ("watch",),
        ("pack", "list"), ("pack", "show", made), ("pack", "export", made, "--format", "md", "-o", str(tmp_path / "p.md")),
        ("learning", "list"), ("bring-back", "list"), ("verify",), ("doctor",), ("settings",),
    ]  # fmt: skip
    for words in asked:
        done = tip(*words)
        assert "CANARY" not in done.out.replace("search CANARY", "") + done.err, words
    assert "CANARY" not in (tmp_path / "p.md").read_text()
    assert {words[0] for words in asked} <= set(COMMANDS)
    assert "CANARY-WORDS" in tip("checkin", "list").out
