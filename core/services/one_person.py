"""The records of one person, and what binds them (Scope)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.case.order import to_the_minute
from core.services.ports.finders import Cases, Customers
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId


@dataclass(frozen=True, slots=True)
class OnePerson:
    """``standing``: the record that stands for them. ``merged``: the others of the same person."""

    standing: CustomerId
    merged: tuple[CustomerId, ...] = ()

    @property
    def records(self) -> tuple[CustomerId, ...]:
        return (self.standing, *self.merged)


async def person_of(customers: Customers, record: Customer) -> OnePerson:
    """Whichever of their records this is."""
    standing = record
    if record.merged_into:
        standing = await customers.get(record.merged_into) or record
    return OnePerson(standing.id, standing.merged)


async def open_case_of(cases: Cases, records: Sequence[CustomerId]) -> CaseId | None:
    """The first open case that any of these records has."""
    for record in records:
        if case := await cases.open_case_of(record):
            return case
    return None


@dataclass(frozen=True, slots=True)
class BoundBy:
    """``case``: where what binds a person is in force. ``since``: see ``binds_since``."""

    case: CaseId
    since: datetime | None

    def held_at(self, moment: datetime) -> bool:
        """In the same minute it did: nobody tells a contact's time more exactly."""
        return self.since is None or to_the_minute(self.since) <= to_the_minute(moment)


async def bound_by(cases: Cases, person: OnePerson) -> tuple[BoundBy, ...]:
    """Cases of theirs before those of others."""
    return tuple(
        BoundBy(summary.case, summary.binds_since(record))
        for summary in await cases.concerning(person.records)
        if summary.in_force
        for record in _bound_in(summary, person)
    )


async def is_bound_elsewhere(cases: Cases, person: OnePerson, case: CaseId) -> bool:
    """Whether anything in force in another case than this one binds this person."""
    return any(bound.case != case for bound in await bound_by(cases, person))


def own_open(concerning: Sequence[CaseSummary], records: Sequence[CustomerId]) -> CaseId | None:
    """The first open case that any of these records has; ``concerning`` them all."""
    own = {each.customer: each.case for each in concerning if each.open}
    return next((own[record] for record in records if record in own), None)


def _bound_in(summary: CaseSummary, person: OnePerson) -> Iterator[CustomerId]:
    return (r for r in person.records if r == summary.customer or r in summary.also_bound)
