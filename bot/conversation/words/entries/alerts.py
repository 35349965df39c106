"""What happened to an alert, and to the records of a customer, in words. Private."""

from bot.conversation.words.known_contacts import DID, contact_text, source_text
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.sentences import ended
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
from core.case.register import CustomersMerged, CustomersUnmerged
from core.policy.model import Policy
from core.vocabulary.wording import upper_first


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
            return f"{upper_first(DID[how])}{f' (entry {entry} of the timeline)' if entry else ''}."
        case AlertReopened(Settled.MENTIONED):
            return "Said that it was a contact after all."
        case AlertReopened():
            return "Said that it was the customer after all."
        case AlertReminded():
            return "Brought to mind, because nobody had said what happened."
        case AlertLetBe():
            return "Not brought to mind any more, because nothing was in force."


def records_text(event: CustomersMerged | CustomersUnmerged) -> str:
    match event:
        case CustomersMerged():
            return f"Said that the records are of one person: {ended(event.reasons)}"
        case CustomersUnmerged():
            return f"Said that they are two people: {ended(event.reasons)}"
