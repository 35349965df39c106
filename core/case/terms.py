"""The terms of an intermediate sanction, one class for each shape of Annex B."""

from dataclasses import dataclass
from datetime import date, time

from core.vocabulary.ids import StaffId


@dataclass(frozen=True, slots=True)
class MeansTerms:
    """Annex B row 1: only these means of contact (codes of the policy file)."""

    means: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamedContactTerms:
    """Annex B row 2: only this colleague."""

    contact: StaffId


@dataclass(frozen=True, slots=True)
class CallTimesTerms:
    """Annex B row 3: calls on these days (0 is Monday), from ``start`` to ``end``, local time.

    ``bank_holidays``: whether calls are taken on bank holidays too.
    """

    days: frozenset[int]
    start: time
    end: time
    bank_holidays: bool = False


@dataclass(frozen=True, slots=True)
class AgreementTerms:
    """Annex B row 4: what the customer is asked to agree to, and when they signed it."""

    text: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ThirdPartyTerms:
    """Annex B row 5: who speaks for the customer, as far as known."""

    details: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DatesTerms:
    """Annex B row 6: contact on these dates only."""

    dates: tuple[date, ...]


Terms = (
    MeansTerms | NamedContactTerms | CallTimesTerms | AgreementTerms | ThirdPartyTerms | DatesTerms
)


@dataclass(frozen=True, slots=True)
class SanctionTerms:
    """A sanction of the policy file (``code``) with its terms."""

    code: str
    terms: Terms
