"""Advice asked of Legal, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from core.vocabulary.ids import EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class LegalAdvice:
    no: EntryNo
    asked_by: StaffId
    asked_at: datetime
    question: str
    advice: str | None = None
    reference: str = ""
