"""A case told step by step, each step decided by the policy itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Self

from core.case.commands import (
    Approve,
    CaseCommand,
    Propose,
    RecordWarningGiven,
    ReportIncident,
)
from core.case.decide import decide
from core.case.events import CaseEvent
from core.case.evolve import fold
from core.case.proposals import (
    Considerations,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.recording.incidents import Opening, decide_report
from core.case.scene import Scene
from core.case.state import Case, Entry, Proposal
from core.case.terms import MeansTerms, SanctionTerms
from core.policy.load import load_policy, shipped_policy
from core.policy.model import Policy
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from core.vocabulary.people import People, StaffMember
from core.vocabulary.refusal import Refusal, Refused
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA, MORGAN, ORGANISATION

POLICY = load_policy(shipped_policy())

WARNING = WarningMatter(
    explanation="Shouting at colleagues is abusive.",
    request="Speak calmly, or write to us.",
    monitoring_days=28,
)

CONSIDERED = Considerations(
    adjustments="We asked: large print is needed, and letters are sent in it.",
    proportionality="Letters can still be answered, so the grant is not delayed.",
)

CASEY = Customer(CustomerId("casey"), "CUS-1", "Casey Customer", ("casey@example.org",))

IN_WRITING = SanctionTerms("specified-form", MeansTerms(frozenset({"email", "letter"})))


class Story:
    """Starts with an empty timeline on a Monday morning; time passes by ``later`` alone.

    ``customer`` and ``calendar`` are what the scene shows, and may be set anew at any time.
    """

    def __init__(
        self,
        staff: Iterable[StaffMember] = ORGANISATION,
        policy: Policy = POLICY,
        now: datetime = MONDAY_MORNING,
        customer: Customer = CASEY,
    ) -> None:
        self.staff = {member.id: member for member in staff}
        self.policy = policy
        self.now = now
        self.customer = customer
        self.calendar: Calendar = NO_HOLIDAYS
        self.entries: list[Entry] = []

    @property
    def case(self) -> Case:
        return fold(self.entries)

    @property
    def today(self) -> date:
        return self.scene(ASHA).today

    def scene(self, actor: StaffMember) -> Scene:
        people = People(self.staff.values())
        return Scene(self.policy, people, actor.id, self.now, self.customer, self.calendar)

    def later(self, **by: float) -> Self:
        self.now += timedelta(**by)
        return self

    def becomes(self, member: StaffMember) -> None:
        """The staff directory changes: promoted, moved, gone."""
        self.staff[member.id] = member

    def report(self, by: StaffMember = ASHA, **changed: object) -> EntryNo:
        """Asha's report of an abusive call a moment ago, unless ``changed``."""
        events = decide_report(self.scene(by), self._case_or_opening(), self.incident(**changed))
        self._add(by, events)
        return self.case.version

    def incident(self, **changed: object) -> ReportIncident:
        usual = ReportIncident(
            customer=self.customer.id,
            corresponding=ASHA.id,
            means="phone",
            occurred_at=self.now,
            behaviours=frozenset({"abusive"}),
            topic="Grant application",
            narrative="Casey shouted at me.",
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def does(self, by: StaffMember, command: CaseCommand) -> tuple[CaseEvent, ...]:
        """Do it, and keep what follows."""
        events = decide(self.scene(by), self.case, command)
        self._add(by, events)
        return events

    def refuses(self, by: StaffMember, command: CaseCommand | ReportIncident) -> Refusal:
        """The refusal that answers it; fails when it is allowed."""
        try:
            if isinstance(command, ReportIncident):
                decide_report(self.scene(by), self._case_or_opening(), command)
            else:
                decide(self.scene(by), self.case, command)
        except Refused as refused:
            return refused.refusal
        raise AssertionError(f"{command} was allowed")

    def proposed(self, matter: Matter, by: StaffMember = ASHA) -> Proposal:
        self.does(by, Propose(matter))
        return max(self.case.proposals.values(), key=lambda proposal: proposal.no)

    def warning_approved(self) -> Proposal:
        """An incident was reported, and a warning proposed by Asha and approved by Morgan."""
        self.report()
        proposal = self.proposed(WARNING)
        self.does(MORGAN, Approve(proposal.no))
        return self.case.proposals[proposal.no]

    def warned(self) -> "Story":
        """... and given, an hour later."""
        proposal = self.warning_approved()
        self.later(hours=1)
        self.does(ASHA, RecordWarningGiven(proposal.no, self.now, "letter"))
        return self

    def continued(self) -> "Story":
        """... and the behaviour continued the day after."""
        self.warned().later(days=1)
        self.report()
        return self

    def sanctions(self, *sanctions: SanctionTerms, **changed: object) -> SanctionsMatter:
        """Contact in writing only, reviewed in 60 days, unless told otherwise."""
        usual = SanctionsMatter(
            sanctions=sanctions or (IN_WRITING,),
            reasons="The calls went on after the warning.",
            efforts="We offered a named contact and explained the decision twice.",
            review_on=self.today + timedelta(days=60),
            considerations=CONSIDERED,
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def sanctioned(self, *sanctions: SanctionTerms, **changed: object) -> "Story":
        """... and Morgan approved sanctions that Asha proposed."""
        self.continued()
        proposal = self.proposed(self.sanctions(*sanctions, **changed))
        self.does(MORGAN, Approve(proposal.no))
        return self

    def review(self, outcome: ReviewOutcome, **changed: object) -> ReviewMatter:
        """Of the first sanction; the next review in 30 days unless it is lifted."""
        lifted = outcome is ReviewOutcome.LIFT
        usual = ReviewMatter(
            sanction=next(iter(self.case.sanctions), EntryNo(0)),
            outcome=outcome,
            reasons="Contact has been calm.",
            next_review_on=None if lifted else self.today + timedelta(days=30),
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def _case_or_opening(self) -> Case | Opening:
        if self.entries:
            return self.case
        return Opening(CaseId("case"), "UCB-TEST", self.customer.id)

    def _add(self, by: StaffMember, events: Iterable[CaseEvent]) -> None:
        for event in events:
            self.entries.append(Entry(EntryNo(len(self.entries) + 1), self.now, by.id, event))
