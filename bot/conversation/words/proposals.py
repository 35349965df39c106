"""What is proposed and how far it has got, without anything personal of the customer's."""

from core.case.proposals import Matter, ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.state import Proposal, ProposalStatus
from core.policy.model import Policy
from core.vocabulary.ids import StaffId
from core.vocabulary.people import People
from core.vocabulary.wording import say_moment


def kind_of(matter: Matter) -> str:
    match matter:
        case WarningMatter():
            return "a warning"
        case SanctionsMatter(sanctions):
            number = len(sanctions)
            return "a sanction" if number == 1 else f"a combination of {number} sanctions"
        case ReviewMatter(outcome=ReviewOutcome.KEEP):
            return "keeping a sanction at its review"
        case ReviewMatter(outcome=ReviewOutcome.CHANGE):
            return "changing a sanction at its review"
        case ReviewMatter():
            return "lifting a sanction at its review"


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
