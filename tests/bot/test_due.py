"""Everything that is due is given out, page by page and once."""

from collections.abc import Sequence

import pytest

from bot.due import each_due

Groups = list[tuple[str, ...]]


class Kept:
    """What is due, of which what is given out is done, unless it is ``stuck``."""

    def __init__(self, groups: Sequence[str], stuck: str = "") -> None:
        self.things = [list(group) for group in groups]
        self.stuck = stuck
        self.asked: list[int] = []

    async def due(self, limit: int) -> Groups:
        self.asked.append(limit)
        found: Groups = []
        for group in self.things:
            room = limit - sum(map(len, found))
            found += [tuple(group[:room])] if group[:room] else []
        return found

    async def given_out(self, page: int) -> list[str]:
        given = []
        async for group in each_due(self.due, page):
            given.append("".join(group))
            for kept in self.things:
                kept[:] = [t for t in kept if t not in group or t in self.stuck]
        return given


async def test_everything_in_pages_until_nothing_is_left() -> None:
    kept = Kept(["a", "b", "c", "d", "e"])
    assert await kept.given_out(2) == ["a", "b", "c", "d", "e"]
    assert kept.asked == [2, 4, 7]


@pytest.mark.parametrize("stuck", ["a", "ab", "abcde", "e"])
async def test_what_stays_due_is_given_out_once_and_keeps_nothing_back(stuck: str) -> None:
    kept = Kept(["a", "b", "c", "d", "e"], stuck)
    assert await kept.given_out(2) == ["a", "b", "c", "d", "e"]
    assert kept.things == [[t] if t in stuck else [] for t in "abcde"]


async def test_a_group_is_given_out_together_so_far_as_it_is_new() -> None:
    kept = Kept(["abc", "de"], "ab")
    assert await kept.given_out(2) == ["ab", "c", "d", "e"]
    assert await Kept(["abc", "de"]).given_out(5) == ["abc", "de"]


async def test_of_nothing_nothing() -> None:
    assert await Kept([]).given_out(2) == []
