"""What happens to words typed a moment ago when the program is told to stop, or its window goes."""

import signal

import pytest
from a_worker import begin_free_writing, unlock

WORDS = "The kettle was on before I had my coat off"


def writing(terminal, words=WORDS):
    """Type these words and come back as soon as the last one is in view: sooner than they save themselves."""
    unlock(terminal)
    begin_free_writing(terminal)
    terminal.type(words)
    terminal.wait_for(words)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_polite_signal_keeps_every_word_and_gives_the_terminal_back(worker, number, code):
    with worker.app() as terminal:
        writing(terminal)
        terminal.signal(number)
        assert terminal.wait_for_end() == code
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()
        assert terminal.display.left_behind().strip() == ""

    assert worker.written() == [WORDS]


def test_a_closed_window_keeps_every_word_and_ends_the_program(worker):
    with worker.app() as terminal:
        writing(terminal)
        terminal.close_window()
        assert terminal.wait_for_end() > 0

    assert worker.written() == [WORDS]


def test_a_suspend_locks_first_and_the_lock_screen_comes_back(worker):
    with worker.app() as terminal:
        writing(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until(terminal.is_stopped, "stopped")
        assert not terminal.display.on_alternate
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()
        assert worker.written() == [WORDS]  # saved before it stopped: another program reads it meanwhile

        seen_before = len(terminal.raw)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("notes", "passphrase")
        assert b"kettle" not in terminal.raw[seen_before:]
        unlock(terminal, WORDS)
        terminal.type(", and it helped")
        terminal.wait_for("and it helped")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()

    assert worker.written() == [f"{WORDS}, and it helped"]


def test_a_program_stopped_and_continued_from_outside_still_leaves_as_it_should(worker):
    with worker.app() as terminal:
        writing(terminal)
        terminal.signal(signal.SIGSTOP)
        terminal.wait_until(terminal.is_stopped, "stopped")
        terminal.signal(signal.SIGCONT)
        terminal.type(", and it helped")
        terminal.wait_for("and it helped")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()

    assert worker.written() == [f"{WORDS}, and it helped"]
