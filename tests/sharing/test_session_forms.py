"""Each form is written from the one document, the preview is the file, and two exports are the same bytes."""

import subprocess
import sys

import pytest
from documents import AWKWARD, documents, page, whole_pack
from hypothesis import given, settings

from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.sharing.document import Document, Paragraph
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.reading_pages import read_page
from tip_reflect.sharing.session_forms import SessionForm, preview, write_document
from tip_reflect.sharing.session_page import pack_document

PLAIN = [form for form in SessionForm if form is not SessionForm.WORD_WITH_PASSWORD]
AS_TEXT = [SessionForm.MARKDOWN, SessionForm.TEXT, SessionForm.HTML]
HEAVY = {"docx", "lxml", "msoffcrypto", "olefile", "markdown_it", "jinja2", "icalendar", "typst"}


def test_the_forms_are_named_as_the_command_line_takes_them():
    assert [form.value for form in SessionForm] == ["md", "txt", "html", "docx", "docx-with-password", "pdf"]
    assert [form.ending for form in SessionForm] == ["md", "txt", "html", "docx", "docx", "pdf"]
    assert all(form.label for form in SessionForm)


@pytest.mark.parametrize("form", AS_TEXT)
@pytest.mark.parametrize("text", AWKWARD)
def test_the_preview_of_a_text_form_is_the_file_byte_for_byte(form, text):
    assert preview(page(text), form).encode() == write_document(page(text), form)


@settings(max_examples=50, deadline=None)
@given(documents)
def test_any_document_previews_as_its_file(document):
    for form in AS_TEXT:
        assert preview(document, form).encode() == write_document(document, form)
    assert preview(document, SessionForm.WORD) == as_text(document)
    assert preview(document, SessionForm.WORD_WITH_PASSWORD) == as_text(document)


@pytest.mark.parametrize("form", PLAIN)
def test_two_exports_of_one_pack_are_the_same_bytes(form):
    document = pack_document(whole_pack())
    assert write_document(document, form) == write_document(document, form)


@pytest.mark.parametrize("form", PLAIN)
def test_two_exports_from_two_processes_are_the_same_bytes(form):
    code = (
        "import sys, hashlib\nfrom documents import page\n"
        "from tip_reflect.sharing.session_forms import SessionForm, write_document\n"
        f"print(hashlib.sha256(write_document(page('words'), SessionForm('{form}'))).hexdigest())"
    )
    path = ":".join(sys.path)
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(made) == 1


def test_word_with_a_password_opens_with_it():
    document = pack_document(whole_pack())
    for form in (SessionForm.WORD, SessionForm.WORD_WITH_PASSWORD):
        data = write_document(document, form, password="two herons")
        assert data[:2] != b"PK"
        assert read_page(data, "x.docx", "two herons") == as_text(document)


@pytest.mark.parametrize("form", [*AS_TEXT, SessionForm.PDF])
def test_a_password_has_no_place_in_another_form(form):
    with pytest.raises(UsageProblem, match="Only a Word file"):
        write_document(page("x"), form, password="two herons")


@pytest.mark.parametrize("password", [None, ""])
def test_word_with_a_password_needs_one(password):
    with pytest.raises(UsageProblem, match="needs a password"):
        write_document(page("x"), SessionForm.WORD_WITH_PASSWORD, password=password)


def test_an_empty_password_never_makes_an_open_word_file():
    with pytest.raises(UsageProblem, match="needs a password"):
        write_document(page("x"), SessionForm.WORD, password="")


@pytest.mark.parametrize("form", SessionForm)
def test_half_a_character_is_refused_in_every_form(form):
    password = "x" if form is SessionForm.WORD_WITH_PASSWORD else None
    with pytest.raises(TipReflectError, match="halves of a character") as refused:
        write_document(Document((Paragraph("canary \ud83c"),)), form, password=password)
    assert "canary" not in str(refused.value)


def test_a_question_only_pack_is_its_question():
    text = preview(pack_document(whole_pack(question_only=True, with_sheet=False)), SessionForm.TEXT)
    assert text.split("\n\n")[1:-1] == [
        "For a peer session",
        "How do I stay alongside someone who goes quiet?",
    ]


@pytest.mark.parametrize("form", SessionForm)
def test_nothing_of_a_pack_but_its_page_leaves(form):
    """Neither where a line came from, nor when the pack was made, nor what was switched off."""
    hidden = whole_pack(with_impact=False, hard_to_hear=False, theme="canary theme")
    text = preview(pack_document(hidden), form)
    assert "canary" not in text
    assert "I put off ringing" not in text
    assert "2026" not in text
    assert "00000000-0000" not in text


@pytest.mark.parametrize(
    "name",
    [
        "session_forms",
        "reading_pages",
        "calendar_file",
        "page_word",
        "page_html",
        "page_pdf",
        "word_password",
        "reading_word",
    ],
)
def test_no_heavy_library_is_loaded_before_it_is_used(name):
    code = f"import sys\nimport tip_reflect.sharing.{name}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {module.split(".")[0] for module in done.stdout.split()}.isdisjoint(HEAVY)
