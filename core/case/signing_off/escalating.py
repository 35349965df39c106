"""An approval that nobody answers goes up the line (Responsibilities)."""

from core.case.authority.sign_off import overseers, route
from core.case.events import CaseEvent, ProposalEscalated
from core.case.scene import Scene
from core.case.state import Case, Proposal
from core.vocabulary.people import StaffMember


def escalate(scene: Scene, case: Case, proposal: Proposal) -> tuple[CaseEvent, ...]:
    """Nothing when nobody is left to be asked."""
    following = next_approver(scene, case, proposal)
    return (ProposalEscalated(proposal.no, following.id),) if following else ()


def next_approver(scene: Scene, case: Case, proposal: Proposal) -> StaffMember | None:
    """Up the line, then whoever oversees; never down, and never someone already asked."""
    line = [seat.member for seat in route(scene, case, proposal)]
    ids = [member.id for member in line]
    above = line[ids.index(proposal.approver) + 1 :] if proposal.approver in ids else line
    last_resort = [seat.member for seat in overseers(scene, case, proposal)]
    asked = {proposal.approver, *proposal.asked_before}
    least = _rank(scene, proposal)
    return next(
        (
            member
            for member in (*above, *last_resort)
            if member.id not in asked and scene.policy.rank(member.grade) >= least
        ),
        None,
    )


def _rank(scene: Scene, proposal: Proposal) -> int:
    """How senior the one is who was asked last."""
    approver = scene.people.get(proposal.approver)
    return scene.policy.rank(approver.grade) if approver else -1
