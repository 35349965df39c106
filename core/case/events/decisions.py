"""Proposals, what is asked about them, and how they are decided (two grades)."""

from dataclasses import dataclass

from core.case.proposals import Matter
from core.vocabulary.ids import EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class ProposalMade:
    """``approver``: to whom it was routed; anyone eligible up the line may decide.

    ``in_place_of``: who is away, where that is a deputy.
    """

    matter: Matter
    corresponding: StaffId
    approver: StaffId
    in_place_of: StaffId | None = None


@dataclass(frozen=True, slots=True)
class ProposalEscalated:
    """Unanswered for too long, it goes up the line (Responsibilities)."""

    proposal: EntryNo
    approver: StaffId
    in_place_of: StaffId | None = None


@dataclass(frozen=True, slots=True)
class ProposalPassedOn:
    """An absence began or ended: whoever takes that place now is asked (Responsibilities).

    ``in_place_of``: who is away; nobody, where ``approver`` is back. Where ``approver`` has it
    already, it says in whose place, which was not written down.
    """

    proposal: EntryNo
    approver: StaffId
    in_place_of: StaffId | None = None


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
