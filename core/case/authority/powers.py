"""What somebody's responsibilities let them do (Responsibilities; policy file, ``powers``)."""

from core.case.scene import Scene
from core.case.state import Case
from core.policy.model import Power
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember


def has_power(scene: Scene, staff: StaffId, power: Power) -> bool:
    member = scene.people.get(staff)
    return member is not None and member.active and _holds(scene, member, power)


def holders(scene: Scene, power: Power) -> tuple[StaffMember, ...]:
    """Active colleagues with this power, junior first, then by name."""
    found = (m for m in scene.people if m.active and _holds(scene, m, power))
    return tuple(sorted(found, key=lambda m: (scene.policy.rank(m.grade), m.name, m.id)))


def may_act_for_owner(scene: Scene, case: Case, staff: StaffId) -> bool:
    """The owner, their deputy while they are away, and whoever may manage every case."""
    member = scene.people.get(staff)
    if member is None or not member.active:
        return False
    if staff == case.owner or _holds(scene, member, Power.MANAGE):
        return True
    owner = scene.people.get(case.owner)
    absence = owner.absence_on(scene.today) if owner else None
    return absence is not None and absence.deputy == staff


def _holds(scene: Scene, member: StaffMember, power: Power) -> bool:
    return power in scene.policy.powers.held(member.roles)
