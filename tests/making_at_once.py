"""Run by a test in processes of their own: each tries to make the same journals at the same moments as the others."""

from datetime import UTC, datetime
from pathlib import Path

from tip_reflect import unlocking
from tip_reflect.errors import TipReflectError
from tip_reflect.places import Places
from tip_reflect.vault.header import WrapParameters

CHEAP = WrapParameters(memory_kib=8192, iterations=1, lanes=1)


def clock() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def passphrase_of(name: int) -> str:
    return f"four plain words of {name}"


def make_each(root: str, rounds: int, name: int, together) -> list[str]:
    """For each round what came of it: 'made', or the name of the refusal."""
    came = []
    for number in range(rounds):
        together.wait(60)
        try:
            unlocking.create(Places(Path(root) / str(number)), passphrase_of(name), clock, parameters=CHEAP)
        except TipReflectError as refusal:
            came.append(type(refusal).__name__)
        else:
            came.append("made")
    return came
