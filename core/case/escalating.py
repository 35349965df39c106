"""An approval that nobody answers goes up the line (Responsibilities)."""

from core.case.events import CaseEvent, ProposalEscalated
from core.case.scene import Scene
from core.case.sign_off import eligible
from core.case.state import Case, Proposal


def escalate(scene: Scene, case: Case, proposal: Proposal) -> tuple[CaseEvent, ...]:
    """Up the line, never down and never to someone already asked; nothing when nobody is left."""
    asked = {proposal.approver, *proposal.asked_before}
    able = [member.id for member in eligible(scene, case, proposal)]
    above = able[able.index(proposal.approver) + 1 :] if proposal.approver in able else able
    nobody_yet = [staff for staff in above if staff not in asked]
    return (ProposalEscalated(proposal.no, nobody_yet[0]),) if nobody_yet else ()
