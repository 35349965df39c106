"""A public body's policy, as the policy file states it.

Every value carries ``source``: the section or annex it comes from. Where the document is
silent the file states a value all the same and marks it ``assumption = true``.
"""

from core.policy.model.access import Access, LogAccess, LogLevel, Power, Powers
from core.policy.model.alerts import AlertRule
from core.policy.model.fairness import (
    AppealRule,
    ExtremeRule,
    Pattern,
    StaffConduct,
    StatutoryRight,
)
from core.policy.model.policy import Policy
from core.policy.model.screening import ScreeningRule
from core.policy.model.sign_off import Escalation, SignOff
from core.policy.model.stages import (
    DisengagementRule,
    ReminderStep,
    ReviewRule,
    SanctionRule,
    Shape,
    Telling,
    WarningRule,
)
from core.policy.model.words import Behaviour, Grade, Means

__all__ = [
    "Access",
    "AlertRule",
    "AppealRule",
    "Behaviour",
    "DisengagementRule",
    "Escalation",
    "ExtremeRule",
    "Grade",
    "LogAccess",
    "LogLevel",
    "Means",
    "Pattern",
    "Policy",
    "Power",
    "Powers",
    "ReminderStep",
    "ReviewRule",
    "SanctionRule",
    "ScreeningRule",
    "Shape",
    "SignOff",
    "StaffConduct",
    "StatutoryRight",
    "Telling",
    "WarningRule",
]
