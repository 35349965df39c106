"""What comes of a warning (stage 1)."""

from dataclasses import dataclass
from datetime import datetime

from core.case.events import MonitoringOutcome
from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class RecordWarningGiven:
    proposal: EntryNo
    given_at: datetime
    means: str


@dataclass(frozen=True, slots=True)
class ConcludeMonitoring:
    """Stage 1: what the monitoring period showed. ``warning``: the proposal's number."""

    warning: EntryNo
    outcome: MonitoringOutcome
    note: str = ""
