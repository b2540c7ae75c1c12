"""How a problem is told: a sentence, an exit code, and nothing of what the person wrote."""

import errno
import subprocess
import sys

import click
import pytest

from tip_reflect import errors
from tip_reflect.cli.running import mistake_report

CANARY = "canary phrase only the writer knows"


def all_errors(kind=errors.TipReflectError):
    return [kind, *(below for child in kind.__subclasses__() for below in all_errors(child))]


@pytest.fixture
def failing(monkeypatch):
    """Make `list` fail so."""

    def fail_with(problem: BaseException):
        def fail(_around):
            secret = CANARY  # noqa: F841  a local variable that must not be shown
            raise problem

        monkeypatch.setattr("tip_reflect.cli.opening.store_for_reading", fail)

    return fail_with


@pytest.mark.parametrize("kind", all_errors())
def test_every_refusal_is_one_sentence_on_stderr_and_its_own_exit_code(tip, failing, kind):
    failing(kind("A calm sentence."))
    done = tip("list")
    assert (done.code, done.out, done.err) == (kind.exit_code, "", "A calm sentence.\n")


def test_a_mistake_in_the_program_shows_its_type_and_place_and_no_words(tip, failing):
    failing(RuntimeError(CANARY))
    done = tip("list")
    assert done.code == 1
    assert "RuntimeError at cli/commands/list.py, line " in done.err
    assert "What was saved before is safe" in done.err
    assert CANARY not in done.err + done.out


def test_a_mistake_that_came_from_another_shows_neither_ones_words(tip, failing):
    try:
        try:
            raise ValueError(CANARY)  # noqa: TRY301
        except ValueError as cause:
            raise KeyError(CANARY) from cause
    except KeyError as problem:
        failing(problem)
    assert CANARY not in tip("list").err


def test_a_mistake_outside_our_code_names_no_place():
    assert mistake_report(ValueError(CANARY), None).endswith("ValueError at outside our own code.")


def test_a_mistake_in_a_thread_shows_no_words_either():
    code = (
        "import threading\nfrom tip_reflect.cli.running import run\nrun(['--version'])\n"
        f"def fail():\n    raise ValueError({CANARY!r})\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        f"raise RuntimeError({CANARY!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "RuntimeError" in done.stderr
    assert CANARY not in done.stderr


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort()])
def test_ctrl_c_ends_calmly(tip, failing, stop):
    failing(stop)
    done = tip("list")
    assert done.code == 130
    assert "Stopped" in done.err
    assert "Traceback" not in done.err


def test_a_reader_that_has_gone_is_no_cause_for_words(journal, add, tip_process):
    add("An entry.")
    done = subprocess.run(
        f"{sys.executable} -m tip_reflect list | true; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_a_broken_pipe_says_nothing(tip, failing):
    failing(OSError(errno.EPIPE, "Broken pipe"))
    with pytest.raises(SystemExit):
        tip("list")
