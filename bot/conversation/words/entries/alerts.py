"""What happened to an alert, and to the records of a customer, in words. Private."""

from bot.conversation.words.known_contacts import contact_text, source_text
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.sentences import ended
from core.alert.events import (
    AlertConfirmed,
    AlertEvent,
    AlertRaised,
    AlertReopened,
    AlertSettled,
    ContactSeen,
    Settled,
)
from core.case.register import CustomersMerged, CustomersUnmerged
from core.policy.model import Policy


def alert_text(policy: Policy, event: AlertEvent) -> str:
    match event:
        case AlertRaised(_, reference):
            return f"Alert {reference} raised."
        case ContactSeen():
            made = contact_text(policy, event.means, event.at)
            likeness = likeness_words(event.certainty, event.reasons)
            return f"{made}, from {source_text(event.source)}. {likeness}."
        case AlertConfirmed():
            return "Said that it is the customer."
        case AlertSettled(how, entry):
            return f"{_SETTLED[how]}{f' (entry {entry} of the timeline)' if entry else ''}."
        case AlertReopened():
            return "Said that it was the customer after all."


def records_text(event: CustomersMerged | CustomersUnmerged) -> str:
    match event:
        case CustomersMerged():
            return f"Said that the records are of one person: {ended(event.reasons)}"
        case CustomersUnmerged():
            return f"Said that they are two people: {ended(event.reasons)}"


_SETTLED = {
    Settled.LOGGED: "Logged what happened",
    Settled.BREACH: "Reported it as an incident",
    Settled.ANOTHER_PERSON: "Said that it was another person",
}
