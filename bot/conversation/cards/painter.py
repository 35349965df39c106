"""Which message is drawn how."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.conversation.cards import (
    advice,
    alert_reminder,
    alerts,
    appeals,
    approval,
    contacts,
    decision,
    extreme_alert,
    incident,
    known_contact,
    progress,
    reminder,
    telling,
    undelivered,
)
from bot.conversation.cards.painting import Painting, sit
from bot.conversation.office import Office
from bot.views.card import Card
from core.services.messages import Kind

DRAWERS: Final[Mapping[Kind, Callable[[Painting], Card]]] = {
    Kind.INCIDENT_RECORDED: incident.recorded,
    Kind.APPROVAL_REQUEST: approval.request,
    Kind.APPROVAL_NOTICE: approval.notice,
    Kind.PROPOSAL_STATUS: progress.status,
    Kind.QUESTION_ASKED: progress.question_asked,
    Kind.QUESTION_ANSWERED: progress.question_answered,
    Kind.DECISION_MADE: decision.made,
    Kind.WARNING_TO_GIVE: decision.warning_to_give,
    Kind.SANCTION_NOTICE: alerts.sanctions,
    Kind.CONTACT_ALERT: alerts.contact,
    Kind.REMINDER: reminder.duty,
    Kind.DECISION_TO_TELL: telling.to_tell,
    Kind.CONTACT_QUESTION: contacts.question,
    Kind.CONTACT_DECIDED: contacts.decided,
    Kind.ADVICE_WANTED: advice.wanted,
    Kind.ADVICE_GIVEN: advice.given,
    Kind.EXTREME_ALERT: extreme_alert.alert,
    Kind.APPEAL_TO_DECIDE: appeals.to_decide,
    Kind.APPEAL_DECIDED: appeals.decided,
}


async def draw(office: Office, kind: str, about: Mapping[str, str]) -> Card:
    """Raises ``Refused`` for a case that is not there, ``KeyError`` for an entry that is not."""
    if kind == Kind.UNDELIVERED:
        return await undelivered.told(office, about)
    if kind == Kind.KNOWN_CONTACT:
        return await known_contact.draw(office, about)
    if kind == Kind.ALERT_REMINDER:
        return await alert_reminder.draw(office, about)
    return DRAWERS[Kind(kind)](await sit(office, about))
