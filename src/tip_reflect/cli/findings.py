"""What `doctor` finds: the computer, the journal's folder, and the terminal. Nothing locked is opened."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from tip_reflect import __version__
from tip_reflect.errors import TipReflectError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tip_reflect.places import Places

DEPENDENCIES = (
    "textual", "rich", "sqlmodel", "sqlalchemy", "sqlcipher3", "cryptography", "mnemonic",
    "zxcvbn", "platformdirs", "click", "tomlkit", "filelock",
)  # fmt: skip
SYNCED = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "googledrive", "nextcloud")
APP_COLUMNS, APP_LINES = 80, 24
LITTLE_ROOM = 200 * 2**20
"""Bytes: enough for a large journal, its seven backups and the next one being made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`well` is false where the person should do something."""

    about: str
    finding: str
    well: bool = True


def look_around(places: Places) -> list[Finding]:
    """Everything, in the order it is read."""
    return [*_program(), *_folder(places), *_files(places), *_words(places), *_passphrase(), *_terminal()]


def _program() -> Iterator[Finding]:
    yield Finding(about="tip-reflect", finding=__version__)
    yield Finding(about="Python", finding=f"{platform.python_version()} at {sys.executable}")
    yield Finding(about="Platform", finding=platform.platform())
    for name in DEPENDENCIES:
        try:
            yield Finding(about=name, finding=metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(about=name, finding="missing: install tip-reflect again", well=False)


def _folder(places: Places) -> Iterator[Finding]:
    home = places.home
    why = "TIP_REFLECT_HOME" if os.environ.get("TIP_REFLECT_HOME", "").strip() else "the usual place"
    yield Finding(about="Journal folder", finding=f"{home} ({why})")
    if any(part in str(home.absolute()).casefold() for part in SYNCED):
        from tip_reflect.prompts.reading import packs_folder, read_library

        try:
            notice = read_library(packs_folder()).notices.backup
        except TipReflectError:
            notice = ""
        yield Finding(
            about="Synced folder",
            finding=f"this folder looks like one that is copied to other computers. {notice} "
            "To keep it here only, move it and set TIP_REFLECT_HOME.",
            well=False,
        )
    if home.is_dir():
        yield _closed_to_others(home, "Folder permissions")
        yield _writable(home)
    there = next(folder for folder in (home.absolute(), *home.absolute().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    room = "" if free > LITTLE_ROOM else ": make room, or there may be none for a backup"
    yield Finding(about="Free disk", finding=f"{free // 2**20:,} MiB{room}", well=not room)


def _files(places: Places) -> Iterator[Finding]:
    if not places.journal.exists() and not places.header.exists():
        yield Finding(about="Journal", finding="none here yet: tip-reflect init makes one")
        return
    if places.journal.exists():
        yield Finding(
            about="Journal", finding=f"{places.journal.name}, {places.journal.stat().st_size // 1024:,} KiB"
        )
        yield _closed_to_others(places.journal, "Journal permissions")
    else:
        yield Finding(
            about="Journal", finding=f"{places.journal.name} is missing; a backup holds a copy", well=False
        )
    yield _header(places)
    if places.header.exists():
        yield _closed_to_others(places.header, "Key file permissions")
    backups = sorted(one.parent for one in places.backups.glob("[0-9]*/journal.db"))
    yield Finding(
        about="Backups", finding=f"{len(backups)}, the newest {backups[-1].name}" if backups else "none yet"
    )


def _header(places: Places) -> Finding:
    from tip_reflect.vault.header import read_header

    try:
        read_header(places.header)
    except TipReflectError as problem:
        return Finding(about="Key file", finding=str(problem), well=False)
    return Finding(about="Key file", finding=f"{places.header.name} can be read")


def _words(places: Places) -> Iterator[Finding]:
    from tip_reflect.prompts.reading import packs_folder, read_library
    from tip_reflect.settings import read_settings

    try:
        yield Finding(
            about="Prompts", finding=f"{len(read_library(packs_folder()).prompts)} in {packs_folder()}"
        )
    except TipReflectError as problem:
        yield Finding(about="Prompts", finding=str(problem), well=False)
    try:
        read_settings(places.settings)
        yield Finding(
            about="Settings", finding="can be read" if places.settings.exists() else "the usual ones"
        )
    except TipReflectError as problem:
        yield Finding(about="Settings", finding=str(problem), well=False)


def _passphrase() -> Iterator[Finding]:
    """Which sources are set; never what they hold."""
    from tip_reflect.cli.passphrases import COMMAND, FILE

    for variable in (FILE, COMMAND):
        if os.environ.get(variable):
            yield Finding(about="Passphrase", finding=f"comes from {variable}")
            break
    else:
        yield Finding(about="Passphrase", finding="is asked for on the terminal")
    path = os.environ.get(FILE)
    if path and Path(path).is_file():
        yield _closed_to_others(Path(path), "Passphrase file permissions")


def _terminal() -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding(about="Terminal", finding="none: output goes to a file or a pipe")
        return
    columns, lines = shutil.get_terminal_size()
    enough = columns >= APP_COLUMNS and lines >= APP_LINES
    size = f"{columns} columns, {lines} lines{'' if enough else ': 80 by 24 shows everything'}"
    yield Finding(about="Terminal size", finding=size, well=enough)
    colours = "none (NO_COLOR)" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "basic"
    yield Finding(about="Terminal", finding=f"{os.environ.get('TERM', platform.system())}, colours {colours}")
    yield Finding(
        about="Characters",
        finding=sys.stdout.encoding,
        well=sys.stdout.encoding.casefold().replace("-", "") == "utf8",
    )


def _closed_to_others(path: Path, about: str) -> Finding:
    if os.name == "nt":
        return Finding(about=about, finding="as your Windows account keeps its own folders")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(
            about=about, finding=f"{mode:04o}: others may read it. To close it: chmod go= PATH", well=False
        )
    return Finding(about=about, finding=f"{mode:04o}, yours alone")


def _writable(folder: Path) -> Finding:
    well = os.access(folder, os.W_OK)
    return Finding(
        about="Folder can be written to",
        finding="yes" if well else "no: you can read but not write",
        well=well,
    )
