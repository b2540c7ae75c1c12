"""When the program itself fails while someone writes: calm words, nothing private, nothing lost."""

import sys

import pytest
from a_worker import PASSPHRASE, unlock

WRITTEN = "the garden family said they would ring on Monday"
SECRET = "vellichordal"

# The app, with a mistake in one of its keys. The secret stands in a local variable and in the messages of two exceptions.
BROKEN = """
import sys
from tip_reflect.app.screens.reflect import ReflectScreen

def fail(text):
    secret = "vellichor" + "dal"
    try:
        raise RuntimeError(f"could not {secret}: {text}")
    except RuntimeError as cause:
        raise ValueError(text + secret) from cause

async def fail_in_a_task(text):
    fail(text)

async def action_skip(self):
    text = self.query_one("#writing").text
    HOW

ReflectScreen.action_skip = action_skip
from tip_reflect.__main__ import main
sys.exit(main())
"""
HOW = {
    "in a key": "fail(text)",
    "in a worker": "self.run_worker(fail_in_a_task(text))",
    "in a thread": "self.run_worker(lambda: fail(text), thread=True)",
}


@pytest.mark.parametrize("where", HOW)
def test_a_crash_report_holds_nothing_of_what_was_written(worker, where):
    program = (sys.executable, "-c", BROKEN.replace("HOW", HOW[where]))
    with worker.app(command=program) as terminal:
        unlock(terminal)
        terminal.press("enter")
        terminal.wait_for("Before you write")
        terminal.press("ctrl+n")
        terminal.wait_for("1 of 3")
        terminal.press("ctrl+n")
        terminal.wait_for("2 of 3")
        terminal.wait_for_cursor("│")
        terminal.type(WRITTEN)
        terminal.wait_for(WRITTEN)
        terminal.press("f4")
        assert terminal.wait_for_end() == 1

        left = terminal.display.left_behind()
        outside = terminal.outside_the_alternate_screen()
        assert "had to stop because of a mistake in the program" in " ".join(left.split())
        assert "Everything you wrote is saved and locked." in " ".join(left.split())
        for private in (SECRET, PASSPHRASE, *WRITTEN.split()[1:3]):
            assert private not in left
            assert private not in outside
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()

    assert worker.written() == [WRITTEN]
