"""Who may decide a proposal (Our position and process: two people at different grades)."""

from core.case.proposals import Matter, ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.scene import Scene
from core.case.sections import PROCESS
from core.case.state import Case, Proposal, ProposalStatus
from core.policy.model import SignOff
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal
from core.vocabulary.wording import listed, say_moment


def sign_off_for(scene: Scene, case: Case, matter: Matter) -> SignOff:
    """The strictest sign-off the matter needs."""
    policy = scene.policy
    match matter:
        case WarningMatter():
            return policy.warning.sign_off
        case SanctionsMatter(sanctions):
            rules = _of_sanctions(scene, tuple(sanction.code for sanction in sanctions))
        case ReviewMatter(sanction, outcome):
            rules = (policy.review.sign_off,)
            if outcome is ReviewOutcome.CHANGE and sanction in case.sanctions:
                rules += _of_sanctions(scene, (case.sanctions[sanction].terms.code,))
    return max(rules, key=lambda rule: policy.rank(rule.minimum_grade))


def eligible(scene: Scene, case: Case, proposal: Proposal) -> tuple[StaffMember, ...]:
    """Everyone who may decide it, in the order in which it is routed to them."""
    rule = sign_off_for(scene, case, proposal.matter)
    return tuple(
        member
        for member in _line(scene, rule, proposal)
        if member.active and _bar(scene, rule, proposal, member) is None
    )


def objection(scene: Scene, case: Case, proposal: Proposal) -> Refusal | None:
    """Why ``scene.actor`` may not decide this proposal; ``None`` when they may."""
    if not proposal.is_open:
        return settled(scene, proposal)
    actor = scene.people.get(scene.actor)
    if actor is None or not actor.active:
        return _no("unknown-actor", "You are not an active colleague in the staff directory.")
    rule = sign_off_for(scene, case, proposal.matter)
    refusal = _bar(scene, rule, proposal, actor)
    line = _line(scene, rule, proposal)
    if refusal is None and actor not in line:
        start = scene.people.name_of(_start(rule, proposal))
        refusal = _no(
            "not-in-line", f"Only someone above {start} in the line of management decides this."
        )
    if refusal is None:
        return None
    able = listed((member.name for member in eligible(scene, case, proposal)), "or")
    remedy = f"It can be decided by {able}." if able else "At present nobody can decide it."
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


def _of_sanctions(scene: Scene, codes: tuple[str, ...]) -> tuple[SignOff, ...]:
    rules = (scene.policy.sanction(code) for code in codes)
    return tuple(rule.sign_off for rule in rules if rule)


def _start(rule: SignOff, proposal: Proposal) -> StaffId:
    return proposal.corresponding if rule.line_manager else proposal.proposed_by


def _line(scene: Scene, rule: SignOff, proposal: Proposal) -> tuple[StaffMember, ...]:
    return scene.people.above(_start(rule, proposal))


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
    return None


def _no(rule: str, message: str) -> Refusal:
    return Refusal(rule, message, section=PROCESS)
