"""The part of a case that lists and sweeps need, kept beside it. It holds no personal data."""

from dataclasses import dataclass
from datetime import date, datetime

from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class InForce:
    """A sanction in force. ``remind_on``: the day its next reminder is due, if any is left."""

    sanction: EntryNo
    code: str
    review_on: date
    remind_on: date | None


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A proposal that awaits its decision."""

    proposal: EntryNo
    approver: StaffId
    proposed_by: StaffId
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """``open``: whether further incidents of the customer join this case."""

    case: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId
    open: bool
    in_force: tuple[InForce, ...] = ()
    awaiting: tuple[Awaiting, ...] = ()
