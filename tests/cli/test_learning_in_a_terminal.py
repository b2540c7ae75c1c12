"""What only a terminal shows of learning and cpd: one question after another, and the last yes."""

import os
import shlex
import sys

import pexpect
import pytest

from tip_reflect.sharing.learning_file import read_learning

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminal of this kind to drive"),
    # pexpect forks from a test runner that may have threads; the child only starts another program.
    pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning"),
]
WAIT = 30


@pytest.fixture
def terminal():
    """Start a command line in a terminal of its own."""
    started = []

    def start(*words, shell=""):
        line = f"{sys.executable} -m tip_reflect {shlex.join(words)} {shell}"
        child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"exec {line}"],
            env={**os.environ, "TERM": "xterm", "INPUTRC": os.devnull},
            encoding="utf-8",
            timeout=WAIT,
            dimensions=(24, 80),
        )
        child.delaybeforesend = None
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


@pytest.fixture
def answer():
    """Wait for these words of a question and type an answer."""

    def go(child, *steps):
        for words, said in steps:
            child.expect_exact(words)
            child.sendline(said)

    return go


def ended(child):
    """The exit code, and all that was still said."""
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus, child.before


@pytest.fixture
def kept(journal, tip):
    """A list of three lines: one with a name and a number, one with the name, one with a telling fact."""
    for words in (b"Kirsty rang from 07700 900123.", b"Kirsty likes it quiet.", b"Twins need two chairs."):
        assert tip("learning", "add", stdin=words).code == 0
    return journal


def test_each_finding_is_asked_about_and_the_file_is_what_was_shown(kept, terminal, answer, tmp_path):
    target = tmp_path / "lines.txt"
    child = terminal("learning", "export", "-o", str(target))
    answer(
        child,
        ("[[Kirsty]] rang", "e"),
        ("Your words in its place", "a parent"),
        ("[[07700 900123]]", "k"),  # tier 1 has no such choice
        ("Please type what stands before", ""),
        ("[[Twins]]", "k"),
    )
    child.expect_exact("This is all that the file will hold:")
    child.expect_exact("Twins need two chairs.")
    child.expect_exact("may point to you.")
    assert not target.exists()
    answer(child, ("Write it to the file?", "y"))
    code, said = ended(child)
    assert code == 0, said
    texts = {one.text for one in read_learning(target.read_bytes())}
    assert "Twins need two chairs." in texts
    assert "A parent likes it quiet." in texts
    assert not any(word in text for text in texts for word in ("Kirsty", "07700"))


def test_a_step_is_undone_and_stopping_writes_nothing(kept, terminal, answer, tmp_path):
    child = terminal("learning", "export", "-o", str(tmp_path / "lines.txt"))
    answer(
        child,
        ("[[Kirsty]] rang", "k"),
        ("[[07700 900123]]", "u"),
        ("[[Kirsty]] rang", "q"),
    )
    code, said = ended(child)
    assert code == 1
    assert "Nothing was written" in said
    assert not (tmp_path / "lines.txt").exists()


@pytest.mark.parametrize("said", ["", "n"])
def test_without_a_yes_nothing_is_written(kept, terminal, answer, tmp_path, said):
    child = terminal("learning", "export", "--blur", "-o", str(tmp_path / "lines.txt"))
    answer(child, ("Write it to the file?", said))
    assert ended(child)[0] == 1
    assert not (tmp_path / "lines.txt").exists()


def test_ctrl_c_and_the_end_of_input_write_nothing(kept, terminal, tmp_path):
    for end in (pexpect.spawn.sendintr, pexpect.spawn.sendeof):
        child = terminal("learning", "export", "-o", str(tmp_path / "lines.txt"))
        child.expect_exact("What should stand there?")
        child.expect_exact("Enter:")
        end(child)
        while child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5):
            end(child)  # it came before the line was listened for
        code, _said = ended(child)
        assert code in {1, 130}
        assert not (tmp_path / "lines.txt").exists()


def test_the_three_of_a_record_are_asked_for_and_looked_at(no_journal, terminal, answer, tmp_path):
    target = tmp_path / "record.txt"
    child = terminal("cpd", "-o", str(target))
    answer(
        child,
        ("What did you do?", "A session with peers."),
        ("A session with peers.\r\n", ""),
        ("What did you learn?", "To ask Kirsty first.\nThen wait.\n\nAnd then ask."),
        ("And then ask.\r\n", ""),
        ("What do you do differently now?", ""),
        ("[[Kirsty]] first", "e"),
        ("Your words in its place", "the parent"),
        ("Write it to the file?", "y"),
    )
    code, said = ended(child)
    assert code == 0, said
    assert target.read_text() == (
        "Activity\nA session with peers.\n\nLearning\nTo ask the parent first.\nThen wait.\n\nAnd then ask.\n"
    )


def test_with_standard_output_in_a_file_no_question_ends_up_in_it(no_journal, terminal, tmp_path):
    child = terminal("cpd", shell=f"> {shlex.quote(str(tmp_path / 'out.txt'))}")
    code, said = ended(child)
    assert code == 2
    assert "--activity" in said
    assert (tmp_path / "out.txt").read_bytes() == b""
