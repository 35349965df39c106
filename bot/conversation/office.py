"""What every part of the conversation works with: the policy, the services and a few look-ups."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.guidance import Guidance, guidance
from core.case.scene import Scene
from core.case.state import Case
from core.case.terms import NamedContactTerms, SanctionTerms
from core.policy.model import Policy
from core.services.policy_service import PolicyService
from core.services.ports import Desk
from core.services.register import Register
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.people import People


@dataclass(frozen=True, slots=True)
class Office:
    policy: Policy
    service: PolicyService
    register: Register
    desk: Desk

    def now(self) -> datetime:
        return self.desk.clock.now()

    def today(self) -> date:
        return self.now().astimezone(self.policy.zone).date()

    async def people(self, *staff: StaffId) -> People:
        return await self.desk.directory.people(tuple(dict.fromkeys(staff)))

    async def people_of(self, case: Case, *more: StaffId) -> People:
        """Everyone the case names, the colleagues named besides, and those above them."""
        named = [s.contact for s in map(_named, _sanctions_of(case)) if s]
        loggers = [contact.logged_by for contact in case.contacts]
        askers = [q.asked_by for p in case.proposals.values() for q in p.questions]
        return await self.people(*case.involved, *named, *loggers, *askers, *more)

    async def customer(self, customer: CustomerId) -> Customer:
        found = await self.desk.customers.get(customer)
        return found or Customer(customer, "", "Name no longer kept")

    def guidance(
        self, case: Case, people: People, means: str | None, at: datetime
    ) -> tuple[Guidance, ...]:
        return guidance(self.policy, case, people, means, at, self.desk.calendar)

    def scene(self, actor: StaffId, people: People) -> Scene:
        return Scene(self.policy, people, actor, self.now())


def _sanctions_of(case: Case) -> list[SanctionTerms]:
    in_force = [sanction.terms for sanction in case.sanctions.values()]
    proposed: list[SanctionTerms] = []
    for proposal in case.proposals.values():
        proposed += getattr(proposal.matter, "sanctions", ())
        proposed += filter(None, (getattr(proposal.matter, "terms", None),))
    return [*in_force, *proposed]


def _named(sanction: SanctionTerms) -> NamedContactTerms | None:
    return sanction.terms if isinstance(sanction.terms, NamedContactTerms) else None
