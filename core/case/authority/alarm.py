"""Who is alerted of an immediate threat, at once (Extreme behaviour)."""

from collections.abc import Iterator

from core.case.authority.seats import present
from core.case.extreme import alerted
from core.case.scene import Scene
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember


def to_alert(scene: Scene, owner: StaffId) -> tuple[StaffId, ...]:
    """Those whom the policy alerts, and the managers of ``owner``; not whoever reports it.

    Deputies in the place of those away; the absent themselves when nobody else is alerted.
    """
    directors = alerted(scene)
    here = [member for holder in directors if (member := present(scene, holder))]
    managers = (m for manager in _managers(scene, owner) if (m := present(scene, manager)))
    everybody = dict.fromkeys(member.id for member in (*(here or directors), *managers))
    return tuple(staff for staff in everybody if staff != scene.actor)


def _managers(scene: Scene, owner: StaffId) -> Iterator[StaffMember]:
    """The owner's line, up to the grade at which extreme behaviour is decided."""
    policy = scene.policy
    least = policy.rank(policy.extreme.sign_off.minimum_grade)
    for manager in scene.people.above(owner):
        yield manager
        if manager.active and policy.rank(manager.grade) >= least:
            return
