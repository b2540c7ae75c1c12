"""Making sure that what was put on the disk is there after the power goes."""

import os
from pathlib import Path


def settle(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk; Windows does that for folders by itself."""
    if os.name == "nt" and path.is_dir():
        return
    # Windows refuses to settle a file that was opened for reading alone.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
