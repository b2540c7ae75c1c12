# ruff: noqa: PT017 - which fonts there are depends on the computer
"""PDF: tagged, with its fonts inside, every word in it as it was written, and nothing of who, when or by what."""

import builtins
import re
import socket
import sys
import unicodedata
from collections import Counter
from io import BytesIO

import pypdf
import pytest
from documents import AWKWARD, page, whole_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.sharing.document import Bullets, Document, Heading, NewPage, Paragraph, Table
from tip_reflect.sharing.fitting import fitted
from tip_reflect.sharing.page_pdf import write_pdf_page
from tip_reflect.sharing.page_text import LINE_TO_WRITE_ON, PAGE_ENDS, as_text
from tip_reflect.sharing.session_forms import SessionForm, preview
from tip_reflect.sharing.session_page import pack_document

pytestmark = pytest.mark.long

IN_EVERY_FONT = [text for text in AWKWARD if "\x00" not in text and "🌳" not in text and "مرحبا" not in text]
INFO, XMP = (
    {"/Title"},
    {
        *(
            "title",
            "language",
            "format",
            "NPages",
            "InstanceID",
            "DocumentID",
            "RenditionClass",
            "PDFVersion",
        ),
        *("part", "conformance", "Alt", "Bag", "li", "RDF", "Description", "xmpmeta"),
    },
)
words = st.text(
    "abcdefg łóżąć àèìòù ÉÑß'’“”–—.,;:!?#*_$\\@<>[](){}`~^&%|/=+-0123456789\n", min_size=1, max_size=60
)


def said(data: bytes) -> str:
    """The words on its pages, as a reader takes them out."""
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(data)).pages)


def squeezed(text: str) -> str:
    """The letters in their order: a PDF has its own spaces, list marks and signs without a width."""
    return "".join(
        letter
        for letter in text.replace("•", "-")
        if not letter.isspace() and unicodedata.category(letter) != "Cf"
    )


def expected(document: Document) -> str:
    """The preview's words without the lines that are drawn: those to write on, and the end of a page."""
    lines = preview(document, SessionForm.PDF).split("\n")
    return squeezed("".join(line for line in lines if line not in {LINE_TO_WRITE_ON, PAGE_ENDS}))


@pytest.mark.parametrize("text", IN_EVERY_FONT)
def test_a_text_comes_out_as_it_was_written(text):
    document = Document((Heading("A page", 1), Paragraph(text), Heading("then"), Paragraph("the end")))
    assert squeezed(said(write_pdf_page(document))) == expected(document)


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=4))
def test_the_words_in_the_file_are_the_previews(texts):
    document = Document((*map(Paragraph, texts), Bullets(tuple(texts))))
    assert squeezed(said(write_pdf_page(document))) == expected(document)


def test_a_whole_pack_has_the_previews_words_and_no_others():
    document = pack_document(whole_pack())
    pages = pypdf.PdfReader(BytesIO(write_pdf_page(document))).pages
    assert len(pages) == 2
    once = Counter(squeezed(preview(document, SessionForm.PDF)))
    twice_more = Counter(
        squeezed(document.edge)
    )  # the preview has the edge twice, two pages have it four times
    drawn = Counter(squeezed(LINE_TO_WRITE_ON * 5 + PAGE_ENDS))
    found = Counter(squeezed(said(write_pdf_page(document))))
    assert found == once + twice_more + twice_more - drawn


def test_signs_outside_its_own_fonts_are_drawn_with_the_computers_or_refused_calmly():
    document = Document((Paragraph("canary 🌳 ␀"),))
    try:
        assert "canary" in said(write_pdf_page(document))
    except TipReflectError as refused:
        assert "no font on this computer can draw" in str(refused)
        assert "🌳" not in str(refused)


def test_a_mark_that_pdf_has_no_place_for_is_no_trouble():
    document = Document((Paragraph("a\ufeff: b \ufeff"), Bullets(("\u200bx\u2060",))))
    assert squeezed(said(write_pdf_page(document))) == "a:b-x"


