"""What is due, page by page: all of it, and each once, though some of it may stay due."""

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)

Due = Callable[[int], Awaitable[Iterable[Sequence[Thing]]]]
"""Given how many things at most: the longest due, in groups that are seen to together."""


async def each_due(due: Due[Thing], page: int) -> AsyncIterator[list[Thing]]:
    """Group by group. What was given out before is left off: it failed, or is not kept yet.

    ``page``: how many further things are asked for at once.
    """
    seen: set[Thing] = set()
    while groups := _without(seen, await due(page + len(seen))):
        for group in groups:
            seen.update(group)
            yield group


def _without(seen: set[Thing], groups: Iterable[Sequence[Thing]]) -> list[list[Thing]]:
    fresh = ([thing for thing in group if thing not in seen] for group in groups)
    return [group for group in fresh if group]
