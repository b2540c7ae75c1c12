"""A sector's year of learning lines as one report: time and memory, beside the same for a small team's worth.

    uv run python tests/bench/combine_year.py [--short] [--format csv,md,html,docx] [--markdown]

It writes 20,000 files that hold 240,000 invented lines, and another 200 files, into a temporary folder, combines each
in a process of its own, and removes them. A few lines say the same as another, and a few hold a phone number, as they
would. It fails only when a part of it breaks: never because of a time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from measured import Row, Unit, markdown, plain

from tip_reflect.journal.learning import Statement
from tip_reflect.journal.principles import Principle
from tip_reflect.sharing.learning_file import SharedLine, write_learning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

YEAR, TEAM = 20_000, 200
SHORT_YEAR, SHORT_TEAM = 200, 20
LINES = 12
"""In each file."""
FORMS = ("csv", "md", "html", "docx")
SAME, STRAIGHT = 20, 500
"""One line of so many says what someone else's says; one of so many holds a phone number."""
TOLD = """
import json, resource, sys, time
from tip_reflect.cli.running import run
began = time.perf_counter()
code = run(sys.argv[1:])
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps({"code": code, "seconds": time.perf_counter() - began, "bytes": most}))
"""
WORDS = tuple(
    word
    for line in (
        "ask wait listen first then slowly together again before after the a door silence room choice visit question",
        "letter name step small kind honest early late said heard left stayed offered named agreed changed noticed",
        "settled helped parent child worker team school meeting record promise time trust safety voice power feedback",
    )
    for word in line.split()
)


def main(words: Sequence[str] | None = None) -> int:
    asked = _arguments().parse_args(words)
    year, team = (SHORT_YEAR, SHORT_TEAM) if asked.short else (YEAR, TEAM)
    with tempfile.TemporaryDirectory(prefix="tip-reflect-combine-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
        began = time.perf_counter()
        for name, files in (("year", year), ("team", team)):
            _write_files(Path(folder) / name, files, Random(files))
        print(
            f"{year:,} files with {year * LINES:,} lines written in {time.perf_counter() - began:.0f} s",
            file=sys.stderr,
        )
        rows: list[Row] = []
        for form in asked.format:
            rows += _rows(Path(folder), form, year, team)
    print(markdown(rows) if asked.markdown else plain(rows))
    return 0


def _rows(folder: Path, form: str, year: int, team: int) -> Iterator[Row]:
    large, small = (_combine(folder, name, form) for name in ("year", "team"))
    reference = f"{team:,} files, {team * LINES:,} lines"
    what = f"combine {year:,} files, {year * LINES:,} lines: {form}"
    yield Row(
        what=what, measured=large["seconds"], reference=reference, referred=small["seconds"], budget=None
    )
    yield Row(
        what=f"{what}, memory at its most",
        measured=large["bytes"],
        reference=reference,
        referred=small["bytes"],
        budget=None,
        unit=Unit.BYTES,
        note=f"{(large['bytes'] - small['bytes']) / (LINES * (year - team)):.0f} bytes more for each line more",
    )


def _combine(folder: Path, name: str, form: str) -> dict[str, float]:
    """Seconds and bytes of one run in a process of its own, apart from the start of Python."""
    report = folder / f"{name}.{form}"
    line = [sys.executable, "-c", TOLD, "learning", "combine", str(folder / name), "-o", str(report)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode or (told := json.loads(done.stdout.splitlines()[-1]))["code"]:
        raise RuntimeError(f"combining broke: {done.stderr}")
    print(f"  {name}.{form}: {report.stat().st_size / 2**20:.1f} MiB. {done.stderr.strip()}", file=sys.stderr)
    return told


def _write_files(folder: Path, files: int, random: Random) -> None:
    folder.mkdir()
    common = [_words(random) for _ in range(200)]
    for number in range(files):
        lines = [
            SharedLine(
                text=_text(random, common),
                principle=random.choice((None, *Principle)),
                statement=random.choice((None, None, None, *Statement)),
            )
            for _ in range(LINES)
        ]
        (folder / f"learning-{number}.txt").write_bytes(write_learning(lines, random))


def _text(random: Random, common: Sequence[str]) -> str:
    if not random.randrange(SAME):
        return random.choice(common)
    if not random.randrange(STRAIGHT):
        return f"Ring 07700 900{random.randrange(1000):03} first."
    return "\n".join(_words(random) for _ in range(random.choice((1, 1, 1, 2))))


def _words(random: Random) -> str:
    return f"{' '.join(random.choices(WORDS, k=random.randrange(6, 18)))}.".capitalize()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="A year of learning lines as one report.")
    parser.add_argument("--short", action="store_true", help=f"{SHORT_YEAR} files beside {SHORT_TEAM}")
    parser.add_argument(
        "--format", type=lambda written: written.split(","), default=list(FORMS), metavar="F,F"
    )
    parser.add_argument("--markdown", action="store_true", help="a table to paste")
    return parser


if __name__ == "__main__":
    sys.exit(main())
