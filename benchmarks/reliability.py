"""Whether of matches scored about 0.9 about nine of ten are right."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from benchmarks.score import Score

_EDGES: Final = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 0.99, 1.01)


def told(where: str, score: Score) -> Iterator[str]:
    yield f"Scores and how many of them were right: {where}"
    for low, high in pairwise(_EDGES):
        some = [(each, right) for each, right in score.scored if low <= each < high]
        if some:
            mean = sum(each for each, _ in some) / len(some)
            right = sum(right for _, right in some) / len(some)
            yield f"  scored {mean:.2f}, right {right:.2f} (of {len(some):,})"
