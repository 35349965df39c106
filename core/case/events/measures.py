"""Sanctions and disengagements come into force, change and end (stages 2, 4, 5 and 7).

``decision``: the proposal or the appeal that decided it.
"""

from dataclasses import dataclass
from datetime import date

from core.case.terms import SanctionTerms
from core.vocabulary.ids import CustomerId, EntryNo


@dataclass(frozen=True, slots=True)
class SanctionApplied:
    proposal: EntryNo
    sanction: SanctionTerms
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionKept:
    sanction: EntryNo
    decision: EntryNo
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionChanged:
    sanction: EntryNo
    decision: EntryNo
    terms: SanctionTerms
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionLifted:
    sanction: EntryNo
    decision: EntryNo


@dataclass(frozen=True, slots=True)
class DisengagementIssued:
    """``topics``: those it is about; none: it is complete."""

    proposal: EntryNo
    topics: tuple[str, ...]
    review_on: date


@dataclass(frozen=True, slots=True)
class DisengagementContinued:
    disengagement: EntryNo
    decision: EntryNo
    review_on: date


@dataclass(frozen=True, slots=True)
class DisengagementChanged:
    disengagement: EntryNo
    decision: EntryNo
    topics: tuple[str, ...]
    review_on: date


@dataclass(frozen=True, slots=True)
class CustomerReEngaged:
    disengagement: EntryNo
    decision: EntryNo


@dataclass(frozen=True, slots=True)
class MeasureExtended:
    """Scope: a sanction or a disengagement binds another person too, for a clear need."""

    proposal: EntryNo
    measure: EntryNo
    person: CustomerId
