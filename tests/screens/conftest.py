"""What the tests of screens share: a desk to sit at. `a_desk` is also used by the snapshots and the pictures."""

import gc
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def no_pauses_for_garbage():
    """An app makes tens of thousands of objects: looking through them all the while is a quarter of a test's time."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def desk(places, clock):
    from a_desk import Desk

    return Desk(places, clock)
