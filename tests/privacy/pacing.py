"""How long the finder takes, how soon it is ready, and how much data it carries."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reading_corpus import Annotated

import tip_reflect.privacy

PIECE_WORDS = 300
_CODE = frozenset({".py", ".pyc", ".pyi"})
_FIRST_FIND = """
import time
began = time.perf_counter()
from tip_reflect.privacy.check import find
find("Kirsty Brown rang from Leith on Tuesday.")
print(time.perf_counter() - began)
"""


def pieces_of_300_words(texts: Iterable[Annotated]) -> list[str]:
    """The texts end to end, cut into pieces of exactly 300 words, their line ends kept."""
    words = "\n\n".join(text.text for text in texts).split(" ")
    pieces: list[str] = []
    held: list[str] = []
    count = 0
    for word in words:
        held.append(word)
        count += len(word.split())
        if count >= PIECE_WORDS:
            pieces.append(" ".join(held))
            held, count = [], 0
    return pieces


def seconds_each(pieces: Sequence[str], find: Callable[[str], object]) -> list[float]:
    """The seconds that each piece takes, in a process that is warm; each piece is new to it."""
    seconds = []
    for piece in pieces:
        began = time.perf_counter()
        find(piece)
        seconds.append(time.perf_counter() - began)
    return seconds


def ready_seconds(times: int = 7) -> float:
    """The median time from a fresh Python to the end of its first find, with its code compiled as installing does."""
    taken = []
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(times + 1):  # the first one compiles
            done = subprocess.run(
                [sys.executable, "-c", _FIRST_FIND],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            taken.append(float(done.stdout))
    return statistics.median(taken[1:])


def data_bytes() -> int:
    """The size of what the privacy room carries besides code."""
    folder = Path(tip_reflect.privacy.__file__).parent
    return sum(
        path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix not in _CODE
    )
