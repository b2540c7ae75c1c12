"""What is loaded, and what is said, before any journal is opened."""

import re
import subprocess
import sys

import pytest

from tip_reflect import __version__
from tip_reflect.cli.group import COMMANDS

HEAVY = (
    *("textual", "sqlalchemy", "sqlmodel", "sqlcipher3", "cryptography", "pydantic"),
    *("docx", "lxml", "msoffcrypto", "olefile", "markdown_it", "jinja2", "icalendar", "typst"),
)


def loaded_after(code: str) -> set[str]:
    """The top names in sys.modules after this code, in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "code",
    [
        "import tip_reflect.cli",
        "import tip_reflect.cli.group",
        "from tip_reflect.cli.running import run; run(['--version'])",
        "from tip_reflect.cli.running import run; run(['--help'])",
    ],
)
def test_neither_the_screen_nor_the_database_is_loaded_to_start_or_to_help(code):
    assert loaded_after(code).isdisjoint(HEAVY)


def test_a_command_that_opens_the_journal_never_loads_the_screen(journal, tip_process):
    code = "from tip_reflect.cli.running import run; assert run(['list']) == 0"
    loaded = loaded_after(code)
    assert "sqlalchemy" in loaded
    assert "textual" not in loaded


def test_the_version_is_printed(tip):
    done = tip("--version")
    assert (done.code, done.out, done.err) == (0, f"tip-reflect {__version__}\n", "")


def test_help_names_every_command_with_a_word_about_it(tip):
    said = tip("--help").out
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", said, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(tip, name):
    done = tip(name, "--help")
    assert done.code == 0
    assert f"Usage: tip-reflect {name}" in done.out


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["list", "--nonsense"],
        ["show"],
        ["list", "--since", "yesterday"],
        ["list", "--since", "2026-02-02", "--until", "2026-02-01"],
        ["list", "--principle", "kindness"],
        ["list", "--limit", "0"],
        ["search"],
        ["export"],
        ["write", "--minutes", "5"],
        ["add", "--at", "noon"],
        ["add", "--at", "0001-01-01"],
        ["--demo", "list"],
    ],
)
def test_a_command_line_that_makes_no_sense_is_code_2(journal, tip, words):
    done = tip(*words)
    assert done.code == 2
    assert done.out == ""
    assert done.err


@pytest.mark.parametrize("words", [[], ["--demo"]])
def test_without_a_terminal_the_app_is_refused_with_a_sentence(no_journal, tip, words):
    done = tip(*words)
    assert done.code == 1
    assert "needs a terminal" in done.err
    assert not no_journal.home.exists()


def test_the_module_can_be_run_as_a_program(tip_process):
    assert tip_process("--version").out == f"tip-reflect {__version__}\n"


def test_the_process_is_closed_to_onlookers_before_anything_else(monkeypatch):
    from tip_reflect import __main__

    done = []
    monkeypatch.setattr("tip_reflect.vault.process.harden_process", lambda: done.append("closed"))
    monkeypatch.setattr("tip_reflect.cli.running.run", lambda: done.append("ran") or 0)
    assert __main__.main() == 0
    assert done == ["closed", "ran"]
