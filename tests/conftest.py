"""What tests share: a clock that stands still, a folder of their own, and a lock that is cheap to turn."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tip_reflect.places import Places

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=0)))


class FrozenClock:
    """Gives the same moment until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "journal")


@pytest.fixture(autouse=True)
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests never see the person's own home or journal."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in (
        "TIP_REFLECT_HOME",
        "TIP_REFLECT_PASSPHRASE_FILE",
        "TIP_REFLECT_PASSPHRASE_COMMAND",
        "NO_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
