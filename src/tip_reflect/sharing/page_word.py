"""A document as a Word file that edits cleanly: real headings, lists, tables and styles, on A4.

It begins from the parts in word_parts, which hold no author, date, company, program, template or revision marks, so
that nothing of python-docx's own template, or of this computer, is in a file. The title and the language are its only
properties.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.fitting import fitted, right_to_left, title_of
from tip_reflect.sharing.zip_members import unzipped, zipped

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

PARTS = "word_parts"
MEMBERS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "word/header1.xml": "header.xml",
    "word/footer1.xml": "footer.xml",
}
BULLET, SMALL_PRINT, ROOM, GRID = "List Bullet", "Small print", "Room to write", "Table Grid"
LETTERS_ACROSS = 80
"""About as many letters as stand on one line of a page."""

LONGEST_KEPT = 24
"""A word in a table with more letters than this may go on in the next line."""


def write_word_page(document: Document) -> bytes:
    """The bytes of a .docx file, the same each time. Raises TipReflectError for text that is none."""
    import docx

    document = fitted(document)
    word = docx.Document(BytesIO(_empty_page()))
    word.core_properties.title = title_of(document)[:255]
    for place in (word.sections[0].header, word.sections[0].footer):
        place.paragraphs[0].text = document.edge
    _Writer(word).write(document.blocks)
    made = BytesIO()
    word.save(made)
    return zipped(unzipped(made.getvalue()))


def _empty_page() -> bytes:
    parts = Path(__file__).with_name(PARTS)
    return zipped({name: (parts / file).read_bytes() for name, file in MEMBERS.items()})


class _Writer:
    """Adds blocks in order. `_new_page` holds until the next paragraph, which then begins the page."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._new_page = False

    def write(self, blocks: tuple[Block, ...]) -> None:
        for place, block in enumerate(blocks):
            match block:
                case Heading(words=words, level=level):
                    self._paragraph(words, f"Heading {level}")
                case Paragraph(words=words, quiet=quiet):
                    self._paragraph(words, SMALL_PRINT if quiet else "Normal")
                case Bullets(items=items):
                    for item in items:
                        self._paragraph(item, BULLET)
                case Table():
                    self._table(block, last=isinstance((*blocks, None)[place + 1], Table | None))
                case Room(lines=count):
                    for line in range(count):
                        self._paragraph("", ROOM).paragraph_format.keep_with_next = line < count - 1
                case NewPage():
                    self._new_page = True

    def _paragraph(self, words: str, style: str) -> WordParagraph:
        made = self._word.add_paragraph(words, style)
        if self._new_page:
            made.paragraph_format.page_break_before = True
            self._new_page = False
        _turned(made, words)
        return made

    def _table(self, table: Table, last: bool) -> None:
        """A table, with an empty line before it where it begins a page, and after it where Word needs one."""
        if self._new_page:
            self._paragraph("", "Normal")
        rows = (table.headings, *table.rows)
        made = self._word.add_table(len(rows), len(table.headings), GRID)
        made.autofit = False
        width = self._word.sections[0]
        inside = (width.page_width or 0) - (width.left_margin or 0) - (width.right_margin or 0)
        widths = [int(inside * share) for share in shares(rows)]
        for column, wide in zip(made.columns, widths, strict=True):
            column.width = wide
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, words, wide in zip(row.cells, cells, widths, strict=True):
                cell.width = wide
                cell.paragraphs[0].text = words
                _turned(cell.paragraphs[0], words)
            _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no name for it
        _mark(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - as above
        if last:
            self._paragraph("", "Normal")


def shares(rows: tuple[tuple[str, ...], ...]) -> list[float]:
    """The part of the width that each column has; they add up to 1.

    Each has room for its longest word, and what is left goes by how much is written in it.
    """
    columns = [[row[place] for row in rows] for place in range(len(rows[0]))]
    words = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    least = [(min(longest, LONGEST_KEPT) + 3) / LETTERS_ACROSS for longest in words]
    if sum(least) >= 1:
        return [share / sum(least) for share in least]
    written = [max(1, *map(len, column)) for column in columns]
    return [
        share + (1 - sum(least)) * much / sum(written) for share, much in zip(least, written, strict=True)
    ]


def _turned(paragraph: WordParagraph, words: str) -> None:
    """Say that a text in a script that runs from right to left does so."""
    if right_to_left(words):
        _mark(paragraph._p.get_or_add_pPr(), "w:bidi")  # noqa: SLF001 - python-docx has no name for it
        for run in paragraph.runs:
            run.font.rtl = True


def _mark(properties: object, name: str) -> None:
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name))  # type: ignore[attr-defined]
