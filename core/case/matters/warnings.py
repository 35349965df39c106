"""Stage 1: explain, ask to modify, warn of sanctions, monitor."""

from typing import Final

from core.case.checks import require_text
from core.case.proposals import WarningMatter
from core.case.sections import STAGE_1
from core.case.state import Case
from core.vocabulary.refusal import refuse

LONGEST_MONITORING: Final = 365


def check(case: Case, matter: WarningMatter) -> None:
    if not case.incidents:
        raise refuse(
            "incident-first",
            "There is no incident in this case to warn about.",
            "Report what happened first.",
            section=STAGE_1,
        )
    require_text(matter.explanation, "explanation", "why the behaviour is unacceptable")
    require_text(matter.request, "request", "what we ask the customer to change")
    if not 1 <= matter.monitoring_days <= LONGEST_MONITORING:
        raise refuse(
            "monitoring-days",
            f"The time we watch must be from 1 to {LONGEST_MONITORING} days.",
            section=STAGE_1,
            field="monitoring_days",
        )
