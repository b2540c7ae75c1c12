"""The command line: list, search and add, beside jrnl doing the same."""

from __future__ import annotations

import subprocess
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

import jrnl
from journals import PASSPHRASE
from measured import LeftOutError, Row
from pace import by_turns, middle
from pseudo_terminal import python

from tip_reflect import unlocking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from journals import Journal
    from workplace import Workplace

NEWEST = "20"
WORD = "kitchen"
ADDED = "One more page, written from the command line. " * 12


class CommandFailedError(Exception):
    """A command that should have worked did not."""


def rows(place: Workplace) -> Iterator[Row]:
    if not place.with_jrnl:
        raise LeftOutError("jrnl is not part of the short form")
    program = jrnl.install(place.new_folder("jrnl"))
    for size in place.sizes:
        yield from _rows(place, program, place.journals[size])


def _rows(place: Workplace, program: Path, made: Journal) -> Iterator[Row]:
    journal = made.copy(place.new_folder("command-line"))
    # From here the header asks for the usual derivation: on the command line every command pays for it.
    unlocking.change_passphrase(journal.places, PASSPHRASE, PASSPHRASE)
    passphrase = place.new_folder("passphrase.txt")
    passphrase.write_text(PASSPHRASE, encoding="utf-8")
    environ = place.environ(journal) | {"TIP_REFLECT_PASSPHRASE_FILE": str(passphrase)}
    other = jrnl.with_the_same_entries(program, journal, place.new_folder("jrnl-journal"))

    def timed(command: Sequence[str], said: str = "") -> float:
        start = perf_counter()
        done = subprocess.run(command, env=environ, input=said.encode(), capture_output=True, check=False)
        taken = perf_counter() - start
        if done.returncode or not (done.stdout or said):
            raise CommandFailedError(f"{command} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
        return taken

    tip = python("-m", "tip_reflect")
    for name, ours, theirs, said in (
        (f"list --limit {NEWEST}", ["list", "--limit", NEWEST], ["-n", NEWEST, "--short"], ""),
        ("list, all of it", ["list"], ["--short"], ""),
        (
            f"search --limit {NEWEST}",
            ["search", WORD, "--limit", NEWEST],
            ["-contains", WORD, "-n", NEWEST],
            "",
        ),
        ("add", ["add"], [], ADDED),
    ):
        one, another = by_turns(
            3,
            partial(timed, [*tip, *ours], said),
            partial(timed, other.command(*theirs), said),
            warm_up=False,
        )
        yield Row(
            what=f"{name}, {journal.size:,} entries",
            measured=middle(one),
            reference=f"jrnl {jrnl.VERSION}, plain",
            referred=middle(another),
            budget=1 / 20 if journal.size == max(place.sizes) else None,
            note="the usual key derivation included; jrnl with the settings it makes for itself"
            if name == "add" and journal.size == max(place.sizes)
            else "",
        )
