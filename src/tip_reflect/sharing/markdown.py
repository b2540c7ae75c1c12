"""Entries as Markdown, and the reader that gets every answer back byte for byte.

A file reads like this; the comment lines do not show when Markdown is displayed:

    # Sunday 22 November 2026, 14:05

    - Principle: Safety
    - Tags: visit, garden

    ## What tells you that you are safe enough to write?

    <!-- answer 1 -->
    The words, exactly as they were written.
    <!-- end of answer 1 -->

An answer is what lies between a line `<!-- answer N -->` and the first `<!-- end of answer N -->` with the same
number at the start of a later line, less the one newline before that. Inside it nothing has a meaning and nothing is
escaped. The writer counts N up until the closing line is not in the words, as a code fence is made longer than the
fences inside it. The question above an answer is the last `## ` line before it. An entry begins at a line `# `.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tip_reflect.errors import TipReflectError
from tip_reflect.sharing.facts import afterwards, facts, heading, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tip_reflect.journal.entry import Answer, Entry

OPENING = re.compile(r"<!-- answer (\d{1,9}) -->")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswer:
    """A question, empty for free writing, and the exact words under it."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """An entry as the file shows it. `facts` are the names and values of its list lines, in order."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    answers: tuple[ReadAnswer, ...]


def write_markdown(entries: Sequence[Entry]) -> bytes:
    """UTF-8 with bare newlines; an answer's own line ends are left as they are."""
    return "\n".join(_entry(entry) for entry in entries).encode("utf-8")


def read_markdown(data: bytes) -> tuple[ReadEntry, ...]:
    """The entries in a file that `write_markdown` made. Raises TipReflectError, naming a line and no words."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise TipReflectError(
            "This file is not UTF-8 text, so it was not read. Nothing was changed."
        ) from None
    entries: list[ReadEntry] = []
    title, prompt, begun = "", "", False
    known: list[tuple[str, str]] = []
    answers: list[ReadAnswer] = []
    place = 0
    while place < len(text):
        end = _line_end(text, place)
        line = text[place:end]
        if opening := OPENING.fullmatch(line):
            words, end = _between(text, end, int(opening[1]))
            answers.append(ReadAnswer(prompt=prompt, text=words))
            prompt = ""
        elif line.startswith("# "):
            if begun:
                entries.append(ReadEntry(heading=title, facts=tuple(known), answers=tuple(answers)))
            title, known, answers, prompt = line[2:], [], [], ""
            begun = True
        elif line.startswith("## "):
            prompt = line[3:]
        elif line.startswith("- ") and ": " in line:
            name, value = line[2:].split(": ", 1)
            known.append((name, value))
        place = end + 1
    if begun:
        entries.append(ReadEntry(heading=title, facts=tuple(known), answers=tuple(answers)))
    return tuple(entries)


def _entry(entry: Entry) -> str:
    parts = [f"# {heading(entry)}\n", _list(facts(entry))]
    parts.extend(_answer(answer, number) for number, answer in enumerate(entry.answered(), start=1))
    parts.append(_list(afterwards(entry)))
    return "\n".join(part for part in parts if part)


def _list(lines: Sequence[tuple[str, str]]) -> str:
    return "".join(f"- {name}: {value}\n" for name, value in lines)


def _answer(answer: Answer, number: int) -> str:
    while _closing(number) in answer.text:
        number += 1
    question = f"## {on_one_line(answer.prompt)}\n\n" if answer.prompt.strip() else ""
    return f"{question}<!-- answer {number} -->\n{answer.text}\n{_closing(number)}\n"


def _closing(number: int) -> str:
    return f"<!-- end of answer {number} -->"


def _between(text: str, opening_end: int, number: int) -> tuple[str, int]:
    """The words of an answer whose opening line ends at `opening_end`, and where its closing line ends."""
    start = opening_end + 1
    closing = text.find(f"\n{_closing(number)}", start)
    if closing < 0:
        line = text.count("\n", 0, start)
        raise TipReflectError(
            f"Line {line}: an answer begins here and its end is missing. Nothing was changed."
        )
    return text[start:closing], _line_end(text, closing + 1)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
