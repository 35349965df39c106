"""Behaviour so extreme that stages may be skipped (Extreme behaviour)."""

from core.case.proposals import DisengagementMatter, Grounds, Matter, SanctionsMatter
from core.case.sections import EXTREME
from core.case.state import Case
from core.vocabulary.refusal import refuse


def on_extreme_grounds(matter: Matter) -> bool:
    match matter:
        case SanctionsMatter(grounds=grounds) | DisengagementMatter(grounds=grounds):
            return grounds is Grounds.EXTREME
    return False


def require_extreme(case: Case) -> None:
    """Raises ``Refused`` unless an incident of the case was reported as extreme."""
    if not any(incident.extreme for incident in case.incidents):
        raise refuse(
            "not-extreme",
            "No incident in this case was reported as an immediate threat to safety and welfare.",
            "Report it as extreme behaviour first, or follow the stages: warn, then sanction.",
            section=EXTREME,
            field="grounds",
        )
