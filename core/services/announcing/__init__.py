"""Which messages follow from what was added to a case.

Every key is made of the entry that caused the message and of who hears it, so the same happening
never makes a second message, however often it is decided again.
"""

from collections.abc import Iterator, Sequence

from core.case.events import IncidentReported, Reminded
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.services.announcing.addressing import message
from core.services.announcing.advice import on_advice
from core.services.announcing.appeals import on_appeals
from core.services.announcing.contacts import on_contacts
from core.services.announcing.extreme import alerts_redrawn, on_extreme
from core.services.announcing.measures import on_measures
from core.services.announcing.proposals import on_proposals
from core.services.announcing.reminders import on_reminder
from core.services.announcing.telling import on_telling
from core.services.messages import Kind, Message, Person


def announce(
    scene: Scene, case: Case, history: Sequence[Entry], added: Sequence[Entry]
) -> tuple[Message, ...]:
    """``case``: as it stands with ``added``, which follow upon ``history``."""
    messages: list[Message] = []
    for entry in added:
        messages.extend(_says(scene, case, entry))
        messages.extend(on_extreme(case, entry))
        messages.extend(on_proposals(case, history, entry))
        messages.extend(on_telling(case, history, entry))
        messages.extend(on_appeals(case, history, entry))
        messages.extend(on_contacts(scene, case, history, entry))
        messages.extend(on_advice(scene.people, case, history, entry))
    messages.extend(on_measures(case, added))
    messages.extend(alerts_redrawn(case, history, added))
    return tuple(messages)


def _says(scene: Scene, case: Case, entry: Entry) -> Iterator[Message]:
    match entry.event:
        case IncidentReported():
            about = {"incident": str(entry.no)}
            yield message(case, entry, Kind.INCIDENT_RECORDED, Person(entry.by), about)
        case Reminded():
            yield from on_reminder(scene, case, entry, entry.event)
