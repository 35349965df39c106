"""Who may decide a proposal (Our position and process: two people at different grades)."""

from collections.abc import Iterable

from core.case.authority.powers import holders
from core.case.authority.seats import Seat, seats_of
from core.case.authority.sign_off_rule import sign_off_for
from core.case.extreme import alerted, on_extreme_grounds, took_part
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.state import Case, Proposal, ProposalStatus
from core.policy.model import Power, SignOff
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal
from core.vocabulary.wording import listed, say_day, say_moment


def eligible(scene: Scene, case: Case, proposal: Proposal) -> tuple[StaffMember, ...]:
    """Everyone who may decide it, in the order in which it is routed to them.

    Whoever oversees decides only what nobody in the line can, or was asked for in vain.
    """
    return tuple(seat.member for seat in places(scene, case, proposal))


def places(scene: Scene, case: Case, proposal: Proposal) -> tuple[Seat, ...]:
    """The seats of all who may decide it, in that order."""
    line = route(scene, case, proposal)
    last_resort = overseers(scene, case, proposal)
    above = {seat.member.id for seat in line}
    asked = {proposal.approver, *proposal.asked_before} - above
    if not line or any({seat.member.id, seat.holder.id} & asked for seat in last_resort):
        return _together(line, last_resort)
    return line


def route(scene: Scene, case: Case, proposal: Proposal) -> tuple[Seat, ...]:
    """The seats in the line of management, nearest first.

    On grounds of extreme behaviour then the others who are alerted of it, unless they had a hand
    in the case.
    """
    rule = sign_off_for(scene, case, proposal.matter)
    line = _allowed(scene, rule, proposal, _line(scene, rule, proposal))
    if not on_extreme_grounds(proposal.matter):
        return line
    outside = _allowed(scene, rule, proposal, alerted(scene))
    return _together(line, tuple(s for s in outside if not took_part(case, s.member.id)))


def overseers(scene: Scene, case: Case, proposal: Proposal) -> tuple[Seat, ...]:
    """The seats of those who decide when the line cannot (Responsibilities)."""
    rule = sign_off_for(scene, case, proposal.matter)
    return _allowed(scene, rule, proposal, holders(scene, Power.OVERSEE))


def whose_places(scene: Scene, case: Case, proposal: Proposal) -> tuple[StaffMember, ...]:
    """Whose seats it may come to, whether or not they are here and may decide it themselves."""
    rule = sign_off_for(scene, case, proposal.matter)
    outside = alerted(scene) if on_extreme_grounds(proposal.matter) else ()
    above = _line(scene, rule, proposal)
    return tuple(dict.fromkeys((*above, *outside, *holders(scene, Power.OVERSEE))))


def objection(scene: Scene, case: Case, proposal: Proposal) -> Refusal | None:
    """Why ``scene.actor`` may not decide this proposal; ``None`` when they may."""
    if not proposal.is_open:
        return settled(scene, proposal)
    actor = scene.people.get(scene.actor)
    if actor is None or not actor.active:
        return _no("unknown-actor", "You are not an active colleague in the staff directory.")
    able = eligible(scene, case, proposal)
    if actor in able:
        return None
    rule = sign_off_for(scene, case, proposal.matter)
    refusal = _bar(scene, rule, proposal, actor) or _outside(scene, case, rule, proposal, actor)
    names = listed((member.name for member in able), "or")
    remedy = f"It can be decided by {names}." if able else "At present nobody can decide it."
    return Refusal(refusal.rule, refusal.message, remedy, refusal.section)


def settled(scene: Scene, proposal: Proposal) -> Refusal:
    """What is said to someone who comes too late: who decided, and when."""
    who = scene.people.name_of(proposal.decided_by) if proposal.decided_by else None
    when = ""
    if proposal.decided_at:
        when = f" on {say_moment(proposal.decided_at, scene.policy.zone)}"
    if proposal.status is ProposalStatus.WITHDRAWN:
        return Refusal("withdrawn", f"{who} withdrew this proposal{when}.")
    if who is None:
        return Refusal("already-decided", f"This took effect{when} and needs no decision.")
    return Refusal("already-decided", f"{who} {proposal.status} this proposal{when}.")


def _start(rule: SignOff, proposal: Proposal) -> StaffId:
    return proposal.corresponding if rule.line_manager else proposal.proposed_by


def _line(scene: Scene, rule: SignOff, proposal: Proposal) -> tuple[StaffMember, ...]:
    return scene.people.above(_start(rule, proposal))


def _allowed(
    scene: Scene, rule: SignOff, proposal: Proposal, holding: Iterable[StaffMember]
) -> tuple[Seat, ...]:
    seats = seats_of(scene, holding)
    return tuple(seat for seat in seats if _bar(scene, rule, proposal, seat.member) is None)


def _together(first: tuple[Seat, ...], then: tuple[Seat, ...]) -> tuple[Seat, ...]:
    known = {seat.member.id for seat in first}
    return (*first, *(seat for seat in then if seat.member.id not in known))


def _bar(scene: Scene, rule: SignOff, proposal: Proposal, member: StaffMember) -> Refusal | None:
    """What in the person themselves keeps them from deciding it."""
    policy = scene.policy
    if member.id == proposal.proposed_by:
        return _no("own-proposal", "Nobody decides their own proposal.")
    proposer = scene.people.get(proposal.proposed_by)
    if proposer is None:
        return _no("proposer-unknown", "Who proposed this is no longer in the staff directory.")
    if member.grade == proposer.grade:
        return _no(
            "same-grade",
            f"{proposer.name}, who proposed this, is of the same grade: "
            f"{policy.grade_label(member.grade)}. Two people at different grades must be involved.",
        )
    if policy.rank(member.grade) < policy.rank(rule.minimum_grade):
        return _no(
            "too-junior",
            f"This needs someone of the grade {policy.grade_label(rule.minimum_grade)} or above.",
        )
    if member.id == proposal.corresponding:
        return _no(
            "corresponding", "You correspond with this customer, so somebody else decides this."
        )
    if absence := member.absence_on(scene.today):
        away = f"You are recorded as away until {say_day(absence.last)}"
        return _no("away", f"{away}, so somebody else decides this.")
    return None


def _outside(
    scene: Scene, case: Case, rule: SignOff, proposal: Proposal, member: StaffMember
) -> Refusal:
    """Why somebody whom nothing bars is not asked all the same."""
    start = scene.people.name_of(_start(rule, proposal))
    above = f"Only someone above {start} in the line of management decides this"
    if not on_extreme_grounds(proposal.matter):
        return _no("not-in-line", f"{above}.")
    if member in alerted(scene) and took_part(case, member.id):
        return _no("had-a-hand", f"You had a hand in this case. {above}, or someone who had none.")
    return _no("not-in-line", f"{above}, or someone who is alerted of extreme behaviour.")


def _no(rule: str, message: str) -> Refusal:
    return Refusal(rule, message, section=PROCESS)
