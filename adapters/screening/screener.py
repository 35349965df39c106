"""Screening: a few candidates from the store, each compared in full."""

from collections.abc import Sequence
from typing import Final

from adapters.screening.descriptions import Description
from adapters.screening.judgement import Judgement, judge
from adapters.screening.keys import keys_sought
from adapters.screening.overheard import overhear
from adapters.screening.typed_text import read
from core.policy.model import ScreeningRule
from core.services.screening import Candidates, Match, Neighbour, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty, Sought

MOST_CANDIDATES: Final = 60
_ORDER: Final = list(Certainty)


class Screener:
    """``core.services.screening.Screening``."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates

    def read(self, text: str) -> Sought:
        return read(text)

    def overhear(self, text: str) -> tuple[Sought, ...]:
        return overhear(text)

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


def _screened(
    sought: Sought, found: Sequence[Customer], rule: ScreeningRule, limit: int
) -> Screened:
    if not found:
        return Screened()
    who = Description.of_sought(sought)
    judged = [(one, judge(who, Description.of_customer(one))) for one in found]
    matches = [m for one, judgement in judged if (m := _match(one, judgement, rule))]
    matches.sort(key=lambda m: (_ORDER.index(m.certainty), -m.score, m.customer.id))
    near = [Neighbour(one, j.neighbour) for one, j in judged if j.neighbour]
    near.sort(key=lambda n: (n.customer.name.casefold(), n.customer.id))
    return Screened(tuple(matches[:limit]), tuple(near[:limit]))


def _match(customer: Customer, judgement: Judgement, rule: ScreeningRule) -> Match | None:
    score, reasons = judgement.score, judgement.reasons
    if judgement.definite:
        return Match(customer, Certainty.DEFINITE, 1.0, reasons)
    if score * 100 < rule.confirm and not judgement.asked:
        return None
    likely = score * 100 >= rule.alert and not judgement.doubtful
    return Match(customer, Certainty.LIKELY if likely else Certainty.POSSIBLE, score, reasons)
