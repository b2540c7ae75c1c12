"""The one list of commands: complete, and said in words a person knows."""

import pytest
from textual.binding import Binding

from tip_reflect.app.commands import COMMANDS, Command, command_for

EDITOR_KEYS = {
    "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+z", "ctrl+y", "ctrl+x", "ctrl+c", "ctrl+v",
    "left", "right", "up", "down", "home", "end", "backspace", "delete", "tab",
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: f"{one.action}-{one.label}")
def test_a_command_is_found_again_by_its_binding_and_says_what_it_does(command):
    assert command_for(command.binding()) is command
    assert command.label
    assert command.tip[0].isupper()


def test_keys_are_said_as_a_person_would_say_them():
    def said(keys):
        return Command("action", keys, "Label", "Tip").shown_keys

    assert said("ctrl+n") == "Ctrl+N"
    assert said("f9,ctrl+l") == "F9 or Ctrl+L"
    assert said("escape") == "Esc"
    assert said("slash") == "/"
    assert said("1") == "1"
    assert said("f") == "f"
    assert said("delete") == "Delete"


def test_a_binding_that_is_no_command_is_none():
    assert command_for(Binding("z", "zip", "Zip")) is None


def test_no_key_that_works_while_writing_is_one_that_the_editor_uses():
    for command in COMMANDS:
        if command.priority:
            assert not set(command.keys.split(",")) & EDITOR_KEYS, command.label
            assert all(len(key) > 1 for key in command.keys.split(",")), command.label
