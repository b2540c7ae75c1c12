"""Real-terminal tests: they need a pty, which Windows does not have in this form."""

import os
import sys
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Watch:
    """`env` is for a program to run in; `seen` is every way in which it then reached for a network."""

    env: dict
    written: Path

    def seen(self):
        return self.written.read_text(encoding="utf-8").split() if self.written.exists() else []


@pytest.fixture
def watched(newcomer):
    written = newcomer.root / "sockets"
    first = str(Path(__file__).parent / "watched")
    path = os.pathsep.join(filter(None, [first, newcomer.env.get("PYTHONPATH", "")]))
    return Watch({"PYTHONPATH": path, "SOCKETS_SEEN": str(written)}, written)
