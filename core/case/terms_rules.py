"""What the terms of a sanction must say (Annex B)."""

from dataclasses import replace
from typing import Final

from core.case.checks import require_colleague, require_length, require_means, require_text
from core.case.scene import Scene
from core.case.sections import ANNEX_B
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
from core.policy.model import Shape
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import say_day

MOST_DATES: Final = 60
CONTACT_LENGTH: Final = 300

SHAPES: Final[dict[type, Shape]] = {
    MeansTerms: Shape.MEANS,
    NamedContactTerms: Shape.NAMED_CONTACT,
    CallTimesTerms: Shape.CALL_TIMES,
    AgreementTerms: Shape.AGREEMENT,
    ThirdPartyTerms: Shape.THIRD_PARTY,
    DatesTerms: Shape.DATES,
}


def check_terms(scene: Scene, sanction: SanctionTerms) -> None:
    """Raises ``Refused`` unless the policy knows the sanction and its terms can be kept to.

    A refusal's field is the sanction's code and the attribute of its terms: ``call-times.end``.
    """
    rule = scene.policy.sanction(sanction.code)
    if rule is None:
        raise _wrong(
            "unknown-sanction", f'"{sanction.code}" is not a sanction of the policy.', "sanctions"
        )
    if SHAPES[type(sanction.terms)] is not rule.shape:
        raise _wrong(
            "terms-of-another-sanction",
            f"These terms do not belong to: {rule.label}.",
            "sanctions",
        )
    try:
        _check(scene, sanction.terms)
    except Refused as refused:
        field = f"{sanction.code}.{refused.refusal.field}"
        raise Refused(replace(refused.refusal, field=field)) from None


def _check(scene: Scene, terms: Terms) -> None:
    match terms:
        case MeansTerms(means):
            if not means:
                raise _wrong("means-missing", "Choose how the customer may contact us.", "means")
            for code in sorted(means):
                require_means(scene, code)
            if len(means) == len(scene.policy.means):
                raise _wrong("restricts-nothing", "This leaves every means open.", "means")
        case NamedContactTerms(contact):
            require_colleague(scene, contact, "contact")
        case CallTimesTerms():
            _check_call_times(terms)
        case AgreementTerms():
            _check_agreement(scene, terms)
        case ThirdPartyTerms(details, contact):
            require_text(details, "details", "who speaks for the customer, or how they will choose")
            require_length(contact, "contact", "how to reach them", CONTACT_LENGTH)
        case DatesTerms():
            _check_dates(scene, terms)


def _check_agreement(scene: Scene, terms: AgreementTerms) -> None:
    require_text(terms.text, "text", "what the customer is asked to agree to")
    signed_on = terms.signed_on
    if signed_on is not None and signed_on > scene.today:
        raise _wrong("signed-ahead", f"{say_day(signed_on)} is in the future.", "signed_on")


def _check_call_times(terms: CallTimesTerms) -> None:
    if not terms.days:
        raise _wrong("days-missing", "Choose the days on which calls are answered.", "days")
    if not terms.days <= set(range(7)):
        raise _wrong("unknown-day", "Days are counted from 0, Monday, to 6, Sunday.", "days")
    if terms.start >= terms.end:
        raise _wrong("ends-before-start", "Calls must end later than they start.", "end")


def _check_dates(scene: Scene, terms: DatesTerms) -> None:
    if not terms.dates:
        raise _wrong("dates-missing", "Name the dates on which contact is answered.", "dates")
    if len(terms.dates) > MOST_DATES:
        raise _wrong("too-many-dates", f"Name at most {MOST_DATES} dates.", "dates")
    if list(terms.dates) != sorted(set(terms.dates)):
        raise _wrong("dates-out-of-order", "Name each date once, earliest first.", "dates")
    if terms.dates[0] <= scene.today:
        raise _wrong("date-not-ahead", f"{say_day(terms.dates[0])} is not in the future.", "dates")


def _wrong(rule: str, message: str, field: str) -> Refused:
    return refuse(rule, message, section=ANNEX_B, field=field)
