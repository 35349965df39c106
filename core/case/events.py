"""What can happen in a case. Events are facts: they are appended, never edited."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.proposals import Matter
from core.case.terms import SanctionTerms
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """``owner``: the staff member corresponding with the customer, who looks after the case."""

    case: CaseId
    reference: str
    customer: CustomerId
    owner: StaffId


@dataclass(frozen=True, slots=True)
class IncidentReported:
    """``means`` and ``behaviours`` are codes of the policy file; times are aware."""

    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str


@dataclass(frozen=True, slots=True)
class ContactLogged:
    """The customer made contact while a sanction was in force (or a case open)."""

    means: str
    occurred_at: datetime
    topic: str
    note: str


@dataclass(frozen=True, slots=True)
class ProposalMade:
    """``approver``: to whom it was routed; anyone eligible up the line may decide."""

    matter: Matter
    corresponding: StaffId
    approver: StaffId


@dataclass(frozen=True, slots=True)
class ProposalApproved:
    proposal: EntryNo


@dataclass(frozen=True, slots=True)
class ProposalRejected:
    proposal: EntryNo
    reason: str


@dataclass(frozen=True, slots=True)
class InformationRequested:
    proposal: EntryNo
    question: str


@dataclass(frozen=True, slots=True)
class InformationGiven:
    proposal: EntryNo
    answer: str


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    proposal: EntryNo
    reason: str


@dataclass(frozen=True, slots=True)
class WarningGiven:
    """The customer was told, at ``given_at``; the monitoring period runs from then."""

    proposal: EntryNo
    given_at: datetime
    means: str
    monitor_until: date


@dataclass(frozen=True, slots=True)
class SanctionApplied:
    proposal: EntryNo
    sanction: SanctionTerms
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionKept:
    sanction: EntryNo
    proposal: EntryNo
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionChanged:
    sanction: EntryNo
    proposal: EntryNo
    terms: SanctionTerms
    review_on: date


@dataclass(frozen=True, slots=True)
class SanctionLifted:
    sanction: EntryNo
    proposal: EntryNo


@dataclass(frozen=True, slots=True)
class ReviewReminded:
    """``step``: the reminder's code in the policy file; ``due_on``: the day it was due."""

    sanction: EntryNo
    review_on: date
    step: str
    due_on: date


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """``entry`` stays as it was written; ``correction`` stands beside it from now on."""

    entry: EntryNo
    correction: str


CaseEvent = (
    CaseOpened
    | IncidentReported
    | ContactLogged
    | ProposalMade
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn
    | WarningGiven
    | SanctionApplied
    | SanctionKept
    | SanctionChanged
    | SanctionLifted
    | ReviewReminded
    | EntryCorrected
)
