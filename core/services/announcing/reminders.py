"""Who hears a reminder: whoever owes the duty, their line manager, and where it is shared."""

from collections.abc import Iterator, Mapping
from typing import Final

from core.case.authority.appeal_handling import handler_now
from core.case.duties.owing import teller
from core.case.events import DutyKind, Reminded
from core.case.finding import find_contact
from core.case.scene import Scene
from core.case.state import Appeal, Case, Entry
from core.services.announcing.addressing import message
from core.services.messages import Audience, Channel, Kind, Message, Person
from core.vocabulary.ids import StaffId
from core.vocabulary.people import People

_SHARED: Final = {
    DutyKind.REVIEW_SANCTION: Channel.REVIEWS,
    DutyKind.REVIEW_DISENGAGEMENT: Channel.REVIEWS,
    DutyKind.DECIDE_PROPOSAL: Channel.CUSTOMER_FOCUS,
}


def on_reminder(scene: Scene, case: Case, entry: Entry, event: Reminded) -> Iterator[Message]:
    about = {
        "duty": str(event.duty),
        "about": str(event.about),
        "due_on": event.due_on.isoformat(),
        "step": event.step,
        "step_on": event.step_on.isoformat(),
        **_asked_instead(case, entry, event),
    }
    for audience in _heard_by(scene, case, entry, event):
        yield message(case, entry, Kind.REMINDER, audience, about)


def _asked_instead(case: Case, entry: Entry, event: Reminded) -> Mapping[str, str]:
    """``approver``: whom an unanswered proposal has gone up to; none when nobody is left."""
    if event.duty is not DutyKind.DECIDE_PROPOSAL:
        return {}
    proposal = case.proposals[event.about]
    went_up = proposal.went_up and proposal.asked_at == entry.at
    return {"approver": str(proposal.approver)} if went_up else {}


def _heard_by(scene: Scene, case: Case, entry: Entry, event: Reminded) -> Iterator[Audience]:
    people = scene.people
    if channel := _SHARED.get(event.duty):
        yield channel
    match event.duty:
        case DutyKind.DECIDE_PROPOSAL:
            # Whoever it has gone up to is asked by the request itself.
            if not _asked_instead(case, entry, event):
                yield Person(case.proposals[event.about].approver)
        case DutyKind.DECIDE_APPEAL:
            yield from _answering(scene, case, case.appeals[event.about])
        case DutyKind.ASSESS_CONTACT:
            yield from _assessing(people, case, entry, event)
        case DutyKind.LOOK_AGAIN:
            yield from _with_manager(people, case.owner, manager=False)
        case DutyKind.TELL_CUSTOMER:
            yield from _with_manager(
                people, _told_by(case, event), manager=event.step_on > event.due_on
            )
        case DutyKind.REVIEW_SANCTION:
            yield from _with_manager(people, case.owner)
        case DutyKind.REVIEW_DISENGAGEMENT:
            yield from _with_manager(people, case.disengagements[event.about].proposed_by)


def _assessing(people: People, case: Case, entry: Entry, event: Reminded) -> Iterator[Person]:
    """Whoever it has just gone up to is asked by the question itself."""
    contact = find_contact(case, event.about)
    if contact.asked_at != entry.at:
        late = event.step_on > event.due_on
        yield from _with_manager(people, contact.waits_for or case.owner, manager=late)


def _answering(scene: Scene, case: Case, appeal: Appeal) -> Iterator[Person]:
    """Whoever was asked, and whoever can answer today in their place."""
    appointed, now = scene.people.get(appeal.handler), handler_now(scene, case, appeal)
    able = [member.id for member in (appointed, now) if member and member.active]
    yield from (Person(staff) for staff in dict.fromkeys(able))


def _with_manager(people: People, staff: StaffId, *, manager: bool = True) -> Iterator[Person]:
    """The person and their line manager; for one who has left, the next above (stage 4)."""
    member = people.get(staff)
    is_here = member is not None and member.active
    if is_here:
        yield Person(staff)
    if manager or not is_here:
        yield from [Person(above.id) for above in people.above(staff) if above.active][:1]


def _told_by(case: Case, event: Reminded) -> StaffId:
    proposal = case.proposals.get(event.about)
    return teller(case, proposal) if proposal else case.owner
