"""Learning lines as a file: what is written is read back, nothing else is, and it says nothing of who wrote it."""

import unicodedata
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_lines import any_line, any_text, line

from tip_reflect.errors import TipReflectError
from tip_reflect.journal.learning import LearningLine, Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.learning_file import (
    FIRST_LINE,
    MOST_LETTERS,
    NotLearning,
    SharedLine,
    read_learning,
    shared,
    tidy,
    write_learning,
)

WRITTEN = write_learning(
    [
        line("Ask first, then wait.\nThe silence is theirs to fill.", Principle.SAFETY, Statement.WELLBEING),
        line("Two ways to say no make a yes worth more.", Principle.CHOICE),
    ],
    Random(1),
).decode()


@given(st.lists(any_line, max_size=8), st.integers())
def test_what_is_written_is_read_back_each_line_once(lines, seed):
    read = read_learning(write_learning(lines, Random(seed)))
    assert len(read) == len(set(lines))
    assert set(read) == set(lines)


@given(st.lists(any_line, max_size=8), st.integers())
def test_the_same_list_in_any_order_with_the_same_shuffle_is_the_same_file(lines, seed):
    assert write_learning(lines, Random(seed)) == write_learning(lines[::-1], Random(seed))


def test_the_lines_are_shuffled():
    lines = [line(f"Line {letter}.") for letter in "abcdefgh"]
    orders = {write_learning(lines, Random(seed)) for seed in range(20)}
    assert len(orders) == 20


def test_the_file_is_words_and_tags_that_a_person_can_read():
    assert WRITTEN == (
        "Learning lines, form 1: one or two lines each, in no order.\n"
        "\n"
        "Principle: safety. Statement: wellbeing.\n"
        "Ask first, then wait.\n"
        "The silence is theirs to fill.\n"
        "\n"
        "Principle: choice. Statement: none.\n"
        "Two ways to say no make a yes worth more.\n"
    )


def test_nothing_of_a_line_but_its_words_and_tags_is_in_the_file():
    key = UUID("0a1b2c3d-0000-4000-8000-000000000001")
    kept = LearningLine(id=key, text="Ask first.", principle=Principle.SAFETY)
    assert shared(kept) == SharedLine(text="Ask first.", principle=Principle.SAFETY)
    assert write_learning([shared(kept)], Random(1)).decode() == (
        f"{FIRST_LINE}\n\nPrinciple: safety. Statement: none.\nAsk first.\n"
    )


@given(any_text)
def test_words_made_tidy_once_stay_as_they_are(text):
    assert tidy(text) == text
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("  Ask \t first. \r\n\r\n Then  wait. ", "Ask first.\nThen wait."),
        ("Cafe\u0301", "Café"),  # as a Mac's file names and some pages have it
        ("As\u00adk\u200b fi\u202erst\ufeff.\x1b", "Ask first."),
        ("\u200dAsk\u200d 👩\u200d👧 \u200d\u200d", "Ask 👩\u200d👧"),
        ("क्\u200dष", "क्\u200dष"),
        ("one\u2028two", "one\ntwo"),
        ("e\u00ad\u0301", "é"),
    ],
)
def test_spacing_and_what_does_not_show_say_nothing_of_who_wrote(written, reads):
    assert tidy(written) == reads


@pytest.mark.parametrize("text", ["", " \n\t", "a\nb\nc", "x" * (MOST_LETTERS + 1), "\u200b"])
def test_more_or_less_than_two_lines_is_no_learning_line_and_its_words_are_not_said(text):
    with pytest.raises(TipReflectError) as refused:
        tidy(text)
    assert "xxx" not in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        (FIRST_LINE, "Learning lines, form 2", 1),
        (FIRST_LINE, f"\ufeff{FIRST_LINE}", 1),
        (FIRST_LINE, f"{FIRST_LINE}\nBy Morag, on Tuesday.", 2),
        ("\n", "\r\n", 1),
        ("Principle: safety. Statement: wellbeing.", "Principle: safety.", 3),
        ("Principle: safety.", "Principle: speed.", 3),
        ("Principle: safety.", "principle: safety.", 3),
        ("Statement: wellbeing.", "Statement: wellbeing. Morag.", 3),
        ("Ask first", "Ask  first", 4),
        ("Ask first", " Ask first", 4),
        ("Ask first", "Ask\tfirst", 4),
        ("Ask first", "Ask\x1b[2Jfirst", 4),
        ("Ask first", "Ask \u202efirst", 4),
        ("Ask first", "Ask\0first", 4),
        ("Ask first", "Ask\rfirst", 4),
        ("Ask first", "x" * (MOST_LETTERS + 1), 4),
        ("The silence", "Cafe\u0301. The silence", 5),
        ("to fill.\n", "to fill.\nMorag said so.\n", 6),
        ("to fill.\n\n", "to fill.\n\n\n", 7),
        ("\nTwo ways to say no make a yes worth more.", "", 8),
        ("worth more.\n", "worth more.", 8),
        ("worth more.\n", "worth more.\n\n", 10),
        ("worth more.\n", "worth more.\n\nMorag Sim\n", 10),
        ("worth more.\n", "worth more.\n\nPrinciple: none. Statement: none.\n", 11),
    ],
)
def test_a_file_with_anything_else_in_it_is_refused_at_its_line_and_no_word_of_it_is_said(old, new, at):
    changed = WRITTEN.replace(old, new)
    assert changed != WRITTEN
    with pytest.raises(NotLearning) as refused:
        read_learning(changed.encode())
    assert refused.value.line == at
    assert not any(word in str(refused.value) for word in ("Morag", "silence", "worth", "Ask"))


def test_bytes_that_are_no_text_are_refused_at_their_line():
    with pytest.raises(NotLearning) as refused:
        read_learning(WRITTEN.encode() + b"\nPrinciple: none. Statement: none.\ncaf\xe9\n")
    assert refused.value.line == 11


@given(st.binary(max_size=200))
def test_no_other_bytes_are_taken(data):
    with pytest.raises(NotLearning):
        read_learning(data)


@given(st.text(max_size=60), st.integers(0, len(WRITTEN)), st.integers(0, 30))
def test_what_is_read_from_a_changed_file_is_written_back_as_the_same_bytes(put_in, place, taken):
    """There is one way to write a file for its lines in their order, so nothing can be hidden in how it is written."""
    data = (WRITTEN[:place] + put_in + WRITTEN[place + taken :]).encode(errors="replace")
    try:
        lines = read_learning(data)
    except NotLearning:
        return
    parts = [write_learning([one], Random(0)).decode().removeprefix(f"{FIRST_LINE}\n") for one in lines]
    assert "".join([f"{FIRST_LINE}\n", *parts]).encode() == data
