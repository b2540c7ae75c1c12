"""A folder as a killed demo leaves it, the packs, and what only POSIX can be asked."""

import shutil
import sys

import pytest

from tip_reflect.demo.folder import MARKER, PREFIX, demo_folder
from tip_reflect.prompts.reading import packs_folder, read_library

collect_ignore = ["test_demo_folder_on_posix.py"] if sys.platform == "win32" else []


@pytest.fixture(scope="session")
def library():
    return read_library(packs_folder())


@pytest.fixture
def base(tmp_path):
    """Stands for the system's temporary folder, with nothing in it."""
    base = tmp_path / "temporary"
    base.mkdir()
    return base


@pytest.fixture
def leftover(base):
    """A folder as a killed demo leaves it."""
    with demo_folder(base) as folder:
        abandoned = base / f"{PREFIX}left"
        shutil.copytree(folder, abandoned)
    abandoned.chmod(0o700)
    text = (abandoned / MARKER).read_text(encoding="utf-8").replace(folder.name, abandoned.name)
    (abandoned / MARKER).write_text(text, encoding="utf-8")
    (abandoned / "journal.db").write_text("invented", encoding="utf-8")
    return abandoned
