"""How the worker likes the program to behave: a small file of plain values, with nothing private in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from tip_reflect.errors import SettingProblem
from tip_reflect.vault.folder import make_folder
from tip_reflect.vault.whole_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("dusk", "daylight", "high-contrast", "terminal")
OPENINGS = ("ask", "as-last-time")
UNDERLINES = ("off", "on")
LOCK_MINUTES = range(1, 61)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """theme: one of THEMES. lock_minutes: 1 to 60 without a key. opening: ask each time, or start as last time.

    underline: whether what may point to a person is underlined while writing.
    """

    theme: str = "dusk"
    lock_minutes: int = 5
    opening: str = "ask"
    underline: str = "off"


def with_setting(settings: Settings, name: str, value: str) -> Settings:
    """These settings with one changed, its value given as text. Raises SettingProblem."""
    name = name.replace("-", "_")
    if name not in {known.name for known in fields(Settings)}:
        raise SettingProblem(
            f"There is no setting called {name!r}. There are: {', '.join(known.name for known in fields(Settings))}."
        )
    if name == "lock_minutes":
        if not (value.isascii() and value.isdigit() and int(value) in LOCK_MINUTES):
            raise SettingProblem(
                f"lock_minutes is a whole number from {LOCK_MINUTES[0]} to {LOCK_MINUTES[-1]}."
            )
        return replace(settings, lock_minutes=int(value))
    choices = {"theme": THEMES, "opening": OPENINGS, "underline": UNDERLINES}[name]
    if value not in choices:
        raise SettingProblem(f"{name} is one of: {', '.join(choices)}.")
    match name:
        case "theme":
            return replace(settings, theme=value)
        case "opening":
            return replace(settings, opening=value)
        case _:
            return replace(settings, underline=value)


def read_settings(path: Path) -> Settings:
    """The settings in this file; the usual ones where there is no file. Raises SettingProblem."""
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise SettingProblem(
            f"{path.name} could not be read ({type(problem).__name__}). Your journal is safe. "
            "Mend that file, or delete it to go back to the usual settings."
        ) from None
    settings = Settings()
    for name, value in table.items():
        settings = with_setting(settings, name, str(value))
    return settings


def write_settings(path: Path, settings: Settings) -> None:
    """Keep these settings; the old file or the new one is there, whole. Raises ReadOnlyPlace, DiskFull."""
    import tomlkit

    table = tomlkit.document()
    for known in fields(Settings):
        table.add(known.name, getattr(settings, known.name))
    make_folder(path.parent)
    write_whole(path, tomlkit.dumps(table).encode())
