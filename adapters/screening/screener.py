"""Screening: a few candidates from the store, each compared in full."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from adapters.screening.descriptions import Description
from adapters.screening.judgement import judge
from adapters.screening.keys import keys_sought
from adapters.screening.known_others import beside_others
from adapters.screening.matching import Judged, matches_of
from adapters.screening.normal_form import in_normal_form
from adapters.screening.overheard import overhear
from adapters.screening.typed_text import read
from core.policy.model import ScreeningRule
from core.services.ports.candidates import Candidates
from core.services.ports.screening import Neighbour, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

MOST_CANDIDATES: Final = 30


class Screener:
    """``core.services.ports.screening.Screening``."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates

    def read(self, text: str) -> Sought:
        return read(text)

    def overhear(self, text: str) -> tuple[Sought, ...]:
        return overhear(text)

    def normal(self, sought: Sought) -> Sought:
        return in_normal_form(sought)

    async def screen(self, sought: Sought, rule: ScreeningRule, limit: int = 10) -> Screened:
        who = Description.of_sought(sought)
        keys = keys_sought(who)
        if not keys:
            return Screened()
        found = await self._candidates.sharing(keys, MOST_CANDIDATES)
        return _screened(_judged(who, found), rule, limit)

    async def screen_bound(
        self, sought: Sequence[Sought], rule: ScreeningRule, limit: int = 10
    ) -> tuple[Screened, ...]:
        described = {one: Description.of_sought(one) for one in sought}
        keys = [keys_sought(who) for who in described.values()]
        each = await self._candidates.sharing_bound(keys, MOST_CANDIDATES)
        weighed = {
            one: await self._beside_others(who, bound, rule, limit)
            for (one, who), bound in zip(described.items(), each, strict=True)
        }
        return tuple(weighed[one] for one in sought)

    async def _beside_others(
        self, who: Description, bound: Sequence[Customer], rule: ScreeningRule, limit: int
    ) -> Screened:
        """Everybody is looked through for those alone who are found: few are."""
        judged = _judged(who, bound)
        found = _screened(judged, rule, limit)
        if not found.matches:
            return found
        known = {one.id for one in bound}
        sharing = await self._candidates.sharing(keys_sought(who), MOST_CANDIDATES)
        others = _judged(who, [one for one in sharing if one.id not in known])
        return beside_others(found, [*judged, *others], rule)


_described: Final = lru_cache(16_384)(Description.of_customer)
"""The few whom something binds are compared with contact after contact."""


def _judged(who: Description, found: Sequence[Customer]) -> list[Judged]:
    return [(one, judge(who, _described(one))) for one in found]


def _screened(judged: list[Judged], rule: ScreeningRule, limit: int) -> Screened:
    matches = matches_of(judged, rule)
    matched = {match.customer.id for match in matches}
    best_first = sorted(judged, key=lambda pair: (-pair[1].score, pair[0].id))
    near = [Neighbour(one, j.where) for one, j in best_first if j.where and one.id not in matched]
    return Screened(tuple(matches[:limit]), tuple(near[:limit]))
