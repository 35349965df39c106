"""Which warnings are still to be looked back on, reckoned anew from the entries alone (stage 1)."""

from core.case.events import (
    AppealDecided,
    AppealOutcome,
    AppealRaised,
    DisengagementIssued,
    IncidentReported,
    MonitoringConcluded,
    SanctionApplied,
    WarningGiven,
)
from core.case.state import Entry
from core.vocabulary.ids import EntryNo
from tests.core.invariants.reckoning import events, minute


def watched(entries: tuple[Entry, ...]) -> set[EntryNo]:
    """Warnings of which nobody has said how contact went, and which nothing that stands followed.

    What followed is what came into force after an incident that happened since.
    """
    withdrawn = {
        raised.event.decision
        for raised in events(entries, AppealRaised)
        for answer in events(entries, AppealDecided)
        if isinstance(raised.event, AppealRaised)
        and isinstance(answer.event, AppealDecided)
        and (answer.event.appeal, answer.event.outcome) == (raised.no, AppealOutcome.WITHDRAWN)
    }
    watched: set[EntryNo] = set()
    for entry in entries:
        match entry.event:
            case WarningGiven(proposal=warning):
                watched.add(warning)
            case MonitoringConcluded(warning=warning):
                watched.discard(warning)
            case SanctionApplied(proposal=decision) | DisengagementIssued(proposal=decision):
                if decision not in withdrawn:
                    watched -= _went_on(entries[: entry.no])
    return watched


def _went_on(entries: tuple[Entry, ...]) -> set[EntryNo]:
    """The warnings after which an incident happened."""
    incidents = [
        (minute(entry.event.occurred_at), entry.no)
        for entry in entries
        if isinstance(entry.event, IncidentReported)
    ]
    return {
        entry.event.proposal
        for entry in entries
        if isinstance(entry.event, WarningGiven)
        and any((minute(entry.event.given_at), entry.no) < incident for incident in incidents)
    }
