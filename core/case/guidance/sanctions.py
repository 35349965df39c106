"""What each intermediate sanction says about a contact (Annex B)."""

from datetime import date, datetime

from core.case.guidance.answer import Answer, Verdict
from core.case.guidance.calls import by_call_times
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    Terms,
    ThirdPartyTerms,
)
from core.policy.model import Policy
from core.vocabulary.calendar import Calendar
from core.vocabulary.people import People
from core.vocabulary.wording import listed, lower_first, say_day


def sanction_answer(
    policy: Policy,
    people: People,
    calendar: Calendar,
    terms: Terms,
    means: str | None,
    at: datetime,
    *,
    calls_closed: bool = False,
) -> Answer:
    local = at.astimezone(policy.zone)
    match terms:
        case MeansTerms():
            return _by_means(policy, terms, means)
        case NamedContactTerms(contact):
            name = people.name_of(contact)
            advice = f"Unless you are {name}, do not answer the matter. Pass the contact to them."
            return Answer(Verdict.DEPENDS, f"Contact with {name} only.", advice)
        case CallTimesTerms():
            return by_call_times(policy, calendar, terms, means, local, closed=calls_closed)
        case AgreementTerms():
            return _by_agreement(terms)
        case ThirdPartyTerms():
            return _by_third_party(terms)
        case DatesTerms():
            return _by_dates(terms, local.date())


def _by_means(policy: Policy, terms: MeansTerms, means: str | None) -> Answer:
    allowed = listed((lower_first(m.label) for m in policy.means if m.code in terms.means), "or")
    permitted = f"Contact by {allowed} only."
    if means is None:
        return Answer(Verdict.DEPENDS, permitted, f"Answer only what comes by {allowed}.")
    if means in terms.means:
        return Answer(Verdict.ALLOWED, permitted, "You can answer in this form.")
    advice = f"Do not discuss the matter. Ask the customer to use {allowed}."
    return Answer(Verdict.NOT_NOW, permitted, advice)


def _by_agreement(terms: AgreementTerms) -> Answer:
    """What was agreed is for those who may read the case, not for a channel."""
    unsure = "Ask whoever owns the case if you are unsure."
    if terms.signed_on is None:
        return Answer(
            Verdict.DEPENDS,
            "Contact that keeps to the written agreement, which is not signed yet.",
            f"Ask the customer to sign it, and check what it says in the case. {unsure}",
            f"The customer was asked to agree: {terms.text}",
        )
    return Answer(
        Verdict.DEPENDS,
        f"Contact that keeps to the written agreement, signed on {say_day(terms.signed_on)}.",
        f"Check the agreement in the case. {unsure}",
        f"The customer agreed: {terms.text}",
    )


def _by_third_party(terms: ThirdPartyTerms) -> Answer:
    """Who it is and how to reach them is personal."""
    contact = f" Contact: {terms.contact}" if terms.contact.strip() else ""
    return Answer(
        Verdict.DEPENDS,
        "Contact through the third party that the customer chose.",
        "Answer the third party. If the customer makes contact directly, ask for it to come "
        "through them.",
        f"Third party: {terms.details}{contact}",
    )


def _by_dates(terms: DatesTerms, today: date) -> Answer:
    permitted = f"Contact on {listed(say_day(day) for day in terms.dates)} only."
    if today in terms.dates:
        return Answer(Verdict.ALLOWED, permitted, "You can answer today.")
    later = [day for day in terms.dates if day > today]
    if later:
        advice = f"Do not answer today. The next date is {say_day(later[0])}."
    else:
        advice = (
            "Do not answer. All the dates have passed: ask whoever owns the case to review this."
        )
    return Answer(Verdict.NOT_NOW, permitted, advice)
