"""The key header on disk: `vault.json` is read whole, and replaced whole or not at all."""

import stat
from pathlib import Path

from tip_reflect.vault.header_json import MOST_BYTES, damaged, header_from_json, header_to_json
from tip_reflect.vault.whole_file import write_whole
from tip_reflect.vault.wrapping import Header, WrapParameters, seal, unseal

__all__ = ["Header", "WrapParameters", "read_header", "seal", "unseal", "write_header"]


def read_header(path: Path) -> Header:
    """Read the header at `path`. Raises DamagedHeader (missing, unreadable, damaged, out of bounds) or NewerJournal."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise damaged("could not be opened")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise damaged("is missing") from None
    except OSError:
        raise damaged("could not be opened") from None
    return header_from_json(data)


def write_header(path: Path, header: Header) -> None:
    """Put a header at `path`, for its owner only (0600); when this fails, the one before is still there.

    Raises ReadOnlyPlace, DiskFull, or TipReflectError for any other refusal of the disk.
    """
    write_whole(path, header_to_json(header))
