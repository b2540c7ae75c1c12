"""Drives the demo of an installed tip-reflect in a real terminal, from its first frame to its clean end.

    python tests/terminal/drive_demo.py TIP_REFLECT_COMMAND

Sees Today, opens the Journal and an entry in it, searches, hides, quits; then the demo's temporary folder must be gone
and nothing may be in the person's own folders. Exit code 1 otherwise, with what was on the screen.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from a_terminal import NeverCame, Terminal


def drive(command, root):
    """Raises AssertionError where the demo does not do what it should."""
    root = Path(root)
    home, temporary = root / "home", root / "tmp"
    for folder in (home, temporary):
        folder.mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(temporary), "TERM": "xterm-256color"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    with Terminal([*command, "--demo"], env={**env, "LC_ALL": "C.UTF-8"}, cwd=root) as terminal:
        terminal.wait_for("Nothing here is a case record", "Waiting for you")
        (folder,) = temporary.iterdir()
        _must(folder.stat().st_mode & 0o777 == 0o700, "the demo's folder is open to others")

        terminal.press("2")
        terminal.wait_for("/ to search", "❯")
        terminal.press("down")
        terminal.press("enter")
        terminal.wait_until(
            lambda: "❯" not in terminal.shown() and "esc Back" in terminal.shown(), "an entry, open"
        )
        terminal.press("1")
        terminal.wait_for("Nothing here is a case record")

        terminal.press("f9")
        terminal.wait_for("notes", "Its passphrase is:")  # nobody could know it otherwise
        _must("case record" not in terminal.shown(), "hiding left something in view")
        terminal.wait_for_cursor("passphrase")
        told = re.split(r"\n\s*\n", terminal.shown().partition("Its passphrase is:")[2])[0]
        terminal.type(" ".join(told.split()))
        terminal.press("enter")
        terminal.wait_for("Nothing here is a case record")

        terminal.press("ctrl+q")
        code = terminal.wait_for_end()
        _must(code == 0, f"it ended with {code}:\n{terminal.display.left_behind()}")
        _must(terminal.is_as_before() and not terminal.still_switched_on(), "the terminal is not as it was")
        left = terminal.display.left_behind().strip()
        _must(not left, f"something is left in the terminal:\n{left}")
    for place in (temporary, home):
        left = sorted(str(path.relative_to(root)) for path in place.rglob("*"))
        _must(not left, f"left behind: {left}")


def _must(so, otherwise):
    if not so:
        raise NeverCame(otherwise)


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("command", help="the tip-reflect command to drive")
    command = options.parse_args().command
    found = shutil.which(command)
    if found is None:
        print(f"there is no command {command}")
        return 1
    with tempfile.TemporaryDirectory() as root:
        try:
            drive([str(Path(found).absolute())], root)
        except AssertionError as problem:
            print(f"the demo FAILED: {problem}")
            return 1
    print("the demo opened, was read, hid and came back, ended with 0 and left nothing behind")
    return 0


if __name__ == "__main__":
    sys.exit(main())
