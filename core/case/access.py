"""Who may read a case's timeline (stage 3; the policy file's ``access``)."""

from core.case.checks import require_actor
from core.case.scene import Scene
from core.case.sections import STAGE_3
from core.case.state import Case
from core.vocabulary.refusal import refuse


def check_may_read(scene: Scene, case: Case) -> None:
    """Those involved, their managers up the line, and the roles the policy names.

    Raises ``Refused``. ``scene.people`` must hold everyone involved.
    """
    reader = require_actor(scene)
    if reader.roles & scene.policy.access.timeline_roles:
        return
    if reader.id in case.involved:
        return
    if any(reader in scene.people.above(staff) for staff in case.involved):
        return
    raise refuse(
        "may-not-read",
        "You can't read this timeline: it is for colleagues involved in the case, their "
        "managers, and those with overall responsibility.",
        f"Ask {scene.people.name_of(case.owner)}, who looks after the case.",
        section=STAGE_3,
    )
