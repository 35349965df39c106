"""Deciding a proposal, and the questions and withdrawals before a decision."""

from dataclasses import replace

from core.case.authority.owners import require_owner_or
from core.case.authority.sign_off import objection, settled
from core.case.checks import require_length, require_text
from core.case.commands import Approve, GiveInformation, Reject, RequestInformation, Withdraw
from core.case.events import (
    CaseEvent,
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalRejected,
    ProposalWithdrawn,
)
from core.case.finding import find_proposal
from core.case.matters import check_matter
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.signing_off.effects import effects
from core.case.signing_off.referrals import considered
from core.case.state import Case, Proposal, ProposalStatus
from core.vocabulary.ids import EntryNo
from core.vocabulary.refusal import Refused, refuse


def approve(scene: Scene, case: Case, command: Approve) -> tuple[CaseEvent, ...]:
    """Everything is checked again: grades, the warning, dates may have changed meanwhile.

    On grounds of extreme behaviour, what was considered stands before the decision.
    """
    proposal = _decidable(scene, case, command.proposal)
    try:
        check_matter(scene, case, proposal.matter)
    except Refused as refused:
        proposer = scene.people.name_of(proposal.proposed_by)
        remedy = f"Reject it and say why, or ask {proposer} to withdraw it and propose it again."
        raise Refused(replace(refused.refusal, remedy=remedy, field=None)) from None
    referrals = considered(proposal, command)
    return (*referrals, ProposalApproved(proposal.no), *effects(proposal))


def reject(scene: Scene, case: Case, command: Reject) -> tuple[CaseEvent, ...]:
    proposal = _decidable(scene, case, command.proposal)
    require_text(command.reason, "reason", "why you reject it")
    return (ProposalRejected(proposal.no, command.reason.strip()),)


def request_information(
    scene: Scene, case: Case, command: RequestInformation
) -> tuple[CaseEvent, ...]:
    proposal = _decidable(scene, case, command.proposal)
    require_text(command.question, "question", "what you need to know")
    return (InformationRequested(proposal.no, command.question.strip()),)


def give_information(scene: Scene, case: Case, command: GiveInformation) -> tuple[CaseEvent, ...]:
    proposal = _open(scene, case, command.proposal)
    require_owner_or(scene, case, (proposal.proposed_by,), "answer", PROCESS)
    if proposal.status is not ProposalStatus.QUESTIONED:
        raise refuse("nothing-asked", "There is no open question about this proposal.")
    require_text(command.answer, "answer", "your answer")
    return (InformationGiven(proposal.no, command.answer.strip()),)


def withdraw(scene: Scene, case: Case, command: Withdraw) -> tuple[CaseEvent, ...]:
    proposal = _open(scene, case, command.proposal)
    require_owner_or(scene, case, (proposal.proposed_by,), "withdraw it", PROCESS)
    require_length(command.reason, "reason", "the reason")
    return (ProposalWithdrawn(proposal.no, command.reason.strip()),)


def _open(scene: Scene, case: Case, number: EntryNo) -> Proposal:
    proposal = find_proposal(case, number)
    if not proposal.is_open:
        raise Refused(settled(scene, proposal))
    return proposal


def _decidable(scene: Scene, case: Case, number: EntryNo) -> Proposal:
    proposal = find_proposal(case, number)
    if refusal := objection(scene, case, proposal):
        raise Refused(refusal)
    return proposal
