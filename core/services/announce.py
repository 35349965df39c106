"""Which messages follow from what was added to a case.

Every key is made of the entry that caused the message and of who hears it, so the same happening
never makes a second message, however often it is decided again.
"""

from collections.abc import Iterator, Sequence

from core.case.events import (
    ContactLogged,
    IncidentReported,
    Reminded,
    SanctionApplied,
    SanctionChanged,
    SanctionLifted,
)
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.services.addressing import message
from core.services.announce_appeals import on_appeals
from core.services.announce_extreme import on_extreme
from core.services.announce_proposals import on_proposals
from core.services.announce_reminders import on_reminder
from core.services.announce_telling import on_telling
from core.services.messages import Channel, Kind, Message, Person
from core.vocabulary.people import People


def announce(
    scene: Scene, case: Case, history: Sequence[Entry], added: Sequence[Entry]
) -> tuple[Message, ...]:
    """``case``: as it stands with ``added``, which follow upon ``history``."""
    messages: list[Message] = []
    for entry in added:
        messages.extend(_says(scene.people, case, entry))
        messages.extend(on_extreme(scene, case, entry))
        messages.extend(on_proposals(case, history, entry))
        messages.extend(on_telling(case, history, entry))
        messages.extend(on_appeals(case, history, entry))
    messages.extend(_sanction_notice(case, added))
    return tuple(messages)


def _says(people: People, case: Case, entry: Entry) -> Iterator[Message]:
    match entry.event:
        case IncidentReported():
            about = {"incident": str(entry.no)}
            yield message(case, entry, Kind.INCIDENT_RECORDED, Person(entry.by), about)
        case ContactLogged() if case.in_force:
            about = {"contact": str(entry.no)}
            yield message(case, entry, Kind.CONTACT_ALERT, Channel.ALERTS, about)
        case Reminded():
            yield from on_reminder(people, case, entry, entry.event)


def _sanction_notice(case: Case, added: Sequence[Entry]) -> Iterator[Message]:
    """Publish (stage 3): one notice, whatever the number of sanctions that came or went."""
    for entry in added:
        if isinstance(entry.event, SanctionApplied | SanctionChanged | SanctionLifted):
            yield message(case, entry, Kind.SANCTION_NOTICE, Channel.ALERTS)
            return
