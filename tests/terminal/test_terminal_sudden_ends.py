"""What happens to words typed a moment ago when the program is told to stop, or its window goes."""

import resource
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


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_polite_signal_keeps_every_word_and_gives_the_terminal_back(worker, number, code):
    with worker.app() as terminal:
        writing(terminal)
        terminal.signal(number)
        assert terminal.wait_for_end() == code
        assert terminal.is_as_before()
        assert terminal.still_switched_on() == set()
        assert terminal.display.left_behind().strip() == ""

    assert worker.written() == [WORDS]


def fill_the_disk(terminal):
    """From now on no file of the program's may grow. Gives the way to make room again."""
    soft, hard = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (0, hard))
    return lambda: resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (soft, hard))


ON_A_FULL_DISK = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs Linux's prlimit")


@ON_A_FULL_DISK
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_polite_signal_on_a_full_disk_stays_and_says_so_and_a_second_one_ends_it(worker, number, code):
    with worker.app() as terminal:
        writing(terminal, "before")
        make_room = fill_the_disk(terminal)
        terminal.type(WORDS)
        terminal.wait_for("unplugged")
        terminal.signal(number)
        terminal.wait_for("leaving now")
        make_room()
        terminal.signal(number)
        assert terminal.wait_for_end() == code

    assert worker.written() == [f"before{WORDS}"]


@ON_A_FULL_DISK
@pytest.mark.parametrize(("number", "times"), [(signal.SIGHUP, 1), (signal.SIGTERM, 2)])
def test_words_that_could_not_be_saved_at_the_end_do_not_vanish_without_a_sentence(worker, number, times):
    with worker.app() as terminal:
        writing(terminal)
        fill_the_disk(terminal)
        terminal.type(WORDS)
        terminal.wait_for("unplugged")
        if times > 1:
            terminal.signal(number)
            terminal.wait_for("leaving now")
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        left = " ".join(terminal.display.left_behind().split())
        assert "the newest words you wrote could not be saved" in left
        assert "kettle" not in left
        assert terminal.is_as_before()


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
