"""A customer challenges a decision (Appeals: a Stage 3 complaint)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.case.terms import SanctionTerms
from core.vocabulary.ids import EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class AppealRaised:
    """``decision``: the proposal challenged; ``stage``: 2 or 5 of the policy.

    ``handler`` was not involved in the decision and answers by ``answer_by``.
    """

    decision: EntryNo
    stage: int
    grounds: str
    raised_at: datetime
    handler: StaffId
    answer_by: date


class AppealOutcome(StrEnum):
    """What becomes of the decision."""

    UPHELD = "upheld"
    VARIED = "varied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Variation:
    """New ``terms`` of a sanction, or new ``topics`` of a disengagement."""

    measure: EntryNo
    terms: SanctionTerms | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AppealDecided:
    appeal: EntryNo
    outcome: AppealOutcome
    reasons: str
