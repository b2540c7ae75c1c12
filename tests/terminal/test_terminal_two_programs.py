"""Two programs on one journal: a second window reads, and what the command line adds appears in the first."""

import signal

from a_worker import begin_free_writing, put_away, unlock


def test_a_second_window_opens_for_reading_and_says_so(worker):
    with worker.app() as first, worker.app() as second:
        unlock(first)
        unlock(second, "Another window has this journal open.")
        second.press("enter")  # a door: it says so again, and stays
        second.wait_until(lambda: second.shown().count("Another window") == 2, "told a second time")
        assert "Before you write" not in second.shown()

        begin_free_writing(first)
        first.type("the first window still writes")
        first.wait_for("the first window still writes", "Saved, locked on this computer")
        second.press("2")
        second.wait_for("the first window still writes")
        for terminal in (second, first):
            terminal.press("ctrl+q")
            assert terminal.wait_for_end() == 0
    assert worker.written() == ["the first window still writes"]


def test_a_window_that_was_killed_does_not_keep_the_next_one_from_writing(worker):
    with worker.app() as first:
        unlock(first)
        first.signal(signal.SIGKILL)
        assert first.wait_for_end() == -signal.SIGKILL
    with worker.app() as second:
        unlock(second)
        begin_free_writing(second)
        second.type("written after all")
        second.wait_for("Saved, locked on this computer")
        put_away(second)
    assert worker.written() == ["written after all"]


def test_what_the_command_line_adds_appears_in_the_open_journal(worker):
    worker.run("add", given="an entry from before")
    with worker.app() as terminal:
        unlock(terminal)
        terminal.press("2")
        terminal.wait_for("an entry from before")
        worker.run("add", given="an entry from beside")
        terminal.wait_for("an entry from beside", "an entry from before")
