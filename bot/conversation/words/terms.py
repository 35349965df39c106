"""What a sanction asks of a customer, in words. Some of it is personal: never for a channel."""

from typing import Final

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

_UNSIGNED: Final = "To be agreed in writing, not signed yet"


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
        case CallTimesTerms(days, start, end, bank_holidays):
            named = listed(DAYS[d] for d in sorted(days))
            holidays = "" if bank_holidays else ", and not on bank holidays"
            return f"Calls only on {named}, from {say_time(start)} to {say_time(end)}{holidays}"
        case AgreementTerms(text, signed_on):
            signed = f"Agreed in writing on {say_day(signed_on)}" if signed_on else _UNSIGNED
            return f"{signed}: {text}"
        case ThirdPartyTerms(details, contact):
            reached = f" ({contact})" if contact else ""
            return f"Through a third party: {details}{reached}"
        case DatesTerms(dates):
            return f"Only on {listed(say_day(d) for d in sorted(dates))}"


def sanction_text(policy: Policy, people: People, sanction: SanctionTerms) -> str:
    """``Contact in a specified form only. Only by email or letter``."""
    return f"{sanction_label(policy, sanction.code)}. {terms_text(policy, people, sanction)}"
