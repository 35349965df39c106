"""Incidents, contacts and warnings."""

from dataclasses import replace

from core.case.events import (
    CaseOpened,
    ContactAssessed,
    ContactLogged,
    IncidentReported,
    MonitoringConcluded,
    QuestionPassedOn,
    WarningGiven,
)
from core.case.state import Case, Contact, Entry, GivenWarning, Incident
from core.vocabulary.ids import StaffId


def opened(entry: Entry, event: CaseOpened) -> Case:
    return Case(
        id=event.case,
        reference=event.reference,
        customer=event.customer,
        owner=event.owner,
        opened_at=entry.at,
        version=entry.no,
    )


def recorded(
    case: Case,
    entry: Entry,
    event: IncidentReported | ContactLogged | ContactAssessed | QuestionPassedOn,
) -> Case:
    match event:
        case IncidentReported():
            return replace(case, incidents=(*case.incidents, _incident(entry, event)))
        case ContactLogged():
            return replace(case, contacts=(*case.contacts, _contact(entry, event)))
        case ContactAssessed() | QuestionPassedOn():
            contacts = tuple(
                _moved(c, entry, event) if c.no == event.contact else c for c in case.contacts
            )
            return replace(case, contacts=contacts)


def warned(case: Case, entry: Entry, event: WarningGiven | MonitoringConcluded) -> Case:
    match event:
        case WarningGiven():
            return replace(case, warnings=(*case.warnings, _warning(entry, event)))
        case MonitoringConcluded(warning, outcome):
            warnings = tuple(
                replace(w, outcome=outcome) if w.proposal == warning else w for w in case.warnings
            )
            return replace(case, warnings=warnings)


def _incident(entry: Entry, event: IncidentReported) -> Incident:
    return Incident(
        no=entry.no,
        reported_by=entry.by,
        reported_at=entry.at,
        corresponding=event.corresponding,
        means=event.means,
        occurred_at=event.occurred_at,
        behaviours=event.behaviours,
        topic=event.topic,
        narrative=event.narrative,
        extreme=event.extreme,
    )


def _contact(entry: Entry, event: ContactLogged) -> Contact:
    return Contact(
        no=entry.no,
        means=event.means,
        occurred_at=event.occurred_at,
        logged_by=entry.by,
        topic=event.topic,
        note=event.note,
        statutory=event.statutory,
        person=event.person,
    )


def _moved(contact: Contact, entry: Entry, event: ContactAssessed | QuestionPassedOn) -> Contact:
    asked = _asked(contact, entry, event.asked, event.in_place_of)
    if isinstance(event, QuestionPassedOn):
        return asked
    return replace(
        asked,
        relation=event.relation,
        response=event.response,
        assessed_by=entry.by,
        assessed_at=entry.at,
        asked_by=entry.by if event.asked else contact.asked_by,
        reasons=event.reasons,
    )


def _asked(
    contact: Contact, entry: Entry, staff: StaffId | None, in_place_of: StaffId | None
) -> Contact:
    waiting = replace(contact, waits_for=staff, in_place_of=in_place_of, asked_at=entry.at)
    if staff is None:
        return waiting
    managers = contact.managers | {in_place_of or staff}
    return replace(waiting, asked=contact.asked | {staff}, managers=managers)


def _warning(entry: Entry, event: WarningGiven) -> GivenWarning:
    return GivenWarning(
        proposal=event.proposal,
        given_at=event.given_at,
        means=event.means,
        monitor_until=event.monitor_until,
        no=entry.no,
    )
