"""The files that people hand over: found in folders, and read with a limit, so that no file can stop the program."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tip_reflect.sharing.learning_file import NotLearning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

MOST_BYTES = 2**20
"""Of one file: some five thousand lines, far more than one person's list."""
LEFT_BY_COMPUTERS = frozenset({"desktop.ini", "thumbs.db"})
"""Windows puts these into folders unasked; others begin with a dot."""
NO_FILE = "there is no such file"
NOT_READ = "it cannot be read"
NO_ORDINARY_FILE = "it is not an ordinary file"
TOO_BIG = "it is larger than any list of learning lines"


def files_in(paths: Iterable[Path]) -> Iterator[Path | OSError]:
    """The files named, and all in the folders named and the folders in those; what cannot be looked into is a problem.

    Links to folders are not followed, so there is no way round in a circle.
    """
    for path in paths:
        if not _is_folder(path):
            yield path
            continue
        problems: list[OSError] = []
        for folder, names, files in os.walk(path, onerror=problems.append):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith(".") and name.casefold() not in LEFT_BY_COMPUTERS:
                    yield Path(folder, name)
        yield from problems


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it is closed to us, which reading it will say
        return False


def read_limited(path: Path) -> tuple[bytes, Hashable]:
    """A file's bytes, and what tells it from every other file. Raises NotLearning; it waits for nothing."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    )
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        raise NotLearning(NO_FILE) from None
    except (OSError, ValueError):
        raise NotLearning(NOT_READ) from None
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        known = os.fstat(descriptor)
        if not stat.S_ISREG(known.st_mode):
            raise NotLearning(NO_ORDINARY_FILE)
        if known.st_size > MOST_BYTES:
            raise NotLearning(TOO_BIG)
        try:
            data = file.read(MOST_BYTES + 1) or b""
        except OSError:
            raise NotLearning(NOT_READ) from None
    if len(data) > MOST_BYTES:  # it grew while it was read
        raise NotLearning(TOO_BIG)
    # Some network folders number no files; their names must do.
    return data, (known.st_dev, known.st_ino or os.path.realpath(path))
