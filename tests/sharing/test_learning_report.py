"""The report on what many people learned, as a document and as CSV."""

import csv
import io

import pytest
from hypothesis import given
from learning_lines import line, some_files

from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.combining import Combiner
from tip_reflect.sharing.document import Bullets, Document, Heading, Paragraph
from tip_reflect.sharing.learning_report import TOO_FEW, about, report_csv, report_document


def combined(files, points_straight=lambda _: False):
    combiner = Combiner()
    for lines in files:
        combiner.add(lines)
    return combiner.combined(points_straight)


def bullets(document: Document):
    return [text for block in document.blocks if isinstance(block, Bullets) for text in block.items]


def rows(data: bytes):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def words(document: Document) -> str:
    return "\n".join(block.words for block in document.blocks if isinstance(block, Heading | Paragraph))


@given(some_files)
def test_the_document_and_the_csv_hold_the_lines_of_the_files_and_no_other(files):
    came = {one.text for lines in files for one in lines}
    made = combined(files)
    assert set(bullets(report_document(made))) <= came
    table = rows(report_csv(made))
    assert table[0] == ["part", "group", "people", "line"]
    assert [row[3].removeprefix("'") for row in table[1:]] == bullets(report_document(made))
    assert all(int(row[2]) >= 5 for row in table[1:])


def test_a_report_reads_from_the_top():
    files = [
        [
            line(f"Safe {n}", Principle.SAFETY, Statement.WELLBEING),
            line("Same words", Principle.SAFETY),
            line(f"Own {n}", Principle.CHOICE if n < 2 else Principle.EMPOWERMENT),
        ]
        for n in range(5)
    ]
    document = report_document(combined(files))
    headings = [(block.level, block.words) for block in document.blocks if isinstance(block, Heading)]
    assert headings == [
        (1, "What we have learned"),
        (2, "By principle"),
        (3, "● Safety"),
        (3, "Other learning"),
        (2, "By statement of the Roadmap"),
        (3, "Staff wellbeing is valued and prioritised"),
    ]
    said = words(document)
    assert "of 5 people" in said
    assert "4 lines said the same as another, and are not repeated" in said
    assert "fewer than 5 people wrote in are put together" in said
    assert "Choice" not in said


def test_too_few_people_are_said_and_not_counted():
    made = combined([[line("One", Principle.SAFETY)], [line("Two", Principle.SAFETY)]])
    document = report_document(made)
    assert bullets(document) == []
    assert TOO_FEW in words(document)
    assert "fewer than 5 people" in about(made)[0]
    assert "2" not in "".join(about(made))
    assert len(rows(report_csv(made))) == 1


def test_lines_left_out_are_counted_and_not_said():
    files = [[line(f"Ring 07700 90012{n}", Principle.SAFETY), line("Ask first")] for n in range(5)]
    made = combined(files, lambda text: "07700" in text)
    assert "5 lines are left out" in words(report_document(made))
    assert "07700" not in repr(made) + words(report_document(made)) + report_csv(made).decode()


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "- a dash first"])
def test_no_cell_is_a_formula(text):
    made = combined([[line(text)] for _ in range(5)])
    assert rows(report_csv(made))[1][3] == f"'{text}"


def test_two_lines_are_one_cell():
    made = combined([[line('Ask "first",\nthen wait.')] for _ in range(5)])
    assert rows(report_csv(made))[1] == ["principle", "No principle named", "5", 'Ask "first",\nthen wait.']
