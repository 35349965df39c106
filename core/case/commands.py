"""What a person (or the bot) can ask to be done in a case."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.proposals import Matter
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class ReportIncident:
    """``customer``: one we know, or the particulars of a new one."""

    customer: CustomerId | Customer
    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str


@dataclass(frozen=True, slots=True)
class LogContact:
    means: str
    occurred_at: datetime
    topic: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Propose:
    """Put a matter to a second person. ``corresponding``: the case's owner unless named."""

    matter: Matter
    corresponding: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    proposal: EntryNo


@dataclass(frozen=True, slots=True)
class Reject:
    proposal: EntryNo
    reason: str


@dataclass(frozen=True, slots=True)
class RequestInformation:
    proposal: EntryNo
    question: str


@dataclass(frozen=True, slots=True)
class GiveInformation:
    proposal: EntryNo
    answer: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    proposal: EntryNo
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordWarningGiven:
    proposal: EntryNo
    given_at: datetime
    means: str


@dataclass(frozen=True, slots=True)
class RemindReview:
    """Only the bot itself asks this."""

    sanction: EntryNo
    step: str
    due_on: date


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    entry: EntryNo
    correction: str


CaseCommand = (
    LogContact
    | Propose
    | Approve
    | Reject
    | RequestInformation
    | GiveInformation
    | Withdraw
    | RecordWarningGiven
    | RemindReview
    | CorrectEntry
)
"""Commands on a case that stands. ``ReportIncident`` may open one, so it goes by itself."""

Command = ReportIncident | CaseCommand
