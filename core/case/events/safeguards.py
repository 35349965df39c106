"""What the policy asks for beside the decision itself: telling people, asking for advice."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.vocabulary.ids import EntryNo


@dataclass(frozen=True, slots=True)
class CustomerTold:
    """In writing, of a decision, its reasons, its length, its review and how to challenge it.

    ``decision``: the proposal or the appeal.
    """

    decision: EntryNo
    told_at: datetime
    means: str


@dataclass(frozen=True, slots=True)
class ClientTold:
    """Agents / contractors: the client was told of the behaviour and its possible effect."""

    client: str
    told_at: datetime
    means: str
    effect: str


class ComplaintTo(StrEnum):
    EMPLOYER = "employer"
    PROFESSIONAL_BODY = "professional-body"


@dataclass(frozen=True, slots=True)
class ComplaintMade:
    """Agents / contractors: a formal complaint, as part of the sanctions process."""

    to: ComplaintTo
    addressee: str
    made_at: datetime
    details: str


@dataclass(frozen=True, slots=True)
class LegalAdviceRequested:
    """Site owners; Extreme behaviour."""

    question: str


@dataclass(frozen=True, slots=True)
class LegalAdviceReceived:
    """``request``: the number of what was asked. ``reference``: Legal's own."""

    request: EntryNo
    advice: str
    reference: str


class ReferredTo(StrEnum):
    LEGAL = "legal"
    POLICE = "police"


@dataclass(frozen=True, slots=True)
class ReferralConsidered:
    """Extreme behaviour: a Director considered reporting it. ``reference``: theirs, if reported."""

    proposal: EntryNo
    to: ReferredTo
    reported: bool
    reason: str
    reference: str
