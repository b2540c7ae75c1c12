"""What POSIX lets the demo check before it clears a folder: owner, mode, and that nothing is a link."""

import os
import stat

import pytest

from tip_reflect.demo.folder import MARKER, PREFIX, clear_abandoned, demo_folder


def test_only_its_owner_can_look_into_the_folder(base):
    with demo_folder(base) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707])
def test_a_folder_that_others_can_reach_is_left_alone(base, leftover, mode):
    leftover.chmod(mode)
    clear_abandoned(base)
    assert (leftover / "journal.db").exists()


def test_someone_elses_folder_is_left_alone(base, leftover, monkeypatch):
    own = os.getuid()
    monkeypatch.setattr("os.getuid", lambda: own + 1)
    clear_abandoned(base)
    assert (leftover / "journal.db").exists()


@pytest.mark.parametrize("modes_tell", [True, False])
def test_a_link_to_a_folder_is_neither_followed_nor_removed(base, leftover, monkeypatch, modes_tell):
    if not modes_tell:  # as on Windows
        monkeypatch.setattr("tip_reflect.demo.folder._is_private", lambda _status: True)
    real = base / "elsewhere"
    real.mkdir(mode=0o700)
    link = base / f"{PREFIX}link"
    link.symlink_to(real)
    (real / MARKER).write_text(
        (leftover / MARKER).read_text().replace(f"{PREFIX}left", link.name), encoding="utf-8"
    )
    (real / "keep.txt").write_text("mine", encoding="utf-8")
    clear_abandoned(base)
    assert link.is_symlink()
    assert (real / "keep.txt").read_text() == "mine"


def test_a_marker_that_is_a_link_is_not_believed(base, leftover):
    (leftover / MARKER).rename(base / "marker")
    (leftover / MARKER).symlink_to(base / "marker")
    clear_abandoned(base)
    assert (leftover / "journal.db").exists()


def test_links_inside_a_leftover_folder_are_removed_and_never_followed(base, leftover):
    mine = base / "mine"
    mine.mkdir()
    (mine / "keep.txt").write_text("mine", encoding="utf-8")
    (leftover / "away").symlink_to(mine)
    (leftover / "file").symlink_to(mine / "keep.txt")
    clear_abandoned(base)
    assert not leftover.exists()
    assert (mine / "keep.txt").read_text() == "mine"
