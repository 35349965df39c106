"""What binds somebody, in their own case or in another: extended to them, or kept under another
of their records (Scope)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.office import Office
from core.case.guidance import Guidance
from core.case.state import Case, Disengagement, Sanction
from core.services.one_person import own_open
from core.services.summary import CaseSummary
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


@dataclass(frozen=True, slots=True)
class Involved:
    """``own``: the open case of this person, with ``people`` who have to do with it.
    ``elsewhere``: what binds them in other cases."""

    own: Case | None
    people: People
    elsewhere: tuple[Binding, ...]

    def answers(self, office: Office, means: str | None, at: datetime) -> tuple[Guidance, ...]:
        """Of everything that binds them, whatever the case (Scope)."""
        own = office.guidance(self.own, self.people, means, at) if self.own else ()
        elsewhere = (binding.guidance(office, means, at) for binding in self.elsewhere)
        return (*own, *(answer for answers in elsewhere for answer in answers))


async def involved(office: Office, person: Customer, shown: Case | None = None) -> Involved:
    """``shown``: a case of theirs that is told of in place of the open one."""
    standing, concerning = await _concerning(office, person)
    own, case = shown, own_open(concerning, standing.records)
    if own is None and case is not None:
        own = await office.service.case(case)
    people = await office.people_of(own) if own else People(())
    but = own.id if own else None
    return Involved(own, people, await _bindings(office, standing, concerning, but))


async def bindings_of(
    office: Office, person: Customer, but: CaseId | None = None
) -> tuple[Binding, ...]:
    """``but``: a case that is told of by itself."""
    standing, concerning = await _concerning(office, person)
    return await _bindings(office, standing, concerning, but)


async def contact_case(office: Office, person: Customer) -> tuple[Case, CustomerId | None] | None:
    """Where a contact of theirs is logged; with the person where the case is another's."""
    standing = await standing_of(office, person)
    found = await involved(office, standing)
    if found.own:
        return found.own, None
    return (found.elsewhere[0].case, standing.id) if found.elsewhere else None


async def standing_for(office: Office, person: CustomerId) -> Customer:
    """The record that stands for this person."""
    return await standing_of(office, await office.customer(person))


async def standing_of(office: Office, known: Customer) -> Customer:
    """The same, of a record that was read already."""
    return known if known.merged_into is None else await office.customer(known.merged_into)


async def _concerning(office: Office, person: Customer) -> tuple[Customer, Sequence[CaseSummary]]:
    """The record that stands for them, and every case that has to do with any of their records."""
    standing = await standing_of(office, person)
    return standing, await office.desk.cases.concerning(standing.records)


async def _bindings(
    office: Office, standing: Customer, concerning: Sequence[CaseSummary], but: CaseId | None
) -> tuple[Binding, ...]:
    bound = [each.case for each in concerning if each.in_force and each.case != but]
    cases = [await office.service.case(case) for case in bound]
    records = frozenset(standing.records)
    binding = [case for case in cases if case.in_force or case.disengaged]
    return tuple([Binding(records, case, await office.people_of(case)) for case in binding])
