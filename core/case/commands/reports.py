"""What happened is put down: an incident, a contact, and what is wrong in an entry."""

from dataclasses import dataclass
from datetime import datetime

from core.case.events import Relation, Response
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class ReportIncident:
    """``customer``: one we know, or the particulars of a new one.

    ``extreme``: an immediate threat to safety and welfare; a director is alerted at once.
    ``breach``: of what bound the customer then, which is reason enough without a behaviour.
    """

    customer: CustomerId | Customer
    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str
    extreme: bool = False
    breach: bool = False


@dataclass(frozen=True, slots=True)
class LogContact:
    """``person``: who made contact, where it is not whose case it is; see ``ContactLogged``."""

    means: str
    occurred_at: datetime
    topic: str
    note: str = ""
    statutory: bool = False
    person: CustomerId | None = None


@dataclass(frozen=True, slots=True)
class AssessContact:
    """Stage 6: same or similar topic, wholly different, or unsure; and what is done about it.

    ``reasons``: why, where a manager has it answered under a complete disengagement.
    """

    contact: EntryNo
    relation: Relation
    response: Response
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    entry: EntryNo
    correction: str
