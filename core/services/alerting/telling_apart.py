"""The words of an alert's contacts are told apart from the customer, or no more."""

from collections.abc import Iterable, Sequence

from core.alert.events import ContactSeen, Settled
from core.alert.known_as import known_as
from core.alert.somebody_else import otherwise_written
from core.alert.state import Alert
from core.case.register import ApartTakenBack, RegisterEvent
from core.services.alerting.apart import remembering, words_of
from core.services.one_person import person_of
from core.services.ports.desk import Change, Desk, TimelineEntry
from core.vocabulary.ids import AlertId, CustomerId, StaffId
from core.vocabulary.sought import Certainty, Sought


async def contacts_of(desk: Desk, alert: AlertId) -> tuple[ContactSeen, ...]:
    """In the order in which they came."""
    return _contacts(await desk.store.load(f"alert:{alert}"))


async def contacts_of_each(
    desk: Desk, alerts: Sequence[AlertId]
) -> dict[AlertId, tuple[ContactSeen, ...]]:
    """As ``contacts_of``, of several at once."""
    kept = await desk.store.load_each([f"alert:{alert}" for alert in alerts])
    return {alert: _contacts(kept.get(f"alert:{alert}", ())) for alert in alerts}


def _contacts(entries: Iterable[TimelineEntry]) -> tuple[ContactSeen, ...]:
    return tuple(entry.event for entry in entries if isinstance(entry.event, ContactSeen))


async def put_apart(desk: Desk, alert: Alert, by: StaffId) -> tuple[Change, ...]:
    """Whoever made contact in these words is somebody else."""
    seen = await contacts_of(desk, alert.id)
    said = [each.who for each in seen if may_be_remembered(each)]
    return await told_apart(desk, alert.customer, said, by)


def may_be_remembered(seen: ContactSeen) -> bool:
    """Not where the customer was found exactly, with a name that may be theirs: the next time it
    may be the customer, by the same details."""
    return seen.certainty is not Certainty.DEFINITE


async def told_apart(
    desk: Desk, customer: CustomerId, said: Iterable[Sought], by: StaffId
) -> tuple[Change, ...]:
    """So far as it is remembered and not known yet."""
    events = await remembering(desk, customer, said)
    known = await desk.customers.told_apart([each.known_as for each in events])
    new = tuple(each for each in events if customer not in known.get(each.known_as, ()))
    return (await _change(desk, customer, by, new),) if new else ()


async def taken_back(desk: Desk, alert: Alert, by: StaffId) -> tuple[Change, ...]:
    """Of every record of this person, where it was said in this alert."""
    if alert.settled is not Settled.ANOTHER_PERSON:
        return ()
    record = await desk.customers.get(alert.customer)
    person = await person_of(desk.customers, record) if record else None
    said = [each.who for each in await contacts_of(desk, alert.id)]
    written = {words: also for words, also in (_written(desk, who) for who in said) if words}
    apart = await desk.customers.told_apart(list(written))
    changes = []
    for each in person.records if person else ():
        told = [words for words in written if each in apart.get(words, ())]
        if told:
            events = tuple(ApartTakenBack(each, words, written[words]) for words in told)
            changes.append(await _change(desk, each, by, events))
    return tuple(changes)


def _written(desk: Desk, who: Sought) -> tuple[str, tuple[str, ...]]:
    others = otherwise_written(desk.screening.normal(who))
    return words_of(desk.screening, who), tuple(map(known_as, others))


async def _change(
    desk: Desk, customer: CustomerId, by: StaffId, events: tuple[RegisterEvent, ...]
) -> Change:
    stream = f"customer:{customer}"
    version = len(await desk.store.load(stream))
    return Change(stream, customer, version, by, desk.clock.now(), events)
