"""A worker at a terminal: a journal, a home, a temporary and a working folder of their own, and tip-reflect's keys."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from a_terminal import Terminal

from tip_reflect import unlocking
from tip_reflect.clock import system_clock
from tip_reflect.journal.finding import Filter
from tip_reflect.places import Places
from tip_reflect.store.verify import verify
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
        kept = {
            name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ
        }
        self.env = {
            **kept,
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "TIP_REFLECT_HOME": str(self.data),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        self.knowing = {"TIP_REFLECT_PASSPHRASE_FILE": str(passphrase)}

    def make_journal(self) -> tuple[str, ...]:
        """An empty journal, its lock cheap to turn, where nothing waits on Today. Gives its recovery words."""
        unlocked, words = unlocking.create(self.places, PASSPHRASE, system_clock, parameters=CHEAP)
        store = unlocked.open_store()
        for name in ("recovery-sheet", "own-contacts"):
            store.set_note(name, "done")
        store.close()
        return words

    # The command line

    def run(self, *words, given="", check=True, command=COMMAND, **env):
        """One command of tip-reflect, away from any terminal."""
        done = subprocess.run(
            [*command, *words],
            input=given.encode("utf-8"),
            capture_output=True,
            cwd=self.working,
            env={**self.env, **self.knowing, **env},
            timeout=60,
            start_new_session=True,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{words} gave {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
        return done

    # What is in the journal, read beside the program as another one would

    @contextmanager
    def store(self):
        opened = unlocking.unlock(self.places, PASSPHRASE, system_clock).open_store()
        try:
            yield opened
        finally:
            opened.close()

    def entries(self):
        """Every entry, newest first."""
        with self.store() as store:
            return [store.entry(one.id) for one in store.page(Filter(), 0, 1000)]

    def written(self):
        """The words of every answer in the journal, newest entry first."""
        return [answer.text for entry in self.entries() for answer in entry.answered()]

    def is_sound(self):
        return verify(self.places, unlocking.unlock(self.places, PASSPHRASE, system_clock).key).sound

    # The app

    def app(self, *words, command=COMMAND, **env):
        """The app in a terminal of its own."""
        return Terminal([*command, *words], env={**self.env, **env}, cwd=self.working)


def unlock(terminal, *then_see):
    """Give the passphrase to the lock screen."""
    terminal.wait_for("notes", "passphrase")
    terminal.wait_for_cursor("passphrase")
    terminal.type(PASSPHRASE)
    terminal.press("enter")
    terminal.wait_for(*(then_see or ("Nothing here is a case record",)))


def begin_free_writing(terminal):
    """From Today through the fourth door, to an empty page."""
    terminal.press("right", "right", "right", "enter")
    terminal.wait_for("Before you write", "[just write]")
    terminal.press("ctrl+n")
    terminal.wait_for("Just write. No questions.")
    terminal.wait_for_cursor("│")


def put_away(terminal):
    """From the writing screen through the closing, back to Today."""
    terminal.press("escape")
    terminal.wait_for("Putting it away")
    terminal.press("ctrl+n")
    terminal.wait_for("Put away, and locked on this computer.")


def first_opening(terminal):
    """From the very first screen, over a new passphrase, to the page before writing."""
    terminal.wait_for("A place to think.", "I have read this")
    terminal.press("enter")
    terminal.wait_for("Your passphrase", "the same again")
    terminal.wait_for_cursor("a passphrase")
    terminal.type(PASSPHRASE)
    terminal.press("enter")
    terminal.wait_for_cursor("the same again")
    terminal.type(PASSPHRASE)
    terminal.wait_for("Both are the same.")
    terminal.press("enter")
    terminal.wait_for("Before you write", "[3 minutes]")


def find(terminal, word):
    """Go to the journal and leave the cursor on the one entry that has this word."""
    terminal.press("2")
    terminal.wait_for("/ to search", "❯")
    terminal.press("/")
    terminal.wait_for_cursor("/ to search")
    terminal.type(word)
    terminal.wait_for(word, "1 found")
    terminal.press("enter")
    terminal.wait_until(lambda: "esc Back" not in terminal.shown(), "the cursor on what was found")


def whole_sitting(terminal, words):
    """From nothing to a closed 3-minute reflection, locked, opened, found, exported, left. Gives the exit code."""
    first_opening(terminal)
    terminal.press("ctrl+n")
    terminal.wait_for("1 of 3")
    terminal.press("ctrl+n")
    terminal.wait_for("2 of 3")
    terminal.wait_for_cursor("│")
    terminal.type(words)
    terminal.wait_for(words, "Saved, locked on this computer")
    terminal.press("ctrl+n")
    terminal.wait_for("3 of 3")
    terminal.press("f4")
    terminal.wait_for("Putting it away")
    terminal.press("ctrl+n")
    terminal.wait_for("Put away, and locked on this computer.")
    terminal.press("f9")
    unlock(terminal)
    find(terminal, words.split()[-1])
    terminal.press("x")
    terminal.wait_for("Export this entry", "[Markdown]")
    terminal.press("ctrl+s")
    terminal.wait_for("Written to")
    terminal.press("ctrl+q")
    return terminal.wait_for_end()
