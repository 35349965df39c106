"""Cases, incidents, contacts, warnings and corrections."""

from typing import Final

from bot.conversation.words.contacts import RELATIONS, RESPONSES
from bot.conversation.words.matters import behaviours
from bot.conversation.words.sentences import ended
from core.case.events import (
    CaseOpened,
    ContactAssessed,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
    MonitoringConcluded,
    QuestionPassedOn,
    WarningGiven,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import lower_first, say_day, say_moment

Report = (
    CaseOpened
    | IncidentReported
    | ContactLogged
    | ContactAssessed
    | QuestionPassedOn
    | WarningGiven
    | MonitoringConcluded
    | EntryCorrected
)
REPORTS: Final = (
    *(CaseOpened, IncidentReported, ContactLogged, ContactAssessed, QuestionPassedOn),
    *(WarningGiven, MonitoringConcluded, EntryCorrected),
)


def text(policy: Policy, people: People, event: Report) -> str:
    match event:
        case CaseOpened(owner=owner):
            return f"Case opened. {people.name_of(owner)} looks after it."
        case IncidentReported():
            return _incident(policy, people, event)
        case ContactLogged():
            return _contact(policy, event)
        case ContactAssessed():
            return _assessed(people, event)
        case QuestionPassedOn():
            return _passed_on(people, event)
        case WarningGiven(_, given_at, means, monitor_until):
            return (
                f"Warning given by {lower_first(policy.means_label(means))} on "
                f"{say_moment(given_at, policy.zone)}. We watch until {say_day(monitor_until)}."
            )
        case MonitoringConcluded(warning, outcome, note):
            said = f"\n{note}" if note else ""
            return f"After the warning of entry {warning} the behaviour {outcome}.{said}"
        case EntryCorrected(entry, correction):
            return f"Corrected entry {entry}: {correction}"


def _incident(policy: Policy, people: People, event: IncidentReported) -> str:
    means = lower_first(policy.means_label(event.means))
    extreme = "Extreme behaviour, an immediate threat. " if event.extreme else ""
    return (
        f"{extreme}Incident reported: {behaviours(policy, event.behaviours)}, by {means}, on "
        f"{say_moment(event.occurred_at, policy.zone)}, about {ended(event.topic)} "
        f"{people.name_of(event.corresponding)} was corresponding.\n{event.narrative}"
    )


def _contact(policy: Policy, event: ContactLogged) -> str:
    means = lower_first(policy.means_label(event.means))
    when = say_moment(event.occurred_at, policy.zone)
    right = " It was about a right that nothing in force touches." if event.statutory else ""
    note = f"\n{event.note}" if event.note else ""
    whose = " of another person, whom something in force here binds too," if event.person else ""
    return f"Contact{whose} by {means} on {when}, about {ended(event.topic)}{right}{note}"


def _assessed(people: People, event: ContactAssessed) -> str:
    place = f", in place of {people.name_of(event.in_place_of)}" if event.in_place_of else ""
    asked = f" {people.name_of(event.asked)} was asked{place}." if event.asked else ""
    reasons = f"\nReasons: {event.reasons}" if event.reasons else ""
    return (
        f"Contact of entry {event.contact}: {RELATIONS[event.relation]}. "
        f"{RESPONSES[event.response]}.{asked}{reasons}"
    )


def _passed_on(people: People, event: QuestionPassedOn) -> str:
    name, contact = people.name_of(event.asked), f"the contact of entry {event.contact}"
    if event.went_up:
        return f"Nobody could answer the question about {contact} in time. Sent to {name}."
    if event.in_place_of is None:
        return f"{name} is back. The question about {contact} was sent to them again."
    away = people.name_of(event.in_place_of)
    return f"{away} is away. The question about {contact} was sent to {name} instead."
