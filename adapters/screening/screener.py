"""Screening: a few candidates from the store, each compared in full."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from adapters.screening.descriptions import Description
from adapters.screening.judgement import Judgement, judge
from adapters.screening.keys import keys_sought
from adapters.screening.normal_form import in_normal_form
from adapters.screening.overheard import overhear
from adapters.screening.typed_text import read
from core.policy.model import ScreeningRule
from core.services.ports.candidates import Candidates
from core.services.ports.screening import Match, Neighbour, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty, Sought

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
        keys = keys_sought(sought)
        if not keys:
            return Screened()
        found = await self._candidates.sharing(keys, MOST_CANDIDATES)
        return _screened(sought, found, rule, limit)

    async def screen_bound(
        self, sought: Sequence[Sought], rule: ScreeningRule, limit: int = 10
    ) -> tuple[Screened, ...]:
        each = await self._candidates.sharing_bound([*map(keys_sought, sought)], MOST_CANDIDATES)
        pairs = zip(sought, each, strict=True)
        return tuple(_screened(one, found, rule, limit) for one, found in pairs)


_described: Final = lru_cache(16_384)(Description.of_customer)
"""The few whom something binds are compared with contact after contact."""


def _screened(
    sought: Sought, found: Sequence[Customer], rule: ScreeningRule, limit: int
) -> Screened:
    if not found:
        return Screened()
    who = Description.of_sought(sought)
    judged = [(one, judge(who, _described(one))) for one in found]
    judged.sort(key=lambda pair: (-pair[1].score, pair[0].id))
    matches = _of_one_person(
        [m for one, judgement in judged if (m := _match(one, judgement, rule))]
    )
    matches.sort(key=lambda m: (m.certainty.doubt, -m.score, m.customer.id))
    matched = {match.customer.id for match in matches}
    near = [Neighbour(one, j.where) for one, j in judged if j.where and one.id not in matched]
    return Screened(tuple(matches[:limit]), tuple(near[:limit]))


def _match(customer: Customer, judgement: Judgement, rule: ScreeningRule) -> Match | None:
    score, reasons = judgement.score, judgement.reasons
    if judgement.definite:
        return Match(customer, Certainty.DEFINITE, 1.0, reasons)
    if judgement.another or (score * 100 < rule.confirm and not judgement.asked):
        return None
    likely = score * 100 >= rule.alert and not judgement.doubtful
    return Match(customer, Certainty.LIKELY if likely else Certainty.POSSIBLE, score, reasons)


def _of_one_person(matches: list[Match]) -> list[Match]:
    """A contact is of one person: of two who may be likely, such as father and son, only the one
    for whom more speaks is; a person is asked about the other, or about both."""
    sure = [m for m in matches if m.certainty is not Certainty.POSSIBLE]
    best = max(sure, key=lambda m: m.score, default=None)
    if best is None or len({_person(m.customer) for m in sure}) == 1:
        return matches
    alike = {_person(m.customer) for m in sure if m.reasons == best.reasons}
    kept = alike if len(alike) == 1 else frozenset[str]()
    return [
        replace(m, certainty=Certainty.POSSIBLE)
        if m.certainty is Certainty.LIKELY and _person(m.customer) not in kept
        else m
        for m in matches
    ]


def _person(customer: Customer) -> str:
    return customer.merged_into or customer.id
