"""Who answers an appeal: someone who was not involved in the decision (Appeals)."""

from collections.abc import Iterable
from functools import partial

from core.case.authority.powers import holders
from core.case.authority.seats import Seat, present, seats_of
from core.case.scene import Scene
from core.case.sections import APPEALS
from core.case.state import Appeal, Case, Proposal
from core.policy.model import Power
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal
from core.vocabulary.wording import say_moment


def handlers(scene: Scene, decision: Proposal) -> tuple[StaffMember, ...]:
    """Everyone who may answer it, nearest first: up the line, then whoever oversees.

    Nobody junior to whoever decided, unless nobody else is left.
    """
    line = (*scene.people.above(decision.corresponding), *holders(scene, Power.OVERSEE))
    able = [seat.member for seat in _allowed(scene, decision, seats_of(scene, line))]
    return tuple(filter(partial(_is_senior_enough, scene, decision), able)) or tuple(able)


def handler_now(scene: Scene, case: Case, appeal: Appeal) -> StaffMember | None:
    """Whom the appeal waits for today: its handler, their deputy, or else the next who may."""
    decision = case.proposals[appeal.decision]
    appointed = scene.people.get(appeal.handler)
    member = present(scene, appointed) if appointed else None
    able = handlers(scene, decision)
    if member and appointed and _allowed(scene, decision, (Seat(appointed, member),)):
        stands_in_below = member != appointed and not _is_senior_enough(scene, decision, member)
        if not stands_in_below or not able:
            return member
    return next(iter(able), None)


def appeal_objection(scene: Scene, case: Case, appeal: Appeal) -> Refusal | None:
    """Why ``scene.actor`` may not answer this appeal; ``None`` when they may."""
    if appeal.decided_at is not None:
        who = scene.people.name_of(appeal.decided_by) if appeal.decided_by else "Somebody"
        when = say_moment(appeal.decided_at, scene.policy.zone)
        return Refusal("already-decided", f"{who} decided this appeal on {when}.")
    handler = handler_now(scene, case, appeal)
    if handler is not None and handler.id == scene.actor:
        return None
    if scene.actor in _involved(case.proposals[appeal.decision]):
        message = "You were involved in the decision, so you cannot answer the appeal against it."
        rule = "involved-in-decision"
    else:
        message, rule = "This appeal waits for somebody else.", "not-the-handler"
    remedy = f"{handler.name} answers it." if handler else "At present nobody can answer it."
    return Refusal(rule, message, remedy, APPEALS)


def _allowed(scene: Scene, decision: Proposal, seats: Iterable[Seat]) -> tuple[Seat, ...]:
    involved = _involved(decision)
    least = scene.policy.rank(scene.policy.appeals.minimum_grade)
    return tuple(
        seat
        for seat in seats
        if seat.member.id not in involved and scene.policy.rank(seat.member.grade) >= least
    )


def _is_senior_enough(scene: Scene, decision: Proposal, member: StaffMember) -> bool:
    decider = scene.people.get(decision.decided_by) if decision.decided_by else None
    rank = scene.policy.rank
    return decider is None or rank(member.grade) >= rank(decider.grade)


def _involved(decision: Proposal) -> frozenset[StaffId]:
    """Whoever proposed it, was asked for it, asked about it, decided it, or corresponds."""
    people = {decision.proposed_by, decision.corresponding, decision.approver}
    people.update(decision.asked_before)
    people.update(question.asked_by for question in decision.questions)
    people.update({decision.decided_by} if decision.decided_by else ())
    return frozenset(people)
