"""The demo's folder is private while it is used and gone afterwards, and clearing up touches nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tip_reflect.demo.folder import LOCK, MARKER, PREFIX, clear_abandoned, demo_folder
from tip_reflect.errors import ReadOnlyPlace, TipReflectError

HOLD = """
import sys
from pathlib import Path
from tip_reflect.demo.folder import demo_folder

with demo_folder(Path(sys.argv[1])) as folder:
    (folder / "backups").mkdir()
    (folder / "backups" / "one.db").write_text("invented")
    (folder / "journal.db").write_text("invented")
    print(folder, flush=True)
    sys.stdin.read()
"""


class RunningDemo:
    """Another process with a demo folder open, until it is ended or killed."""

    def __init__(self, base: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(base)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.folder = Path(self.process.stdout.readline().strip())

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def end(self) -> None:
        self.process.communicate()


@pytest.fixture
def running(base):
    demo = RunningDemo(base)
    yield demo
    demo.end()


def test_the_folder_is_there_and_writable_inside_and_gone_afterwards(base):
    with demo_folder(base) as folder:
        (folder / "backups").mkdir()
        (folder / "backups" / "one.db").write_text("invented", encoding="utf-8")
        (folder / "journal.db").write_text("invented", encoding="utf-8")
        assert folder.parent == base
        assert folder.name.startswith(PREFIX)
    assert list(base.iterdir()) == []


def test_the_folder_is_gone_even_when_the_demo_ends_in_an_error(base):
    def crash() -> None:
        with demo_folder(base) as folder:
            (folder / "journal.db").write_text("invented", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        crash()
    assert list(base.iterdir()) == []


def test_it_is_made_in_the_systems_temporary_folder_when_no_other_is_given(base, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(base))
    with demo_folder() as folder:
        assert folder.parent == base


def test_a_folder_that_a_demo_removed_itself_is_no_trouble(base):
    with demo_folder(base) as folder:
        (folder / MARKER).unlink()
    assert list(base.iterdir()) == []


def test_what_a_killed_demo_left_is_cleared_by_the_next_start(base):
    demo = RunningDemo(base)
    demo.kill()
    assert (demo.folder / "journal.db").exists()
    with demo_folder(base) as folder:
        assert list(base.iterdir()) == [folder]
    assert list(base.iterdir()) == []


def test_a_running_demo_is_not_cleared_by_another(base, running):
    with demo_folder(base) as folder:
        assert folder != running.folder
        assert (running.folder / "backups" / "one.db").read_text() == "invented"
    assert (running.folder / "journal.db").read_text() == "invented"


def test_two_demos_in_one_process_do_not_clear_each_other(base):
    with demo_folder(base) as first, demo_folder(base) as second:
        assert first != second
        assert first.exists()
        assert second.exists()


def test_a_demo_that_ends_by_itself_leaves_nothing(base, running):
    running.end()
    assert list(base.iterdir()) == []


def test_a_leftover_folder_is_cleared_with_all_that_is_in_it(base, leftover):
    (leftover / "backups").mkdir()
    (leftover / "backups" / "one.db").write_text("invented", encoding="utf-8")
    clear_abandoned(base)
    assert not leftover.exists()


def test_the_marker_goes_last_so_that_a_clearing_cut_short_can_be_finished(base, leftover, monkeypatch):
    removed = []
    unlink = Path.unlink

    def unlink_and_tell(path: Path, *, missing_ok: bool = False) -> None:
        removed.append(path.name)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr("pathlib.Path.unlink", unlink_and_tell)
    clear_abandoned(base)
    assert removed == ["journal.db", LOCK, MARKER]
    assert not leftover.exists()


def test_a_clearing_cut_short_is_finished_by_the_next(base, leftover):
    (leftover / "journal.db").unlink()
    (leftover / LOCK).unlink()
    clear_abandoned(base)
    assert not leftover.exists()


def test_a_folder_another_start_is_clearing_is_left_to_it_and_leaves_no_empty_shell(
    base, leftover, monkeypatch
):
    """Taking the lock of a folder that has just gone makes the folder anew: the shell goes too."""
    looked = []

    def gone_after_the_first_look(path: Path) -> bool:
        looked.append(path)
        if len(looked) == 1:
            shutil.rmtree(path)
            return True
        return False

    monkeypatch.setattr("tip_reflect.demo.folder._made_by_a_demo", gone_after_the_first_look)
    clear_abandoned(base)
    assert looked == [leftover, leftover]
    assert not leftover.exists()


def test_a_folder_with_the_name_but_no_marker_is_left_alone(base):
    other = base / f"{PREFIX}mine"
    other.mkdir(mode=0o700)
    (other / "keep.txt").write_text("mine", encoding="utf-8")
    clear_abandoned(base)
    assert (other / "keep.txt").read_text() == "mine"
    assert list(other.iterdir()) == [other / "keep.txt"]


@pytest.mark.parametrize("marker", [b"", b"some other words", b"\xff\xfe"])
def test_a_folder_whose_marker_says_something_else_is_left_alone(base, leftover, marker):
    (leftover / MARKER).write_bytes(marker)
    clear_abandoned(base)
    assert (leftover / "journal.db").exists()


def test_a_copy_someone_made_under_another_name_is_left_alone(base, leftover):
    copy = base / f"{PREFIX}copy"
    shutil.copytree(leftover, copy)
    copy.chmod(0o700)
    clear_abandoned(base)
    assert (copy / "journal.db").exists()


def test_a_folder_with_another_name_is_left_alone_whatever_is_in_it(base, leftover):
    other = leftover.rename(base / "other")
    (other / MARKER).write_text(
        (other / MARKER).read_text().replace(f"{PREFIX}left", "other"), encoding="utf-8"
    )
    clear_abandoned(base)
    assert (other / "journal.db").exists()


def test_a_leftover_that_cannot_be_cleared_does_not_stop_the_demo(base, leftover, monkeypatch):
    (leftover / "backups").mkdir()

    def refuse(*_args: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", refuse)
        with demo_folder(base) as new:
            assert new.exists()
    assert leftover.exists()
    clear_abandoned(base)
    assert not leftover.exists()


def test_a_place_where_no_folder_can_be_made_is_said_calmly(base):
    with (
        pytest.raises(ReadOnlyPlace, match="Nothing of yours was touched"),
        demo_folder(base / "not there"),
    ):
        pass


def test_a_folder_that_could_not_be_marked_is_not_left_behind(base, monkeypatch):
    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    with pytest.raises(ReadOnlyPlace), demo_folder(base):
        pass
    assert list(base.iterdir()) == []


def test_a_folder_that_cannot_be_removed_is_named_and_cleared_by_the_next_start(base, monkeypatch):
    def refuse(*_args: object) -> None:
        raise PermissionError

    def run() -> None:
        with demo_folder(base) as folder:
            (folder / "backups").mkdir()
            monkeypatch.setattr("shutil.rmtree", refuse)

    with pytest.raises(TipReflectError, match="The next demo will try again") as problem:
        run()
    assert PREFIX in str(problem.value)
    monkeypatch.undo()
    clear_abandoned(base)
    assert list(base.iterdir()) == []
