"""Who was confirmed not to be whoever makes contact in some words, however these are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from core.alert.known_as import known_as
from core.services.one_person import OnePerson
from core.services.ports.desk import Desk
from core.services.ports.screening import Screening
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought


def words_of(screening: Screening, who: Sought) -> str:
    """The words by which a confirmed "no" is remembered; "" for what is too little to tell by.

    A mere name is never remembered: the customer may use it the next time.
    """
    return known_as(screening.normal(who)) if who.is_telling else ""


@dataclass(frozen=True, slots=True)
class Apart:
    """What was said so far of the contacts at hand."""

    screening: Screening
    told: Mapping[str, frozenset[CustomerId]]

    @classmethod
    async def of(cls, desk: Desk, said: Iterable[Sought]) -> Self:
        words = {words_of(desk.screening, who) for who in said} - {""}
        told = await desk.customers.told_apart(sorted(words)) if words else {}
        return cls(desk.screening, told)

    def is_somebody_else(self, person: OnePerson, who: Sought) -> bool:
        told = self.told.get(words_of(self.screening, who), frozenset())
        return not told.isdisjoint(person.records)
