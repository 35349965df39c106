"""Somebody under a sanction for the playground: made-up colleagues do all that it takes."""

from datetime import datetime
from itertools import count
from typing import Final

from adapters.playground import CannotBe
from core.case.commands import (
    Approve,
    CaseCommand,
    Propose,
    RecordCustomerTold,
    RecordWarningGiven,
    ReportIncident,
)
from core.case.proposals import Considerations, Matter, SanctionsMatter, WarningMatter
from core.case.state import Case
from core.case.terms import MeansTerms, SanctionTerms
from core.policy.model import Policy, Shape
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo, StaffId
from core.vocabulary.refusal import Refused

ADVISER: Final = StaffId("asha")
NAME: Final = "Robin Regular"


async def set_up(policy: Policy, service: PolicyService, desk: Desk) -> None:
    """Reported, warned, reported again, sanctioned, told: each step decided as any other is, and
    signed off by whom the policy names. A second time nothing changes. Raises ``CannotBe``.
    """
    try:
        await _Story(policy, service, desk).tell()
    except Refused as refused:
        refusal = refused.refusal
        raise CannotBe(f"{refusal.message} {refusal.remedy}".strip()) from refused
    if not await desk.cases.in_force(limit=1):
        raise CannotBe(f"{NAME} was under a sanction already. Follow the steps of “Try this”.")


def _customer(desk: Desk) -> Customer:
    return Customer(
        id=CustomerId(desk.ids.identifier()),
        reference=desk.ids.reference("CUS"),
        name=NAME,
        emails=("robin.regular@example.org",),
        phones=("01632 960123",),
        address="7 Example Lane, Anytown, ZZ1 1ZZ",
    )


class _Story:
    def __init__(self, policy: Policy, service: PolicyService, desk: Desk) -> None:
        self._policy = policy
        self._service = service
        self._desk = desk
        self._steps = count(1)
        self._written = [means.code for means in policy.means if means.is_written]

    async def tell(self) -> None:
        case = await self._report(_customer(self._desk), "Shouted at me on the telephone.")
        warning = await self._sign_off(case, self._warning())
        given = RecordWarningGiven(warning, self._now(), self._written[0])
        await self._do(case, ADVISER, given)
        await self._report(case.customer, "Shouted again, the same day.")
        sanction = await self._sign_off(case, self._sanction())
        told = RecordCustomerTold(sanction, self._now(), self._written[0])
        await self._do(case, ADVISER, told)

    async def _report(self, customer: Customer | CustomerId, narrative: str) -> Case:
        policy = self._policy
        report = ReportIncident(
            customer=customer,
            corresponding=ADVISER,
            means=policy.means[0].code,
            occurred_at=self._now(),
            behaviours=frozenset({(policy.behaviour("abusive") or policy.behaviours[0]).code}),
            topic="Footpath closure",
            narrative=narrative,
        )
        return (await self._service.report(ADVISER, report, self._delivery())).case

    async def _sign_off(self, case: Case, matter: Matter) -> EntryNo:
        """Proposed, and approved by whoever the policy asks."""
        case = await self._do(case, ADVISER, Propose(matter))
        proposal = max(case.proposals)
        await self._do(case, case.proposals[proposal].approver, Approve(proposal))
        return proposal

    async def _do(self, case: Case, who: StaffId, command: CaseCommand) -> Case:
        return (await self._service.carry_out(who, case.id, command, self._delivery())).case

    def _delivery(self) -> str:
        return f"set-up:{next(self._steps)}"

    def _now(self) -> datetime:
        return self._desk.clock.now()

    def _warning(self) -> WarningMatter:
        return WarningMatter(
            explanation="Shouting at colleagues hurts them, and settles nothing.",
            request="Speak calmly, or write to us.",
            monitoring_days=self._policy.warning.monitoring_days,
        )

    def _sanction(self) -> SanctionsMatter:
        rule = next((r for r in self._policy.sanctions if r.shape is Shape.MEANS), None)
        if rule is None:
            raise CannotBe("This policy has no sanction that leaves some means of contact only.")
        policy = self._policy
        return SanctionsMatter(
            sanctions=(SanctionTerms(rule.code, MeansTerms(frozenset(self._written[:2]))),),
            reasons="It went on the same day, after the warning.",
            efforts="We explained, asked to speak calmly, and offered to answer in writing.",
            review_on=policy.review.default_date(policy.day_of(self._now())),
            considerations=Considerations(
                adjustments="Asked: none are needed.",
                proportionality="Everything can still be asked and answered in writing.",
            ),
        )
