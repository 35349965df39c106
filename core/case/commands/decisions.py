"""A matter is put to a second person, who decides it."""

from dataclasses import dataclass

from core.case.events import ReferredTo
from core.case.proposals import Matter
from core.vocabulary.ids import EntryNo, StaffId


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
