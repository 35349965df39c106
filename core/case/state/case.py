"""A customer's case."""

from dataclasses import dataclass, field
from datetime import datetime

from core.case.events import ClientTold, ComplaintMade, Reminded
from core.case.state.decisions import Appeal, Proposal
from core.case.state.measures import Disengagement, Sanction
from core.case.state.reports import Contact, GivenWarning, Incident
from core.case.state.safeguards import LegalAdvice
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId


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
    disengagements: dict[EntryNo, Disengagement] = field(default_factory=dict)
    appeals: dict[EntryNo, Appeal] = field(default_factory=dict)
    clients_told: tuple[ClientTold, ...] = ()
    complaints: tuple[ComplaintMade, ...] = ()
    legal_advice: dict[EntryNo, LegalAdvice] = field(default_factory=dict)
    reminded: frozenset[Reminded] = frozenset()

    @property
    def is_extreme(self) -> bool:
        """Whether an incident was reported as an immediate threat (Extreme behaviour)."""
        return any(incident.extreme for incident in self.incidents)

    @property
    def in_force(self) -> tuple[Sanction, ...]:
        return tuple(s for s in self.sanctions.values() if s.in_force)

    @property
    def disengaged(self) -> tuple[Disengagement, ...]:
        """The disengagements in force."""
        return tuple(d for d in self.disengagements.values() if d.in_force)

    @property
    def also_bound(self) -> frozenset[CustomerId]:
        """Other customers whom something in force binds too (Scope)."""
        return frozenset().union(
            *(sanction.extended_to for sanction in self.in_force),
            *(disengagement.extended_to for disengagement in self.disengaged),
        )

    @property
    def open_proposals(self) -> tuple[Proposal, ...]:
        return tuple(p for p in self.proposals.values() if p.is_open)

    @property
    def open_appeals(self) -> tuple[Appeal, ...]:
        return tuple(a for a in self.appeals.values() if a.is_open)

    @property
    def involved(self) -> frozenset[StaffId]:
        """Everyone who has had a hand in the case."""
        people = {self.owner}
        for incident in self.incidents:
            people |= {incident.reported_by, incident.corresponding}
        for proposal in self.proposals.values():
            people |= {proposal.proposed_by, proposal.corresponding, proposal.approver}
            people |= {proposal.decided_by} if proposal.decided_by else set()
        for appeal in self.appeals.values():
            people |= {appeal.handler}
            people |= {appeal.decided_by} if appeal.decided_by else set()
        return frozenset(people)
