"""jrnl, in an environment of its own, with the same entries in its plain text file."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from measured import LeftOutError

from tip_reflect.store.connection import Access, connected

if TYPE_CHECKING:
    from pathlib import Path

    from journals import Journal

VERSION = "4.6"

# What jrnl writes for itself at its first start, plain and without colours.
_SETTINGS = """\
version: "{version}"
journals:
  default:
    journal: {file}
editor: ""
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: "%F %r"
tagsymbols: "#@"
highlight: true
linewrap: 79
indent_character: "|"
colors: {{body: none, date: none, tags: none, title: none}}
"""

_WORDS = """\
SELECT entry.written, group_concat(answer.text, char(10, 10))
FROM entry JOIN answer ON answer.entry_key = entry.key GROUP BY entry.key ORDER BY entry.written
"""


def install(folder: Path) -> Path:
    """jrnl's program, in a new environment. Raises LeftOutError where it cannot be had."""
    uv = os.environ.get("UV") or shutil.which("uv")  # `uv run` names itself
    if not uv:
        raise LeftOutError("uv is not on the path, so jrnl could not be installed")
    for words in (
        ["venv", "--quiet", str(folder)],
        ["pip", "install", "--quiet", "--python", str(folder), f"jrnl=={VERSION}"],
    ):
        try:
            subprocess.run([uv, *words], capture_output=True, check=True, timeout=300)
        except (OSError, subprocess.SubprocessError) as problem:
            raise LeftOutError(f"jrnl {VERSION} could not be installed ({type(problem).__name__})") from None
    return folder / ("Scripts" if os.name == "nt" else "bin") / "jrnl"


@dataclass(frozen=True, slots=True)
class Jrnl:
    """jrnl on one journal."""

    program: Path
    settings: Path

    def command(self, *words: str) -> list[str]:
        return [str(self.program), "--config-file", str(self.settings), *words]


def with_the_same_entries(program: Path, journal: Journal, folder: Path) -> Jrnl:
    """Write every entry's words as jrnl keeps them: a line with the date, then the text."""
    folder.mkdir()
    settings, file = folder / "jrnl.yaml", folder / "journal.txt"
    settings.write_text(_SETTINGS.format(version=VERSION, file=file), encoding="utf-8")
    with (
        file.open("w", encoding="utf-8") as out,
        connected(journal.places.journal, journal.key, Access.READ) as made,
    ):
        for written, text in made.execute(_WORDS):
            at = datetime.fromtimestamp(written / 1_000_000, UTC)
            # A bracket at the start of a line, and these two signs, mean something to jrnl.
            kept = text.replace("[", "(").replace("@", "at ").replace("#", "")
            out.write(f"[{at:%Y-%m-%d %I:%M:%S %p}] {kept}\n\n")
    return Jrnl(program, settings)
