"""What must be said, to whom, because of what happened. Ids only, never words or personal data.

The words are chosen when a message is delivered, from the case as it stands then, so a message
that was delayed, repeated or redrawn always tells the truth of that moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.vocabulary.ids import StaffId


class Channel(StrEnum):
    """A channel the settings name for each platform."""

    CUSTOMER_FOCUS = "customer-focus"
    ALERTS = "alerts"
    REVIEWS = "reviews"


class Kind(StrEnum):
    """Which view a message is drawn as. What each finds in ``about`` stands beside it.

    Every message to a person also has ``for``: that person's id.
    """

    INCIDENT_RECORDED = "incident-recorded"  # case, incident; to the reporter: what to do next
    APPROVAL_REQUEST = "approval-request"  # case, proposal; to the approver, with buttons
    APPROVAL_NOTICE = "approval-notice"  # case, proposal; to a channel, without narrative
    PROPOSAL_STATUS = "proposal-status"  # case, proposal; to the proposer
    QUESTION_ASKED = "question-asked"  # case, proposal; to the proposer, to answer
    QUESTION_ANSWERED = "question-answered"  # case, proposal; to who asked
    DECISION_MADE = "decision-made"  # case, proposal; to the proposer and the owner
    WARNING_TO_GIVE = "warning-to-give"  # case, proposal; to the owner: tell the customer
    SANCTION_NOTICE = "sanction-notice"  # case; to a channel: what is in force now
    CONTACT_ALERT = "contact-alert"  # case, contact; to a channel: what may be done
    # case, duty, about, due_on, step, step_on; to whoever owes it, or a channel. For a proposal
    # that has gone up also approver: to whom; without it nobody is left to be asked.
    REMINDER = "reminder"
    CONTACT_QUESTION = "contact-question"  # case, contact; to the manager who is asked (stage 6)
    CONTACT_DECIDED = "contact-decided"  # case, contact; to who logged it, if another decided
    EXTREME_ALERT = "extreme-alert"  # case, incident; to directors at once, and to a channel
    ADVICE_WANTED = "advice-wanted"  # case, request; to Legal
    ADVICE_GIVEN = "advice-given"  # case, request; to who asked
    APPEAL_TO_DECIDE = "appeal-to-decide"  # case, appeal; to the handler
    APPEAL_DECIDED = "appeal-decided"  # case, appeal; to who recorded it, the owner, the deciders
    DECISION_TO_TELL = "decision-to-tell"  # case, decision; to the owner: tell the customer
    # alert, case; to a channel: a customer under sanction made contact, or somebody who may be one.
    # In a watched channel also where: the place of the message beneath which it stands.
    KNOWN_CONTACT = "known-contact"
    # alert, case; to whoever looks after the case and those above them, or to a channel: nobody has
    # said yet what became of that contact.
    ALERT_REMINDER = "alert-reminder"
    UNDELIVERED = "undelivered"  # of, to, platform, cause, case; to a channel: what did not arrive


@dataclass(frozen=True, slots=True)
class Person:
    """To one person, privately, on every platform where they have an account."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class ChatPlace:
    """To a place on one platform that no setting names, such as a message in a watched channel.

    ``place``: what the platform's adapter can post to; with a message's id it is a reply to it.
    """

    platform: str
    place: str


Audience = Channel | Person | ChatPlace


@dataclass(frozen=True, slots=True)
class Message:
    """``key`` is deterministic: the same happening never makes a second message.

    ``about`` holds the ids by which ``kind`` finds its facts. ``redraws``: the key of an earlier
    message whose every copy is to be drawn anew in place; ``to`` is then that of the earlier one.
    ``latest``: a redraw that is not written where one waits already that nobody has claimed: what
    waits will be drawn from what is kept then.
    """

    key: str
    kind: Kind
    to: Audience
    about: Mapping[str, str] = field(default_factory=dict)
    redraws: str | None = None
    latest: bool = False
