"""A file made new, for its owner alone."""

import errno
import os
import stat
import sys

import pytest

from tip_reflect.errors import DiskFull, ReadOnlyPlace, TipReflectError
from tip_reflect.sharing.new_file import free_name, write_new_file

posix = sys.platform != "win32"


def test_the_file_holds_exactly_the_bytes_and_is_its_owners_alone(tmp_path):
    path = tmp_path / "out.md"
    write_new_file(path, b"a\r\nb\n\x00")
    assert path.read_bytes() == b"a\r\nb\n\x00"
    if posix:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    path = tmp_path / "out.md"
    path.write_bytes(b"mine")
    with pytest.raises(TipReflectError, match="already"):
        write_new_file(path, b"new")
    assert path.read_bytes() == b"mine"


def test_a_link_is_not_followed_to_a_file_elsewhere(tmp_path):
    target = tmp_path / "target"
    link = tmp_path / "out.md"
    link.symlink_to(target)
    with pytest.raises(TipReflectError, match="already"):
        write_new_file(link, b"new")
    assert not target.exists()


def test_a_folder_that_is_missing_is_said(tmp_path):
    with pytest.raises(TipReflectError, match="folder"):
        write_new_file(tmp_path / "none" / "out.md", b"new")


@pytest.mark.parametrize(("number", "refusal"), [(errno.ENOSPC, DiskFull), (errno.EIO, ReadOnlyPlace)])
def test_nothing_half_written_is_left_behind(tmp_path, monkeypatch, number, refusal):
    def fail(_descriptor):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(refusal):
        write_new_file(tmp_path / "out.md", b"new")
    assert not (tmp_path / "out.md").exists()


def test_a_free_name_counts_up(tmp_path):
    (tmp_path / "reflection.md").touch()
    (tmp_path / "reflection-2.md").touch()
    assert free_name(tmp_path, "reflection", "md").name == "reflection-3.md"
