"""What every part of the conversation works with: the policy, the services and a few look-ups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.views.ports import Quotes
from core.case.guidance import Guidance, guidance
from core.case.proposals import ExtensionMatter
from core.case.scene import Scene
from core.case.state import Case
from core.case.terms import NamedContactTerms, SanctionTerms
from core.case.touched import touched_in
from core.policy.model import Policy
from core.services.alerting.alert_desk import AlertDesk
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.channel_watch import ChannelWatch
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.services.registering.customer_register import CustomerRegister
from core.services.registering.register import Register
from core.services.sanctions_log import SanctionsLog
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.people import People


@dataclass(frozen=True, slots=True)
class Office:
    """``quotes``: by platform, who reads a message again."""

    policy: Policy
    service: PolicyService
    register: Register
    desk: Desk
    customer_register: CustomerRegister
    sanctions_log: SanctionsLog
    incoming_contacts: IncomingContacts
    alert_desk: AlertDesk
    channel_watch: ChannelWatch
    quotes: Mapping[str, Quotes]

    def now(self) -> datetime:
        return self.desk.clock.now()

    def today(self) -> date:
        return self.policy.day_of(self.now())

    async def people(self, *staff: StaffId) -> People:
        return await self.desk.directory.people(tuple(dict.fromkeys(staff)))

    async def people_of(self, case: Case, *more: StaffId) -> People:
        """Everyone the case names, the colleagues named besides, and those above them."""
        named = [s.contact for s in map(_named, _sanctions_of(case)) if s]
        askers = [q.asked_by for p in case.proposals.values() for q in p.questions]
        return await self.people(*touched_in(case), *named, *askers, *more)

    async def customer(self, customer: CustomerId) -> Customer:
        found = await self.desk.customers.get(customer)
        return found or Customer(customer, "", "Name no longer kept")

    def guidance(
        self,
        case: Case,
        people: People,
        means: str | None,
        at: datetime,
        *,
        statutory: bool = False,
    ) -> tuple[Guidance, ...]:
        calendar = self.desk.calendar
        return guidance(self.policy, case, people, means, at, calendar, statutory=statutory)

    async def others_of(self, case: Case) -> Mapping[CustomerId, Customer]:
        """The other customers whom something in the case binds too, or is proposed to (Scope)."""
        matters = (proposal.matter for proposal in case.proposals.values())
        proposed = {m.person for m in matters if isinstance(m, ExtensionMatter)}
        return {who: await self.customer(who) for who in sorted(proposed | case.also_bound)}

    def scene(
        self,
        actor: StaffId,
        people: People,
        customer: Customer | None = None,
        others: Iterable[Customer] = (),
    ) -> Scene:
        calendar = self.desk.calendar
        return Scene(self.policy, people, actor, self.now(), customer, calendar, tuple(others))

    async def scene_of(self, actor: StaffId, case: Case) -> Scene:
        """As the policy service would see it if ``actor`` asked for something in ``case`` now."""
        people, customer = await self.people_of(case, actor), await self.customer(case.customer)
        return self.scene(actor, people, customer, (await self.others_of(case)).values())


def _sanctions_of(case: Case) -> list[SanctionTerms]:
    in_force = [sanction.terms for sanction in case.sanctions.values()]
    proposed: list[SanctionTerms] = []
    for proposal in case.proposals.values():
        proposed += getattr(proposal.matter, "sanctions", ())
        proposed += filter(None, (getattr(proposal.matter, "terms", None),))
    return [*in_force, *proposed]


def _named(sanction: SanctionTerms) -> NamedContactTerms | None:
    return sanction.terms if isinstance(sanction.terms, NamedContactTerms) else None