def test_a_sign_that_no_font_can_draw_is_refused_without_the_text():
    with pytest.raises(TipReflectError, match="no font on this computer can draw") as refused:
        write_pdf_page(Document((Paragraph("canary \U000f0123"),)))
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    assert "canary" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["#panic()", '#read("/etc/hostname")', "$ sum $", '#import "@preview/a:0.1.0"', '"]); panic("']
)
def test_no_text_is_read_as_a_command(text):
    document = Document(
        (Heading(text, 1), Paragraph(text), Bullets((text,)), Table((text,), ((text,),))), edge=text
    )
    assert squeezed(said(write_pdf_page(document))).count(squeezed(text)) == 7


def test_two_of_the_same_are_the_same_bytes():
    document = pack_document(whole_pack())
    assert write_pdf_page(document) == write_pdf_page(document)


def test_it_is_tagged_in_english_with_its_fonts_inside():
    data = write_pdf_page(pack_document(whole_pack()))
    reader = pypdf.PdfReader(BytesIO(data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    tags = Counter(re.findall(rb"/S/(\w+)", data))
    assert tags[b"H1"] == 1
    assert tags[b"H2"] == 12
    assert tags[b"LI"] == 14
    assert (tags[b"Table"], tags[b"TH"]) == (1, 3)
    assert b"pdfuaid" in data
    fonts = [font.get_object() for sheet in reader.pages for font in sheet["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"])


def test_nothing_in_it_tells_who_when_or_by_what():
    data = write_pdf_page(pack_document(whole_pack()))
    reader = pypdf.PdfReader(BytesIO(data))
    assert set(reader.metadata) == INFO
    assert reader.metadata["/Title"] == "For a peer session"
    about = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert set(re.findall(r"<(?:\w+:)?(\w+)[ >]", about)) <= XMP
    assert re.search(r'x:xmptk=" *"', about)
    assert not re.search(
        rb"(?i)typst|CreationDate|ModDate|/Producer|/Creator|/Author|tip.reflect|/home/|/root/", data
    )
    assert reader.attachments == {}
    assert set(reader.trailer["/Root"]) <= {
        *(
            "/Type",
            "/Pages",
            "/Metadata",
            "/Lang",
            "/StructTreeRoot",
            "/MarkInfo",
            "/ViewerPreferences",
            "/Outlines",
        ),
        *("/PageMode", "/Version", "/PageLabels", "/Names"),
    }


def test_a_version_that_names_itself_in_another_way_is_not_handed_over():
    from tip_reflect.sharing.page_pdf import _unnamed

    with pytest.raises(TipReflectError, match="could not be made"):
        _unnamed(b"%PDF-1.7 /Producer (Typst 1.0)")


def test_a_very_long_word_goes_on_in_the_next_line_and_the_next_page():
    word = "Gàidhlig" * 500
    document = Document((Paragraph(word), Bullets((word,)), Table(("a", "b"), ((word[:200], "x"),))))
    data = write_pdf_page(document)
    reader = pypdf.PdfReader(BytesIO(data))
    assert len(reader.pages) > 1
    assert max(len(line) for sheet in reader.pages for line in sheet.extract_text().splitlines()) < 130
    found = Counter(squeezed(said(data)))
    assert found == Counter(squeezed("ab" + "-" + word * 2 + word[:200] + "x"))


def test_headings_that_leave_a_level_out_rise(monkeypatch):
    data = write_pdf_page(
        Document((Heading("deep", 4), Heading("deeper", 6), Heading("top", 1), Heading("skip", 3)))
    )
    assert Counter(re.findall(rb"/S/(H\d)", data)) == {b"H1": 2, b"H2": 2}


def test_without_typst_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageProblem, match=re.escape('pip install "tip-reflect[pdf]"')):
        write_pdf_page(Document((Paragraph("x"),)))


def test_no_network_is_asked_for(monkeypatch):
    def asked(*_args, **_kwargs):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", asked)
    monkeypatch.setattr(builtins, "input", asked)
    assert write_pdf_page(page("words")).startswith(b"%PDF-")


def test_an_empty_document_is_a_page():
    assert len(pypdf.PdfReader(BytesIO(write_pdf_page(Document(())))).pages) == 1
    assert fitted(Document((NewPage(),))) == Document(())
    assert as_text(Document(())) == ""
