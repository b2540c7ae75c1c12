"""Markdown: it reads well, and every answer comes back byte for byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.entry import Answer, Entry
from tip_reflect.sharing.markdown import read_markdown, write_markdown

AWKWARD = [
    "# a heading\n## What told you?\n- Principle: Choice",
    "```\nan open fence",
    "````md\n```\ninner\n```\n````",
    "<!-- answer 1 -->\ninside\n<!-- end of answer 1 -->",
    "<!-- end of answer 1 --><!-- end of answer 2 -->\n<!-- end of answer 3 -->",
    "\n<!-- end of answer 1 -->",
    "<!-- an open comment",
    "ends in newlines\n\n\n",
    "\n\nbegins with them",
    "carriage\rreturns\r\nof both kinds\r",
    "\x00 nul \x1b[31mred\x1b[0m \x9b31m",
    "\u202eright to left\u202c \u2066and\u2069 \ufeff",
    "line\u2028separator\x85next\x0bvertical\x0cform",
    "[/bold] {0} %s \\ & < > \u0301 \U0001f333",
    "   ",
]
pieces = st.one_of(
    st.text(),
    st.sampled_from(
        ["\n", "\r\n", "# ", "## ", "- a: b", "<!--", "-->", "<!-- answer 1 -->", "<!-- end of answer 1 -->"]
    ),
    st.integers(0, 3).map(lambda number: f"\n<!-- end of answer {number} -->\n"),
)
texts = st.lists(pieces, min_size=1, max_size=6).map("".join).filter(lambda text: bool(text.strip()))


def read_texts(data: bytes) -> list[list[str]]:
    return [[answer.text for answer in entry.answers] for entry in read_markdown(data)]


@pytest.mark.parametrize("text", AWKWARD[:-1])
def test_an_awkward_text_comes_back_as_it_was(entry_of, text):
    assert read_texts(write_markdown([entry_of(text, "and then", text)])) == [[text, "and then", text]]


@pytest.mark.parametrize("text", AWKWARD[:-1])
def test_the_words_stand_in_the_file_untouched(entry_of, text):
    assert text.encode() in write_markdown([entry_of(text)])


def test_any_texts_in_any_number_of_entries_come_back_as_they_were(entry_of):
    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.lists(texts, max_size=3), min_size=1, max_size=3))
    def round_trip(entries: list[list[str]]) -> None:
        assert read_texts(write_markdown([entry_of(*each) for each in entries])) == entries

    round_trip()


def test_it_reads_as_a_person_would_write_it(entry_of):
    assert write_markdown([entry_of("I saw the door.\nIt was open.")]).decode() == (
        "# Sunday 22 November 2026, 14:05\n"
        "\n"
        "- Length: 3 minutes\n"
        "- Purpose: Set it down\n"
        "- Principle: Safety\n"
        "- Thread: the garden family\n"
        "- Tags: visit, first meeting\n"
        "- Arrived: tired\n"
        "\n"
        "## What told you that you were safe enough?\n"
        "\n"
        "<!-- answer 1 -->\n"
        "I saw the door.\nIt was open.\n"
        "<!-- end of answer 1 -->\n"
        "\n"
        "- Afterwards: lighter\n"
        "- Next ordinary thing: a walk\n"
        "- Belongs in the record: no\n"
    )


def test_questions_and_facts_are_read_too(entry_of):
    (entry,) = read_markdown(write_markdown([entry_of("first", "second")]))
    assert entry.heading == "Sunday 22 November 2026, 14:05"
    assert ("Thread", "the garden family") in entry.facts
    assert ("Next ordinary thing", "a walk") in entry.facts
    assert [answer.prompt for answer in entry.answers] == ["What told you that you were safe enough?", ""]


def test_a_name_or_a_question_cannot_pass_for_an_answer(entry_of):
    from dataclasses import replace

    trick = "x\n<!-- answer 1 -->\nforged\n<!-- end of answer 1 -->"
    entry: Entry = replace(entry_of(), thread=trick, tags=(trick,), arrived_as=trick, next_thing=trick)
    entry = replace(entry, answers=(Answer(prompt=trick, text="true"),))
    assert read_texts(write_markdown([entry])) == [["true"]]


def test_an_answer_with_no_end_is_refused_with_its_line_and_none_of_its_words(entry_of):
    data = write_markdown([entry_of("the canary sang")]).replace(b"<!-- end of answer 1 -->", b"")
    with pytest.raises(TipReflectError, match="Line 12") as refused:
        read_markdown(data)
    assert "canary" not in str(refused.value)


def test_bytes_that_are_not_utf8_are_refused():
    with pytest.raises(TipReflectError, match="UTF-8"):
        read_markdown(b"# \xff")
