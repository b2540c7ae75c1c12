"""Writing the header and making the folder: whole or not at all, and for the owner only."""

import errno
import os
import stat
import subprocess
import sys

import pytest

from tip_reflect.errors import DiskFull, ReadOnlyPlace, TipReflectError
from tip_reflect.vault.folder import make_folder
from tip_reflect.vault.header import Header, WrapParameters, read_header, write_header

CHEAP = WrapParameters(memory_kib=8 * 1024, iterations=1, lanes=1)


def header_marked(mark):
    """A header that can be told from another; nothing needs to open it here."""
    return Header(parameters=CHEAP, salt=bytes([mark]) * 16, nonce=bytes(12), wrapped=bytes(32))


OLD, NEW = header_marked(1), header_marked(2)


def refusing(number):
    def refuse(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    return refuse


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "journal"
    folder.mkdir()
    write_header(folder / "vault.json", OLD)
    return folder / "vault.json"


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EACCES, ReadOnlyPlace),
        (errno.EPERM, ReadOnlyPlace),
        (errno.EIO, TipReflectError),
    ],
)
@pytest.mark.parametrize("failing", ["open", "fsync", "replace"])
def test_a_refused_write_leaves_the_old_header_and_nothing_beside_it(
    path, monkeypatch, failing, number, error
):
    with monkeypatch.context() as patched:
        patched.setattr(os, failing, refusing(number))
        with pytest.raises(error) as refused:
            write_header(path, NEW)
    assert type(refused.value) is error
    assert "could not be saved" in str(refused.value)
    assert "still there, whole" in str(refused.value)
    assert "try again" in str(refused.value)
    assert str(path.parent) not in str(refused.value)
    assert read_header(path) == OLD
    assert names_in(path.parent) == ["vault.json"]


def test_a_disk_that_fills_up_half_way_through_leaves_the_old_header(path, monkeypatch):
    real_fdopen = os.fdopen

    def opened_on_a_filling_disk(*args):
        file = real_fdopen(*args)

        class Filling:
            def __enter__(self):
                return self

            def __exit__(self, *_):
                file.close()

            def write(self, data):
                file.write(data[:100])
                file.flush()
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return Filling()

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", opened_on_a_filling_disk)
        with pytest.raises(DiskFull):
            write_header(path, NEW)
    assert read_header(path) == OLD
    assert names_in(path.parent) == ["vault.json"]


def test_the_new_header_is_on_the_disk_before_it_takes_the_old_ones_place(path, monkeypatch):
    happened = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(number):
        kind = "folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file"
        size = os.fstat(number).st_size
        happened.append(f"{kind} flushed" if kind == "folder" else f"{kind} of {size} flushed")
        real_fsync(number)

    def replace(source, target, **kwargs):
        happened.append("replaced")
        real_replace(source, target, **kwargs)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write_header(path, NEW)
    assert happened[:2] == [f"file of {path.stat().st_size} flushed", "replaced"]
    if os.name == "posix":
        assert happened[2:] == ["folder flushed"]


def test_a_folder_that_cannot_be_flushed_does_not_make_a_saved_header_look_unsaved(path, monkeypatch):
    real_fsync = os.fsync

    def fsync(number):
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real_fsync(number)

    monkeypatch.setattr(os, "fsync", fsync)
    write_header(path, NEW)
    assert read_header(path) == NEW


def test_a_program_killed_while_writing_leaves_the_old_header_and_the_next_write_clears_up(path):
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from tip_reflect.vault.header import read_header, write_header\n"
        "os.replace = lambda *_, **__: os._exit(9)\n"
        "path = Path(sys.argv[1])\n"
        "write_header(path, read_header(path))\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert ended.returncode == 9
    assert len(names_in(path.parent)) == 2
    assert read_header(path) == OLD
    write_header(path, NEW)
    assert read_header(path) == NEW
    assert names_in(path.parent) == ["vault.json"]


def test_an_interrupted_write_leaves_the_old_header_and_nothing_beside_it(path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_header(path, NEW)
    assert read_header(path) == OLD
    assert names_in(path.parent) == ["vault.json"]


def test_a_folder_that_is_not_there_is_a_calm_refusal(tmp_path):
    with pytest.raises(TipReflectError, match=r"vault\.json could not be saved"):
        write_header(tmp_path / "gone" / "vault.json", NEW)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_header_is_its_owners_alone_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        write_header(tmp_path / "vault.json", OLD)
    finally:
        os.umask(before)
    if os.name == "posix":
        assert mode_of(tmp_path / "vault.json") == 0o600


def test_a_header_that_others_could_read_is_closed_when_it_is_next_written(path):
    path.chmod(0o644)
    write_header(path, NEW)
    if os.name == "posix":
        assert mode_of(path) == 0o600


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_new_folder_is_its_owners_alone_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        make_folder(tmp_path / "journal")
    finally:
        os.umask(before)
    assert (tmp_path / "journal").is_dir()
    if os.name == "posix":
        assert mode_of(tmp_path / "journal") == 0o700


def test_the_folders_above_are_made_too(tmp_path):
    make_folder(tmp_path / "a" / "b" / "journal")
    assert (tmp_path / "a" / "b" / "journal").is_dir()


def test_an_empty_folder_that_is_there_is_closed_to_others(tmp_path):
    (tmp_path / "journal").mkdir(mode=0o755)
    make_folder(tmp_path / "journal")
    if os.name == "posix":
        assert mode_of(tmp_path / "journal") == 0o700


def test_a_folder_with_other_things_in_it_keeps_its_mode_and_its_things(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "minutes.txt").write_text("theirs")
    make_folder(shared)
    assert (shared / "minutes.txt").read_text() == "theirs"
    if os.name == "posix":
        assert mode_of(shared) == 0o755


def test_a_folder_on_a_disk_that_keeps_no_modes_can_still_be_used(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "chmod", refusing(errno.EPERM))
    make_folder(tmp_path / "journal")
    assert (tmp_path / "journal").is_dir()


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.EROFS, ReadOnlyPlace), (errno.EACCES, ReadOnlyPlace), (errno.ENOSPC, DiskFull)],
)
def test_a_folder_that_cannot_be_made_is_a_calm_refusal(tmp_path, monkeypatch, number, error):
    monkeypatch.setattr(os, "mkdir", refusing(number))
    with pytest.raises(error, match="could not be made ready"):
        make_folder(tmp_path / "journal")


def test_a_folder_that_is_there_but_cannot_be_written_to_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnlyPlace):
        make_folder(tmp_path)


def test_a_file_where_the_folder_should_be_is_a_calm_refusal_and_is_kept(tmp_path):
    (tmp_path / "journal").write_text("a file")
    with pytest.raises(TipReflectError, match="could not be made ready"):
        make_folder(tmp_path / "journal")
    assert (tmp_path / "journal").read_text() == "a file"
