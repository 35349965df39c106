"""What each event makes of a case: its state is the fold of its timeline and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from core.case.events import (
    CaseOpened,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    ReviewReminded,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
    WarningGiven,
)
from core.case.state import (
    Case,
    Contact,
    Entry,
    GivenWarning,
    Incident,
    Proposal,
    ProposalStatus,
    Question,
    Sanction,
)
from core.vocabulary.ids import EntryNo


def fold(entries: Iterable[Entry]) -> Case:
    """The case that a whole timeline, from its first entry on, adds up to."""
    case: Case | None = None
    for entry in entries:
        case = evolve(case, entry)
    if case is None:
        raise ValueError("a case without entries is none")
    return case


def evolve(case: Case | None, entry: Entry) -> Case:
    """The case after one more entry; ``None`` stands before the first."""
    if case is None:
        if not isinstance(entry.event, CaseOpened):
            raise ValueError("a timeline begins with the opening of the case")
        return _opened(entry, entry.event)
    return replace(_after(case, entry), version=entry.no)


def _opened(entry: Entry, event: CaseOpened) -> Case:
    return Case(
        id=event.case,
        reference=event.reference,
        customer=event.customer,
        owner=event.owner,
        opened_at=entry.at,
        version=entry.no,
    )


def _after(case: Case, entry: Entry) -> Case:
    event = entry.event
    match event:
        case IncidentReported():
            return replace(case, incidents=(*case.incidents, _incident(entry, event)))
        case ContactLogged():
            return replace(case, contacts=(*case.contacts, _contact(entry, event)))
        case WarningGiven():
            return replace(case, warnings=(*case.warnings, _warning(entry, event)))
        case (
            ProposalMade()
            | ProposalApproved()
            | ProposalRejected()
            | InformationRequested()
            | InformationGiven()
            | ProposalWithdrawn()
        ):
            return _with_proposal(case, _proposal(case, entry, event))
        case SanctionApplied():
            return _with_sanction(case, _applied(case, entry, event))
        case SanctionKept() | SanctionChanged() | SanctionLifted():
            sanction = _reviewed(case.sanctions[event.sanction], entry, event)
            return _settled(_with_sanction(case, sanction), event.proposal, entry)
        case ReviewReminded():
            sanction = case.sanctions[event.sanction]
            reminder = (event.review_on, event.step, event.due_on)
            return _with_sanction(case, replace(sanction, reminded=sanction.reminded | {reminder}))
        case EntryCorrected():
            return case
        case CaseOpened():
            raise ValueError("a case is opened once")


def _incident(entry: Entry, event: IncidentReported) -> Incident:
    return Incident(
        no=entry.no,
        reported_by=entry.by,
        reported_at=entry.at,
        corresponding=event.corresponding,
        means=event.means,
        occurred_at=event.occurred_at,
        behaviours=event.behaviours,
        topic=event.topic,
        narrative=event.narrative,
    )


def _contact(entry: Entry, event: ContactLogged) -> Contact:
    return Contact(entry.no, event.means, event.occurred_at, entry.by, event.topic, event.note)


def _warning(entry: Entry, event: WarningGiven) -> GivenWarning:
    return GivenWarning(
        proposal=event.proposal,
        given_at=event.given_at,
        means=event.means,
        monitor_until=event.monitor_until,
        no=entry.no,
    )


def _proposal(
    case: Case,
    entry: Entry,
    event: ProposalMade
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn,
) -> Proposal:
    if isinstance(event, ProposalMade):
        return Proposal(
            no=entry.no,
            matter=event.matter,
            proposed_by=entry.by,
            proposed_at=entry.at,
            corresponding=event.corresponding,
            approver=event.approver,
        )
    proposal = case.proposals[event.proposal]
    match event:
        case InformationRequested(question=question):
            asked = (*proposal.questions, Question(entry.by, question))
            return replace(proposal, status=ProposalStatus.QUESTIONED, questions=asked)
        case InformationGiven(answer=answer):
            answered = tuple(
                replace(q, answer=answer) if q.answer is None else q for q in proposal.questions
            )
            return replace(proposal, status=ProposalStatus.OPEN, questions=answered)
        case ProposalApproved():
            return _decided(proposal, entry, ProposalStatus.APPROVED)
        case ProposalRejected(reason=reason):
            return _decided(proposal, entry, ProposalStatus.REJECTED, reason)
        case ProposalWithdrawn(reason=reason):
            return _decided(proposal, entry, ProposalStatus.WITHDRAWN, reason)


def _decided(
    proposal: Proposal, entry: Entry, status: ProposalStatus, reason: str = ""
) -> Proposal:
    return replace(proposal, status=status, decided_by=entry.by, decided_at=entry.at, reason=reason)


def _settled(case: Case, no: EntryNo, entry: Entry) -> Case:
    """A review that needed nobody's sign-off is settled by its taking effect."""
    proposal = case.proposals[no]
    if not proposal.is_open:
        return case
    settled = replace(proposal, status=ProposalStatus.APPROVED, decided_at=entry.at)
    return _with_proposal(case, settled)


def _applied(case: Case, entry: Entry, event: SanctionApplied) -> Sanction:
    proposal = case.proposals[event.proposal]
    return Sanction(
        no=entry.no,
        terms=event.sanction,
        applied_at=entry.at,
        proposed_by=proposal.proposed_by,
        approved_by=entry.by,
        review_on=event.review_on,
    )


def _reviewed(
    sanction: Sanction, entry: Entry, event: SanctionKept | SanctionChanged | SanctionLifted
) -> Sanction:
    match event:
        case SanctionKept(review_on=review_on):
            return replace(sanction, review_on=review_on)
        case SanctionChanged(terms=terms, review_on=review_on):
            return replace(sanction, terms=terms, review_on=review_on)
        case SanctionLifted():
            return replace(sanction, lifted_at=entry.at)


def _with_proposal(case: Case, proposal: Proposal) -> Case:
    return replace(case, proposals={**case.proposals, proposal.no: proposal})


def _with_sanction(case: Case, sanction: Sanction) -> Case:
    return replace(case, sanctions={**case.sanctions, sanction.no: sanction})
