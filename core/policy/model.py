"""A public body's policy, as the policy file states it.

Every value carries ``source``: the section or annex it comes from. Where the document is
silent the file states a value all the same and marks it ``assumption = true``.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.vocabulary.people import Role


@dataclass(frozen=True, slots=True)
class Grade:
    """``code`` is unique; grades stand in the file from junior to senior."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Means:
    """A means of contact: telephone, email, letter ... ``is_call``: call times bind it."""

    code: str
    label: str
    is_call: bool = False


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A behaviour of Annex A. ``meaning`` is one plain line of at most 75 characters."""

    code: str
    label: str
    meaning: str
    source: str


class Shape(StrEnum):
    """What a sanction needs to be told; each has its terms in ``core.case.terms``."""

    MEANS = "means"
    NAMED_CONTACT = "named-contact"
    CALL_TIMES = "call-times"
    AGREEMENT = "agreement"
    THIRD_PARTY = "third-party"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who must agree: someone else, of a different grade, at least ``minimum_grade``.

    ``line_manager``: it is routed to the line manager of the staff member corresponding
    with the customer and, when they cannot decide, up the line. Otherwise it goes up the
    proposer's own line.
    """

    minimum_grade: str
    line_manager: bool
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class SanctionRule:
    """An intermediate sanction of Annex B."""

    code: str
    label: str
    meaning: str
    shape: Shape
    sign_off: SignOff
    source: str


@dataclass(frozen=True, slots=True)
class WarningRule:
    """Stage 1: explain, ask to modify, warn of sanctions, monitor."""

    sign_off: SignOff
    monitoring_days: int
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class ReminderStep:
    """A review reminder, ``days`` after the review date (negative: ahead of it).

    ``every_days``: repeat at this interval from then on (0: once).
    """

    code: str
    days: int
    every_days: int = 0


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """Stage 4: nothing in force without a review date."""

    default_days: int
    maximum_days: int
    sign_off: SignOff
    needs_sign_off: frozenset[str]
    reminders: tuple[ReminderStep, ...]
    source: str
    assumption: bool = False

    def default_date(self, today: date) -> date:
        return today + timedelta(days=self.default_days)

    def latest_date(self, today: date) -> date:
        return today + timedelta(days=self.maximum_days)


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read a case's timeline besides the colleagues involved and their managers."""

    timeline_roles: frozenset[Role]
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    body: str
    title: str
    contact: str
    timezone: str
    grades: tuple[Grade, ...]
    means: tuple[Means, ...]
    behaviours: tuple[Behaviour, ...]
    sanctions: tuple[SanctionRule, ...]
    warning: WarningRule
    review: ReviewRule
    access: Access

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def rank(self, grade: str) -> int:
        """Seniority of a grade, 0 the most junior; -1 for a grade the policy does not know."""
        return next((i for i, g in enumerate(self.grades) if g.code == grade), -1)

    def grade_label(self, code: str) -> str:
        return next((g.label for g in self.grades if g.code == code), code)

    def means_of(self, code: str) -> Means | None:
        return next((m for m in self.means if m.code == code), None)

    def means_label(self, code: str) -> str:
        means = self.means_of(code)
        return means.label if means else code

    def behaviour(self, code: str) -> Behaviour | None:
        return next((b for b in self.behaviours if b.code == code), None)

    def sanction(self, code: str) -> SanctionRule | None:
        return next((s for s in self.sanctions if s.code == code), None)
