"""The shipped packs, read once; and a copy of them to break."""

import shutil

import pytest

from tip_reflect.prompts.reading import packs_folder, read_library


@pytest.fixture(scope="session")
def library():
    return read_library(packs_folder())


@pytest.fixture
def packs(tmp_path):
    folder = tmp_path / "packs"
    shutil.copytree(packs_folder(), folder)
    return folder
