"""What the events of a case add up to."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.case.events import CaseEvent
from core.case.proposals import Matter
from core.case.terms import SanctionTerms
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline log: the ``no``-th of its case (from 1), who, when, what."""

    no: EntryNo
    at: datetime
    by: StaffId
    event: CaseEvent


class ProposalStatus(StrEnum):
    OPEN = "open"
    QUESTIONED = "questioned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Incident:
    no: EntryNo
    reported_by: StaffId
    reported_at: datetime
    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str


@dataclass(frozen=True, slots=True)
class Question:
    asked_by: StaffId
    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """``decided_by``: who approved, rejected or withdrew it; nobody for a review that the policy
    lets take effect at once.
    """

    no: EntryNo
    matter: Matter
    proposed_by: StaffId
    proposed_at: datetime
    corresponding: StaffId
    approver: StaffId
    status: ProposalStatus = ProposalStatus.OPEN
    questions: tuple[Question, ...] = ()
    decided_by: StaffId | None = None
    decided_at: datetime | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        return self.status in (ProposalStatus.OPEN, ProposalStatus.QUESTIONED)


@dataclass(frozen=True, slots=True)
class GivenWarning:
    proposal: EntryNo
    given_at: datetime
    means: str
    monitor_until: date
    no: EntryNo


@dataclass(frozen=True, slots=True)
class Sanction:
    """``reminded``: (review date, step, due date) of every reminder sent."""

    no: EntryNo
    terms: SanctionTerms
    applied_at: datetime
    proposed_by: StaffId
    approved_by: StaffId
    review_on: date
    reminded: frozenset[tuple[date, str, date]] = frozenset()
    lifted_at: datetime | None = None

    @property
    def in_force(self) -> bool:
        return self.lifted_at is None


@dataclass(frozen=True, slots=True)
class Contact:
    no: EntryNo
    means: str
    occurred_at: datetime
    logged_by: StaffId
    topic: str
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    """The fold of a case's events. ``version`` is the number of its last entry."""

    id: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId
    opened_at: datetime
    version: EntryNo
    incidents: tuple[Incident, ...] = ()
    contacts: tuple[Contact, ...] = ()
    warnings: tuple[GivenWarning, ...] = ()
    proposals: dict[EntryNo, Proposal] = field(default_factory=dict)
    sanctions: dict[EntryNo, Sanction] = field(default_factory=dict)

    @property
    def in_force(self) -> tuple[Sanction, ...]:
        return tuple(s for s in self.sanctions.values() if s.in_force)

    @property
    def open_proposals(self) -> tuple[Proposal, ...]:
        return tuple(p for p in self.proposals.values() if p.is_open)

    @property
    def involved(self) -> frozenset[StaffId]:
        """Everyone who has had a hand in the case."""
        people = {self.owner}
        for incident in self.incidents:
            people |= {incident.reported_by, incident.corresponding}
        for proposal in self.proposals.values():
            people |= {proposal.proposed_by, proposal.corresponding, proposal.approver}
            people |= {proposal.decided_by} if proposal.decided_by else set()
        return frozenset(people)
