"""Evidently made-up people and what is sought of them."""

from collections.abc import Iterable, Mapping
from typing import Final

from adapters.screening import Screener
from core.services.ports.screening import Match, Screened
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.support.finders import MemoryCandidates
from tests.support.policies import NATURAL_ENGLAND

LANE: Final = "1 Sample Lane, Madeupton, M1 1AE"


def customer(name: str, **particulars: object) -> Customer:
    slug = name.casefold().replace(" ", "-")
    return Customer(CustomerId(slug), f"CUS-{slug.upper()}", name, **particulars)  # type: ignore[arg-type]


async def screened(known: Iterable[Customer], sought: Sought | str) -> Screened:
    by_id: Mapping[CustomerId, Customer] = {each.id: each for each in known}
    screener = Screener(MemoryCandidates(by_id))
    asked = screener.read(sought) if isinstance(sought, str) else sought
    return await screener.screen(asked, NATURAL_ENGLAND.screening)


async def only(known: Customer, sought: Sought | str) -> Match | None:
    found = await screened([known], sought)
    return found.matches[0] if found.matches else None


async def certainty(known: Customer, sought: Sought | str) -> Certainty | None:
    match = await only(known, sought)
    return match.certainty if match else None
