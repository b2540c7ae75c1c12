"""An HTML page read back as a document: our own whole, and anything else as the words in it, without its scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table

HEADINGS = {f"h{level}": level for level in range(1, 7)}
UNSEEN = {"script", "style", "title", "template", "noscript"}
APART = {"p", "div", "section", "article", "main", "header", "footer", "blockquote", "pre", "body", "table", "ul", "ol", "tr"}
SPACE_IN_SOURCE = re.compile(r"[ \t]*[\n\r\f][ \t\n\r\f]*")


def document_of_html(text: str) -> Document:
    """Any text is some document: nothing is refused."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end()
    return Document(tuple(reader.blocks), edge=reader.edge)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.edge = ""
        self._said: list[str] = []
        self._unseen = 0
        self._within = ""
        self._quiet = False
        self._room: int | None = None
        self._rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._said.append("\n")
        elif tag == "hr":
            self._rule("new-page" in classes)
        elif tag in HEADINGS or tag in APART or tag in {"li", "td", "th"}:
            self.end()
            self._quiet = "quiet" in classes
            if tag in HEADINGS or tag in {"li", "td", "th", "header", "footer"}:
                self._within = tag
            if tag == "div" and "room" in classes:
                self._room = 0
            if tag == "table":
                self._rows = []
            if tag == "tr":
                self._rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
            return
        if tag in {"td", "th"} and self._within == tag and self._rows:
            self._rows[-1].append(self._words())
            self._within = ""
            return
        if tag in HEADINGS or tag in APART or tag == "li":
            self.end()
        if tag == self._within:
            self._within = ""
        if tag == "div" and self._room is not None:
            self.blocks.append(Room(self._room))
            self._room = None
        if tag == "table" and (rows := [tuple(row) for row in self._rows if row]):
            wide = max(map(len, rows))
            heads, *others = (row + ("",) * (wide - len(row)) for row in rows)
            self.blocks.append(Table(heads, tuple(others)))
            self._rows = []

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._said.append(SPACE_IN_SOURCE.sub(" " if data.strip() else "", data))

    def end(self) -> None:
        """What was said since the last block is a block."""
        words = self._words()
        if not words.strip():
            return
        if self._within in {"td", "th"} and self._rows:
            self._said.append(words)
        elif self._within in {"header", "footer"}:
            self.edge = words
        elif self._within == "li":
            self.blocks.append(Bullets((words,)))
        elif self._within in HEADINGS:
            self.blocks.append(Heading(words, level=HEADINGS[self._within]))
        else:
            self.blocks.append(Paragraph(words, quiet=self._quiet))

    def _words(self) -> str:
        words = "".join(self._said)
        self._said = []
        return words

    def _rule(self, new_page: bool) -> None:
        if self._room is not None:
            self._room += 1
            return
        self.end()
        if new_page:
            self.blocks.append(NewPage())
