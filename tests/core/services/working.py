"""The real policy service over a desk in memory, and short words for what people do with it."""

from dataclasses import replace
from datetime import timedelta

from core.case.commands import (
    Approve,
    CaseCommand,
    Propose,
    RecordWarningGiven,
    ReportIncident,
)
from core.case.proposals import (
    DisengagementMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
)
from core.case.terms import SanctionTerms
from core.policy.model import Policy
from core.services.deciding.policy_service import Outcome, PolicyService
from core.services.messages import ChatPlace, Kind, Message, Person
from core.vocabulary.ids import CaseId, EntryNo, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal, Refused
from tests.core.disengaging import GRANT
from tests.core.story import CASEY, CONSIDERED, IN_WRITING, POLICY, WARNING
from tests.support.memory import memory_desk
from tests.support.people import ASHA, DANA, MORGAN


class Working:
    """``heard``: the messages of the last thing done, by whom they are for and kind."""

    def __init__(self, policy: Policy = POLICY) -> None:
        self.memory = memory_desk()
        self.service = PolicyService(policy, self.memory.desk)
        self.case = CaseId("casey")
        self.last: tuple[Message, ...] = ()
        self._deliveries = 0

    def delivery(self) -> str:
        self._deliveries += 1
        return f"delivery-{self._deliveries}"

    def incident(self, **changed: object) -> ReportIncident:
        usual = ReportIncident(
            customer=CASEY,
            corresponding=ASHA.id,
            means="phone",
            occurred_at=self.memory.clock.now(),
            behaviours=frozenset({"abusive"}),
            topic="Grant application",
            narrative="Casey shouted at me.",
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def sanctions(self, *sanctions: SanctionTerms) -> SanctionsMatter:
        today = self.memory.clock.now().date()
        return SanctionsMatter(
            sanctions or (IN_WRITING,),
            "It went on.",
            "We explained.",
            today + timedelta(days=60),
            CONSIDERED,
        )

    async def report(self, by: StaffMember = ASHA, **changed: object) -> Outcome:
        before = len(self.memory.messages)
        outcome = await self.service.report(by.id, self.incident(**changed), self.delivery())
        self.last = tuple(self.memory.messages[before:])
        return outcome

    async def does(
        self, by: StaffMember | StaffId, command: CaseCommand, delivery: str = ""
    ) -> Outcome:
        actor = by.id if isinstance(by, StaffMember) else by
        before = len(self.memory.messages)
        name = delivery or self.delivery()
        outcome = await self.service.carry_out(actor, self.case, command, name)
        self.last = tuple(self.memory.messages[before:])
        return outcome

    async def refuses(self, by: StaffMember, command: CaseCommand) -> Refusal:
        try:
            await self.does(by, command)
        except Refused as refused:
            return refused.refusal
        raise AssertionError(f"{command} was allowed")

    async def proposed(self, by: StaffMember = ASHA) -> EntryNo:
        """An incident, and a warning that ``by`` proposes."""
        await self.report()
        return (await self.does(by, Propose(WARNING))).added[0].no

    async def continued(self) -> None:
        """Warned, and a day later another incident."""
        no = await self.proposed()
        await self.does(MORGAN, Approve(no))
        await self.does(ASHA, RecordWarningGiven(no, self.memory.clock.now(), "letter"))
        self.memory.clock.forward(days=1)
        await self.report(customer=CASEY.id)

    async def sanctioned(self, *sanctions: SanctionTerms) -> EntryNo:
        await self.continued()
        outcome = await self.does(ASHA, Propose(self.sanctions(*sanctions)))
        await self.does(MORGAN, Approve(outcome.added[0].no))
        return next(iter((await self.service.case(self.case)).sanctions))

    async def agreed(self, matter: Matter, approver: StaffMember = DANA) -> None:
        made = await self.does(ASHA, Propose(matter))
        await self.does(approver, Approve(made.added[0].no))

    async def disengaged(self) -> EntryNo:
        """On one topic, with no sanction in force any more."""
        sanction = await self.sanctioned()
        self.memory.clock.forward(days=1)
        await self.report(customer=CASEY.id)
        year = self.memory.clock.now().date() + timedelta(days=365)
        notice = DisengagementMatter((GRANT,), "It went on.", "We tried.", year, CONSIDERED)
        await self.agreed(notice)
        assert ("#alerts", Kind.SANCTION_NOTICE) in self.heard
        await self.agreed(ReviewMatter(sanction, ReviewOutcome.LIFT, "It is enough."), MORGAN)
        return next(iter((await self.service.case(self.case)).disengagements))

    @property
    def heard(self) -> set[tuple[str, Kind]]:
        return {(hearer(m), m.kind) for m in self.last if m.redraws is None}

    @property
    def redrawn(self) -> set[tuple[str, Kind]]:
        return {(hearer(m), m.kind) for m in self.last if m.redraws is not None}


def hearer(message: Message) -> str:
    match message.to:
        case Person(staff=staff):
            return str(staff)
        case ChatPlace(place=place):
            return f"@{place}"
        case channel:
            return f"#{channel}"
