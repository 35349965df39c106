"""What binds somebody because it was extended to them, in another person's case (Scope)."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.office import Office
from core.case.guidance import Guidance
from core.case.state import Case
from core.vocabulary.ids import CustomerId, EntryNo
from core.vocabulary.people import People


@dataclass(frozen=True, slots=True)
class Binding:
    """``case``: of somebody else; something in force there binds ``person`` too."""

    person: CustomerId
    case: Case
    people: People

    def guidance(
        self, office: Office, means: str | None, at: datetime, *, statutory: bool = False
    ) -> tuple[Guidance, ...]:
        """Of that alone which binds this person."""
        measures = self._measures()
        found = office.guidance(self.case, self.people, means, at, statutory=statutory)
        return tuple(
            replace(answer, label=f"{answer.label} (bound through {self.case.reference})")
            for answer in found
            if answer.measure in measures
        )

    def _measures(self) -> frozenset[EntryNo]:
        case, person = self.case, self.person
        sanctions = (s.no for s in case.in_force if person in s.extended_to)
        return frozenset((*sanctions, *(d.no for d in case.disengaged if person in d.extended_to)))


async def bindings_of(office: Office, person: CustomerId) -> tuple[Binding, ...]:
    found: list[Binding] = []
    for summary in await office.desk.cases.binding(person):
        case = await office.service.case(summary.case)
        found.append(Binding(person, case, await office.people_of(case)))
    return tuple(found)
