"""The part of a case that lists and sweeps need, kept beside it. It holds no personal data."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.case.events import DutyKind
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId

DISENGAGED: Final = "disengaged"


@dataclass(frozen=True, slots=True)
class InForce:
    """A sanction or a disengagement in force; for the latter ``code`` is ``DISENGAGED``."""

    measure: EntryNo
    code: str
    review_on: date


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A proposal that awaits its decision."""

    proposal: EntryNo
    approver: StaffId
    proposed_by: StaffId
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody still has to do; see ``core.case.duties.Duty``."""

    kind: DutyKind
    about: EntryNo
    owed_by: StaffId
    due_on: date


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """``open``: whether further incidents of the customer join this case.

    ``remind_on``: the day on which somebody is next to be reminded of something, if ever.
    ``also_bound``: other customers whom something in force binds too (Scope).
    """

    case: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId
    open: bool
    in_force: tuple[InForce, ...] = ()
    awaiting: tuple[Awaiting, ...] = ()
    owed: tuple[Owed, ...] = ()
    remind_on: date | None = None
    also_bound: frozenset[CustomerId] = frozenset()
