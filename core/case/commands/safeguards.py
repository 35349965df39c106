"""Who is told, asked and reported to besides: the customer, their client, Legal, the Police."""

from dataclasses import dataclass
from datetime import datetime

from core.case.commands.decisions import Referral
from core.case.events import ComplaintTo
from core.vocabulary.ids import EntryNo


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
