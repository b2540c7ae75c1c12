"""A document made to fit any file: the same words in every form, so that what one form shows the others show too.

Lines end in one way, characters that no page can carry are shown as pictures, and what is empty is left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tip_reflect.errors import TipReflectError
from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table
from tip_reflect.sharing.facts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_TEXT = (
    "Some of these characters cannot be written as text (they are halves of a character), so no file was made. "
    "Your own words are safe. Take them out, or paste the text again, and try once more."
)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
C0_PICTURES = 0x2400
"""Unicode has a picture for each of the first 32 control characters from here on."""

DELETE, DELETE_PICTURE = 0x7F, 0x2421
STAND_IN = 0xFFFD
REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that make text read in another order than it is: kept in a file, shown on a terminal."""

DEEPEST_HEADING = 6
_SHOWN = {
    **{code: C0_PICTURES + code for code in range(0x20) if chr(code) not in "\n\t"},
    DELETE: DELETE_PICTURE,
    **dict.fromkeys(range(0x80, 0xA0), STAND_IN),
    0xFFFE: STAND_IN,
    0xFFFF: STAND_IN,
}
_SHOWN_ON_A_TERMINAL = {**_SHOWN, **dict.fromkeys(REORDERING, STAND_IN)}


def fitted(document: Document) -> Document:
    """The document as every form shows it. Raises TipReflectError for text that is none."""
    blocks: list[Block] = []
    items: list[str] = []
    for block in (*document.blocks, None):
        fit = None if block is None else _fit(block)
        if isinstance(fit, Bullets):
            items += fit.items
            continue
        if items and (fit is not None or block is None):
            blocks.append(Bullets(tuple(items)))
            items = []
        if fit is not None and not (isinstance(fit, NewPage) and (not blocks or blocks[-1] == fit)):
            blocks.append(fit)
    if blocks and isinstance(blocks[-1], NewPage):
        blocks.pop()
    return Document(tuple(blocks), edge=_one_line(document.edge))


def title_of(document: Document) -> str:
    """The words of its first heading of level 1, or none."""
    return next((b.words for b in document.blocks if isinstance(b, Heading) and b.level == 1), "")


def for_a_terminal(words: str) -> str:
    """Words in which nothing can move the cursor or change the order that letters are read in."""
    return LINE_ENDS.sub("\n", words).translate(_SHOWN_ON_A_TERMINAL)


def right_to_left(words: str) -> bool:
    """Whether the first letter with a direction belongs to a script that runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in words)
    return next((way != "L" for way in directions if way in {"L", "R", "AL"}), False)


def _fit(block: Block) -> Block | None:
    match block:
        case Heading(words=words, level=level):
            words = _one_line(words)
            return Heading(words, min(max(level, 1), DEEPEST_HEADING)) if words else None
        case Paragraph(words=words, quiet=quiet):
            words = _lines(words)
            return Paragraph(words, quiet) if words.strip() else None
        case Bullets(items=items):
            kept = tuple(_filled(_lines(item) for item in items))
            return Bullets(kept) if kept else None
        case Table(headings=headings, rows=rows):
            wide = len(headings)
            made = tuple(tuple(_one_line(cell) for cell in (*row, *[""] * wide)[:wide]) for row in rows)
            return Table(tuple(map(_one_line, headings)), made) if wide else None
        case Room(lines=count):
            return block if count > 0 else None
        case NewPage():
            return block


def _filled(texts: Iterable[str]) -> Iterable[str]:
    return (text for text in texts if text.strip())


def _lines(words: str) -> str:
    shown = _text(words)
    return "\n".join(line.rstrip(" \t") for line in shown.split("\n")).strip("\n")


def _one_line(words: str) -> str:
    return on_one_line(_text(words))


def _text(words: str) -> str:
    halves = any("\ud800" <= letter <= "\udfff" for letter in words)
    if halves:
        raise TipReflectError(NOT_TEXT)
    return LINE_ENDS.sub("\n", words).translate(_SHOWN)
