"""What the tests of screens share: a desk to sit at. `a_desk` is also used by the snapshots and the pictures."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def desk(places, clock):
    from a_desk import Desk

    return Desk(places, clock)
