"""Settings: read strictly, changed one at a time, and written whole or not at all."""

import os

import pytest

from tip_reflect.errors import SettingProblem
from tip_reflect.settings import Settings, read_settings, with_setting, write_settings


def test_without_a_file_there_are_the_usual_settings(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_what_is_written_is_read_back(tmp_path):
    settings = Settings(theme="daylight", lock_minutes=17, opening="as-last-time")
    write_settings(tmp_path / "settings.toml", settings)
    assert read_settings(tmp_path / "settings.toml") == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("lock_minutes", "0"),
        ("lock_minutes", "61"),
        ("lock_minutes", "\u0665"),
        ("opening", ""),
        ("colour", "x"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_what_can(name, value):
    with pytest.raises(SettingProblem, match=r"one of|whole number|There are"):
        with_setting(Settings(), name, value)


def test_a_hyphen_in_a_name_is_as_good_as_an_underscore():
    assert with_setting(Settings(), "lock-minutes", "9").lock_minutes == 9


@pytest.mark.parametrize("words", [b"theme = ", b"\xff\xfe", b"theme = 'pink'", b"unknown = 1"])
def test_a_file_that_cannot_be_used_says_so(tmp_path, words):
    path = tmp_path / "settings.toml"
    path.write_bytes(words)
    with pytest.raises(SettingProblem):
        read_settings(path)


def test_a_link_laid_where_settings_are_written_is_not_followed(tmp_path):
    path, target = tmp_path / "settings.toml", tmp_path / "target"
    target.write_text("untouched")
    if hasattr(os, "symlink"):
        (tmp_path / "settings.new").symlink_to(target)
    write_settings(path, Settings())
    assert target.read_text() == "untouched"
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("settings.t")) == [
        "settings.toml"
    ]
