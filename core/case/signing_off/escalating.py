"""An approval that nobody answers goes up the line (Responsibilities)."""

from core.case.authority.seats import Seat
from core.case.authority.sign_off import overseers, route
from core.case.events import CaseEvent, ProposalEscalated
from core.case.scene import Scene
from core.case.state import Case, Proposal


def escalate(scene: Scene, case: Case, proposal: Proposal) -> tuple[CaseEvent, ...]:
    """Nothing when nobody is left to be asked."""
    seat = next_place(scene, case, proposal)
    if seat is None:
        return ()
    return (ProposalEscalated(proposal.no, seat.member.id, seat.in_place_of),)


def next_place(scene: Scene, case: Case, proposal: Proposal) -> Seat | None:
    """Up the line, then whoever oversees; never down, and never someone already asked."""
    line = route(scene, case, proposal)
    ids = [seat.member.id for seat in line]
    above = line[ids.index(proposal.approver) + 1 :] if proposal.approver in ids else line
    last_resort = overseers(scene, case, proposal)
    asked = {proposal.approver, *proposal.asked_before}
    least = _rank(scene, proposal)
    return next(
        (
            seat
            for seat in (*above, *last_resort)
            if seat.member.id not in asked and scene.policy.rank(seat.member.grade) >= least
        ),
        None,
    )


def _rank(scene: Scene, proposal: Proposal) -> int:
    """How senior the one is who was asked last."""
    approver = scene.people.get(proposal.approver)
    return scene.policy.rank(approver.grade) if approver else -1
