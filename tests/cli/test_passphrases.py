"""Where a passphrase comes from, and that it never shows."""

import shlex
import sys

import pytest

from tip_reflect.cli import passphrases
from tip_reflect.errors import TipReflectError

FILE, COMMAND = "TIP_REFLECT_PASSPHRASE_FILE", "TIP_REFLECT_PASSPHRASE_COMMAND"
NEW_FILE, RECOVERY_FILE = "TIP_REFLECT_NEW_PASSPHRASE_FILE", "TIP_REFLECT_RECOVERY_FILE"


def printing(words: str, code: int = 0) -> str:
    """A command that prints this and ends so."""
    return shlex.join([sys.executable, "-c", f"import sys; sys.stdout.write({words!r}); sys.exit({code})"])


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_the_file_gives_the_passphrase_less_one_final_newline(
    *, locked, tip, passphrase, secret_file, monkeypatch, ending
):
    monkeypatch.setenv(FILE, secret_file("p", passphrase.encode() + ending))
    assert tip("list").code == 0


def test_the_mark_that_windows_editors_put_first_is_not_part_of_it(
    locked, tip, passphrase, secret_file, monkeypatch
):
    monkeypatch.setenv(FILE, secret_file("p", b"\xef\xbb\xbf" + passphrase.encode()))
    assert tip("list").code == 0


def test_only_one_newline_is_taken_off(locked, tip, passphrase, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", passphrase.encode() + b"\n\n"))
    assert tip("list").code == 3


def test_the_command_gives_the_passphrase(locked, tip, passphrase, monkeypatch):
    monkeypatch.setenv(COMMAND, printing(f"{passphrase}\n"))
    assert tip("list").code == 0


def test_the_file_comes_before_the_command(locked, tip, passphrase, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", passphrase.encode()))
    monkeypatch.setenv(COMMAND, printing("something else"))
    assert tip("list").code == 0


def test_the_command_is_not_given_to_a_shell(locked, tip, tmp_path, monkeypatch):
    monkeypatch.setenv(COMMAND, f"echo x > {tmp_path / 'made'}")
    assert tip("list").code == 3
    assert not (tmp_path / "made").exists()


def test_the_command_does_not_eat_the_text_that_add_reads(locked, tip_process, passphrase, monkeypatch):
    reads = [sys.executable, "-c", f"import sys; sys.stdin.read(); print({passphrase!r})"]
    monkeypatch.setenv(COMMAND, shlex.join(reads))
    done = tip_process("add", stdin=b"The whole text.")
    assert done.code == 0
    assert b"The whole text." in tip_process("export", done.out.strip()).stdout


@pytest.mark.parametrize(
    "command", [printing("pass", code=1), "no-such-program-at-all", "'never closed", " ", printing("\udcff")]
)
def test_a_command_that_fails_is_said_without_its_words(locked, tip, monkeypatch, command):
    monkeypatch.setenv(COMMAND, command)
    done = tip("list")
    assert done.code == 1
    assert COMMAND in done.err
    assert command.strip() == "" or command not in done.err


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_as_text_is_said(*, locked, tip, secret_file, monkeypatch, tmp_path, data):
    monkeypatch.setenv(FILE, str(tmp_path / "none") if data is None else secret_file("p", data))
    done = tip("list")
    assert done.code == 1
    assert FILE in done.err


def test_a_wrong_passphrase_is_code_3_and_is_not_said_back(locked, tip, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", b"canary herons"))
    done = tip("list")
    assert done.code == 3
    assert "canary" not in done.err
    assert done.out == ""


def test_with_no_source_and_no_terminal_it_says_what_to_set(locked, tip):
    done = tip("list")
    assert done.code == 1
    assert FILE in done.err
    assert COMMAND in done.err


def test_nobody_is_asked_for_a_passphrase_where_there_is_no_journal(no_journal, tip, monkeypatch):
    monkeypatch.setattr(passphrases, "can_ask", lambda: pytest.fail("asked"))
    for words in (["list"], ["add"], ["verify"], ["passphrase"], ["recover"]):
        done = tip(*words)
        assert done.code == 1
        assert "no journal here" in done.err


def test_a_lost_key_file_is_said_before_a_passphrase_is_asked_for(locked, tip):
    locked.header.unlink()
    done = tip("list")
    assert done.code == 4
    assert "tip-reflect recover" in done.err


class TestChoosing:
    """A new passphrase on the terminal."""

    @pytest.fixture
    def said(self, monkeypatch):
        said = []
        monkeypatch.setattr(passphrases, "say", said.append)
        return said

    def choose(self, *typed):
        typing = iter(typed)
        return passphrases._chosen("Choose", ask=lambda _question: next(typing))

    def test_it_is_typed_twice(self, said):
        assert self.choose("seven slow herons", "seven slow herons") == "seven slow herons"

    def test_two_that_differ_are_asked_for_again(self, said):
        assert (
            self.choose("seven slow herons", "seven slow heron", "four fast owls", "four fast owls")
            == "four fast owls"
        )
        assert any("not the same" in line for line in said)

    def test_one_that_is_too_short_is_asked_for_again_with_advice(self, said):
        assert self.choose("short", "seven slow herons", "seven slow herons") == "seven slow herons"
        assert any("Too short" in line for line in said)

    def test_what_was_typed_is_never_said_back(self, said):
        self.choose("short", "seven slow herons", "seven slow herons")
        assert not any("short" in line.replace("Too short", "") or "herons" in line for line in said)


def test_one_that_is_too_short_is_refused_from_a_file(no_journal, tip, secret_file, monkeypatch):
    monkeypatch.setenv(FILE, secret_file("p", b"canary"))
    done = tip("init")
    assert done.code == 1
    assert "Too short" in done.err
    assert "canary" not in done.err
    assert not no_journal.journal.exists()
    assert not no_journal.header.exists()


@pytest.mark.parametrize(
    "source", [passphrases.the_passphrase, passphrases.new_passphrase, passphrases.recovery_words]
)
def test_nothing_is_asked_without_a_terminal(no_journal, source):
    with pytest.raises(TipReflectError, match="no terminal"):
        source()
