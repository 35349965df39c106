"""The words of an alert's contacts are told apart from the customer, or no more."""

from core.alert.events import ContactSeen
from core.alert.state import Alert
from core.case.register import ApartTakenBack, RegisterEvent, ToldApart
from core.services.alerting.apart import words_of
from core.services.one_person import person_of
from core.services.ports.desk import Change, Desk
from core.vocabulary.ids import AlertId, CustomerId, StaffId


async def contacts_of(desk: Desk, alert: AlertId) -> tuple[ContactSeen, ...]:
    """In the order in which they came."""
    kept = await desk.store.load(f"alert:{alert}")
    return tuple(entry.event for entry in kept if isinstance(entry.event, ContactSeen))


async def put_apart(desk: Desk, alert: Alert, by: StaffId) -> tuple[Change, ...]:
    """Whoever made contact in these words is somebody else; what is known of it is not said anew.

    A mere name is never remembered: the customer may use it the next time.
    """
    words = await _words(desk, alert)
    apart = await desk.customers.told_apart(words)
    customer = alert.customer
    new = [each for each in words if customer not in apart.get(each, ())]
    events = tuple(ToldApart(customer, each) for each in new)
    return (await _change(desk, customer, by, events),) if events else ()


async def taken_back(desk: Desk, alert: Alert, by: StaffId) -> tuple[Change, ...]:
    """Of every record of this person."""
    record = await desk.customers.get(alert.customer)
    person = await person_of(desk.customers, record) if record else None
    words = await _words(desk, alert)
    apart = await desk.customers.told_apart(words)
    changes = []
    for each in person.records if person else ():
        told = [word for word in words if each in apart.get(word, ())]
        if told:
            events = tuple(ApartTakenBack(each, word) for word in told)
            changes.append(await _change(desk, each, by, events))
    return tuple(changes)


async def _words(desk: Desk, alert: Alert) -> list[str]:
    seen = await contacts_of(desk, alert.id)
    words = (words_of(desk.screening, each.who) for each in seen)
    return list(dict.fromkeys(filter(None, words)))


async def _change(
    desk: Desk, customer: CustomerId, by: StaffId, events: tuple[RegisterEvent, ...]
) -> Change:
    stream = f"customer:{customer}"
    version = len(await desk.store.load(stream))
    return Change(stream, customer, version, by, desk.clock.now(), events)
