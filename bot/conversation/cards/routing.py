"""Why a proposal was sent to the person who has it."""

from bot.conversation.cards.painting import Painting
from bot.conversation.words.sentences import counted
from core.case.authority.sign_off import overseers, route
from core.case.authority.sign_off_rule import sign_off_for
from core.case.extreme import alerted, on_extreme_grounds
from core.case.scene import Scene
from core.case.state import Proposal
from core.policy.model import SignOff
from core.vocabulary.wording import listed, say_day


def why_sent(painting: Painting) -> str:
    proposal = painting.proposal
    approver = painting.name(proposal.approver)
    if proposal.went_up:
        return _gone_up(painting, proposal, approver)
    scene = painting.scene(proposal.approver)
    rule = sign_off_for(scene, painting.case, proposal.matter)
    why = _stands_in(painting, scene, proposal) or _place(painting, scene, rule, proposal)
    return f"Sent to {approver} because {approver} {why}. Policy: {rule.source}"


def _gone_up(painting: Painting, proposal: Proposal, approver: str) -> str:
    """Unanswered for too long (Responsibilities)."""
    rule = painting.policy.escalation
    silent = listed((painting.name(staff) for staff in proposal.asked_before), "or")
    days = counted(rule.working_days, "working day")
    return (
        f"Sent on to {approver} because {silent} did not answer within {days}. {approver} is the "
        f"next who may decide it, and was not involved. Policy: {rule.source}"
    )


def _stands_in(painting: Painting, scene: Scene, proposal: Proposal) -> str:
    """For somebody who is away; "" when it is the approver's own place."""
    seats = (
        *route(scene, painting.case, proposal),
        *overseers(scene, painting.case, proposal),
    )
    mine = next((seat for seat in seats if seat.member.id == proposal.approver), None)
    if mine is None or mine.holder.id == mine.member.id:
        return ""
    absence = mine.holder.absence_on(scene.today)
    until = f" until {say_day(absence.last)}" if absence else ""
    return f"stands in for {mine.holder.name}, who is away{until}"


def _place(painting: Painting, scene: Scene, rule: SignOff, proposal: Proposal) -> str:
    start = proposal.corresponding if rule.line_manager else proposal.proposed_by
    name = painting.name(start)
    who = "was corresponding with the customer" if rule.line_manager else "proposed it"
    below = painting.people.get(start)
    if below and below.line_manager == proposal.approver:
        return f"is the line manager of {name}, who {who}"
    if proposal.approver in {member.id for member in painting.people.above(start)}:
        return f"is the next in the line of management above {name} who may decide it; {name} {who}"
    is_alerted = proposal.approver in {member.id for member in alerted(scene)}
    if is_alerted and on_extreme_grounds(proposal.matter):
        return f"is alerted of extreme behaviour, and nobody in the line above {name} may decide it"
    return f"decides what nobody in the line of management above {name} may decide"
