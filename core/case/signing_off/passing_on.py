"""What waits for somebody who went away is put to their deputy, and back (Responsibilities)."""

from core.case.authority.seats import Seat, present
from core.case.authority.sign_off import eligible, whose_places
from core.case.commands import PassOn
from core.case.events import CaseEvent, ProposalPassedOn
from core.case.finding import find_proposal
from core.case.scene import Scene
from core.case.sections import RESPONSIBILITIES
from core.case.state import Case, Proposal
from core.vocabulary.ids import SYSTEM, StaffId
from core.vocabulary.refusal import Refused, refuse


def pass_on(scene: Scene, case: Case, command: PassOn) -> tuple[CaseEvent, ...]:
    """The days in which it is to be decided run on."""
    require_the_bot(scene)
    proposal = find_proposal(case, command.proposal)
    seat = place_now(scene, case, proposal)
    if seat is None:
        raise nobody_stands_in()
    return (ProposalPassedOn(proposal.no, seat.member.id, seat.in_place_of),)


def place_now(scene: Scene, case: Case, proposal: Proposal) -> Seat | None:
    """Who takes the place of whoever was asked; ``None``: it waits for the right one.

    So it does where nobody takes it who may decide, and goes up the line in its time. Of a deputy
    who stands in already it is written down in whose place, where it was not.
    """
    holder = scene.people.get(_whose_place(scene, case, proposal))
    member = present(scene, holder) if holder else None
    if not (proposal.is_open and holder and member):
        return None
    able, seat = eligible(scene, case, proposal), Seat(holder, member)
    if member not in able:
        return None
    if proposal.approver in {each.id for each in able}:
        is_written = proposal.in_place_of == seat.in_place_of
        return seat if member.id == proposal.approver and not is_written else None
    return seat


def _whose_place(scene: Scene, case: Case, proposal: Proposal) -> StaffId:
    """Earlier versions did not write it down: then it is that of whoever names them as deputy."""
    asked = proposal.approver
    if proposal.in_place_of:
        return proposal.in_place_of
    holders = whose_places(scene, case, proposal)
    since = scene.policy.day_of(proposal.proposed_at)
    if asked not in {holder.id for holder in holders}:
        for holder in holders:
            absences = (each for each in holder.absences if each.deputy == asked)
            if any(each.first <= scene.today and since <= each.last for each in absences):
                return holder.id
    return asked


def require_the_bot(scene: Scene) -> None:
    if scene.actor != SYSTEM:
        raise refuse(
            "only-the-bot",
            "What waits for somebody who is away is passed on by the bot alone.",
            section=RESPONSIBILITIES,
        )


def nobody_stands_in() -> Refused:
    return refuse(
        "nobody-stands-in",
        "This waits for nobody whose absence began or ended.",
        section=RESPONSIBILITIES,
    )
