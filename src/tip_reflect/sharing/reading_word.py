"""A Word file read back as a document: our own whole, and one that others worked on as plainly as can be."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.page_word import ROOM, SMALL_PRINT

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
"""Not part of the words: settings, what was struck out, and the second copy of a drawing."""

SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def document_of_word(data: bytes) -> Document:
    """Raises whatever python-docx does for bytes that are no Word file: the caller says so calmly."""
    import docx
    from docx.table import Table as WordTable

    word = docx.Document(BytesIO(data))
    blocks: list[Block] = []
    for item in word.iter_inner_content():
        if isinstance(item, WordTable):
            blocks.append(_table(item))
        else:
            blocks += _paragraph(item)
    edges = (section.header for section in word.sections)
    edge = next((words for header in edges if (words := _said(header._element).strip())), "")  # noqa: SLF001
    return Document(tuple(blocks), edge=edge)


def _paragraph(paragraph: Any) -> Iterator[Block]:
    if paragraph.paragraph_format.page_break_before:
        yield NewPage()
    words = _said(paragraph._p)  # noqa: SLF001 - python-docx's own text leaves out what was inserted under review
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style == ROOM and not words.strip():
        yield Room(1)
    elif not words.strip():
        return
    elif style.startswith("Heading ") and style[-1].isdigit():
        yield Heading(words, level=int(style[-1]))
    elif style.startswith("List") or paragraph._p.find(f"{W}pPr/{W}numPr") is not None:  # noqa: SLF001
        yield Bullets((words,))
    else:
        yield Paragraph(words, quiet=style == SMALL_PRINT)


def _table(table: Any) -> Table:
    rows = [
        tuple(_cell(cell) for cell in row.findall(f"{W}tc"))
        for row in table._tbl.findall(f"{W}tr")  # noqa: SLF001 - merged cells once each, which `rows` repeats
    ]
    wide = max(map(len, rows), default=0)
    even = [row + ("",) * (wide - len(row)) for row in rows]
    return Table(even[0], tuple(even[1:])) if even else Table((), ())


def _cell(cell: Any) -> str:
    return " ".join(_said(paragraph) for paragraph in cell.iter(f"{W}p"))


def _said(element: Any) -> str:
    """The words in an element and all that it holds, with what was put in under review, without what was taken out."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in SIGNS:
        return SIGNS[element.tag]
    return "".join(_said(inner) for inner in element if inner.tag not in UNSEEN)
