"""Whom we told, to whom we complained, what Legal advised, what was reported."""

from typing import Final

from bot.conversation.words.referrals import referral_text
from core.case.events import (
    ClientTold,
    ComplaintMade,
    ComplaintTo,
    CustomerTold,
    LegalAdviceReceived,
    LegalAdviceRequested,
    ReferralConsidered,
)
from core.policy.model import Policy
from core.vocabulary.wording import lower_first, say_moment

Safeguard = (
    CustomerTold
    | ClientTold
    | ComplaintMade
    | LegalAdviceRequested
    | LegalAdviceReceived
    | ReferralConsidered
)
SAFEGUARDS: Final = (
    *(CustomerTold, ClientTold, ComplaintMade),
    *(LegalAdviceRequested, LegalAdviceReceived, ReferralConsidered),
)

_COMPLAINED: Final = {
    ComplaintTo.EMPLOYER: "the employer",
    ComplaintTo.PROFESSIONAL_BODY: "the professional body",
}


def text(policy: Policy, event: Safeguard) -> str:
    zone = policy.zone
    match event:
        case CustomerTold(decision, told_at, means):
            by = lower_first(policy.means_label(means))
            when = say_moment(told_at, zone)
            return f"The customer was told of the decision of entry {decision} by {by} on {when}."
        case ClientTold(client, told_at, means, effect):
            by = lower_first(policy.means_label(means))
            return (
                f"The client {client} was told by {by} on {say_moment(told_at, zone)}. "
                f"How it may affect them: {effect}"
            )
        case ComplaintMade(to, addressee, made_at, details):
            when = say_moment(made_at, zone)
            return f"Complained to {_COMPLAINED[to]}, {addressee}, on {when}: {details}"
        case LegalAdviceRequested(question):
            return f"Asked Legal: {question}"
        case LegalAdviceReceived(request, advice, reference):
            named = f" (reference {reference})" if reference else ""
            return f"Legal advised about entry {request}{named}: {advice}"
        case ReferralConsidered():
            return f"About the proposal of entry {event.proposal}. {referral_text(event)}"
