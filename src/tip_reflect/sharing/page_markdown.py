"""A document as Markdown: it reads well as it stands, and every word shows as it was written in any Markdown viewer.

What Markdown (CommonMark, GitHub's tables and links, and the common additions: maths, tags, footnotes, curly quotes)
would take for a sign of its own has a backslash before it. A line end inside a text is two spaces and a newline.
The edge stands in _italics_, small print in *italics*, a new page is a rule, and a line to write on is a line of dots.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.fitting import fitted
from tip_reflect.sharing.page_text import LINE_TO_WRITE_ON

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = re.compile(
    r"[\\`*_{}\[\]<>&#|~$^=@]"
    r"|(?<=[a-z]):(?=\S)|:(?=[\w+-]+:)"  # links and :names:
    r"|(?<=www)\.(?=\S)|(?<=\.)\.(?=\.)|-(?=-)|(?<=-)-|\+(?=-)|%(?=%)|(?<=%)%|\((?=(?:c|r|tm|p)\))",
    re.IGNORECASE,
)
AT_A_LINE_START = re.compile(r"(\d*)([-+:.)%])")
OUTER_SPACE = re.compile(r"^\s|\s$")
NEW_PAGE = "---"


def write_markdown_page(document: Document) -> bytes:
    """UTF-8 with bare newlines. Raises TipReflectError for text that is none."""
    return as_markdown(document).encode("utf-8")


def as_markdown(document: Document) -> str:
    document = fitted(document)
    edge = [f"_{_line(document.edge)}_\n"] if document.edge else []
    return "\n".join([*edge, *map(_block, document.blocks), *edge])


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading(words=words, level=level):
            return f"{'#' * level} {_line(words)}\n"
        case Paragraph(words=words, quiet=True):
            return f"*{_lines(words)}*\n"
        case Paragraph(words=words):
            return f"{_lines(words)}\n"
        case Bullets(items=items):
            return "".join(f"- {_lines(item, indent='  ')}\n" for item in items)
        case Table(headings=headings, rows=rows):
            return "".join(
                map(_row, (headings, ["---"] * len(headings), *rows), (True, False, *[True] * len(rows)))
            )
        case Room(lines=count):
            return "\n".join([f"{LINE_TO_WRITE_ON}\n"] * count)
        case NewPage():
            return f"{NEW_PAGE}\n"


def _row(cells: Sequence[str], written: bool) -> str:
    return f"| {' | '.join(_line(cell) if written else cell for cell in cells)} |\n"


def _lines(words: str, indent: str = "") -> str:
    return f"  \n{indent}".join(map(_line, words.split("\n")))


def _line(words: str) -> str:
    """One line's words so that each shows as itself; an empty one is a space that no viewer drops."""
    if not words:
        return "&#32;"
    marked = SIGNS.sub(r"\\\g<0>", words)
    marked = AT_A_LINE_START.sub(r"\1\\\2", marked, count=1) if AT_A_LINE_START.match(marked) else marked
    return OUTER_SPACE.sub(lambda space: f"&#{ord(space[0])};", marked).replace("\t", "&#9;")
