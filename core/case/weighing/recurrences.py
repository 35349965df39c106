"""What shows that the behaviour goes on: incidents, and contact that was not to be made.

Recurrence is an incident, a contact on a topic from which we disengaged (stage 6), or a contact
in breach of a sanction then in force. Contact in the exercise of a right is never one.
"""

from collections.abc import Iterator
from datetime import datetime

from core.case.events import Relation
from core.case.guidance import Verdict
from core.case.guidance.sanctions import sanction_answer
from core.case.order import place, to_the_minute
from core.case.scene import Scene
from core.case.state import Case, Contact, Incident
from core.case.terms import Terms
from core.case.weighing.bound import bound_then
from core.vocabulary.ids import EntryNo


def recurrences(scene: Scene, case: Case) -> tuple[Incident | Contact, ...]:
    """All of them, whenever they happened."""
    recurring = (contact for contact in case.contacts if _recurs(scene, case, contact))
    return (*case.incidents, *recurring)


def recurred_since(scene: Scene, case: Case, moment: datetime, no: EntryNo) -> bool:
    """Whether any happened after what the entry ``no`` brought about at ``moment``."""
    since = place(moment, no)
    return any(place(each.occurred_at, each.no) > since for each in recurrences(scene, case))


def is_breach(scene: Scene, case: Case, contact: Contact) -> bool:
    """Whether a sanction that bound whoever made the contact, on its terms of then, forbade it."""
    policy, people, calendar = scene.policy, scene.people, scene.calendar
    means, at = contact.means, contact.occurred_at
    return any(
        sanction_answer(policy, people, calendar, terms, means, at).verdict is Verdict.NOT_NOW
        for terms in _terms_at(case, contact)
    )


def _recurs(scene: Scene, case: Case, contact: Contact) -> bool:
    if contact.statutory:
        return False
    return contact.relation is Relation.SAME or is_breach(scene, case, contact)


def _terms_at(case: Case, contact: Contact) -> Iterator[Terms]:
    """The terms of the sanctions in force then, as they stood."""
    made_at = to_the_minute(contact.occurred_at)
    for sanction in case.sanctions.values():
        if not bound_then(sanction, contact):
            continue
        if place(sanction.applied_at, sanction.no) > place(contact.occurred_at, contact.no):
            continue
        if sanction.lifted_at and made_at >= to_the_minute(sanction.lifted_at):
            continue
        then = (f.terms for f in sanction.former if made_at <= to_the_minute(f.until))
        yield next(then, sanction.terms).terms
