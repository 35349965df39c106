"""What is done about a contact from someone we disengaged from (stage 6)."""

from dataclasses import replace
from typing import Final

from core.case.authority.asking import has_the_word, manager_to_ask, seats_asked
from core.case.authority.powers import may_act_for_owner
from core.case.checks import require_length, require_text
from core.case.commands import AssessContact
from core.case.events import CaseEvent, ContactAssessed, Relation, Response
from core.case.finding import find_contact
from core.case.order import place, to_the_minute
from core.case.scene import Scene
from core.case.sections import STAGE_6
from core.case.state import Case, Contact, Disengagement
from core.case.weighing.bound import bound_then
from core.case.weighing.not_to_be_done import refused
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import listed

_NOT_TO_BE_ANSWERED: Final = (Response.NOT_RE_ENGAGED, Response.NOTICE_REISSUED)


def assess_contact(scene: Scene, case: Case, command: AssessContact) -> tuple[CaseEvent, ...]:
    """The same contact can be assessed again: the last assessment stands."""
    contact = find_contact(case, command.contact)
    _require_may_assess(scene, case, contact)
    notices = disengaged_at(case, contact)
    if not notices:
        raise refuse(
            "not-disengaged",
            "We had not disengaged from this customer when this contact was made.",
            "Follow what the sanctions in force say about it.",
            section=STAGE_6,
        )
    if command.response not in responses_of(scene, contact, notices, command.relation):
        complete = any(notice.is_complete for notice in notices)
        raise refused(scene, contact, command, complete=complete)
    if command.response is Response.ANSWERED_ON_TOPIC:
        require_text(command.reasons, "reasons", "why this contact is answered")
    require_length(command.reasons, "reasons", "the reasons")
    said = ContactAssessed(
        contact.no, command.relation, command.response, reasons=command.reasons.strip()
    )
    if command.response is Response.MANAGER_ASKED:
        seat = manager_to_ask(scene, case, contact)
        said = replace(said, asked=seat.member.id, in_place_of=seat.in_place_of)
    return (said,)


def disengaged_at(case: Case, contact: Contact) -> tuple[Disengagement, ...]:
    """The disengagements in force when the contact was made that bound whoever made it."""
    made, made_at = place(contact.occurred_at, contact.no), to_the_minute(contact.occurred_at)
    return tuple(
        notice
        for notice in case.disengagements.values()
        if place(notice.issued_at, notice.no) < made
        and bound_then(notice, contact)
        and (notice.ended_at is None or made_at < to_the_minute(notice.ended_at))
    )


def unassessed(case: Case) -> tuple[Contact, ...]:
    """Contacts of which nobody has said yet whether they are on the topic of a notice in force.

    Contact about a right that nothing touches is answered, whatever its topic.
    """
    return tuple(
        contact
        for contact in case.contacts
        if not contact.statutory
        and contact.response in (None, Response.MANAGER_ASKED)
        and any(notice.in_force for notice in disengaged_at(case, contact))
    )


def responses(
    contact: Contact, notices: tuple[Disengagement, ...], relation: Relation
) -> tuple[Response, ...]:
    """What anybody concerned may have done about it, the usual thing first."""
    if contact.statutory:
        return (Response.ANSWERED,)
    match relation:
        case Relation.SAME:
            return _NOT_TO_BE_ANSWERED
        case Relation.UNSURE:
            return (Response.MANAGER_ASKED,)
        case Relation.DIFFERENT if any(notice.is_complete for notice in notices):
            return (*_NOT_TO_BE_ANSWERED, Response.MANAGER_ASKED)
        case Relation.DIFFERENT:
            return (Response.ANSWERED,)


def responses_of(
    scene: Scene, contact: Contact, notices: tuple[Disengagement, ...], relation: Relation
) -> tuple[Response, ...]:
    """What ``scene.actor`` may have done about it.

    A manager who was asked may have it answered under a complete disengagement too, when all of
    it is on a wholly different topic, and so may their deputy; not whoever got the contact.
    """
    usual = responses(contact, notices, relation)
    is_open = relation is Relation.DIFFERENT and Response.MANAGER_ASKED in usual
    if scene.policy.disengagement.refuse_other_topics or not is_open:
        return usual
    return (Response.ANSWERED_ON_TOPIC, *usual) if has_the_word(scene, contact) else usual


def may_assess(scene: Scene, case: Case, contact: Contact) -> bool:
    """Whoever logged it, the owner and whoever acts for them, their managers, and those asked."""
    actor, near = scene.actor, (contact.logged_by, case.owner)
    if actor in near or actor in contact.managers or may_act_for_owner(scene, case, actor):
        return True
    if any(actor == seat.member.id for seat in seats_asked(scene, contact)):
        return True
    return any(above.id == actor for staff in near for above in scene.people.above(staff))


def _require_may_assess(scene: Scene, case: Case, contact: Contact) -> None:
    if not may_assess(scene, case, contact):
        near = dict.fromkeys((contact.logged_by, case.owner))
        names = listed((scene.people.name_of(staff) for staff in near), "or")
        raise refuse(
            "not-yours",
            f"Only {names}, and their managers, can say what is done about this contact.",
            f"Ask {names}.",
            section=STAGE_6,
        )
