"""A manager who was asked about a contact and went away is stood in for (Responsibilities)."""

from core.case.authority.asking import may_take
from core.case.authority.seats import Seat, present
from core.case.commands import PassOnQuestion
from core.case.events import CaseEvent, QuestionPassedOn
from core.case.finding import find_contact
from core.case.scene import Scene
from core.case.signing_off.passing_on import nobody_stands_in, require_the_bot
from core.case.state import Case, Contact
from core.case.weighing.assessing import unassessed


def pass_on_question(scene: Scene, case: Case, command: PassOnQuestion) -> tuple[CaseEvent, ...]:
    """The days in which it is to be answered run on."""
    require_the_bot(scene)
    contact = find_contact(case, command.contact)
    seat = place_now(scene, case, contact)
    if seat is None:
        raise nobody_stands_in()
    return (QuestionPassedOn(contact.no, seat.member.id, seat.in_place_of),)


def place_now(scene: Scene, case: Case, contact: Contact) -> Seat | None:
    """Who takes the place of the manager who was asked; ``None``: it waits for the right one.

    So it does where their deputy may not decide it.
    """
    holder = scene.people.get(contact.in_place_of or contact.waits_for)
    member = present(scene, holder) if holder else None
    if not (holder and member) or contact not in unassessed(case):
        return None
    seat = Seat(holder, member)
    if member.id == contact.waits_for or not may_take(seat, contact):
        return None
    return seat
