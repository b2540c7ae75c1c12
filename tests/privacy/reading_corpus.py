"""The hand-written corpus: texts with what points to someone marked in place as `{{kind:words}}`.

A file holds texts one after another, each under a header `@ ID | REGISTER`; lines starting with `# ` before the first
header are comments. Anything that does not fit is an error that names the file and the line, never a guess.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tip_reflect.privacy.finding import Kind, Tier

CORPUS = Path(__file__).parent / "corpus"

JIGSAW = "jigsaw"
"""The one gold label that stands for every kind of tier 3."""

KINDS = {
    **{
        kind.value: kind
        for kind in Kind
        if kind.tier is not Tier.JIGSAW and kind not in (Kind.NATIONAL_INSURANCE, Kind.DRIVING_LICENCE)
    },
    "ni": Kind.NATIONAL_INSURANCE,
    "licence": Kind.DRIVING_LICENCE,
}
"""Our kind for each gold label but `jigsaw`."""

NOTHING = "nothing"
"""The register of texts in which nothing points to anyone."""

REGISTERS = frozenset(
    {
        "terse",
        "rambling",
        "lower",
        "unpunctuated",
        "dictated",
        "shouting",
        "typos",
        "scots",
        "initials",
        "formal",
        "chat",
        NOTHING,
    },
)

_HEADER = re.compile(r"@ (?P<id>[\w.-]+) \| (?P<register>[a-z]+)")
_MARK = re.compile(r"\{\{(?P<label>[a-z]+):(?P<words>[^{}]+)\}\}")


class CorpusError(ValueError):
    """A corpus file that is not as the format says; the message begins with `file:line:`."""


class Piece(NamedTuple):
    """A stretch of a text: marked when it has a label. `origin` says where a planted name comes from."""

    words: str
    label: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What should be found: `text[start:end]`."""

    start: int
    end: int
    label: str
    origin: str = ""

    @property
    def tier(self) -> Tier:
        return Tier.JIGSAW if self.label == JIGSAW else KINDS[self.label].tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One text and what should be found in it, in order and without overlap."""

    id: str
    register: str
    text: str
    gold: tuple[Gold, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The text cut at its marks, so that it can be rewritten and put together again."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Piece]:
        at = 0
        for gold in self.gold:
            if at < gold.start:
                yield Piece(self.text[at : gold.start])
            yield Piece(self.text[gold.start : gold.end], gold.label, gold.origin)
            at = gold.end
        if at < len(self.text):
            yield Piece(self.text[at:])


def joined(pieces: Iterable[Piece], *, id: str, register: str) -> Annotated:
    """A text from its pieces; the offsets are right because they are counted here and nowhere else."""
    at = 0
    gold = []
    words = []
    for piece in pieces:
        if piece.label and piece.words:
            gold.append(Gold(start=at, end=at + len(piece.words), label=piece.label, origin=piece.origin))
        words.append(piece.words)
        at += len(piece.words)
    return Annotated(id=id, register=register, text="".join(words), gold=tuple(gold))


def cut_at_marks(body: str, *, where: str, first_line: int = 1) -> tuple[Piece, ...]:
    """The pieces of a marked body. `where` and `first_line` are what an error says.

    Raises CorpusError for a mark that is not closed, is nested, is empty or has a label that nobody knows.
    """
    pieces = []
    at = 0

    def check_plain(start: int, end: int) -> None:
        for brackets in ("{{", "}}"):
            found = body.find(brackets, start, end)
            if found >= 0:
                raise CorpusError(
                    f"{where}:{_line(body, found, first_line)}: {brackets} is not part of a mark"
                )

    for mark in _MARK.finditer(body):
        check_plain(at, mark.start())
        line = _line(body, mark.start(), first_line)
        label, words = mark["label"], mark["words"]
        if label != JIGSAW and label not in KINDS:
            raise CorpusError(f"{where}:{line}: no kind is called {label!r}")
        if words != words.strip():
            raise CorpusError(f"{where}:{line}: {words!r} begins or ends with a space")
        if at < mark.start():
            pieces.append(Piece(body[at : mark.start()]))
        pieces.append(Piece(words, label))
        at = mark.end()
    check_plain(at, len(body))
    if at < len(body):
        pieces.append(Piece(body[at:]))
    return tuple(pieces)


def parsed(whole: str, *, where: str) -> tuple[Annotated, ...]:
    """The texts of one file, in order. Raises CorpusError."""
    heads: list[tuple[int, re.Match[str]]] = []
    bodies: list[list[str]] = []
    for number, line in enumerate(whole.split("\n"), start=1):
        if line.startswith("@ "):
            heads.append((number, _header(line, where=where, number=number)))
            bodies.append([])
        elif bodies:
            bodies[-1].append(line)
        elif line.strip() and not line.startswith("# "):
            raise CorpusError(f"{where}:{number}: words before the first header")
    seen: set[str] = set()
    for number, head in heads:
        if head["id"] in seen:
            raise CorpusError(f"{where}:{number}: {head['id']} is used twice")
        seen.add(head["id"])
    return tuple(
        _text(head, body, where=where, number=number)
        for (number, head), body in zip(heads, bodies, strict=True)
    )


def _header(line: str, *, where: str, number: int) -> re.Match[str]:
    head = _HEADER.fullmatch(line.rstrip())
    if head is None:
        raise CorpusError(f"{where}:{number}: a header is `@ ID | REGISTER`")
    if head["register"] not in REGISTERS:
        raise CorpusError(f"{where}:{number}: no register is called {head['register']!r}")
    return head


def _text(head: re.Match[str], body: list[str], *, where: str, number: int) -> Annotated:
    marked, first_line = _without_blank_edges(body, number + 1)
    if not marked:
        raise CorpusError(f"{where}:{number}: {head['id']} has no text")
    text = joined(
        cut_at_marks(marked, where=where, first_line=first_line), id=head["id"], register=head["register"]
    )
    if text.register == NOTHING and text.gold:
        raise CorpusError(f"{where}:{number}: {text.id} says nothing is in it, and has marks")
    return text


def read_part(part: str, *, corpus: Path = CORPUS) -> tuple[Annotated, ...]:
    """The hand-written texts of a part, `develop` or `report`, by file name. Raises CorpusError."""
    texts: dict[str, Annotated] = {}
    for path in sorted((corpus / part).glob("*.txt")):
        for text in parsed(path.read_text(encoding="utf-8"), where=str(path)):
            if text.id in texts:
                raise CorpusError(f"{path}:1: {text.id} is used in another file too")
            texts[text.id] = text
    return tuple(texts.values())


def _line(body: str, at: int, first_line: int) -> int:
    return first_line + body.count("\n", 0, at)


def _without_blank_edges(body: list[str], first_line: int) -> tuple[str, int]:
    full = [at for at, line in enumerate(body) if line.strip()]
    if not full:
        return "", first_line
    return "\n".join(body[full[0] : full[-1] + 1]), first_line + full[0]
