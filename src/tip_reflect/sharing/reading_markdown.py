"""Markdown read back as a document: our own pages whole, and what others added to one as plainly as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Table
from tip_reflect.sharing.facts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

EDGE_MARK = "_"
SPOKEN = {"text", "text_special", "code_inline", "html_inline"}


def document_of_markdown(text: str) -> Document:
    """Any Markdown is some document: nothing is refused."""
    from markdown_it import MarkdownIt

    reader = _Reader()
    blocks = reader.read(MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text))
    match blocks:
        case [Paragraph(words=words) as first, *within, last] if first == last:
            if {0, len(blocks) - 1} <= reader.edges:
                return Document(tuple(within), edge=words)
    return Document(tuple(blocks))


class _Reader:
    """Walks the tokens once; `_mark` holds the mark of the open list's item, `_rows` the open table.

    `edges` has the places of the blocks that are written as an edge is: in one line, in underscores.
    """

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._depth = 0
        self._mark = ""
        self.edges: set[int] = set()
        self._rows: list[list[str]] = []

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        for place, token in enumerate(tokens):
            match token.type:
                case "list_item_open":
                    self._depth += 1
                    self._blocks.append(Bullets(("",)))
                    self._mark = f"{token.info}{token.markup} " if token.info else ""
                case "list_item_close":
                    self._depth -= 1
                case "tr_open":
                    self._rows.append([])
                case "table_close":
                    heads, *rows = (tuple(row) for row in self._rows)
                    self._blocks.append(Table(heads, tuple(rows)))
                    self._rows = []
                case "inline":
                    self._words(token, tokens[place - 1])
                case "hr":
                    self._blocks.append(NewPage())
                case "code_block" | "fence" | "html_block":
                    self._say(token.content.rstrip("\n"))
                case _:
                    pass
        return self._blocks

    def _words(self, inline: Token, opening: Token) -> None:
        words = _spoken(inline.children or ())
        if opening.type in {"th_open", "td_open"}:
            self._rows[-1].append(words)
        elif opening.type == "heading_open" and not self._depth:
            self._blocks.append(Heading(words, level=int(opening.tag[1:])))
        else:
            mark = _mark_of_all(inline.children or ())
            if mark == EDGE_MARK and words == on_one_line(words):
                self.edges.add(len(self._blocks))
            self._say(words, quiet=bool(mark))

    def _say(self, words: str, quiet: bool = False) -> None:
        last = self._blocks[-1] if self._blocks else None
        if self._depth and isinstance(last, Bullets):
            before = f"{last.items[-1]}\n" if last.items[-1] else self._mark
            self._blocks[-1] = Bullets((*last.items[:-1], before + words))
        else:
            self._blocks.append(Paragraph(words, quiet))


def _spoken(parts: Sequence[Token]) -> str:
    """What a viewer shows of a text; a link is its words, a picture its description."""
    said = []
    for part in parts:
        if part.type in SPOKEN:
            said.append(part.content)
        elif part.type in {"softbreak", "hardbreak"}:
            said.append("\n")
        elif part.type == "image":
            said.append(_spoken(part.children or ()))
    return "".join(said)


def _mark_of_all(parts: Sequence[Token]) -> str:
    """The mark of the one emphasis that holds it all, or nothing."""
    seen = [part for part in parts if part.content or part.type not in {"text", "text_special"}]
    if not seen or seen[0].type != "em_open" or seen[-1].type != "em_close":
        return ""
    ends_before = any(part.type == "em_close" and part.level <= seen[0].level for part in seen[:-1])
    return "" if ends_before else seen[0].markup
