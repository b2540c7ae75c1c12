"""How things are timed: by turns, so that a busy moment of the machine falls on both sides alike."""

from __future__ import annotations

import statistics
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def by_turns(times: int, *measures: Callable[[], float], warm_up: bool = True) -> list[list[float]]:
    """Each measure's seconds over so many rounds; a first round that fills caches is not counted.

    A measure does a thing once and gives the seconds it took.
    """
    if warm_up:
        for measure in measures:
            measure()
    rounds = [[measure() for measure in measures] for _ in range(times)]
    return [list(taken) for taken in zip(*rounds, strict=True)]


def middle(taken: Sequence[float]) -> float:
    return statistics.median(taken)


def slowest_in_twenty(taken: Sequence[float]) -> float:
    """The 95th percentile; of few values, the highest."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]


def in_ms(value: float) -> str:
    return f"{value * 1000:.1f} ms"
