"""The customer challenges a decision."""

from dataclasses import dataclass
from datetime import datetime

from core.case.events import AppealOutcome, Variation
from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class RaiseAppeal:
    """The customer challenges a decision; ``decision``: the proposal's number."""

    decision: EntryNo
    grounds: str
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class DecideAppeal:
    appeal: EntryNo
    outcome: AppealOutcome
    reasons: str
    variations: tuple[Variation, ...] = ()
