"""Who was confirmed not to be whoever makes contact in some words, however these are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from core.alert.known_as import known_as
from core.alert.somebody_else import (
    names_somebody,
    otherwise_written,
    particulars,
    tells_of_somebody_else,
)
from core.case.register import ToldApart
from core.services.one_person import OnePerson, person_of
from core.services.ports.desk import Desk
from core.services.ports.screening import Screening
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought


def words_of(screening: Screening, who: Sought) -> str:
    """The words by which a confirmed "no" is looked for; "" for what is too little to tell by."""
    return known_as(screening.normal(who)) if names_somebody(who) else ""


async def remembering(
    desk: Desk, customer: CustomerId, said: Iterable[Sought]
) -> tuple[ToldApart, ...]:
    """That whoever said this is not ``customer``, so far as it is remembered; each words once."""
    record = await desk.customers.get(customer)
    return await remembering_of(desk, record or Customer(customer, "", ""), said)


async def remembering_of(
    desk: Desk, record: Customer, said: Iterable[Sought]
) -> tuple[ToldApart, ...]:
    """The same, of a record that was read already.

    What tells of nobody but the customer is never remembered: they may use it the next time.
    """
    theirs = await _particulars_of(desk, record)
    normal = [desk.screening.normal(who) for who in said]
    telling = [who for who in normal if tells_of_somebody_else(who, theirs)]
    told = {known_as(who): tuple(map(known_as, otherwise_written(who))) for who in telling}
    return tuple(ToldApart(record.id, words, also) for words, also in told.items())


async def _particulars_of(desk: Desk, record: Customer) -> tuple[Sought, ...]:
    """Of every record of this person, in normal form."""
    person = await person_of(desk.customers, record)
    others = [await desk.customers.get(each) for each in person.records if each != record.id]
    return tuple(desk.screening.normal(particulars(each)) for each in (record, *others) if each)


@dataclass(frozen=True, slots=True)
class Apart:
    """What was said so far of the contacts at hand. ``theirs``: the particulars of those who were
    told apart, as they are known now."""

    screening: Screening
    told: Mapping[str, frozenset[CustomerId]]
    theirs: Mapping[CustomerId, Sequence[Sought]]

    @classmethod
    async def of(cls, desk: Desk, said: Iterable[Sought], as_typed: str = "") -> Self:
        """``as_typed``: words under which it was kept too, before they were kept in normal form."""
        words = {as_typed, *(words_of(desk.screening, who) for who in said)} - {""}
        told = await desk.customers.told_apart(sorted(words)) if words else {}
        customers = sorted(frozenset().union(*told.values()))
        records = [await desk.customers.get(customer) for customer in customers]
        theirs = {each.id: await _particulars_of(desk, each) for each in records if each}
        return cls(desk.screening, told, theirs)

    def is_somebody_else(self, person: OnePerson | Customer, who: Sought) -> bool:
        """Of any of the records of ``person``, unless all of it is their own by now."""
        if not self.told:
            return False
        told = self.told.get(words_of(self.screening, who), frozenset())
        normal = self.screening.normal(who)
        return any(
            tells_of_somebody_else(normal, self.theirs.get(record, ()))
            for record in person.records
            if record in told
        )
