"""Word: every word is read back, it is built of real styles, and nothing in it tells who, when or where."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from documents import AWKWARD, documents, page, whole_pack
from hypothesis import given, settings
from lxml import etree

from tip_reflect.sharing.document import Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.page_word import shares, write_word_page
from tip_reflect.sharing.reading_word import document_of_word
from tip_reflect.sharing.session_page import pack_document

pytestmark = pytest.mark.long

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEMBERS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
]
IN_THE_TEXT = {
    *("document", "body", "p", "pPr", "pStyle", "r", "t", "br", "tab", "sectPr", "pgSz", "pgMar"),
    *(
        "headerReference",
        "footerReference",
        "pageBreakBefore",
        "keepNext",
        "bidi",
        "rPr",
        "rtl",
        "hdr",
        "ftr",
    ),
    *("tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblGrid", "gridCol", "noBreakHyphen"),
    *("tr", "trPr", "cantSplit", "tblHeader", "tc", "tcPr", "tcW"),
}
"""The only elements that a document, its header and its footer may hold."""

VALUES = {
    *("w", "h", "top", "right", "bottom", "left", "header", "footer", "gutter", "val", "type", "id"),
    *("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand", "space"),
}
SETTINGS = {
    *("settings", "zoom", "removePersonalInformation", "removeDateAndTime", "defaultTabStop"),
    *(
        "characterSpacingControl",
        "compat",
        "compatSetting",
        "themeFontLang",
        "decimalSymbol",
        "listSeparator",
    ),
}
RELATIONS = {"officeDocument", "core-properties", "styles", "settings", "numbering", "header", "footer"}


def local(name: str) -> str:
    return name.rpartition("}")[2]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def pack_file(**what: object) -> bytes:
    return write_word_page(pack_document(whole_pack(**what)))


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_back(text):
    document = page(text, "and then")
    assert as_text(document_of_word(write_word_page(document))) == as_text(document)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_any_document_is_read_back_and_is_the_same_twice(document):
    made = write_word_page(document)
    assert as_text(document_of_word(made)) == as_text(document)
    assert write_word_page(document) == made
    check_metadata(made)


def test_a_pack_comes_back_with_its_parts():
    document = pack_document(whole_pack())
    kinds = [type(block) for block in document_of_word(write_word_page(document)).blocks]
    assert {Heading, Paragraph, Bullets, Room, NewPage, Table} == set(kinds)
    assert document_of_word(write_word_page(document)).edge == document.edge


def test_headings_lists_tables_and_edges_are_real_ones():
    word = docx.Document(BytesIO(pack_file()))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert styles[0] == ("Heading 1", "For a peer session")
    assert ("Heading 2", "In brief") in styles
    assert ("List Bullet", "We get on well.") in styles
    assert sum(name == "Room to write" for name, _ in styles) == 5
    (table,) = word.tables
    assert table._tbl.findall(f"{W}tr/{W}trPr/{W}tblHeader") == table._tbl.findall(f"{W}tr")[0].findall(
        f"{W}trPr/{W}tblHeader"
    )
    assert len(table._tbl.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 1
    (section,) = word.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    edge = pack_document(whole_pack()).edge
    assert section.header.paragraphs[0].text == section.footer.paragraphs[0].text == edge
    (breaks,) = [p.text for p in word.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == "The session: 45 minutes"


def check_metadata(data: bytes) -> None:
    """Every part and every header in the zip file against what is allowed."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert [name for name in MEMBERS if name in file.namelist()] == file.namelist()
        assert file.comment == b""
        for member in file.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.external_attr, member.internal_attr) == (0, 0, 0)
            assert (member.extra, member.comment) == (b"", b"")
    for name, content in members(data).items():
        root = etree.fromstring(content)
        tags = {local(element.tag) for element in root.iter()}
        values = {local(key) for element in root.iter() for key in element.attrib}
        assert not [node for node in root.iter() if not isinstance(node.tag, str)], "comments or instructions"
        assert not {value for value in values if "rsid" in value or value in {"author", "date", "initials"}}
        if name == "docProps/core.xml":
            assert [local(part.tag) for part in root] == ["title", "language"]
            assert root[1].text == "en-GB"
        elif name in {"word/document.xml", "word/header1.xml", "word/footer1.xml"}:
            assert tags <= IN_THE_TEXT
            assert values <= VALUES
        elif name == "word/settings.xml":
            assert tags <= SETTINGS
        elif name.endswith(".rels"):
            assert {part.get("Type").rpartition("/")[2] for part in root} <= RELATIONS
            assert not any(part.get("TargetMode") for part in root)


def test_nothing_in_it_tells_who_when_where_or_by_what():
    data = pack_file()
    assert list(members(data)) == MEMBERS
    check_metadata(data)
    everything = b"".join(members(data).values())
    assert not re.search(
        rb"python|tip.reflect|Normal\.dotm|Macintosh|rsid|/home|/root|20[12]\d-", everything, re.IGNORECASE
    )


def test_its_only_words_are_the_documents():
    data = members(pack_file())
    said = [
        node.text
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for node in etree.fromstring(data[name]).iter(f"{W}t")
    ]
    known = as_text(pack_document(whole_pack()))
    squeezed = "".join(known.split())
    assert [text for text in said if "".join(text.split())[:30] not in squeezed] == []
    assert etree.fromstring(data["docProps/core.xml"])[0].text == "For a peer session"


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/document.xml", "word/settings.xml"])
def test_the_check_would_see_an_author(part):
    data = members(pack_file())
    data[part] = re.sub(
        rb"(</[^<>]+>)\s*$", rb'<x:author xmlns:x="urn:x" date="2026">A B</x:author>\1', data[part]
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in data.items():
            file.writestr(zipfile.ZipInfo(name), content)
    with pytest.raises(AssertionError):
        check_metadata(made.getvalue())


def test_a_text_from_right_to_left_is_said_to_be_so():
    data = members(write_word_page(Document((Paragraph("مرحبا"), Paragraph("hello")))))
    root = etree.fromstring(data["word/document.xml"])
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(f"{W}p")] == [True, False]


def test_a_table_first_on_a_page_last_or_beside_another_stays_whole():
    table = Table(("a", "b"), (("1", "2"),))
    document = Document((Paragraph("x"), NewPage(), table, table))
    data = write_word_page(document)
    assert as_text(document_of_word(data)) == as_text(document)
    body = etree.fromstring(members(data)["word/document.xml"])[0]
    assert [local(part.tag) for part in body] == ["p", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_what_others_put_in_under_review_is_read_and_what_they_took_out_is_not():
    data = members(write_word_page(Document((Paragraph("one two"),))))
    data["word/document.xml"] = data["word/document.xml"].replace(
        b"<w:r><w:t>one two</w:t></w:r>",
        b"<w:r><w:t>one </w:t></w:r><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>three</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t>!</w:t></w:r></w:sdtContent></w:sdt>",
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in data.items():
            file.writestr(name, content)
    assert as_text(document_of_word(made.getvalue())) == "one three!\n"


@pytest.mark.parametrize("columns", [1, 2, 3, 12])
def test_the_shares_of_a_table_add_up_to_all_of_it(columns):
    rows = (tuple("long words in here" * n for n in range(columns)),) * 2
    assert sum(shares(rows)) == pytest.approx(1)
    assert min(shares(rows)) > 0
