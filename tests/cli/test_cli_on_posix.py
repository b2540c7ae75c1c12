"""What is so only where files have modes and words are bytes."""

import json
import os
import subprocess
import sys

import pytest


def test_a_tag_that_is_not_text_is_code_2(journal, tip_process):
    assert tip_process("add", "--tag", "\udcff", stdin=b"A line.").code == 2
    assert tip_process("search", "\udcff").code == 2


def test_doctor_sees_what_others_may_read(locked, tip):
    locked.home.chmod(0o755)
    locked.journal.chmod(0o640)
    found = {one["about"]: one for one in json.loads(tip("doctor", "--json").out)}
    assert not found["Folder permissions"]["well"]
    assert not found["Journal permissions"]["well"]
    assert found["Key file permissions"]["well"]


@pytest.mark.parametrize("command", [["list"], ["verify"]])
def test_a_key_file_that_is_a_pipe_keeps_nobody_waiting(journal, tip_process, command):
    journal.header.unlink()
    os.mkfifo(journal.header)
    done = tip_process(*command)
    assert done.code == 4
    assert "key file" in done.err


@pytest.mark.parametrize("command", ["list", "add"])
def test_a_folder_in_the_journals_place_is_named_as_that(journal, tip_process, command):
    journal.journal.unlink()
    journal.journal.mkdir()
    done = tip_process(command, stdin=b"words")
    assert (done.code, done.out) == (4, "")
    assert "should be a file" in done.err


def closed(command, stream, **more):
    """Run a command line with one of its standard streams closed, as the shell's >&- does."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {stream}', "sh", sys.executable, "-m", "tip_reflect", *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        start_new_session=True,
        **more,
    )


@pytest.mark.parametrize("command", [["doctor"], ["list"], ["export", "ffff"], ["add"], ["--version"]])
def test_with_standard_output_closed_nothing_is_done_and_that_is_said(journal, tip, command):
    done = closed(command, ">&-", input="words")
    assert done.returncode == 1
    assert "Standard output is closed" in done.stderr
    assert "mistake" not in done.stderr
    assert tip("list", "--json").out.strip() == "[]"


def test_with_standard_input_closed_there_is_no_text_to_add(journal):
    done = closed(["add"], "<&-")
    assert (done.returncode, done.stdout) == (1, "")
    assert "No text came" in done.stderr


def test_with_nowhere_to_complain_the_exit_code_still_tells(journal, tip):
    assert closed(["show", "ffff"], "2>&-").returncode == 1
    assert closed(["add"], "2>&-", input="words").returncode == 0
    assert "words" in tip("list").out
