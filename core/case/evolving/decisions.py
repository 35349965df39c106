"""Proposals, from being made to being decided."""

from dataclasses import replace
from typing import Final

from core.case.events import (
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalEscalated,
    ProposalMade,
    ProposalPassedOn,
    ProposalRejected,
    ProposalWithdrawn,
    ReferralConsidered,
)
from core.case.state import Case, Entry, Proposal, ProposalStatus, Question
from core.vocabulary.ids import EntryNo

Decision = (
    ProposalMade
    | ProposalEscalated
    | ProposalPassedOn
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn
    | ReferralConsidered
)
DECISIONS: Final = (
    ProposalMade,
    ProposalEscalated,
    ProposalPassedOn,
    ProposalApproved,
    ProposalRejected,
    InformationRequested,
    InformationGiven,
    ProposalWithdrawn,
    ReferralConsidered,
)


def after(case: Case, entry: Entry, event: Decision) -> Case:
    proposal = (
        _made(entry, event)
        if isinstance(event, ProposalMade)
        else _moved(case.proposals[event.proposal], entry, event)
    )
    return with_proposal(case, proposal)


def with_proposal(case: Case, proposal: Proposal) -> Case:
    return replace(case, proposals={**case.proposals, proposal.no: proposal})


def settled(case: Case, no: EntryNo, entry: Entry) -> Case:
    """A review that needed nobody's sign-off is settled by its taking effect."""
    proposal = case.proposals.get(no)
    if proposal is None or not proposal.is_open:
        return case
    approved = replace(proposal, status=ProposalStatus.APPROVED, decided_at=entry.at)
    return with_proposal(case, approved)


def _made(entry: Entry, event: ProposalMade) -> Proposal:
    return Proposal(
        no=entry.no,
        matter=event.matter,
        proposed_by=entry.by,
        proposed_at=entry.at,
        corresponding=event.corresponding,
        approver=event.approver,
        asked_at=entry.at,
        in_place_of=event.in_place_of,
    )


def _moved(
    proposal: Proposal,
    entry: Entry,
    event: ProposalEscalated
    | ProposalPassedOn
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn
    | ReferralConsidered,
) -> Proposal:
    match event:
        case ProposalEscalated():
            return replace(_asked_next(proposal, event), went_up=True, asked_at=entry.at)
        case ProposalPassedOn():
            if event.approver == proposal.approver:
                return replace(proposal, in_place_of=event.in_place_of)
            return replace(_asked_next(proposal, event), went_up=False)
        case InformationRequested(question=question):
            asked = (*proposal.questions, Question(entry.by, question))
            return replace(proposal, status=ProposalStatus.QUESTIONED, questions=asked)
        case InformationGiven(answer=answer):
            answered = tuple(
                replace(q, answer=answer) if q.answer is None else q for q in proposal.questions
            )
            return replace(
                proposal, status=ProposalStatus.OPEN, questions=answered, asked_at=entry.at
            )
        case ProposalApproved():
            return _decided(proposal, entry, ProposalStatus.APPROVED)
        case ProposalRejected(reason=reason):
            return _decided(proposal, entry, ProposalStatus.REJECTED, reason)
        case ProposalWithdrawn(reason=reason):
            return _decided(proposal, entry, ProposalStatus.WITHDRAWN, reason)
        case ReferralConsidered():
            return replace(proposal, referrals=(*proposal.referrals, event))


def _asked_next(proposal: Proposal, event: ProposalEscalated | ProposalPassedOn) -> Proposal:
    return replace(
        proposal,
        approver=event.approver,
        in_place_of=event.in_place_of,
        asked_before=(*proposal.asked_before, proposal.approver),
    )


def _decided(
    proposal: Proposal, entry: Entry, status: ProposalStatus, reason: str = ""
) -> Proposal:
    return replace(proposal, status=status, decided_by=entry.by, decided_at=entry.at, reason=reason)
