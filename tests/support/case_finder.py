"""Finds cases in memory, over the summaries a store keeps."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.services.summary import CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import StaffMember


class MemoryCases:
    def __init__(
        self,
        summaries: Mapping[CaseId, CaseSummary],
        staff: Mapping[StaffId, StaffMember] | None = None,
    ) -> None:
        self._summaries = summaries
        self._staff = {} if staff is None else staff

    async def open_case_of(self, customer: CustomerId) -> CaseId | None:
        found = (s.case for s in self._summaries.values() if s.customer == customer and s.open)
        return next(found, None)

    async def by_reference(self, reference: str) -> CaseId | None:
        wanted = reference.strip().casefold()
        found = (s.case for s in self._summaries.values() if s.reference.casefold() == wanted)
        return next(found, None)

    async def customers_of(self, references: Sequence[str]) -> Mapping[str, CustomerId]:
        found = {reference: await self.by_reference(reference) for reference in references}
        return {r: self._summaries[case].customer for r, case in found.items() if case is not None}

    async def summary(self, case: CaseId) -> CaseSummary | None:
        return self._summaries.get(case)

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]:
        return tuple(
            s for s in self._summaries.values() if any(a.approver == approver for a in s.awaiting)
        )

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]:
        return tuple(
            s
            for s in self._summaries.values()
            if any(a.proposed_by == proposer for a in s.awaiting)
        )

    async def away_or_stood_in(
        self, day: date, after: str = "", limit: int = 100
    ) -> tuple[CaseSummary, ...]:
        absences = ((staff.id, staff.absence_on(day)) for staff in self._staff.values())
        away = {staff for staff, absence in absences if absence and absence.deputy}
        found = (
            s
            for s in self._summaries.values()
            if any(w.holder in away or w.asked != w.holder for w in s.waiting) and s.case > after
        )
        return tuple(sorted(found, key=lambda s: s.case))[:limit]

    async def owing(
        self, staff: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        due = [
            (owed.due_on, s.case, owed.about, s)
            for s in self._summaries.values()
            for owed in s.owed
            if staff is None or owed.owed_by in staff
        ]
        soonest = sorted(due, key=lambda d: d[:3])[:limit]
        return tuple(dict.fromkeys(summary for *_, summary in soonest))

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        due = [
            (s.remind_on, s.case, s)
            for s in self._summaries.values()
            if s.remind_on is not None and s.remind_on <= day
        ]
        return tuple(summary for *_, summary in sorted(due, key=lambda d: d[:2])[:limit])

    async def in_force(self, after: str = "", limit: int = 50) -> tuple[CaseSummary, ...]:
        log = _by_reference(s for s in self._summaries.values() if s.in_force)
        last = after.strip().casefold()
        return tuple(s for s in log if s.reference.casefold() > last)[:limit]

    async def concerning(self, customers: Sequence[CustomerId]) -> tuple[CaseSummary, ...]:
        kept, anybody = self._summaries.values(), frozenset(customers)
        own = _by_reference(s for s in kept if s.customer in anybody and s.open)
        of_others = _by_reference(s for s in kept if s.also_bound & anybody)
        return tuple(dict.fromkeys((*own, *of_others)))


def _by_reference(summaries: Iterable[CaseSummary]) -> tuple[CaseSummary, ...]:
    return tuple(sorted(summaries, key=lambda s: s.reference.casefold()))
