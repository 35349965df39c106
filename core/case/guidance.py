"""May this contact happen now, and what should the colleague say? (Annex B; stage 3)"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.case.state import Case
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
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People
from core.vocabulary.wording import DAYS, listed, lower_first, say_day, say_time


class Verdict(StrEnum):
    """``DEPENDS``: the sanction binds what the bot cannot see, e.g. who is speaking."""

    ALLOWED = "allowed"
    DEPENDS = "depends"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Guidance:
    """One sanction's answer, in plain English, fit for a channel.

    ``permitted``: what the sanction lets the customer do; ``advice``: what the colleague does.
    """

    sanction: EntryNo
    label: str
    verdict: Verdict
    permitted: str
    advice: str


def guidance(
    policy: Policy, case: Case, people: People, means: str | None, at: datetime
) -> tuple[Guidance, ...]:
    """For every sanction in force. ``means``: how contact is made; ``None``: not yet known."""
    answers = []
    for sanction in case.in_force:
        rule = policy.sanction(sanction.terms.code)
        label = rule.label if rule else sanction.terms.code
        verdict, permitted, advice = _answer(policy, people, sanction.terms.terms, means, at)
        answers.append(Guidance(sanction.no, label, verdict, permitted, advice))
    return tuple(answers)


_Answer = tuple[Verdict, str, str]


def _answer(
    policy: Policy, people: People, terms: Terms, means: str | None, at: datetime
) -> _Answer:
    local = at.astimezone(policy.zone)
    match terms:
        case MeansTerms():
            return _by_means(policy, terms, means)
        case NamedContactTerms(contact):
            name = people.name_of(contact)
            advice = f"Unless you are {name}, do not answer the matter. Pass the contact to them."
            return Verdict.DEPENDS, f"Contact with {name} only.", advice
        case CallTimesTerms():
            return _by_call_times(policy, terms, means, local)
        case AgreementTerms():
            # What was agreed is for those who may read the case, not for a channel.
            return (
                Verdict.DEPENDS,
                "Contact that keeps to the written agreement.",
                "Check the agreement in the case. Ask whoever owns the case if you are unsure.",
            )
        case ThirdPartyTerms():
            return (
                Verdict.DEPENDS,
                "Contact through the third party that the customer chose.",
                "Answer the third party. If the customer makes contact directly, ask for it to "
                "come through them.",
            )
        case DatesTerms():
            return _by_dates(terms, local.date())


def _by_means(policy: Policy, terms: MeansTerms, means: str | None) -> _Answer:
    allowed = listed((lower_first(m.label) for m in policy.means if m.code in terms.means), "or")
    permitted = f"Contact by {allowed} only."
    if means is None:
        return Verdict.DEPENDS, permitted, f"Answer only what comes by {allowed}."
    if means in terms.means:
        return Verdict.ALLOWED, permitted, "You can answer in this form."
    advice = f"Do not discuss the matter. Ask the customer to use {allowed}."
    return Verdict.NOT_NOW, permitted, advice


def _by_call_times(
    policy: Policy, terms: CallTimesTerms, means: str | None, local: datetime
) -> _Answer:
    days = listed(DAYS[day] for day in sorted(terms.days))
    permitted = f"Calls on {days} from {say_time(terms.start)} to {say_time(terms.end)} only."
    known = policy.means_of(means) if means is not None else None
    if known and not known.is_call:
        return Verdict.ALLOWED, permitted, "This is not a call, so you can answer."
    if in_call_times(terms, local):
        advice = f"You can take a call now, until {say_time(terms.end)}."
        return Verdict.ALLOWED, permitted, advice
    day = _next_call_day(terms, local)
    again = f"{say_day(day)} at {say_time(terms.start)}"
    if known:
        advice = f"End the call politely. Say that calls are answered again on {again}."
        return Verdict.NOT_NOW, permitted, advice
    return Verdict.DEPENDS, permitted, f"Do not take a call now. Calls are answered on {again}."


def in_call_times(terms: CallTimesTerms, local: datetime) -> bool:
    """Whether clocks show a permitted day and time. ``end`` itself is no longer permitted."""
    return local.weekday() in terms.days and terms.start <= local.time() < terms.end


def _next_call_day(terms: CallTimesTerms, local: datetime) -> date:
    has_begun = local.time() >= terms.start
    ahead = (local.date() + timedelta(days=days) for days in range(has_begun, has_begun + 7))
    return next(day for day in ahead if day.weekday() in terms.days)


def _by_dates(terms: DatesTerms, today: date) -> _Answer:
    permitted = f"Contact on {listed(say_day(day) for day in terms.dates)} only."
    if today in terms.dates:
        return Verdict.ALLOWED, permitted, "You can answer today."
    later = [day for day in terms.dates if day > today]
    if later:
        advice = f"Do not answer today. The next date is {say_day(later[0])}."
        return Verdict.NOT_NOW, permitted, advice
    advice = "Do not answer. All the dates have passed: ask whoever owns the case to review this."
    return Verdict.NOT_NOW, permitted, advice
