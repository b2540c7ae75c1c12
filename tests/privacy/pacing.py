"""How long the finder takes, how soon it is ready, and how much data it carries."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reading_corpus import Annotated

import tip_reflect.privacy

PIECE_WORDS = 300
ROUNDS = 5
"""How often each piece is timed; the least counts, for another process may have had the processor in between."""
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


def our_seconds(texts: Sequence[str], pieces: Sequence[str]) -> dict[str, float]:
    """The median seconds of a piece, by what is asked: `spotted` only finds, `find` also says what to say instead.

    Each piece takes the least of ROUNDS, in a process of its own that has read `texts` before; so Presidio is timed too.
    """
    asked = json.dumps({"texts": texts, "timed": pieces, "rounds": ROUNDS})
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "our_worker.py")],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    return {asked: statistics.median(seconds) for asked, seconds in json.loads(done.stdout).items()}


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
