"""Entries to share."""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from tip_reflect.journal.entry import After, Answer, Entry, Moment, PathId, State
from tip_reflect.journal.principles import Principle, Purpose

sys.path.append(str(Path(__file__).parent))
SAFETY_QUESTION = "What told you that you were safe enough?"


@pytest.fixture
def entry_of() -> Callable[..., Entry]:
    """An entry with these answers' texts, the first one under a question."""

    def make(*texts: str) -> Entry:
        written = Moment(at=datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=1))))
        return Entry(
            id=UUID("0a1b2c3d-0000-4000-8000-000000000001"),
            written=written,
            closed=written,
            path=PathId.QUICK,
            principle=Principle.SAFETY,
            purpose=Purpose.PROCESSING,
            thread="the garden family",
            tags=("visit", "first meeting"),
            state=State.CLOSED,
            arrived_as="tired",
            after=After.LIGHTER,
            next_thing="a walk",
            belongs_in_record=False,
            revision=1,
            answers=tuple(
                Answer(text=text, prompt_id="safety-01", prompt=SAFETY_QUESTION, principle=Principle.SAFETY)
                if number == 0
                else Answer(text=text)
                for number, text in enumerate(texts)
            ),
        )

    return make
