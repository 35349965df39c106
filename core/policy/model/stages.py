"""The rules of the stages: warning, sanctions, review, disengagement."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.policy.model.sign_off import SignOff


class Shape(StrEnum):
    """What a sanction needs to be told; each has its terms in ``core.case.terms``."""

    MEANS = "means"
    NAMED_CONTACT = "named-contact"
    CALL_TIMES = "call-times"
    AGREEMENT = "agreement"
    THIRD_PARTY = "third-party"
    DATES = "dates"


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
class ReminderStep:
    """A reminder, ``days`` after a duty is due (negative: ahead of it).

    ``every_days``: repeat at this interval from then on (0: once).
    """

    code: str
    days: int
    every_days: int = 0


@dataclass(frozen=True, slots=True)
class WarningRule:
    """Stage 1: explain, ask to modify, warn of sanctions, monitor."""

    sign_off: SignOff
    monitoring_days: int
    reminders: tuple[ReminderStep, ...]
    source: str
    assumption: bool = False


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
class DisengagementRule:
    """Stages 5 to 7. ``clear_years``: without incident or recurrence before we re-engage.

    ``refuse_other_topics``: under a complete disengagement not even a manager may decide that
    contact on a wholly different topic is answered.
    """

    sign_off: SignOff
    review: ReviewRule
    clear_years: int
    source: str
    assumption: bool = False
    refuse_other_topics: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Stages 2, 5 and 7: the customer is told of a decision, within ``days``."""

    days: int
    reminders: tuple[ReminderStep, ...]
    source: str
    assumption: bool = False
