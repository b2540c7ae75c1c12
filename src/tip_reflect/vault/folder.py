"""The journal's folder: its owner's alone."""

import contextlib
import errno
import os
from pathlib import Path

from tip_reflect.vault.refusals import refusal

OWNER_ONLY = 0o700


def make_folder(path: Path) -> None:
    """Make sure the folder is there and can be written to; a new or empty one is closed to other people (0700).

    A folder that already holds something keeps its mode: it may be shared for a reason we cannot know, and
    every file we put in it is encrypted and 0600 all the same.
    Raises ReadOnlyPlace, DiskFull, or TipReflectError for any other refusal of the disk.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY)
        if not any(path.iterdir()):
            # The mode given to mkdir is cut by the umask, and an empty folder may have been made by hand.
            # Some disks (a memory stick) keep no modes: the journal is encrypted there all the same.
            with contextlib.suppress(OSError):
                path.chmod(OWNER_ONLY)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise refusal(error, "the folder for the journal could not be made ready") from None
