"""What is proposed and how far it has got, without anything personal of the customer's."""

from typing import Final

from bot.conversation.words.sentences import counted
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Grounds,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Proposal, ProposalStatus
from core.policy.model import Policy
from core.vocabulary.ids import StaffId
from core.vocabulary.people import People
from core.vocabulary.wording import say_moment

_COMPLETE: Final = "a complete disengagement"
_REVIEWED: Final = {
    ReviewOutcome.KEEP: "keeping",
    ReviewOutcome.CHANGE: "changing",
    ReviewOutcome.LIFT: "lifting",
}


def kind_of(matter: Matter) -> str:
    """``a warning``, ``a combination of 2 sanctions for extreme behaviour``."""
    match matter:
        case WarningMatter():
            return "a warning"
        case SanctionsMatter(sanctions, grounds=grounds):
            number = len(sanctions)
            kind = "a sanction" if number == 1 else f"a combination of {number} sanctions"
            return f"{kind}{_extreme(grounds)}"
        case ReviewMatter(outcome=outcome):
            return f"{_REVIEWED[outcome]} a sanction at its review"
        case DisengagementMatter(topics, grounds=grounds):
            return f"{disengagement_of(topics)}{_extreme(grounds)}"
        case DisengagementReviewMatter(outcome=DisengagementOutcome.RE_ENGAGE):
            return "re-engaging with a customer"
        case DisengagementReviewMatter(outcome=DisengagementOutcome.CHANGE):
            return "changing a disengagement at its review"
        case DisengagementReviewMatter():
            return "continuing a disengagement at its review"
        case ExtensionMatter():
            return "binding another person too"


def disengagement_of(topics: tuple[str, ...]) -> str:
    """How far it goes; the topics themselves may be personal."""
    return f"a disengagement on {counted(len(topics), 'topic')}" if topics else _COMPLETE


def _extreme(grounds: Grounds) -> str:
    return " for extreme behaviour" if grounds is Grounds.EXTREME else ""


def person(policy: Policy, people: People, staff: StaffId | None) -> str:
    """``Morgan Manager (Manager)``."""
    if staff is None:
        return "Nobody"
    member = people.get(staff)
    if member is None:
        return str(staff)
    return f"{member.name} ({policy.grade_label(member.grade)})"


def status_of(policy: Policy, people: People, proposal: Proposal) -> str:
    """Where it stands: who is waited for, or who decided and when."""
    who = person(policy, people, proposal.decided_by)
    if proposal.decided_at and proposal.decided_by is None:
        return (
            f"In effect since {say_moment(proposal.decided_at, policy.zone)}; nobody has to agree"
        )
    when = say_moment(proposal.decided_at, policy.zone) if proposal.decided_at else ""
    match proposal.status:
        case ProposalStatus.OPEN:
            return f"Waiting for {person(policy, people, proposal.approver)}"
        case ProposalStatus.QUESTIONED:
            asker = proposal.questions[-1].asked_by if proposal.questions else proposal.approver
            proposer = people.name_of(proposal.proposed_by)
            return f"{people.name_of(asker)} asked for more information; {proposer} has to answer"
        case ProposalStatus.APPROVED:
            return f"Approved by {who} on {when}"
        case ProposalStatus.REJECTED:
            return f"Rejected by {who} on {when}"
        case ProposalStatus.WITHDRAWN:
            return f"Withdrawn by {who} on {when}"
