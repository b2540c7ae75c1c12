"""What can be read on a page, whatever the file's form: headings, paragraphs, lists, a table, room to write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own title, and there is one."""

    words: str = field(repr=False)
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of text, exactly as written; line ends inside it are kept. `quiet` is small print."""

    words: str = field(repr=False)
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item may have line ends of its own."""

    items: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a row of headings; every row is as long as that one."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on by hand."""

    lines: int


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Room | NewPage


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in their order. `edge` stands at the head and at the foot of every page."""

    blocks: tuple[Block, ...]
    edge: str = ""
