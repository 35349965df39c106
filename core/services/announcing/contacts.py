"""The alert about a contact, the question to a manager what is done about it, and the answer."""

from collections.abc import Iterator, Sequence

from core.case.events import ContactAssessed, ContactLogged, QuestionPassedOn
from core.case.evolve import fold
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.case.weighing.bound import binds_anybody
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Channel, Kind, Message, Person
from core.vocabulary.ids import EntryNo


def on_contacts(
    scene: Scene, case: Case, history: Sequence[Entry], entry: Entry
) -> Iterator[Message]:
    """An alert where anything binds the customer; drawn anew as often as it moves on."""
    match entry.event:
        case ContactLogged(person=person) if binds_anybody(case, person) or scene.bound:
            yield _alert(case, entry)
        case ContactAssessed(contact=contact) | QuestionPassedOn(contact=contact):
            for earlier in history:
                yield from (
                    redrawn(copy, entry) for copy in _copies(case, history, earlier, contact)
                )
            yield from _question(case, entry)
            yield from _decided(case, entry)


def _copies(
    case: Case, history: Sequence[Entry], earlier: Entry, contact: EntryNo
) -> Iterator[Message]:
    """What ``earlier`` made us say about this contact."""
    match earlier.event:
        case ContactLogged() if earlier.no == contact:
            then = fold(history[: earlier.no])
            if binds_anybody(then, earlier.event.person):
                yield _alert(case, earlier)
        case ContactAssessed() | QuestionPassedOn() as moved if moved.contact == contact:
            yield from _question(case, earlier)
            yield from _decided(case, earlier)


def _alert(case: Case, entry: Entry) -> Message:
    about = {"contact": str(entry.no)}
    return message(case, entry, Kind.CONTACT_ALERT, Channel.ALERTS, about)


def _question(case: Case, entry: Entry) -> Iterator[Message]:
    event = entry.event
    if isinstance(event, ContactAssessed | QuestionPassedOn) and event.asked:
        about = {"contact": str(event.contact)}
        yield message(case, entry, Kind.CONTACT_QUESTION, Person(event.asked), about)


def _decided(case: Case, entry: Entry) -> Iterator[Message]:
    """To whoever logged the contact and has to act, where it was not them who chose."""
    event = entry.event
    if not isinstance(event, ContactAssessed):
        return
    logged_by = next(each.logged_by for each in case.contacts if each.no == event.contact)
    if logged_by not in (entry.by, event.asked):
        about = {"contact": str(event.contact)}
        yield message(case, entry, Kind.CONTACT_DECIDED, Person(logged_by), about)
