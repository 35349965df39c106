"""What each event makes of a case: its state is the fold of its timeline and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from core.case.events import (
    AppealDecided,
    AppealRaised,
    CaseOpened,
    ClientTold,
    ComplaintMade,
    ContactAssessed,
    ContactLogged,
    CustomerTold,
    EntryCorrected,
    IncidentReported,
    LegalAdviceReceived,
    LegalAdviceRequested,
    MonitoringConcluded,
    QuestionPassedOn,
    Reminded,
    WarningGiven,
)
from core.case.evolving import appeals, decisions, measures, reports, safeguards
from core.case.state import Case, Entry


def fold(entries: Iterable[Entry]) -> Case:
    """The case that a whole timeline, from its first entry on, adds up to."""
    case: Case | None = None
    for entry in entries:
        case = evolve(case, entry)
    if case is None:
        raise ValueError("a case without entries is none")
    return case


def evolve(case: Case | None, entry: Entry) -> Case:
    """The case after one more entry; ``None`` stands before the first."""
    if case is None:
        if not isinstance(entry.event, CaseOpened):
            raise ValueError("a timeline begins with the opening of the case")
        return reports.opened(entry, entry.event)
    return replace(_after(case, entry), version=entry.no)


def _after(case: Case, entry: Entry) -> Case:  # noqa: C901 (one line for each family)
    event = entry.event
    match event:
        case CaseOpened():
            raise ValueError("a case is opened once")
        case IncidentReported() | ContactLogged() | ContactAssessed() | QuestionPassedOn():
            return reports.recorded(case, entry, event)
        case WarningGiven() | MonitoringConcluded():
            return reports.warned(case, entry, event)
        case CustomerTold():
            return safeguards.customer_told(case, event)
        case ClientTold():
            return replace(case, clients_told=(*case.clients_told, event))
        case ComplaintMade():
            return replace(case, complaints=(*case.complaints, event))
        case LegalAdviceRequested() | LegalAdviceReceived():
            return safeguards.advised(case, entry, event)
        case AppealRaised() | AppealDecided():
            return appeals.after(case, entry, event)
        case Reminded():
            return replace(case, reminded=case.reminded | {event})
        case EntryCorrected():
            return case
    if isinstance(event, decisions.DECISIONS):
        return decisions.after(case, entry, event)
    return measures.after(case, entry, event)
