"""An HTML page read back as a document: our own whole, and anything else as the words in it, without its scripts."""

from __future__ import annotations

import re
from typing import Any

from tip_reflect.sharing.document import Block, Bullets, Document, Heading, NewPage, Paragraph, Room, Table

HEADINGS = {f"h{level}": level for level in range(1, 7)}
UNSEEN = {"head", "script", "style", "template", "noscript"}
APART = set(
    "p div section article main header footer blockquote pre body html table ul ol li tr td th dl dt dd form".split()  # noqa: SIM905
)
SPACE_IN_SOURCE = re.compile(r"[ \t]*[\n\r\f][ \t\n\r\f]*")
NOTHING = "<html></html>"


def document_of_html(text: str) -> Document:
    """Any text is some document; what is nested past all sense is left out."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring((text.strip() or NOTHING).encode(), parser)
    reader = _Reader()
    if root is not None:
        reader.see(root)
        reader.end()
    return Document(tuple(reader.blocks), edge=reader.edge)


class _Reader:
    """Walks the page once. `_said` is what was read since the last block, `_as` the element that it stands in."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.edge = ""
        self._said: list[str] = []
        self._as = ""
        self._quiet = False

    def see(self, element: Any) -> None:
        tag = element.tag
        classes = element.get("class", "").split()
        if tag in UNSEEN:
            pass
        elif tag == "br":
            self._said.append("\n")
        elif tag == "hr":
            self.end()
            self.blocks += [NewPage()] if "new-page" in classes else []
        elif tag == "table":
            self.end()
            self.blocks.append(_table(element))
        elif tag == "div" and "room" in classes:
            self.end()
            self.blocks.append(Room(sum(1 for _ in element.iter("hr"))))
        elif tag in APART or tag in HEADINGS:
            self._apart(element, "quiet" in classes)
        else:
            self._within(element)
        self._say(element.tail)

    def _apart(self, element: Any, quiet: bool) -> None:
        self.end()
        before = self._as, self._quiet
        inner = element.tag in {"p", "div"} and self._as in {"li", "header", "footer"}
        self._as, self._quiet = self._as if inner else element.tag, quiet
        self._within(element)
        self.end()
        self._as, self._quiet = before

    def _within(self, element: Any) -> None:
        self._say(element.text)
        for inner in element:
            self.see(inner)

    def _say(self, words: str | None) -> None:
        if words:
            self._said.append(SPACE_IN_SOURCE.sub(" " if words.strip() else "", words))

    def end(self) -> None:
        """What was said since the last block is a block."""
        words = "".join(self._said)
        self._said = []
        if not words.strip():
            return
        if self._as in {"header", "footer"}:
            self.edge = words
        elif self._as == "li":
            self.blocks.append(Bullets((words,)))
        elif self._as in HEADINGS:
            self.blocks.append(Heading(words, level=HEADINGS[self._as]))
        else:
            self.blocks.append(Paragraph(words, quiet=self._quiet))


def _table(table: Any) -> Table:
    rows = [
        tuple(" ".join(cell.itertext()) for cell in row if cell.tag in {"td", "th"})
        for row in table.iter("tr")
    ]
    wide = max(map(len, rows), default=0)
    even = [row + ("",) * (wide - len(row)) for row in rows]
    return Table(even[0], tuple(even[1:])) if even else Table((), ())
