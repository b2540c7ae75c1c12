"""The demo's own temporary folder: private, held while the demo runs, gone afterwards.

A demo that was killed cannot tidy up, so the next one does. It clears a folder only when everything says that a demo
made it and none is using it: its name, owner and mode, a marker inside that names the folder, and a lock that nobody
holds. The lock is taken before the marker is written, so a folder still being made is never cleared.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from tip_reflect.errors import ReadOnlyPlace, TipReflectError

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "tip-reflect-demo-"
MARKER = "made-by-tip-reflect-demo"
LOCK = "demo.lock"


@contextmanager
def demo_folder(base: Path | None = None) -> Iterator[Path]:
    """Make a private folder under `base` (the system's temporary folder), and remove it with all in it at the end.

    First clears what killed demos left there. Raises ReadOnlyPlace when no folder can be made, and TipReflectError
    when it could not be removed.
    """
    try:
        where = Path(tempfile.gettempdir()) if base is None else base
        clear_abandoned(where)
        folder, lock = _make(where)
    except OSError:
        raise ReadOnlyPlace(
            "The demo could not make a temporary folder to work in. Nothing of yours was touched. "
            "Check that the disk has room and can be written to, then try again."
        ) from None
    try:
        yield folder
    finally:
        try:
            _remove(folder, lock)
        except OSError:
            raise TipReflectError(
                f"The demo could not remove all of its temporary folder, {folder}. "
                "Only the invented journal is in it. The next demo will try again, or you can delete it."
            ) from None


def clear_abandoned(base: Path) -> None:
    """Remove the folders under `base` that demos made and no longer use; leave everything else as it is."""
    for name in os.listdir(base):  # noqa: PTH208 - the names alone are wanted: nothing is looked at before its name
        folder = base / name
        if not name.startswith(PREFIX) or not _made_by_a_demo(folder):
            continue
        # One that is in use (filelock's Timeout is an OSError), or cannot be cleared now, must not stop this demo:
        # the next one tries again.
        with suppress(OSError), _lock(folder) as lock:
            # Looked at again under the lock: another start may have cleared it in between, and then taking the
            # lock has made the folder anew with only the lock in it.
            if _made_by_a_demo(folder) or os.listdir(folder) == [LOCK]:  # noqa: PTH208
                _remove(folder, lock)


def _make(base: Path) -> tuple[Path, FileLock]:
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=base))
    lock = _lock(folder)
    try:
        lock.acquire()
        (folder / MARKER).write_text(_marker_text(folder), encoding="utf-8")
    except OSError:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder, lock


def _lock(folder: Path) -> FileLock:
    """Give the folder's lock, which never waits, and which the system lets go of however its holder ends."""
    return FileLock(folder / LOCK, timeout=0, thread_local=False)


def _marker_text(folder: Path) -> str:
    """Names the folder, so that a copy someone made of it is not taken for one of ours."""
    return f"{folder.name}\nAn invented journal, for looking at. It is removed when the demo ends.\n"


def _made_by_a_demo(folder: Path) -> bool:
    """Whether a demo made this folder, judged without following a link."""
    marker = folder / MARKER
    try:
        status, marker_status = folder.lstat(), marker.lstat()
        return (
            stat.S_ISDIR(status.st_mode)
            and stat.S_ISREG(marker_status.st_mode)
            and _is_private(status)
            and marker.read_text(encoding="utf-8") == _marker_text(folder)
        )
    except (OSError, UnicodeDecodeError):
        return False


def _is_private(status: os.stat_result) -> bool:
    """Whether it is this person's and closed to all others; Windows keeps each person's temporary folder apart."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.getuid() and stat.S_IMODE(status.st_mode) == stat.S_IRWXU


def _remove(folder: Path, lock: FileLock) -> None:
    """Remove the folder, the marker last of what is in it: a removal cut short is finished by the next start."""
    try:
        for entry in list(os.scandir(folder)):
            if entry.name in {MARKER, LOCK}:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink(missing_ok=True)
    finally:
        lock.release()  # before its file goes: Windows removes no open file
    (folder / LOCK).unlink(missing_ok=True)
    (folder / MARKER).unlink(missing_ok=True)
    # Not empty only when another start has just taken the lock to clear it: then that one removes it.
    with suppress(OSError):
        folder.rmdir()
