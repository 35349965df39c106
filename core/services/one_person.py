"""The records of one person, and what binds them (Scope)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.case.order import to_the_minute
from core.services.finders import Cases, Customers
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
    own: list[BoundBy] = []
    others: list[BoundBy] = []
    for record in person.records:
        case = await cases.open_case_of(record)
        summary = await cases.summary(case) if case else None
        if summary and summary.in_force:
            own.append(BoundBy(summary.case, summary.binds_since(record)))
        for summary in await cases.binding(record):
            others.append(BoundBy(summary.case, summary.binds_since(record)))
    return (*own, *others)


async def is_bound_elsewhere(cases: Cases, person: OnePerson, case: CaseId) -> bool:
    """Whether anything in force in another case than this one binds this person."""
    for record in person.records:
        own = await cases.open_case_of(record)
        summary = await cases.summary(own) if own and own != case else None
        if summary and summary.in_force:
            return True
        if any(summary.case != case for summary in await cases.binding(record)):
            return True
    return False
