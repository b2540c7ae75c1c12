"""A pack as a page: the fixed order, one side, and nothing that the worker did not choose."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tip_reflect.journal.entry import Moment
from tip_reflect.journal.pack import Pack, PackLine, Part, Want
from tip_reflect.journal.principles import Principle
from tip_reflect.prompts.reading import packs_folder, read_library
from tip_reflect.sharing.document import Bullets, Heading, NewPage, Paragraph, Table
from tip_reflect.sharing.session_page import EDGE, on_one_side, pack_document

PACK = Pack(
    id=uuid4(), made=Moment(at=datetime(2026, 3, 4, tzinfo=UTC)), want=Want.PLAN, question="What next?",
    lines=(
        PackLine(part=Part.WORKED, text="Sitting lower."), PackLine(part=Part.BRIEF, text="A flat."),
        PackLine(part=Part.IMPACT, text="I slept badly."), PackLine(part=Part.TRIED, text="Knocking."),
    ),
    lens=Principle.CHOICE, please_do_not="fix it", hard_to_hear=True, theme="loss",
)  # fmt: skip


def headings(pack):
    return [block.words for block in pack_document(pack).blocks if isinstance(block, Heading)]


def test_the_edge_is_the_notice_that_people_read():
    assert read_library(packs_folder()).notices.pack_header == EDGE


def test_the_order_is_always_the_same():
    assert headings(replace(PACK, with_impact=True)) == [
        "For a peer session", "What I want", "My one question", "In brief", "What I have tried, and what happened",
        "What worked that others could borrow", "The impact on me", "The principle as a lens", "Please do not",
        "Is any of it hard to hear?", "What the group said", "The session: 45 minutes", "What we agree",
    ]  # fmt: skip


def test_the_impact_stays_at_home_unless_it_is_asked_along():
    assert "The impact on me" not in headings(PACK)
    assert "I slept badly." not in repr(
        [block for block in pack_document(PACK).blocks if isinstance(block, Bullets)]
    )


def test_a_question_alone_is_a_single_line():
    page = pack_document(replace(PACK, question_only=True, with_sheet=False)).blocks
    assert [block.words for block in page if isinstance(block, Paragraph)] == ["What next?"]
    assert len(page) == 2


@pytest.mark.parametrize("with_sheet", [True, False])
def test_the_second_page_is_the_sheet_and_the_ground_rules(with_sheet):
    page = pack_document(replace(PACK, with_sheet=with_sheet)).blocks
    assert any(isinstance(block, NewPage) for block in page) is with_sheet
    assert any(isinstance(block, Table) for block in page) is with_sheet


def test_one_side_is_counted_in_words_and_lines_without_the_sheet():
    words, lines = on_one_side(PACK)
    assert on_one_side(replace(PACK, with_sheet=False)) == (words, lines)
    more = replace(PACK, lines=(*PACK.lines, PackLine(part=Part.BRIEF, text="one two three\n" * 10)))
    assert on_one_side(more) == (words + 30, lines + 11)
