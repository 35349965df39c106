"""Proposals and appeals, and how far they have got."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.case.events import AppealOutcome, ReferralConsidered
from core.case.proposals import Matter
from core.vocabulary.ids import EntryNo, StaffId


class ProposalStatus(StrEnum):
    OPEN = "open"
    QUESTIONED = "questioned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Question:
    asked_by: StaffId
    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """``decided_by``: who approved, rejected or withdrew it; nobody for a review that the policy
    lets take effect at once.

    ``approver``: whom it waits for now; ``asked_before``: those it waited for in vain.
    ``asked_at``: since when the days to decide count. ``in_place_of``: whom the approver stands in
    for; ``went_up``: it reached them because nobody had answered it in time. ``told_at``: when the
    customer was told of the decision.
    """

    no: EntryNo
    matter: Matter
    proposed_by: StaffId
    proposed_at: datetime
    corresponding: StaffId
    approver: StaffId
    asked_at: datetime
    asked_before: tuple[StaffId, ...] = ()
    in_place_of: StaffId | None = None
    went_up: bool = False
    status: ProposalStatus = ProposalStatus.OPEN
    questions: tuple[Question, ...] = ()
    decided_by: StaffId | None = None
    decided_at: datetime | None = None
    reason: str = ""
    referrals: tuple[ReferralConsidered, ...] = ()
    told_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.status in (ProposalStatus.OPEN, ProposalStatus.QUESTIONED)


@dataclass(frozen=True, slots=True)
class Appeal:
    """``decision``: the proposal challenged. ``told_at``: when the customer was told."""

    no: EntryNo
    decision: EntryNo
    stage: int
    grounds: str
    raised_at: datetime
    recorded_by: StaffId
    handler: StaffId
    answer_by: date
    outcome: AppealOutcome | None = None
    reasons: str = ""
    decided_by: StaffId | None = None
    decided_at: datetime | None = None
    told_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.outcome is None
