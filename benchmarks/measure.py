"""Measuring side by side: A B A B, so that whatever else the machine does falls on both."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Self

Times = Mapping[str, float]
"""What one run of a contender took: seconds, by what was measured."""

Contender = Callable[[], Awaitable[Times]]

_BREATH: Final = 0.001
"""Seconds between two runs, so that what one leaves to do is not on the next one's bill."""


@dataclass(frozen=True, slots=True)
class Spread:
    median: float
    low: float
    high: float

    @classmethod
    def of(cls, samples: Sequence[float]) -> Self:
        return cls(median(samples), min(samples), max(samples))


async def side_by_side(
    contenders: Sequence[Contender], rounds: int, warm: int = 5
) -> dict[str, Spread]:
    """Every contender once in each round, after ``warm`` rounds that do not count."""
    samples: dict[str, list[float]] = defaultdict(list)
    for number in range(warm + rounds):
        for contender in contenders:
            times = await contender()
            await asyncio.sleep(_BREATH)
            if number >= warm:
                for name, seconds in times.items():
                    samples[name].append(seconds)
    return {name: Spread.of(taken) for name, taken in samples.items()}


async def timed(work: Awaitable[object]) -> float:
    """How many seconds it takes."""
    began = time.perf_counter()
    await work
    return time.perf_counter() - began
