"""Where a file goes: a folder and a name as the worker typed them."""

from __future__ import annotations

import os
from pathlib import Path

from tip_reflect.app.screens.export import usual_folder
from tip_reflect.sharing.new_file import free_name


def folder_in(written: str) -> Path:
    """The folder that was typed, or the usual one."""
    written = written.strip()
    return Path(os.path.expanduser(written)) if written else usual_folder()  # noqa: PTH111  Path's own refuses an unknown ~name


def file_in(folder: str, name: str, stem: str, ending: str) -> Path:
    """The file that was typed; where no name was, one that is still free."""
    where = folder_in(folder)
    return where / name.strip() if name.strip() else free_name(where, stem, ending)
