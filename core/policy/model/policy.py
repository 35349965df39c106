"""A whole policy."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.policy.model.access import Access, LogAccess, Powers
from core.policy.model.alerts import AlertRule
from core.policy.model.fairness import (
    AppealRule,
    ExtremeRule,
    Pattern,
    StaffConduct,
    StatutoryRight,
)
from core.policy.model.screening import ScreeningRule
from core.policy.model.sign_off import Escalation
from core.policy.model.stages import (
    DisengagementRule,
    ReviewRule,
    SanctionRule,
    Telling,
    WarningRule,
)
from core.policy.model.words import Behaviour, Grade, Means


@dataclass(frozen=True, slots=True)
class Policy:
    body: str
    title: str
    contact: str
    timezone: str
    bank_holidays: str
    grades: tuple[Grade, ...]
    means: tuple[Means, ...]
    behaviours: tuple[Behaviour, ...]
    sanctions: tuple[SanctionRule, ...]
    warning: WarningRule
    review: ReviewRule
    disengagement: DisengagementRule
    telling: Telling
    escalation: Escalation
    extreme: ExtremeRule
    appeals: AppealRule
    patterns: tuple[Pattern, ...]
    statutory_rights: tuple[StatutoryRight, ...]
    staff_conduct: StaffConduct
    access: Access
    log: LogAccess
    powers: Powers
    screening: ScreeningRule
    alerts: AlertRule

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def day_of(self, moment: datetime) -> date:
        """The day it is at ``moment`` where the public body works."""
        return moment.astimezone(self.zone).date()

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
