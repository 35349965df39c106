"""A manager who was asked about a contact and went away is stood in for (Responsibilities)."""

from core.case.authority.asking import may_take, next_above
from core.case.authority.seats import Seat, present
from core.case.commands import PassOnQuestion
from core.case.events import CaseEvent, QuestionPassedOn
from core.case.finding import find_contact
from core.case.scene import Scene
from core.case.signing_off.passing_on import nobody_stands_in, require_the_bot
from core.case.state import Case, Contact
from core.case.weighing.assessing import unassessed
from core.vocabulary.ids import EntryNo


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

    So it does where their deputy may not decide it, and goes up the line in its time.
    """
    holder = scene.people.get(contact.in_place_of or contact.waits_for)
    member = present(scene, holder) if holder else None
    if not (holder and member) or contact not in unassessed(case):
        return None
    seat = Seat(holder, member)
    if member.id == contact.waits_for or not may_take(seat, contact):
        return None
    return seat


def ask_above(scene: Scene, case: Case, number: EntryNo) -> tuple[CaseEvent, ...]:
    """As a proposal goes up the line; nothing while somebody may answer, or where nobody is left.

    Whoever is here and does not answer is reminded, and so is whoever is above them.
    """
    contact = find_contact(case, number)
    seat = next_above(scene, case, contact) if contact.waits_for else None
    if seat is None:
        return ()
    return (QuestionPassedOn(contact.no, seat.member.id, seat.in_place_of, went_up=True),)
