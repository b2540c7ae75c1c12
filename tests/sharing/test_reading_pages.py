# ruff: noqa: PT017 - damage may also change nothing
"""A pack that someone handed over is read, and whatever else they hand over is met calmly."""

import struct
import zipfile
from io import BytesIO

import pytest
from documents import AWKWARD, documents, page, whole_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import Damaged, TipReflectError, WrongPassphrase
from tip_reflect.sharing import reading_pages
from tip_reflect.sharing.document import Document, Paragraph
from tip_reflect.sharing.fitting import for_a_terminal
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.reading_pages import needs_password, read_page
from tip_reflect.sharing.session_forms import SessionForm, write_document
from tip_reflect.sharing.session_page import pack_document

pytestmark = pytest.mark.long

FORMS = [
    SessionForm.MARKDOWN,
    SessionForm.TEXT,
    SessionForm.HTML,
    SessionForm.WORD,
    SessionForm.WORD_WITH_PASSWORD,
]
PASSWORD = "two herons"


def handed_over(document: Document, form: SessionForm) -> tuple[bytes, str, str | None]:
    password = PASSWORD if form is SessionForm.WORD_WITH_PASSWORD else None
    return write_document(document, form, password=password), f"pack.{form.ending}", password


@pytest.mark.parametrize("form", FORMS)
def test_a_pack_is_read_in_each_form(form):
    document = pack_document(whole_pack())
    assert read_page(*handed_over(document, form)) == as_text(document)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_in_each_form_and_cannot_drive_the_terminal(form, text):
    document = page(text)
    assert read_page(*handed_over(document, form)) == for_a_terminal(as_text(document))


def test_any_document_is_read_from_any_form():
    @settings(max_examples=60, deadline=None)
    @given(documents.filter(lambda document: as_text(document).strip()), st.sampled_from(FORMS[:-1]))
    def read_back(document, form):
        assert read_page(*handed_over(document, form)) == for_a_terminal(as_text(document))

    read_back()


def test_what_would_drive_a_terminal_is_shown_as_a_picture():
    words = read_page(b"a\x1b[2J\x07\x00b \xe2\x80\xaec \xc2\x9bd\r\ne\rf", "x.txt", None)
    assert words == "a␛[2J␇␀b \ufffdc \ufffdd\ne\nf"


@pytest.mark.parametrize(
    ("name", "text"), [("", "_edge_\n\n# T\n\na\\*b\n"), ("-", "# T\n"), ("x.MD", "# T\n")]
)
def test_markdown_is_known_by_its_name_or_how_it_begins(name, text):
    assert "T\n" in read_page(text.encode(), name, None)
    assert "#" not in read_page(text.encode(), name, None)


def test_html_is_known_by_its_name_or_how_it_begins():
    data = write_document(page("x"), SessionForm.HTML)
    assert read_page(data, "", None) == read_page(data, "x.htm", None) == as_text(page("x"))


def test_a_wrong_password_and_none_are_told_apart():
    data, name, _ = handed_over(page("canary"), SessionForm.WORD_WITH_PASSWORD)
    assert needs_password(data)
    with pytest.raises(WrongPassphrase):
        read_page(data, name, "three herons")
    with pytest.raises(TipReflectError, match="locked with a password"):
        read_page(data, name, None)
    assert not needs_password(write_document(page("x"), SessionForm.WORD))


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (b"", TipReflectError, "nothing in this file"),
        (b" \n", TipReflectError, "nothing in this file"),
        (b"%PDF-1.7\n...", TipReflectError, "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", TipReflectError, "not a session pack"),
        (b"\xff\xfea\x00", TipReflectError, "not a session pack"),
        (b"PK\x03\x04 and no more", Damaged, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", TipReflectError, "Nothing was changed"),
    ],
)
def test_what_is_no_pack_is_refused_with_a_sentence(data, kind, said):
    with pytest.raises(kind, match=said) as refused:
        read_page(data, "pack.docx", "x")
    assert refused.value.__cause__ is None


def zip_of(**members: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def test_a_zip_file_of_something_else_is_no_pack():
    with pytest.raises(TipReflectError, match="not a session pack"):
        read_page(zip_of(a=b"canary"), "pack.docx", None)


def test_a_small_file_that_would_unpack_to_a_huge_one_is_not_unpacked():
    bomb = zip_of(**{"word__document.xml": b"0" * (reading_pages.MOST_UNPACKED + 1)})
    assert len(bomb) < 200_000
    with pytest.raises(TipReflectError, match="far bigger"):
        read_page(bomb, "pack.docx", None)


def test_a_file_that_lies_about_its_size_is_damaged():
    bomb = bytearray(zip_of(**{"word__document.xml": b"0" * 10_000_000}))
    place = bomb.index(b"PK\x01\x02") + 24
    bomb[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(Damaged, match="damaged"):
        read_page(bytes(bomb), "pack.docx", None)


def test_a_file_of_very_many_members_is_not_read():
    many = zip_of(**{f"m{n}": b"" for n in range(reading_pages.MOST_MEMBERS + 1)})
    with pytest.raises(TipReflectError, match="far bigger"):
        read_page(many, "pack.docx", None)


@pytest.mark.parametrize(
    ("size", "name"), [(reading_pages.MOST_BYTES + 1, "x.docx"), (reading_pages.MOST_TEXT_BYTES + 1, "x.md")]
)
def test_a_huge_file_is_not_read(size, name):
    with pytest.raises(TipReflectError, match="far bigger"):
        read_page(b"a" * size, name, None)


def test_entities_in_a_word_file_are_not_unfolded():
    data = write_document(Document((Paragraph("canary"),)), SessionForm.WORD)
    with zipfile.ZipFile(BytesIO(data)) as file:
        members = {name.replace("/", "__"): file.read(name) for name in file.namelist()}
    laughs = (
        b'<!DOCTYPE x [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(8))
        + b"<!ENTITY z SYSTEM 'file:///etc/passwd'>]>"
    )
    text = members["word__document.xml"].replace(b"canary", b"canary &i; &z;")
    head, rest = text.split(b"?>", 1)
    members["word__document.xml"] = head + b"?>" + laughs + rest
    try:
        words = read_page(zip_of(**members), "pack.docx", None)
    except TipReflectError:
        return
    assert "haha" not in words
    assert "root:" not in words


def test_damage_anywhere_in_a_word_file_is_met_calmly():
    whole = write_document(page("canary"), SessionForm.WORD)

    @settings(max_examples=150, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.binary(min_size=1, max_size=3), st.booleans())
    def damage(place, put, cut):
        data = whole[:place] + put + (b"" if cut else whole[place + len(put) :])
        try:
            read_page(data, "pack.docx", None)
        except TipReflectError as refused:
            assert refused.__context__ is None
            assert "canary" not in str(refused)

    damage()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["x.md", "x.html", "x.txt", ""]))
def test_any_text_is_read_or_met_calmly(text, name):
    try:
        words = read_page(text.encode("utf-8", "replace"), name, None)
    except TipReflectError:
        return
    assert not any(
        (ord(letter) < 32 and letter not in "\n\t") or 127 <= ord(letter) < 160 for letter in words
    )
