"""The benchmark: each budget of the design, measured beside its reference in the same run.

    uv run python tests/bench/run.py [--short] [--entries 1000,10000,50000] [--markdown]

It makes its journals in a temporary folder and removes them. It fails only when a part of it breaks: never because
of a time, for clocks on a shared machine say nothing about one run.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import rows_command_line
import rows_finding
import rows_memory
import rows_start
import rows_unlock
import rows_writing
from invented import Inventor
from journals import make_journals
from measured import LeftOutError, Row, markdown, plain
from pace import seconds
from workplace import Workplace, say

from tip_reflect.prompts.reading import packs_folder, read_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PARTS: dict[str, Callable[[Workplace], Iterator[Row]]] = {
    "start": rows_start.rows,
    "unlock": rows_unlock.rows,
    "keys": rows_writing.key_to_paint,
    "save": rows_writing.save,
    "search": rows_finding.search,
    "list": rows_finding.list_of_entries,
    "command-line": rows_command_line.rows,
    "memory": rows_memory.rows,
}
SIZES, LONG = (1_000, 10_000, 50_000), 100_000
SHORT_SIZES, SHORT_LONG = (1_000,), 2_000


def main(words: Sequence[str] | None = None) -> int:
    asked = _arguments().parse_args(words)
    sizes = asked.entries or (SHORT_SIZES if asked.short else SIZES)
    long = asked.long or (SHORT_LONG if asked.short else LONG)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the folder goes away then too
    with tempfile.TemporaryDirectory(prefix="tip-reflect-bench-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
        random = Random(2026)
        invented = Inventor(read_library(packs_folder()), random)
        journals = {}
        needed = {*sizes, long, rows_finding.FEW} if {"list", "memory"} & set(asked.only) else sizes
        say(f"making journals of {', '.join(f'{size:,}' for size in sorted(needed))} entries")
        taken = seconds(lambda: journals.update(make_journals(Path(folder), needed, invented, random)))
        say(f"made in {taken:.0f} s, each read back and verified")
        place = Workplace(
            folder=Path(folder),
            journals=journals,
            sizes=tuple(sizes),
            long=long,
            invented=invented,
            short=asked.short,
            with_jrnl=not asked.short,
        )
        rows, left_out, broken = _measure(place, asked.only)
    print(markdown(rows) if asked.markdown else plain(rows))
    for name, why in left_out.items():
        print(f"\n{name}: left out, because {why}")
    for name in broken:
        print(f"\n{name}: this part of the benchmark broke; the reason is above")
    return 1 if broken else 0


def _measure(place: Workplace, parts: Sequence[str]) -> tuple[list[Row], dict[str, str], list[str]]:
    """The rows; which parts were left out and why; which broke."""
    rows: list[Row] = []
    left_out: dict[str, str] = {}
    broken: list[str] = []
    for name in parts:
        say(f"measuring: {name}")

        def measure(part: Callable[[Workplace], Iterator[Row]] = PARTS[name]) -> None:
            for row in part(place):
                rows.append(row)
                say(f"  {'  '.join(cell for cell in row.cells() if cell)}")

        try:
            say(f"  done in {seconds(measure):.0f} s")
        except LeftOutError as why:
            left_out[name] = str(why)
        except Exception:  # noqa: BLE001  one broken part must not cost the others' rows
            traceback.print_exc()
            broken.append(name)
    return rows, left_out, broken


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="The budgets, each measured beside its reference.")
    parser.add_argument("--short", action="store_true", help="small journals and few rounds, without jrnl")
    parser.add_argument(
        "--entries", type=_numbers, metavar="N,N", help="sizes of the journals: 1000,10000,50000"
    )
    parser.add_argument("--long", type=int, metavar="N", help="entries in the list and memory rows: 100000")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        metavar="PART",
        help=f"of: {', '.join(PARTS)}",
    )
    parser.add_argument("--markdown", action="store_true", help="a table to paste")
    return parser


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(sorted({int(number) for number in written.split(",")}))


if __name__ == "__main__":
    sys.exit(main())
