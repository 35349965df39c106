"""The terms of a sanction, asked by its shape (Annex B)."""

from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.forms.parts.written_dates import read_dates
from bot.views.form import DateField, Field, ManyField, Option, TextField, TimeField
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    Terms,
    ThirdPartyTerms,
)
from core.policy.model import Policy, SanctionRule, Shape
from core.vocabulary.ids import StaffId
from core.vocabulary.people import People
from core.vocabulary.wording import DAYS, say_day

AGREEMENT_LIMIT = 1500
DETAILS_LIMIT = 500
DATES_LIMIT = 1000
CONTACT_LIMIT = 300

_HOLIDAYS: Final = Option("yes", "Calls are taken on bank holidays too")


def asked(
    policy: Policy, rule: SanctionRule, people: People, now: Terms | None = None
) -> tuple[Field, ...]:
    """The fields for one sanction, filled in with the terms it has ``now``."""
    code, label = rule.code, rule.label
    match rule.shape:
        case Shape.MEANS:
            chosen = tuple(now.means) if isinstance(now, MeansTerms) else ()
            options = tuple(fields.option(m.code, m.label) for m in policy.means)
            title = f"{label}: which?"
            return (ManyField(name=f"{code}.means", label=title, options=options, value=chosen),)
        case Shape.NAMED_CONTACT:
            contact = people.get(now.contact) if isinstance(now, NamedContactTerms) else None
            value = fields.staff_option(policy, contact) if contact else None
            return (fields.staff(f"{code}.contact", f"{label}: with whom?", value),)
        case Shape.CALL_TIMES:
            return _call_times(rule, now)
        case Shape.AGREEMENT:
            return _agreement(rule, now)
        case Shape.THIRD_PARTY:
            return _third_party(rule, now)
        case Shape.DATES:
            dates = "\n".join(map(say_day, now.dates)) if isinstance(now, DatesTerms) else ""
            hint = "One date on each line, like 24 November 2026 or 24/11/2026."
            title = f"{label}: which dates?"
            return (
                fields.words(f"{code}.dates", title, limit=DATES_LIMIT, hint=hint, value=dates),
            )


def _call_times(rule: SanctionRule, now: Terms | None) -> tuple[Field, ...]:
    known = now if isinstance(now, CallTimesTerms) else None
    days = tuple(fields.option(str(i), name) for i, name in enumerate(DAYS))
    return (
        ManyField(
            name=f"{rule.code}.days",
            label=f"{rule.label}: on which days?",
            options=days,
            value=tuple(str(d) for d in sorted(known.days)) if known else (),
        ),
        TimeField(
            name=f"{rule.code}.start",
            label=f"{rule.label}: from what time?",
            value=known.start if known else None,
        ),
        TimeField(
            name=f"{rule.code}.end",
            label=f"{rule.label}: until what time?",
            value=known.end if known else None,
        ),
        ManyField(
            name=f"{rule.code}.bank_holidays",
            label=f"{rule.label}: what about bank holidays?",
            options=(_HOLIDAYS,),
            value=(_HOLIDAYS.value,) if known and known.bank_holidays else (),
            required=False,
        ),
    )


def _agreement(rule: SanctionRule, now: Terms | None) -> tuple[Field, ...]:
    known = now if isinstance(now, AgreementTerms) else None
    return (
        fields.words(
            f"{rule.code}.text",
            f"{rule.label}: what should be agreed?",
            limit=AGREEMENT_LIMIT,
            value=known.text if known else "",
        ),
        DateField(
            name=f"{rule.code}.signed_on",
            label=f"{rule.label}: when did the customer sign it?",
            hint="Leave it empty until they have. You can add it at a review.",
            value=known.signed_on if known else None,
            required=False,
        ),
    )


def _third_party(rule: SanctionRule, now: Terms | None) -> tuple[Field, ...]:
    known = now if isinstance(now, ThirdPartyTerms) else None
    return (
        fields.words(
            f"{rule.code}.details",
            f"{rule.label}: through whom?",
            limit=DETAILS_LIMIT,
            hint="Who speaks for the customer, as far as you know.",
            value=known.details if known else "",
        ),
        TextField(
            name=f"{rule.code}.contact",
            label=f"{rule.label}: how do we reach them?",
            hint="A mail address or telephone number, once it is known.",
            value=known.contact if known else "",
            max_length=CONTACT_LIMIT,
            required=False,
        ),
    )


def read(rule: SanctionRule, reading: Reading) -> SanctionTerms:
    return SanctionTerms(rule.code, _read(rule, reading))


def _read(rule: SanctionRule, reading: Reading) -> Terms:
    code = rule.code
    match rule.shape:
        case Shape.MEANS:
            return MeansTerms(
                reading.choices(f"{code}.means", "Choose at least one form of contact.")
            )
        case Shape.NAMED_CONTACT:
            return NamedContactTerms(
                StaffId(reading.text(f"{code}.contact", "Choose the colleague who answers."))
            )
        case Shape.CALL_TIMES:
            return _read_call_times(code, reading)
        case Shape.AGREEMENT:
            missing = "Say what the customer is asked to agree to."
            text = reading.text(f"{code}.text", missing, limit=AGREEMENT_LIMIT)
            return AgreementTerms(text, reading.day_if_any(f"{code}.signed_on"))
        case Shape.THIRD_PARTY:
            missing = "Say who speaks for the customer, or “not known yet”."
            details = reading.text(f"{code}.details", missing, limit=DETAILS_LIMIT)
            return ThirdPartyTerms(details, reading.text(f"{code}.contact", limit=CONTACT_LIMIT))
        case Shape.DATES:
            return _read_dates(f"{code}.dates", reading)


def _read_call_times(code: str, reading: Reading) -> CallTimesTerms:
    days = reading.choices(f"{code}.days", "Choose at least one day.")
    start = reading.time(f"{code}.start", "Enter the time from which calls are taken.")
    end = reading.time(f"{code}.end", "Enter the time until which calls are taken.")
    if start >= end and not reading.at_fault(f"{code}.start", f"{code}.end"):
        reading.problem(f"{code}.end", "Enter a time later than the start.")
    chosen = frozenset(i for i in range(len(DAYS)) if str(i) in days)
    holidays = reading.is_ticked(f"{code}.bank_holidays", _HOLIDAYS.value)
    return CallTimesTerms(chosen, start, end, holidays)


def _read_dates(name: str, reading: Reading) -> DatesTerms:
    text = reading.text(name, "Enter at least one date.", limit=DATES_LIMIT)
    dates, wrong = read_dates(text)
    if wrong:
        words = f"“{wrong[:40]}” is not a date we can read. Use one like 24 November 2026."
        reading.problem(name, words)
    return DatesTerms(dates)
