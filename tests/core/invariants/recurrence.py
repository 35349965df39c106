"""When the behaviour went on, reckoned anew from the entries alone (stages 5 and 7)."""

from collections.abc import Iterator
from datetime import datetime

from core.case.events import (
    ContactAssessed,
    ContactLogged,
    IncidentReported,
    MeasureExtended,
    Relation,
    SanctionApplied,
    SanctionChanged,
    SanctionLifted,
)
from core.case.state import Entry
from core.case.terms import CallTimesTerms, DatesTerms, MeansTerms, Terms
from core.policy.model import Policy
from core.vocabulary.ids import CustomerId, EntryNo
from tests.core.invariants.holidays import HOLIDAYS
from tests.core.invariants.reckoning import minute

Place = tuple[datetime, EntryNo]


def recurred(policy: Policy, entries: tuple[Entry, ...], *, surely: bool) -> Iterator[Place]:
    """When something happened that shows that the behaviour goes on (stages 5 and 7).

    ``surely``: without what depends on the order of things within one minute.
    """
    for entry in entries:
        event = entry.event
        is_incident = isinstance(event, IncidentReported)
        is_breach = (
            isinstance(event, ContactLogged)
            and not event.statutory
            and (
                _relation(entries, entry) is Relation.SAME
                or _was_forbidden(policy, entries, event, surely=surely)
            )
        )
        if isinstance(event, IncidentReported | ContactLogged) and (is_incident or is_breach):
            yield minute(event.occurred_at), entry.no


def _relation(entries: tuple[Entry, ...], contact: Entry) -> Relation | None:
    assessed = [
        entry.event.relation
        for entry in entries
        if isinstance(entry.event, ContactAssessed) and entry.event.contact == contact.no
    ]
    return assessed[-1] if assessed else None


def _was_forbidden(
    policy: Policy, entries: tuple[Entry, ...], contact: ContactLogged, *, surely: bool
) -> bool:
    made_at = minute(contact.occurred_at)
    return any(
        _forbids(policy, terms, contact)
        for first, last, terms in _spans(entries, contact.person)
        if (first < made_at and (last is None or made_at < last))
        or (not surely and first <= made_at and (last is None or made_at <= last))
    )


def _spans(
    entries: tuple[Entry, ...], person: CustomerId | None
) -> Iterator[tuple[datetime, datetime | None, Terms]]:
    """From when to when each sanction bound ``person`` on which terms, to the minute."""
    for applied in entries:
        if not isinstance(applied.event, SanctionApplied):
            continue
        began = bound_from(entries, applied, person)
        if began is None:
            continue
        first, terms = minute(began.at), applied.event.sanction.terms
        last = None
        for entry in entries:
            match entry.event:
                case SanctionChanged(sanction=no, terms=changed) if no == applied.no:
                    if entry.no > began.no:
                        yield first, minute(entry.at), terms
                    first, terms = max(first, minute(entry.at)), changed.terms
                case SanctionLifted(sanction=no) if no == applied.no:
                    last = minute(entry.at)
        yield first, last, terms


def bound_from(
    entries: tuple[Entry, ...], measure: Entry, person: CustomerId | None
) -> Entry | None:
    """The entry by which a measure bound ``person``; ``None``: whose case it is."""
    if person is None:
        return measure
    return next(
        (
            entry
            for entry in entries
            if isinstance(entry.event, MeasureExtended)
            and (entry.event.measure, entry.event.person) == (measure.no, person)
        ),
        None,
    )


def _forbids(policy: Policy, terms: Terms, contact: ContactLogged) -> bool:
    local = contact.occurred_at.astimezone(policy.zone)
    match terms:
        case MeansTerms():
            return contact.means not in terms.means
        case DatesTerms():
            return local.date() not in terms.dates
        case CallTimesTerms():
            is_call = next(m.is_call for m in policy.means if m.code == contact.means)
            on_day = local.weekday() in terms.days and (
                terms.bank_holidays or not HOLIDAYS.is_bank_holiday(local.date())
            )
            return is_call and not (on_day and terms.start <= local.time() < terms.end)
    return False
