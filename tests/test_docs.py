"""The README keeps up: every key and every command of the program is in it."""

import re
from pathlib import Path

import click
import pytest

from tip_reflect.app.commands import COMMANDS
from tip_reflect.cli.group import tip_reflect

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a heading of the README, up to the next."""
    found = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def rows(heading: str) -> list[str]:
    return [line for line in section(heading).splitlines() if line.startswith("|")]


def command_line() -> dict[str, click.Command]:
    context = click.Context(tip_reflect)
    found: dict[str, click.Command] = {}
    for name in tip_reflect.list_commands(context):
        one = tip_reflect.get_command(context, name)
        inside = one.commands if isinstance(one, click.Group) else {}
        found |= {f"{name} {each}": leaf for each, leaf in inside.items()} or {name: one}
    return found


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: f"{one.keys}-{one.label}")
def test_every_key_stands_in_a_row_with_its_word(command):
    fitting = [row for row in rows("The keys") if re.search(rf"(?<!\w){re.escape(command.label)}(?!\w)", row)]
    for key in command.shown_keys.split(" or "):
        spoken = {"right": "→", "down": "↓", "left": "←", "up": "↑"}.get(key, key)
        assert any(f"<kbd>{spoken}</kbd>" in row for row in fitting), f"{spoken} {command.label}"


def test_the_keys_table_names_no_key_that_does_nothing():
    known = {key for command in COMMANDS for key in command.shown_keys.split(" or ")}
    known |= {"→", "↓", "←", "↑", "Tab"}  # as Textual's own parts use them
    named = set(re.findall(r"<kbd>(.*?)</kbd>", "\n".join(rows("The keys"))))
    assert named <= known, named - known


@pytest.mark.parametrize("name", sorted(command_line()))
def test_every_command_stands_in_a_row_of_its_own_with_all_its_options(name):
    words = [row for row in rows("The command line") if re.match(rf"\| `{name}[ `]", row)]
    assert len(words) == 1, name
    command = command_line()[name]
    assert command is not None
    for parameter in command.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else []:
            assert f"`{option}" in words[0] or f" {option}" in words[0], f"{name} {option}"


def test_every_option_of_the_command_itself_is_named():
    for parameter in tip_reflect.params:
        for option in parameter.opts:
            assert f"`tip-reflect {option}`" in section("The command line"), option


def test_the_tables_name_no_option_that_does_not_exist():
    known = {option for command in command_line().values() for one in command.params for option in one.opts}
    known |= {option for parameter in tip_reflect.params for option in parameter.opts}
    known |= {"--help"}  # click's own
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "\n".join(rows("The command line"))))
    assert named <= known, named - known


def test_every_picture_that_the_readme_shows_is_there_and_names_no_address():
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    for picture in pictures:
        drawn = (ROOT / picture).read_text(encoding="utf-8")
        outside = drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"//|@import|url\((?!#)", outside), picture


def test_no_placeholder_is_left():
    assert not re.search(r"[A-Z]+_TABLE|TODO", README)
