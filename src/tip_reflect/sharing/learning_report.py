"""What many people learned, to be read: by principle and by statement of the Roadmap, as a document or as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.combining import FEWEST, Other
from tip_reflect.sharing.document import Block, Bullets, Document, Heading, Paragraph

if TYPE_CHECKING:
    from tip_reflect.sharing.combining import About, Combined, Part

TITLE = "What we have learned"
EDGE = "Learning lines that people handed over. Not a case record."
BY_PRINCIPLE, BY_STATEMENT = "By principle", "By statement of the Roadmap"
OTHER = "Other learning"
NO_PRINCIPLE = "No principle named"
FOLDED = f"Groups that fewer than {FEWEST} people wrote in are put together under “{OTHER}”."
TOO_FEW = f"{OTHER}: too few people are in it, so its lines are left out. Fewer than {FEWEST} people could be recognised."
NOTHING_HERE = "No lines here."
ONLY_ABOVE = f"Lines that name no statement are under “{BY_PRINCIPLE}” only."
OF_A_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would work out instead of showing it."""


def report_document(combined: Combined) -> Document:
    """The whole report. It holds lines of the files, and these fixed words and counts; nothing else."""
    return Document(
        (
            Heading(TITLE, level=1),
            *(Paragraph(words) for words in about(combined)),
            Heading(BY_PRINCIPLE),
            *_blocks(combined.by_principle),
            Heading(BY_STATEMENT),
            Paragraph(ONLY_ABOVE, quiet=True),
            *_blocks(combined.by_statement),
        ),
        edge=EDGE,
    )


def report_csv(combined: Combined) -> bytes:
    """Columns part, group, people and line: a row for each line of each part.

    There is no row that joins a line's principle with its statement, for the two together may be one person's alone.
    UTF-8 with the mark that spreadsheets know it by. A line that one would take for a formula has a ' before it.
    """
    out = io.BytesIO()
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(("part", "group", "people", "line"))
    for name, part in (("principle", combined.by_principle), ("statement", combined.by_statement)):
        for group in part.groups:
            for line in group.lines:
                rows.writerow((name, _name(group.about), group.contributors, _cell(line)))
    text.flush()
    return out.getvalue()


def line_count(combined: Combined) -> int:
    """How many lines stand in the report; one that is in both parts counts twice."""
    return sum(
        len(group.lines) for part in (combined.by_principle, combined.by_statement) for group in part.groups
    )


def about(combined: Combined) -> tuple[str, ...]:
    """What the report was made of, and what was left out of it, in sentences."""
    people = f"{combined.files:,}" if combined.files >= FEWEST else f"fewer than {FEWEST}"
    said = [
        f"Made from learning lines of {people} people, one file each. They stand in the order of their words.",
        f"No group here has fewer than {FEWEST} people in it.",
        "Read it through once before you pass it on: a name can still stand in a line.",
    ]
    if combined.repeated:
        said.append(
            f"{_lines(combined.repeated)} said the same as another, and {_are(combined.repeated)} not repeated."
        )
    if combined.straight:
        said.append(
            f"{_lines(combined.straight)} {_are(combined.straight)} left out: a number or an address points straight to "
            "someone."
        )
    return tuple(said)


def _blocks(part: Part) -> list[Block]:
    blocks: list[Block] = []
    for group in part.groups:
        mark = f"{group.about.mark} " if isinstance(group.about, Principle) else ""
        blocks += [
            Heading(f"{mark}{_name(group.about)}", level=3),
            Paragraph(f"From {group.contributors:,} people.", quiet=True),
            Bullets(group.lines),
        ]
    if part.too_few:
        blocks.append(Paragraph(TOO_FEW))
    elif part.folded:
        blocks.append(Paragraph(FOLDED))
    return blocks or [Paragraph(NOTHING_HERE)]


def _name(about: About) -> str:
    if about is Other.OTHER:
        return OTHER
    return NO_PRINCIPLE if about is None else about.label


def _cell(line: str) -> str:
    return f"'{line}" if line.startswith(OF_A_FORMULA) else line


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
