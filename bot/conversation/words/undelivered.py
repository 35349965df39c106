"""In plain words: what did not arrive, for whom, why, and what can be done."""

from collections.abc import Mapping
from typing import Final

from core.services.messages import Channel, Kind
from core.services.undelivered import Cause

PROPOSER: Final = "The colleague who proposed it"
OWNER: Final = "The colleague who looks after the case"

WHAT: Final[Mapping[str, tuple[str, str]]] = {
    Kind.INCIDENT_RECORDED: ("What to do after an incident", "The colleague who reported it"),
    Kind.APPROVAL_REQUEST: ("A request to decide", "The colleague who has to decide"),
    Kind.APPROVAL_NOTICE: ("A notice that something waits for a decision", ""),
    Kind.PROPOSAL_STATUS: ("How a proposal stands", PROPOSER),
    Kind.QUESTION_ASKED: ("A question about a proposal", PROPOSER),
    Kind.QUESTION_ANSWERED: ("An answer about a proposal", "The colleague who asked"),
    Kind.DECISION_MADE: ("What was decided", f"{PROPOSER}, or who looks after the case"),
    Kind.WARNING_TO_GIVE: ("A warning to give to the customer", OWNER),
    Kind.SANCTION_NOTICE: ("What is in force", ""),
    Kind.CONTACT_ALERT: ("An alert that a customer made contact", ""),
    Kind.REMINDER: ("A reminder of something to do", "The colleague who has to do it"),
    Kind.CONTACT_QUESTION: ("A question about a contact", "The manager who was asked"),
    Kind.CONTACT_DECIDED: ("What to do about a contact", "The colleague who logged it"),
    Kind.EXTREME_ALERT: ("An alert of extreme behaviour", "A director or manager to be alerted"),
    Kind.ADVICE_WANTED: ("A request for legal advice", "A colleague in Legal"),
    Kind.ADVICE_GIVEN: ("Legal’s advice", "The colleague who asked for it"),
    Kind.APPEAL_TO_DECIDE: ("An appeal to decide", "The colleague who handles it"),
    Kind.APPEAL_DECIDED: ("How an appeal was decided", "A colleague concerned"),
    Kind.KNOWN_CONTACT: ("An alert that a known customer made contact", ""),
    Kind.ALERT_REMINDER: (
        "A reminder of an alert that is still open",
        f"{OWNER}, or their manager",
    ),
    Kind.DECISION_TO_TELL: ("A decision to tell the customer", OWNER),
}
"""By kind: what it is, and for whom where it goes to a person."""

WATCHED: Final = "watched-channel"

CHANNELS: Final[Mapping[str, str]] = {
    Channel.CUSTOMER_FOCUS: "The Customer Focus channel",
    Channel.ALERTS: "The alerts channel",
    Channel.REVIEWS: "The reviews channel",
    WATCHED: "A watched channel",
}
"""By the word of ``core.services.undelivered``."""

_AGAIN: Final = "Then ask an administrator to send it again."

WHY: Final[Mapping[Cause, tuple[str, str]]] = {
    Cause.NO_ACCOUNT: (
        "They have never used UCB, so we do not know their account.",
        "Tell them yourself, and ask them to type “help” to UCB once: then it arrives by itself.",
    ),
    Cause.NO_CHANNEL: (
        "The settings name no channel for it.",
        f"Ask an administrator to name one. {_AGAIN}",
    ),
    Cause.NOT_CONNECTED: (
        "UCB is not connected there any more.",
        "Tell them yourself, and ask an administrator about the settings.",
    ),
    Cause.NOT_FOUND: (
        "The channel or chat is not there any more, or UCB cannot see it.",
        f"Put it back, or have another named in the settings. {_AGAIN}",
    ),
    Cause.NOT_A_MEMBER: (
        "UCB is not in the channel, or was removed from the chat.",
        f"Add UCB there. {_AGAIN}",
    ),
    Cause.BLOCKED: (
        "They have blocked UCB.",
        f"Tell them yourself, and ask them to unblock UCB. {_AGAIN}",
    ),
    Cause.PERSON_GONE: (
        "Their account is closed, or is not known there.",
        "If they have left, ask an administrator to bring the staff directory up to date.",
    ),
    Cause.NOT_ALLOWED: (
        "UCB is not allowed to write there.",
        f"Ask an administrator to look at UCB’s permissions. {_AGAIN}",
    ),
    Cause.MESSAGE_GONE: (
        "Somebody deleted the message that stood there.",
        "Nothing needs to be done: the timeline of the case has everything.",
    ),
    Cause.NOT_TAKEN: (
        "The message was refused as it is.",
        "Tell them yourself, and tell an administrator: this is a fault of UCB.",
    ),
    Cause.NOT_DRAWN: (
        "UCB could not make the message.",
        "Tell them yourself, and tell an administrator: this is a fault of UCB.",
    ),
    Cause.NO_ANSWER: (
        "There was no usable answer, although we tried many times.",
        "Tell them yourself. Ask an administrator to send it again when the platform works.",
    ),
    Cause.OTHER: (
        "It was refused, for a reason we do not know.",
        "Tell them yourself, and ask an administrator to look.",
    ),
}
"""By cause: why it did not arrive, and the remedy."""
