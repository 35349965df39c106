"""The lines of the timeline log."""

from dataclasses import dataclass
from datetime import datetime

from core.case.events import CaseEvent
from core.vocabulary.ids import EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline log: the ``no``-th of its case (from 1), who, when, what."""

    no: EntryNo
    at: datetime
    by: StaffId
    event: CaseEvent
