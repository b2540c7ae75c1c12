"""A file of the worker's own, outside the journal: made new, readable by them alone, never over another."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from tip_reflect.errors import DiskFull, ReadOnlyPlace, TipReflectError

if TYPE_CHECKING:
    from pathlib import Path


TAKEN = "There is a file of that name already. It was not changed. Choose another name."


def require_new(path: Path) -> None:
    """Raises TipReflectError where something of that name is there: to say so before a person has done their part."""
    if os.path.lexists(path):
        raise TipReflectError(TAKEN)


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that was not there before, mode 0600. Raises TipReflectError, DiskFull or ReadOnlyPlace."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise TipReflectError(TAKEN) from None
    except FileNotFoundError:
        raise TipReflectError(
            "That folder does not exist. Nothing was written. Choose another folder."
        ) from None
    except OSError:
        raise ReadOnlyPlace(
            "Nothing can be written there. Your journal is safe. Choose another folder."
        ) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        path.unlink(missing_ok=True)
        if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull("The disk is full, so nothing was written. Your journal is safe.") from None
        raise ReadOnlyPlace(
            "The file could not be written, and nothing of it is left. Your journal is safe."
        ) from None


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """reflection.md, or reflection-2.md where that is taken, and so on."""
    path = folder / f"{stem}.{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.{ending}"
        number += 1
    return path
