"""A document as plain text: easy to read aloud, with nothing in it but words, list marks and lines to write on."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.fitting import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE_TO_WRITE_ON = "." * 70
PAGE_ENDS = "-" * 70
WIDTH = 78
NARROWEST = 16
GAP = "   "


def as_text(document: Document) -> str:
    """The document in lines, ending in a newline; a heading stands right over what it is about."""
    document = fitted(document)
    parts = [_block(block) for block in document.blocks]
    edges = [f"{document.edge}\n"] if document.edge else []
    page = "".join(
        part if _stands_on(block, after) else f"{part}\n"
        for part, block, after in zip(parts, document.blocks, (*document.blocks[1:], None), strict=False)
    )
    return "\n".join([*edges, *([page.rstrip("\n") + "\n"] if page else []), *edges])


def _stands_on(block: Block, after: Block | None) -> bool:
    """Whether no empty line comes between the two."""
    return isinstance(block, Heading) and block.level > 1 and not isinstance(after, Heading | NewPage | None)


def _block(block: Block) -> str:
    match block:
        case Heading(words=words) | Paragraph(words=words):
            return f"{words}\n"
        case Bullets(items=items):
            return "".join("- {}\n".format(item.replace("\n", "\n  ")) for item in items)
        case Table(headings=headings, rows=rows):
            return _table((headings, *rows))
        case Room(lines=count):
            return "\n".join([f"{LINE_TO_WRITE_ON}\n"] * count)
        case NewPage():
            return f"{PAGE_ENDS}\n"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = _widths(rows)
    return "".join(_row(row, widths) for row in rows)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """As wide as the words, but for the widest columns, which share what is left of a line of WIDTH letters."""
    wanted = [max(1, *(len(row[place]) for row in rows)) for place in range(len(rows[0]))]
    while sum(wanted) + len(GAP) * (len(wanted) - 1) > WIDTH and max(wanted) > NARROWEST:
        widest = wanted.index(max(wanted))
        too_much = sum(wanted) + len(GAP) * (len(wanted) - 1) - WIDTH
        second = max((*wanted[:widest], *wanted[widest + 1 :], NARROWEST))
        wanted[widest] = max(NARROWEST, min(wanted[widest] - 1, max(second, wanted[widest] - too_much)))
    return wanted


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        wrap(cell, width, break_long_words=False, break_on_hyphens=False) or [""]
        for cell, width in zip(row, widths, strict=True)
    ]
    made = []
    for number in range(max(map(len, cells))):
        line = [cell[number] if number < len(cell) else "" for cell in cells]
        made.append(GAP.join(f"{words:<{width}}" for words, width in zip(line, widths, strict=True)).rstrip())
    return "".join(f"{line}\n" for line in made)
