"""Behaviour so extreme that stages may be skipped (Extreme behaviour)."""

from core.case.proposals import DisengagementMatter, Grounds, Matter, SanctionsMatter
from core.case.scene import Scene
from core.case.sections import EXTREME
from core.case.state import Case
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import refuse


def on_extreme_grounds(matter: Matter) -> bool:
    match matter:
        case SanctionsMatter(grounds=grounds) | DisengagementMatter(grounds=grounds):
            return grounds is Grounds.EXTREME
    return False


def require_extreme(case: Case) -> None:
    """Raises ``Refused`` unless an incident of the case was reported as extreme."""
    if not case.is_extreme:
        raise refuse(
            "not-extreme",
            "No incident in this case was reported as an immediate threat to safety and welfare.",
            "Report it as extreme behaviour first, or follow the stages: warn, then sanction.",
            section=EXTREME,
            field="grounds",
        )


def alerted(scene: Scene) -> tuple[StaffMember, ...]:
    """The active colleagues whose role the policy alerts of extreme behaviour, by name."""
    roles = scene.policy.extreme.alerted
    found = (member for member in scene.people if member.active and member.roles & roles)
    return tuple(sorted(found, key=lambda member: (member.name, member.id)))


def took_part(case: Case, staff: StaffId) -> bool:
    """Whether they reported what happened or correspond with the customer."""
    return staff == case.owner or any(
        staff in (incident.reported_by, incident.corresponding) for incident in case.incidents
    )
