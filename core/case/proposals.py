"""What can be put to a second person for sign-off."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.case.terms import SanctionTerms
from core.vocabulary.ids import CustomerId, EntryNo


@dataclass(frozen=True, slots=True)
class WarningMatter:
    """Stage 1: what will be explained to the customer, what is asked of them, how long we watch."""

    explanation: str
    request: str
    monitoring_days: int


@dataclass(frozen=True, slots=True)
class Considerations:
    """What is thought of before every sanction and disengagement (proportionate and fair).

    ``adjustments``: reasonable adjustments and vulnerability (Equality Act 2010).
    ``proportionality``: why nothing less would do.
    """

    adjustments: str = ""
    proportionality: str = ""


class Grounds(StrEnum):
    """``CONTINUED``: what went before did not help. ``EXTREME``: Extreme behaviour."""

    CONTINUED = "continued"
    EXTREME = "extreme"


@dataclass(frozen=True, slots=True)
class SanctionsMatter:
    """Stage 2: one or a combination of sanctions, why, and which efforts were made before.

    ``efforts``: the reasonable efforts and alternatives tried (Scope).
    """

    sanctions: tuple[SanctionTerms, ...]
    reasons: str
    efforts: str
    review_on: date
    considerations: Considerations = Considerations()
    grounds: Grounds = Grounds.CONTINUED


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


@dataclass(frozen=True, slots=True)
class DisengagementMatter:
    """Stage 5: a disengagement notice. ``topics``: those it is about; none: it is complete."""

    topics: tuple[str, ...]
    reasons: str
    efforts: str
    review_on: date
    considerations: Considerations = Considerations()
    grounds: Grounds = Grounds.CONTINUED


class DisengagementOutcome(StrEnum):
    CONTINUE = "continue"
    CHANGE = "change"
    RE_ENGAGE = "re-engage"


@dataclass(frozen=True, slots=True)
class DisengagementReviewMatter:
    """Stage 7. ``next_review_on`` unless re-engaged; ``topics`` if changed (none: complete)."""

    disengagement: EntryNo
    outcome: DisengagementOutcome
    reasons: str
    next_review_on: date | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExtensionMatter:
    """Scope: a measure shall bind another person too, for a clear ``need``.

    ``measure``: a sanction's or a disengagement's number.
    """

    measure: EntryNo
    person: CustomerId
    need: str


Matter = (
    WarningMatter
    | SanctionsMatter
    | ReviewMatter
    | DisengagementMatter
    | DisengagementReviewMatter
    | ExtensionMatter
)
