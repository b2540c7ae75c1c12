"""A document as a tagged PDF (PDF/UA-1) with its fonts inside, by Typst, which comes with the extra `[pdf]`.

The words are handed to Typst as data, so that no text can be read as a command, and a fixed page asks for no package
and no file. Typst names itself in a file; that is taken out again.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tip_reflect.errors import TipReflectError, UsageProblem
from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.fitting import fitted, right_to_left, title_of
from tip_reflect.sharing.page_word import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "page.typ"
UNTITLED = "Page"
NO_TYPST = (
    "PDF needs one more part, which is not installed, so no file was made. Your own words are safe. "
    'To add it: pip install "tip-reflect[pdf]". Or choose Word or HTML, which print the same page.'
)
NO_SHAPE = (
    "The text has a sign that no font on this computer can draw, such as a picture or a rare letter, so no PDF was "
    "made. Your own words are safe. Take the sign out, or choose Word or HTML."
)
NOT_MADE = (
    "The PDF could not be made, so no file was written. Your own words are safe. Choose Word or HTML instead."
)
CANNOT_DRAW = "could not be displayed"
"""In Typst's error, where PDF/UA-1 asks for a shape for every sign."""

TOOL_NAMES = re.compile(
    rb"/Creator\(Typst [^()]*\)|<xmp:CreatorTool>[^<]*</xmp:CreatorTool>|(?<= x:xmptk=\")[^\"]*(?=\")"
)
INSTEAD = str.maketrans({"\t": "    ", "\ufeff": "\u2060"})
"""PDF/UA-1 has no place for U+FEFF; U+2060 means the same, and neither is seen."""

LETTERS_IN_A_WORD = 40
"""A longer word may go on in the next line."""

PAGE_MM, CELL_EDGES_MM, LETTER_MM = 170, 4, 2.4
"""The width of the page inside its margins, of a cell's inner edges, and of a wide letter."""


def write_pdf_page(document: Document) -> bytes:
    """The bytes of a .pdf file, the same each time on one computer.

    Raises UsageProblem where Typst is not installed, and TipReflectError for a text that cannot be drawn.
    """
    document = fitted(document)
    data = {
        "title": title_of(document) or UNTITLED,
        "edge": _words(document.edge),
        "blocks": list(_blocks(document)),
    }
    # Typst's own fonts first: with them a page is the same on every computer.
    made = _compiled(data, system_fonts=False) or _compiled(data, system_fonts=True)
    if made is None:
        raise TipReflectError(NO_SHAPE)
    return _unnamed(made)


def _compiled(data: dict[str, Any], *, system_fonts: bool) -> bytes | None:
    """The PDF, or None where the fonts have no shape for a sign."""
    try:
        import typst
    except ImportError:
        raise UsageProblem(NO_TYPST) from None
    page = Path(__file__).with_name(PAGE).read_bytes()
    compiler = typst.Compiler(
        page, ignore_system_fonts=not system_fonts, sys_inputs={"page": json.dumps(data, ensure_ascii=False)}
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as problem:  # it holds words of the page: nothing of it goes on
        if CANNOT_DRAW in str(problem):
            return None
    else:
        if isinstance(made, bytes):
            return made
    raise TipReflectError(NOT_MADE)


def _unnamed(pdf: bytes) -> bytes:
    """The PDF without the tool's name, every byte after it in its place."""
    clean = TOOL_NAMES.sub(lambda found: b" " * len(found[0]), pdf)
    if b"Typst" in clean or b"typst" in clean:
        raise TipReflectError(NOT_MADE)
    return clean


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    """PDF/UA-1 asks that headings begin at 1 and leave no level out, so a deeper one rises."""
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield {"kind": "heading", "level": level, **_words(block.words)}
        else:
            yield _block(block)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(words=words, quiet=quiet):
            return {"kind": "paragraph", "quiet": quiet, **_words(words)}
        case Bullets(items=items):
            return {"kind": "bullets", "items": [_words(item) for item in items]}
        case Table(headings=headings, rows=rows):
            widths = shares((headings, *rows))
            most = [max(4, int((PAGE_MM * share - CELL_EDGES_MM) / LETTER_MM)) for share in widths]
            made = [[_words(cell, n) for cell, n in zip(row, most, strict=True)] for row in (headings, *rows)]
            return {"kind": "table", "shares": widths, "headings": made[0], "rows": made[1:]}
        case Room(lines=count):
            return {"kind": "room", "lines": count}
        case Heading() | NewPage():
            return {"kind": "new page"}


def _words(words: str, longest: int = LETTERS_IN_A_WORD) -> dict[str, Any]:
    return {"lines": words.translate(INSTEAD).split("\n"), "rtl": right_to_left(words), "longest": longest}
