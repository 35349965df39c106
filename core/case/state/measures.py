"""What is, or was, in force: sanctions and disengagements."""

from dataclasses import dataclass
from datetime import date, datetime

from core.case.terms import SanctionTerms
from core.vocabulary.ids import CustomerId, EntryNo, StaffId


@dataclass(frozen=True, slots=True)
class FormerTerms:
    """What the terms of a sanction were until ``until``."""

    terms: SanctionTerms
    until: datetime


@dataclass(frozen=True, slots=True)
class Extension:
    """``since`` and ``no``: of the entry from which on the measure binds this person too."""

    person: CustomerId
    since: datetime
    no: EntryNo


@dataclass(frozen=True, slots=True)
class Sanction:
    """``review_set_at``: when ``review_on`` was decided. ``extensions``: to others it binds.

    ``former``: its earlier terms, the oldest first.
    """

    no: EntryNo
    proposal: EntryNo
    terms: SanctionTerms
    applied_at: datetime
    proposed_by: StaffId
    approved_by: StaffId
    review_on: date
    review_set_at: datetime
    extensions: tuple[Extension, ...] = ()
    lifted_at: datetime | None = None
    former: tuple[FormerTerms, ...] = ()

    @property
    def in_force(self) -> bool:
        return self.lifted_at is None

    @property
    def extended_to(self) -> frozenset[CustomerId]:
        return frozenset(extension.person for extension in self.extensions)


@dataclass(frozen=True, slots=True)
class Disengagement:
    """``topics``: those it is about; none: it is complete."""

    no: EntryNo
    proposal: EntryNo
    topics: tuple[str, ...]
    issued_at: datetime
    proposed_by: StaffId
    approved_by: StaffId
    review_on: date
    review_set_at: datetime
    extensions: tuple[Extension, ...] = ()
    ended_at: datetime | None = None

    @property
    def in_force(self) -> bool:
        return self.ended_at is None

    @property
    def extended_to(self) -> frozenset[CustomerId]:
        return frozenset(extension.person for extension in self.extensions)

    @property
    def is_complete(self) -> bool:
        return not self.topics
