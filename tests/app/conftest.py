"""What is tested here stands on the same desk as the tests of screens."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "screens"))


@pytest.fixture
def desk(places, clock):
    from a_desk import Desk

    return Desk(places, clock)
