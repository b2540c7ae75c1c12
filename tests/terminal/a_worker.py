"""A worker at a terminal: a journal, a home, a temporary and a working folder of their own, and tip-reflect's keys."""

import json
import os
import subprocess
import sys
from pathlib import Path

from a_terminal import Terminal

from tip_reflect import unlocking
from tip_reflect.clock import system_clock
from tip_reflect.places import Places
from tip_reflect.vault.header import WrapParameters

PASSPHRASE = "four plain made up words"
CHEAP = WrapParameters(memory_kib=8192, iterations=1, lanes=1)
COMMAND = (sys.executable, "-m", "tip_reflect")


class Worker:
    """Everything is under `root`, so that whatever the program leaves can be found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home, self.data = root / "home", root / "data"
        self.temporary, self.working = root / "tmp", root / "work"
        for folder in (self.home, self.temporary, self.working):
            folder.mkdir(parents=True)
        self.places = Places(self.data)
        passphrase = root / "passphrase"
        passphrase.write_text(PASSPHRASE, encoding="utf-8")
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
        self.env = {
            **kept,
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "TIP_REFLECT_HOME": str(self.data),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        self.with_passphrase = {"TIP_REFLECT_PASSPHRASE_FILE": str(passphrase)}

    def make_journal(self) -> None:
        """An empty journal, its lock cheap to turn; nothing waits on Today."""
        unlocked, _ = unlocking.create(self.places, PASSPHRASE, system_clock, parameters=CHEAP)
        store = unlocked.open_store()
        for name in ("recovery-sheet", "own-contacts"):
            store.set_note(name, "done")
        store.close()

    # The command line

    def run(self, *words, given="", check=True, command=COMMAND, **env):
        """One command of tip-reflect, away from any terminal."""
        done = subprocess.run(
            [*command, *words],
            input=given.encode("utf-8"),
            capture_output=True,
            cwd=self.working,
            env={**self.env, **self.with_passphrase, **env},
            timeout=60,
            start_new_session=True,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{words} gave {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
        return done

    def entries(self):
        """Every entry as `show --json` gives it, newest first."""
        listed = json.loads(self.run("list", "--json").stdout)
        return [json.loads(self.run("show", one["id"], "--json").stdout) for one in listed]

    def written(self):
        """The words of every answer in the journal, newest entry first."""
        return [answer["text"] for entry in self.entries() for answer in entry["answers"]]

    # The app

    def terminal(self, *words, command=COMMAND, **env):
        return Terminal([*command, *words], env={**self.env, **env}, cwd=self.working)

    def app(self, **how):
        return self.terminal(**how)


def unlock(terminal, *then_see):
    """Give the passphrase to the lock screen."""
    terminal.wait_for("notes", "passphrase")
    terminal.type(PASSPHRASE)
    terminal.press("enter")
    terminal.wait_for(*(then_see or ("Nothing here is a case record",)))


def begin_free_writing(terminal):
    """From Today through the fourth door, to an empty page."""
    terminal.press("right", "right", "right", "enter")
    terminal.wait_for("Before you write", "[just write]")
    terminal.press("ctrl+n")
    terminal.wait_for("Just write. No questions.")
