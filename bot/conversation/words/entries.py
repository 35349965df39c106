"""The timeline log's entries in words, for those who may read them."""

from datetime import date

from bot.conversation.words.matters import behaviours, matter_text
from bot.conversation.words.sentences import ended
from bot.conversation.words.terms import sanction_text
from core.case.events import (
    CaseEvent,
    CaseOpened,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    ReviewReminded,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
    WarningGiven,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import lower_first, say_day, say_moment


def entry_text(  # noqa: C901 (one line or two for each event)
    policy: Policy, people: People, event: CaseEvent
) -> str:
    """What happened, in one to a few sentences."""
    zone = policy.zone
    match event:
        case CaseOpened(owner=owner):
            return f"Case opened. {people.name_of(owner)} looks after it."
        case IncidentReported():
            return _incident(policy, people, event)
        case ContactLogged():
            means = lower_first(policy.means_label(event.means))
            note = f"\n{event.note}" if event.note else ""
            when = say_moment(event.occurred_at, zone)
            return f"Contact by {means} on {when}, about {ended(event.topic)}{note}"
        case ProposalMade(matter, _, approver):
            return f"{matter_text(policy, people, matter)}\nSent to {people.name_of(approver)}."
        case ProposalApproved(proposal):
            return f"Approved the proposal of entry {proposal}."
        case ProposalRejected(proposal, reason):
            return f"Rejected the proposal of entry {proposal}: {reason}"
        case InformationRequested(proposal, question):
            return f"Asked about the proposal of entry {proposal}: {question}"
        case InformationGiven(proposal, answer):
            return f"Answered about the proposal of entry {proposal}: {answer}"
        case ProposalWithdrawn(proposal, reason):
            return f"Withdrew the proposal of entry {proposal}{f': {reason}' if reason else '.'}"
        case WarningGiven(_, given_at, means, monitor_until):
            return (
                f"Warning given by {lower_first(policy.means_label(means))} on "
                f"{say_moment(given_at, zone)}. We watch until {say_day(monitor_until)}."
            )
        case SanctionApplied(_, sanction, review_on):
            text = sanction_text(policy, people, sanction)
            return f"Sanction in force: {ended(text)} Review on {say_day(review_on)}."
        case SanctionKept(sanction, _, review_on):
            return f"Sanction of entry {sanction} kept. {_next(review_on)}"
        case SanctionChanged(sanction, _, terms, review_on):
            text = ended(sanction_text(policy, people, terms))
            return f"Sanction of entry {sanction} changed: {text} {_next(review_on)}"
        case SanctionLifted(sanction, _):
            return f"Sanction of entry {sanction} lifted."
        case ReviewReminded(sanction, review_on, _, _):
            when = say_day(review_on)
            return f"Reminder sent: review of the sanction of entry {sanction} on {when}."
        case EntryCorrected(entry, correction):
            return f"Corrected entry {entry}: {correction}"


def _incident(policy: Policy, people: People, event: IncidentReported) -> str:
    means = lower_first(policy.means_label(event.means))
    return (
        f"Incident reported: {behaviours(policy, event.behaviours)}, by {means}, on "
        f"{say_moment(event.occurred_at, policy.zone)}, about {ended(event.topic)} "
        f"{people.name_of(event.corresponding)} was corresponding.\n{event.narrative}"
    )


def _next(review_on: date) -> str:
    return f"Next review on {say_day(review_on)}."
