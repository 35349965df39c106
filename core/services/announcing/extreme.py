"""Behaviour that is an immediate threat is made known at once (Extreme behaviour)."""

from collections.abc import Iterator

from core.case.authority.seats import present
from core.case.events import IncidentReported
from core.case.extreme import alerted
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.services.announcing.addressing import message
from core.services.messages import Channel, Kind, Message, Person
from core.vocabulary.people import StaffMember


def on_extreme(scene: Scene, case: Case, entry: Entry) -> Iterator[Message]:
    """To those whom the policy alerts, to the owner's managers, and to the Customer Focus team."""
    if not (isinstance(entry.event, IncidentReported) and entry.event.extreme):
        return
    about = {"incident": str(entry.no)}
    for staff in dict.fromkeys(member.id for member in _heard_by(scene, case)):
        if staff != entry.by:
            yield message(case, entry, Kind.EXTREME_ALERT, Person(staff), about)
    yield message(case, entry, Kind.EXTREME_ALERT, Channel.CUSTOMER_FOCUS, about)


def _heard_by(scene: Scene, case: Case) -> Iterator[StaffMember]:
    """Deputies in the place of those away; the absent themselves when nobody else is alerted."""
    directors = alerted(scene)
    here = [member for holder in directors if (member := present(scene, holder))]
    yield from here or directors
    yield from (m for manager in _managers(scene, case) if (m := present(scene, manager)))


def _managers(scene: Scene, case: Case) -> Iterator[StaffMember]:
    """The owner's line, up to the grade at which extreme behaviour is decided."""
    policy = scene.policy
    least = policy.rank(policy.extreme.sign_off.minimum_grade)
    for manager in scene.people.above(case.owner):
        yield manager
        if manager.active and policy.rank(manager.grade) >= least:
            return
