"""What each event makes of an alert: it is the fold of its stream and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from core.alert.events import (
    AlertConfirmed,
    AlertEvent,
    AlertLetBe,
    AlertRaised,
    AlertReminded,
    AlertReopened,
    AlertSettled,
    ContactSeen,
    Settled,
)
from core.alert.places import told_in, with_place
from core.alert.state import Alert, AlertReminder
from core.alert.tally import with_contact
from core.vocabulary.ids import StaffId
from core.vocabulary.sought import Certainty


@dataclass(frozen=True, slots=True)
class AlertEntry:
    """One entry of an alert's stream."""

    at: datetime
    by: StaffId
    event: AlertEvent


def fold(entries: Iterable[AlertEntry]) -> Alert:
    """The alert that a whole stream, from its first entry on, adds up to."""
    alert: Alert | None = None
    for entry in entries:
        alert = evolve(alert, entry)
    if alert is None:
        raise ValueError("an alert without entries is none")
    return alert


def evolve(alert: Alert | None, entry: AlertEntry) -> Alert:
    """The alert after one more entry; ``None`` stands before the first."""
    if alert is None:
        if not isinstance(entry.event, AlertRaised):
            raise ValueError("the stream of an alert begins with its being raised")
        return _raised(entry.event, entry.at)
    return replace(_after(alert, entry), version=alert.version + 1)


def _after(alert: Alert, entry: AlertEntry) -> Alert:
    match entry.event:
        case AlertRaised():
            raise ValueError("an alert is raised once")
        case ContactSeen() as seen:
            return _waiting_again(_seen(alert, seen), entry.at)
        case AlertConfirmed():
            return replace(alert, confirmed_by=entry.by)
        case AlertSettled(how, no):
            return replace(alert, settled=how, settled_by=entry.by, entry=no)
        case AlertReopened():
            return _reopened(alert, entry)
        case AlertReminded(due_at, to, beside):
            reminder = AlertReminder(due_at, to, beside)
            return replace(alert, reminders=(*alert.reminders, reminder))
        case AlertLetBe():
            return replace(alert, let_be=True)


def _raised(event: AlertRaised, at: datetime) -> Alert:
    """Before its first contact, which comes with it."""
    return Alert(
        id=event.alert,
        reference=event.reference,
        case=event.case,
        customer=event.customer,
        version=1,
        count=0,
        first_at=at,
        last_at=at,
        means="",
        certainty=Certainty.POSSIBLE,
        reasons=(),
        open_since=at,
    )


def _reopened(alert: Alert, entry: AlertEntry) -> Alert:
    """It waits from now on. Whoever says that it was no other person says that it was them."""
    is_them = alert.settled is Settled.ANOTHER_PERSON
    return replace(
        alert,
        settled=None,
        settled_by=None,
        entry=None,
        confirmed_by=entry.by if is_them else alert.confirmed_by,
        open_since=entry.at,
        let_be=False,
    )


def _seen(alert: Alert, seen: ContactSeen) -> Alert:
    """Contacts may come in another order than they were made in."""
    is_first = alert.count == 0
    is_last = is_first or seen.at >= alert.last_at
    is_surer = is_first or seen.certainty.doubt < alert.certainty.doubt
    is_new_place = bool(seen.where) and not told_in(alert, seen.source)
    return replace(
        alert,
        count=alert.count + 1,
        first_at=seen.at if is_first else min(alert.first_at, seen.at),
        last_at=seen.at if is_last else alert.last_at,
        means=seen.means if is_last else alert.means,
        certainty=seen.certainty if is_surer else alert.certainty,
        reasons=seen.reasons if is_surer else alert.reasons,
        places=with_place(alert, seen) if is_new_place else alert.places,
        by_means=with_contact(alert.by_means, seen),
    )


def _waiting_again(alert: Alert, now: datetime) -> Alert:
    """What was let be, as of a contact from before, waits from when another one joined it."""
    return replace(alert, let_be=False, open_since=now) if alert.let_be else alert
