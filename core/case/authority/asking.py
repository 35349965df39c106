"""Which manager is asked what is done about a contact, and whose word it is then (stage 6)."""

from core.case.authority.seats import Seat, present, seats_of
from core.case.scene import Scene
from core.case.sections import RESPONSIBILITIES
from core.case.state import Case, Contact
from core.vocabulary.refusal import refuse


def manager_to_ask(scene: Scene, case: Case, contact: Contact) -> Seat:
    """The owner's line manager or their deputy; above them, for one who asks or has left."""
    for seat in seats_of(scene, scene.people.above(case.owner)):
        logged_it = seat.member.id == contact.logged_by
        if seat.member.id != scene.actor and not (seat.in_place_of and logged_it):
            return seat
    raise refuse(
        "no-manager",
        f"Nobody above {scene.people.name_of(case.owner)} can be asked at present.",
        "Ask an administrator to complete the line managers in the staff directory.",
        section=RESPONSIBILITIES,
        field="response",
    )


def next_above(scene: Scene, case: Case, contact: Contact) -> Seat | None:
    """Whom it goes up to, where nobody who may takes the place of the manager who was asked."""
    holder = scene.people.get(contact.in_place_of or contact.waits_for)
    member = present(scene, holder) if holder else None
    if holder and member and may_take(Seat(holder, member), contact):
        return None
    barred = (contact.logged_by, contact.asked_by)
    return next(
        (
            seat
            for seat in seats_of(scene, scene.people.above(case.owner))
            if seat.holder.id not in contact.managers and seat.member.id not in barred
        ),
        None,
    )


def has_the_word(scene: Scene, contact: Contact) -> bool:
    """Whether ``scene.actor`` is a manager who was asked or, while they are away, the deputy of
    one; not whoever got the contact."""
    return any(
        seat.member.id == scene.actor and seat.member.id != contact.logged_by
        for seat in seats_asked(scene, contact)
    )


def seats_asked(scene: Scene, contact: Contact) -> tuple[Seat, ...]:
    """The seats of the managers who were asked, as far as somebody takes them today."""
    known = [scene.people.get(manager) for manager in sorted(contact.managers)]
    each = [(manager, present(scene, manager)) for manager in known if manager]
    seats = (Seat(manager, member) for manager, member in each if member)
    return tuple(seat for seat in seats if may_take(seat, contact))


def may_take(seat: Seat, contact: Contact) -> bool:
    """A deputy satisfies every bar themselves: two people see it, whatever is chosen again."""
    own = seat.in_place_of is None
    return own or seat.member.id not in (contact.logged_by, contact.asked_by)
