"""What a sanction asks of a customer, in words. Some of it is personal: never for a channel."""

from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    ThirdPartyTerms,
)
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import DAYS, listed, lower_first, say_day, say_time


def sanction_label(policy: Policy, code: str) -> str:
    rule = policy.sanction(code)
    return rule.label if rule else code


def terms_text(policy: Policy, people: People, sanction: SanctionTerms) -> str:
    match sanction.terms:
        case MeansTerms(means):
            labels = [lower_first(m.label) for m in policy.means if m.code in means]
            return f"Only by {listed(labels, 'or')}"
        case NamedContactTerms(contact):
            return f"Only with {people.name_of(contact)}"
        case CallTimesTerms(days, start, end):
            named = listed(DAYS[d] for d in sorted(days))
            return f"Calls only on {named}, from {say_time(start)} to {say_time(end)}"
        case AgreementTerms(text):
            return f"To be agreed in writing: {text}"
        case ThirdPartyTerms(details):
            return f"Through a third party: {details}"
        case DatesTerms(dates):
            return f"Only on {listed(say_day(d) for d in sorted(dates))}"


def sanction_text(policy: Policy, people: People, sanction: SanctionTerms) -> str:
    """``Contact in a specified form only. Only by email or letter``."""
    return f"{sanction_label(policy, sanction.code)}. {terms_text(policy, people, sanction)}"
