"""What can be put to a second person for sign-off."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.case.terms import SanctionTerms
from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class WarningMatter:
    """Stage 1: what will be explained to the customer, what is asked of them, how long we watch."""

    explanation: str
    request: str
    monitoring_days: int


@dataclass(frozen=True, slots=True)
class SanctionsMatter:
    """Stage 2: one or a combination of sanctions, why, and which efforts were made before.

    ``efforts``: the reasonable efforts and alternatives tried (Scope).
    """

    sanctions: tuple[SanctionTerms, ...]
    reasons: str
    efforts: str
    review_on: date


class ReviewOutcome(StrEnum):
    KEEP = "keep"
    CHANGE = "change"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class ReviewMatter:
    """Stage 4: what becomes of a sanction.

    ``next_review_on`` unless lifted; ``terms`` if changed.
    """

    sanction: EntryNo
    outcome: ReviewOutcome
    reasons: str
    next_review_on: date | None = None
    terms: SanctionTerms | None = None


Matter = WarningMatter | SanctionsMatter | ReviewMatter
