"""A zip file made the same every time: its members in one order, with one time, and nothing else beside them.

They are not pressed together, since one computer's zlib does not press as another's does: the bytes are the same on all.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What a reader of Office files looks for first."""

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file with these members by name."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in sorted(members, key=lambda name: (name not in FIRST, name)):
            member = zipfile.ZipInfo(name, NO_TIME)
            member.create_system = 0
            file.writestr(member, members[name])
            member.external_attr = 0  # zipfile puts a mode there; the directory is written last
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members by name. Raises zipfile.BadZipFile."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
