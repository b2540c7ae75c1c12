"""Real-terminal tests: they need a pty, which Windows does not have in this form."""

import sys
from pathlib import Path

import pytest

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []
# `a_terminal` and `a_worker` are shared with the commands that stand beside them.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def worker(tmp_path):
    """Someone with a journal, and nothing in it yet."""
    from a_worker import Worker

    one = Worker(tmp_path / "worker")
    one.make_journal()
    return one


@pytest.fixture
def newcomer(tmp_path):
    """Someone who has never opened tip-reflect."""
    from a_worker import Worker

    return Worker(tmp_path / "worker")
