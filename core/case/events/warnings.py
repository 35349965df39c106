"""Stage 1: the customer was told, and what the monitoring period showed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class WarningGiven:
    """The customer was told, at ``given_at``; the monitoring period runs from then."""

    proposal: EntryNo
    given_at: datetime
    means: str
    monitor_until: date


class MonitoringOutcome(StrEnum):
    IMPROVED = "improved"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class MonitoringConcluded:
    """``warning``: the number of the proposal that was approved and then given."""

    warning: EntryNo
    outcome: MonitoringOutcome
    note: str
