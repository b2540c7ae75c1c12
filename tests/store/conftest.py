"""A small journal in a temporary folder, a clock that only moves when told to, and entries to put in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tip_reflect.journal.entry import Answer, Entry, Moment
from tip_reflect.places import Places
from tip_reflect.store.store import Store


class MovableClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 4, 17, 30, 15, 123456, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def key() -> bytes:
    return bytes(range(32))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    home = tmp_path / "a home, 100% mine? #1"
    home.mkdir()
    return Places(home)


@pytest.fixture
def store(places: Places, key: bytes, clock: MovableClock) -> Iterator[Store]:
    opened = Store.create(places, key, clock)
    yield opened
    opened.close()


@pytest.fixture
def written(clock: MovableClock) -> Callable[..., Entry]:
    """A new entry with this text, a minute after the one before."""

    def write(text: str = "", *, entry_id: UUID | None = None, **more: object) -> Entry:
        clock.move(minutes=1)
        more.setdefault("answers", (Answer(text=text),))
        return Entry(id=entry_id or uuid4(), written=more.pop("written", None) or Moment(at=clock()), **more)

    return write
