"""What a person (or the bot) can ask to be done in a case."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.events import (
    AppealOutcome,
    ComplaintTo,
    DutyKind,
    MonitoringOutcome,
    ReferredTo,
    Relation,
    Response,
    Variation,
)
from core.case.proposals import Matter
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class ReportIncident:
    """``customer``: one we know, or the particulars of a new one.

    ``extreme``: an immediate threat to safety and welfare; a director is alerted at once.
    """

    customer: CustomerId | Customer
    corresponding: StaffId
    means: str
    occurred_at: datetime
    behaviours: frozenset[str]
    topic: str
    narrative: str
    extreme: bool = False


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
    """Stage 6: same or similar topic, wholly different, or unsure; and what is done about it."""

    contact: EntryNo
    relation: Relation
    response: Response


@dataclass(frozen=True, slots=True)
class Propose:
    """Put a matter to a second person. ``corresponding``: the case's owner unless named."""

    matter: Matter
    corresponding: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """Extreme behaviour: reporting to Legal or the Police, as a Director considered it."""

    to: ReferredTo
    reported: bool
    reason: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Approve:
    """``referrals``: both, for a matter on grounds of extreme behaviour."""

    proposal: EntryNo
    referrals: tuple[Referral, ...] = ()


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
class ConcludeMonitoring:
    """Stage 1: what the monitoring period showed. ``warning``: the proposal's number."""

    warning: EntryNo
    outcome: MonitoringOutcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordCustomerTold:
    """``decision``: the proposal or the appeal that the customer was told of in writing."""

    decision: EntryNo
    told_at: datetime
    means: str


@dataclass(frozen=True, slots=True)
class RecordClientTold:
    """Agents / contractors. ``effect``: on the client's project, application or agreement."""

    client: str
    told_at: datetime
    means: str
    effect: str


@dataclass(frozen=True, slots=True)
class RecordComplaint:
    to: ComplaintTo
    addressee: str
    made_at: datetime
    details: str


@dataclass(frozen=True, slots=True)
class RequestLegalAdvice:
    question: str


@dataclass(frozen=True, slots=True)
class RecordLegalAdvice:
    request: EntryNo
    advice: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class RecordReferral:
    """A later word about reporting it, e.g. the reference that the Police gave."""

    proposal: EntryNo
    referral: Referral


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


@dataclass(frozen=True, slots=True)
class Remind:
    """Only the bot itself asks this. An unanswered proposal also goes up the line."""

    duty: DutyKind
    about: EntryNo
    step: str
    step_on: date


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
    | ConcludeMonitoring
    | AssessContact
    | RecordCustomerTold
    | RecordClientTold
    | RecordComplaint
    | RequestLegalAdvice
    | RecordLegalAdvice
    | RecordReferral
    | RaiseAppeal
    | DecideAppeal
    | Remind
    | CorrectEntry
)
"""Commands on a case that stands. ``ReportIncident`` may open one, so it goes by itself."""

Command = ReportIncident | CaseCommand
