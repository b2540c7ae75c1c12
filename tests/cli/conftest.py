"""A command line to drive: in this process for most tests, in one of its own where only that shows the truth."""

import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tip_reflect.places import Places
from tip_reflect.vault.header import WrapParameters

collect_ignore = ["test_cli_in_a_terminal.py", "test_cli_on_posix.py"] if sys.platform == "win32" else []

PASSPHRASE = "seven slow herons crossing"
CHEAP = WrapParameters(memory_kib=8 * 1024, iterations=1, lanes=1)


@dataclass(frozen=True)
class Result:
    code: int
    stdout: bytes
    err: str

    @property
    def out(self) -> str:
        return self.stdout.decode()


class Tape(io.TextIOWrapper):
    """Standard input or output that is not a terminal, and remembers."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="", write_through=True)

    def recorded(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """A new journal whose lock is cheap to turn, and its recovery words."""
    from tip_reflect import unlocking
    from tip_reflect.clock import system_clock

    places = Places(tmp_path_factory.mktemp("prepared") / "journal")
    _, words = unlocking.create(places, PASSPHRASE, system_clock, parameters=CHEAP)
    return places.home, words


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def words(prepared: tuple[Path, tuple[str, ...]]) -> tuple[str, ...]:
    return prepared[1]


@pytest.fixture
def no_journal(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A folder with no journal in it yet, and no way to ask for anything but the variables."""
    monkeypatch.setenv("TIP_REFLECT_HOME", str(places.home))
    monkeypatch.setattr("tip_reflect.cli.passphrases.can_ask", lambda: False)
    for name in ("TIP_REFLECT_NEW_PASSPHRASE_FILE", "TIP_REFLECT_RECOVERY_FILE"):
        monkeypatch.delenv(name, raising=False)
    return places


@pytest.fixture
def secret_file(tmp_path: Path) -> Callable[[str, bytes], str]:
    """A file with these bytes."""

    def make(name: str, data: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(data)
        path.chmod(0o600)
        return str(path)

    return make


@pytest.fixture
def locked(no_journal: Places, prepared: tuple[Path, tuple[str, ...]]) -> Places:
    """A journal of the test's own, and no passphrase given."""
    shutil.copytree(prepared[0], no_journal.home)
    return no_journal


@pytest.fixture
def journal(locked: Places, secret_file, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The same, with the passphrase in a file."""
    monkeypatch.setenv("TIP_REFLECT_PASSPHRASE_FILE", secret_file("passphrase", f"{PASSPHRASE}\n".encode()))
    return locked


@pytest.fixture
def tip(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command line in this process."""
    from tip_reflect.cli.running import run

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)

    def go(*words: str, stdin: bytes = b"") -> Result:
        given, out, err = Tape(stdin), Tape(), Tape()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", given)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(list(words))
            return Result(code, out.recorded(), err.recorded().decode())

    return go


@pytest.fixture
def tip_process() -> Callable[..., Result]:
    """Run a command line in a process of its own, with no terminal at all."""

    def go(*words: str, stdin: bytes = b"", **environ: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "tip_reflect", *words],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environ},
            start_new_session=True,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr.decode())

    return go


@pytest.fixture
def add(tip) -> Callable[..., str]:
    """Add an entry and give its id."""

    def go(text: str, *words: str) -> str:
        done = tip("add", *words, stdin=text.encode())
        assert done.code == 0, done.err
        return done.out.strip()

    return go
