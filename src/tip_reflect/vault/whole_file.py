"""Replacing a small file so that, whatever happens, either the old one or the new one is there, whole."""

import contextlib
import os
import secrets
from pathlib import Path

from tip_reflect.vault.refusals import refusal

UNFINISHED = ".unfinished"


def write_whole(path: Path, data: bytes) -> None:
    """Write beside `path`, flush to the disk, then swap (mode 0600). Raises ReadOnlyPlace, DiskFull or TipReflectError."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}{UNFINISHED}")
    try:
        _write_new(beside, data)
        beside.replace(path)
    except OSError as error:
        raise refusal(error, f"{path.name} could not be saved") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _flush_folder(path.parent)
    _clear_unfinished(path)


def _write_new(path: Path, data: bytes) -> None:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Ask the disk to remember the swap too.

    The new file is already the one in use, so a refusal here is not reported: to say that nothing was saved would
    be untrue, and after a power cut the old or the new file is there, whole. Windows has no such request.
    """
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _clear_unfinished(path: Path) -> None:
    """Remove what a killed program left beside `path`: it may be sealed under a passphrase since given up."""
    for left in path.parent.glob(f".{path.name}.*{UNFINISHED}"):
        with contextlib.suppress(OSError):
            left.unlink()
