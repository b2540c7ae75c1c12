"""Plain text and JSON, and which entries a file holds."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.journal.entry import Answer, PathId, State
from tip_reflect.sharing.forms import Form, write
from tip_reflect.sharing.json_form import whole


def test_plain_text_holds_the_words_untouched(entry_of):
    text = "# not a heading\r\n\x00<!-- \u202e ```"
    assert text.encode() in write([entry_of(text)], Form.TEXT)


def test_plain_text_reads_as_a_letter_would(entry_of):
    assert write([replace(entry_of("A line."), thread="", tags=(), arrived_as="")], Form.TEXT).decode() == (
        "Sunday 22 November 2026, 14:05\n"
        "Length: 3 minutes\n"
        "Purpose: Set it down\n"
        "Principle: Safety\n"
        "\n"
        "What told you that you were safe enough?\n"
        "A line.\n"
        "\n"
        "Afterwards: lighter\n"
        "Next ordinary thing: a walk\n"
        "Belongs in the record: no\n"
    )


def test_json_gives_any_text_back_as_it_was(entry_of):
    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.text(min_size=1).filter(lambda text: bool(text.strip())), max_size=3))
    def round_trip(texts: list[str]) -> None:
        (read,) = json.loads(write([entry_of(*texts)], Form.JSON))
        assert [answer["text"] for answer in read["answers"]] == texts

    round_trip()


@pytest.mark.parametrize("text", [" a ", "a\n\n", "\ta\r", "a\x00", "\ufeffa\u2028"])
def test_json_keeps_what_stands_at_the_ends(entry_of, text):
    assert json.loads(write([entry_of(text)], Form.JSON))[0]["answers"][0]["text"] == text


def test_json_names_what_scripts_rely_on(entry_of):
    assert whole(entry_of("A line.")) == {
        "id": "0a1b2c3d-0000-4000-8000-000000000001",
        "title": "A line.",
        "written_at": "2026-11-22T14:05:00+01:00",
        "local_date": "2026-11-22",
        "path": "quick",
        "principle": "safety",
        "purpose": "processing",
        "tags": ["visit", "first meeting"],
        "thread": "the garden family",
        "state": "closed",
        "tender": False,
        "shock": False,
        "arrived_as": "tired",
        "after": "lighter",
        "next_thing": "a walk",
        "belongs_in_record": False,
        "closed_at": "2026-11-22T14:05:00+01:00",
        "answers": [
            {
                "prompt_id": "safety-01",
                "prompt": "What told you that you were safe enough?",
                "principle": "safety",
                "text": "A line.",
            }
        ],
    }


def test_what_was_not_chosen_is_null_in_json(entry_of):
    bare = replace(
        entry_of(), principle=None, purpose=None, thread="", after=None, belongs_in_record=None, closed=None, next_thing="",
        arrived_as="", answers=(Answer(text="free"),), path=PathId.FREE, state=State.DRAFT,
    )  # fmt: skip
    told = whole(bare)
    nothing = [
        "principle",
        "purpose",
        "thread",
        "after",
        "belongs_in_record",
        "closed_at",
        "next_thing",
        "arrived_as",
    ]
    assert [told[name] for name in nothing] == [None] * len(nothing)
    assert told["answers"] == [{"prompt_id": None, "prompt": None, "principle": None, "text": "free"}]


def test_only_the_chosen_entries_are_in_a_file_and_in_the_order_given(entry_of):
    for form in Form:
        written = write([entry_of("the second"), entry_of("the first")], form)
        assert written.index(b"the second") < written.index(b"the first")
    assert len(json.loads(write([entry_of("one")], Form.JSON))) == 1


def test_a_step_that_was_skipped_leaves_no_trace(entry_of):
    for form in Form:
        assert b"safe enough" not in write([entry_of("", "only this")], form)
