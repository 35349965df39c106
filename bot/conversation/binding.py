"""What binds somebody in another case than their own: extended to them, or kept under another of
their records (Scope)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.finding import open_case
from bot.conversation.office import Office
from core.case.guidance import Guidance
from core.case.state import Case, Disengagement, Sanction
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from core.vocabulary.people import People


@dataclass(frozen=True, slots=True)
class Binding:
    """``records``: all of one person. ``case``: where something in force binds one of them."""

    records: frozenset[CustomerId]
    case: Case
    people: People

    @property
    def is_own(self) -> bool:
        """Of a record that is the same person's, rather than of somebody else."""
        return self.case.customer in self.records

    def guidance(
        self, office: Office, means: str | None, at: datetime, *, statutory: bool = False
    ) -> tuple[Guidance, ...]:
        """Of that alone which binds this person."""
        measures, how = self._measures(), "in" if self.is_own else "bound through"
        found = office.guidance(self.case, self.people, means, at, statutory=statutory)
        return tuple(
            replace(answer, label=f"{answer.label} ({how} {self.case.reference})")
            for answer in found
            if answer.measure in measures
        )

    def _measures(self) -> frozenset[EntryNo]:
        in_force: tuple[Sanction | Disengagement, ...] = (
            *self.case.in_force,
            *self.case.disengaged,
        )
        return frozenset(m.no for m in in_force if self.is_own or m.extended_to & self.records)


async def bindings_of(
    office: Office, person: CustomerId, but: CaseId | None = None
) -> tuple[Binding, ...]:
    """``but``: a case that is told of by itself."""
    records = await records_of(office, person)
    cases = dict.fromkeys(
        [case for each in sorted(records) for case in await _bound_in(office, each)]
    )
    found = [await office.service.case(case) for case in cases if case != but]
    return tuple(
        [Binding(records, case, await office.people_of(case)) for case in found if _binds(case)]
    )


async def answers_to(
    office: Office,
    person: CustomerId,
    means: str | None,
    at: datetime,
    *,
    statutory: bool = False,
) -> tuple[Guidance, ...]:
    """Of everything that binds somebody, whatever the case."""
    own, answers = await open_case(office, person), list[Guidance]()
    if own:
        people = await office.people_of(own)
        answers += office.guidance(own, people, means, at, statutory=statutory)
    for binding in await bindings_of(office, person, own.id if own else None):
        answers += binding.guidance(office, means, at, statutory=statutory)
    return tuple(answers)


async def contact_case(office: Office, person: CustomerId) -> tuple[Case, CustomerId | None] | None:
    """Where a contact of theirs is logged; with the person where the case is another's."""
    if own := await open_case(office, person):
        return own, None
    standing = await standing_for(office, person)
    bindings = await bindings_of(office, person)
    return (bindings[0].case, standing.id) if bindings else None


async def records_of(office: Office, person: CustomerId) -> frozenset[CustomerId]:
    """All the records of one person, whichever of them is asked about."""
    standing = await standing_for(office, person)
    return frozenset({person, standing.id, *standing.merged})


async def standing_for(office: Office, person: CustomerId) -> Customer:
    """The record that stands for this person."""
    return await standing_of(office, await office.customer(person))


async def standing_of(office: Office, known: Customer) -> Customer:
    """The same, of a record that was read already."""
    return known if known.merged_into is None else await office.customer(known.merged_into)


async def _bound_in(office: Office, record: CustomerId) -> Sequence[CaseId]:
    cases = office.desk.cases
    own = await cases.open_case_of(record)
    extended = [summary.case for summary in await cases.binding(record)]
    return [*((own,) if own else ()), *extended]


def _binds(case: Case) -> bool:
    return bool(case.in_force or case.disengaged)
