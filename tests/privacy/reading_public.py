"""Public corpora, which are not ours to carry: read from the folder that TIP_REFLECT_CORPORA names.

Two shapes are known: two columns of token and BIO tag with a blank line between sentences (WNUT-17, Broad Twitter,
wikigold, CoNLL-2003), and presidio-research's JSON, a list of objects with `full_text` and `spans`. Every file below
the folder whose name ends in `.conll`, `.bio`, `.iob`, `.txt` or `.json` is read, and is one register, by its name.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from reading_corpus import Annotated, CorpusError, Gold, Piece, joined

FOLDER = "TIP_REFLECT_CORPORA"

LABELS = {
    "per": "person",
    "person": "person",
    "loc": "place",
    "location": "place",
    "gpe": "place",
    "geo-loc": "place",
    "facility": "place",
    "street_address": "place",
    "address": "place",
    "city": "place",
    "org": "organisation",
    "organization": "organisation",
    "organisation": "organisation",
    "corporation": "organisation",
    "company": "organisation",
    "group": "organisation",
    "date_time": "date",
    "age": "age",
    "phone_number": "phone",
    "email_address": "email",
    "url": "web",
    "domain_name": "web",
    "ip_address": "ip",
    "zip_code": "postcode",
    "credit_card": "card",
    "iban_code": "account",
    "us_driver_license": "licence",
}
"""Our gold label for theirs, in lower case. What is not here (products, works, titles) is plain text to us."""

_COLUMNS = frozenset({".conll", ".bio", ".iob", ".txt"})


def read_public(folder: Path | None = None) -> dict[str, tuple[Annotated, ...]]:
    """The public corpora by the name of their file; none where the variable is not set. Raises CorpusError."""
    if folder is None:
        named = os.environ.get(FOLDER, "")
        if not named:
            return {}
        folder = Path(named)
    if not folder.is_dir():
        raise CorpusError(f"{folder}:0: {FOLDER} names no folder")
    corpora = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if path.suffix.lower() in _COLUMNS:
            corpora[name] = tuple(columns(path, register=name))
        elif path.suffix.lower() == ".json":
            corpora[name] = tuple(presidio_research(path, register=name))
    return {name: texts for name, texts in corpora.items() if texts}


def columns(path: Path, *, register: str) -> Iterator[Annotated]:
    """The sentences of a two-column file, their tokens joined by one space."""
    tokens: list[tuple[str, str]] = []
    started = 1
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, ""], start=1):
        parts = line.split()
        if parts and parts[0] != "-DOCSTART-":
            tag = parts[-1]
            if len(parts) < 2 or not (tag == "O" or tag[:2] in {"B-", "I-"}):
                raise CorpusError(f"{path}:{number}: a line is a token and a tag, O, B-… or I-…")
            started = started if tokens else number
            tokens.append((parts[0], tag))
        elif tokens:
            yield joined(_sentence(tokens), id=f"{register}:{started}", register=register)
            tokens = []


def _sentence(tokens: list[tuple[str, str]]) -> Iterator[Piece]:
    """Tokens of one name are one piece. `I-` after another kind begins a name, as in the older IOB1 files."""
    name: list[str] = []
    theirs = ""

    def close() -> Iterator[Piece]:
        if name:
            yield Piece(" ".join(name), LABELS.get(theirs.lower(), ""))

    for at, (token, tag) in enumerate(tokens):
        goes_on = tag.startswith("I-") and bool(name) and tag[2:] == theirs
        if not goes_on:
            yield from close()
            name = []
            if at:
                yield Piece(" ")
        if tag == "O":
            yield Piece(token)
        else:
            theirs = tag[2:]
            name.append(token)
    yield from close()


def presidio_research(path: Path, *, register: str) -> Iterator[Annotated]:
    """The texts of presidio-research's generated data sets. Overlapping spans keep the first."""
    try:
        samples = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as problem:
        raise CorpusError(f"{path}:{problem.lineno}: {problem.msg}") from None
    for number, sample in enumerate(samples):
        try:
            text = str(sample["full_text"])
            spans = sorted(
                (int(span["start_position"]), int(span["end_position"]), str(span["entity_type"]))
                for span in sample["spans"]
            )
        except (KeyError, TypeError, ValueError) as problem:
            raise CorpusError(f"{path}:0: sample {number} lacks {problem}") from None
        gold: list[Gold] = []
        for start, end, theirs in spans:
            if not 0 <= start < end <= len(text):
                raise CorpusError(f"{path}:0: sample {number} has a span {start}-{end} outside its text")
            label = LABELS.get(theirs.lower(), "")
            if label and (not gold or gold[-1].end <= start):
                gold.append(Gold(start=start, end=end, label=label))
        yield Annotated(id=f"{register}:{number}", register=register, text=text, gold=tuple(gold))
