"""Who may read a case's timeline (stage 3; the policy file's ``access`` and ``powers``)."""

from core.case.authority.appeal_handling import handler_now
from core.case.authority.asking import seats_asked
from core.case.authority.powers import may_act_for_owner
from core.case.authority.sign_off import eligible
from core.case.checks import require_actor
from core.case.scene import Scene
from core.case.sections import STAGE_3
from core.case.state import Case
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import refuse


def check_may_read(scene: Scene, case: Case) -> None:
    """Those involved, their managers up the line, and the roles the policy names; also whoever
    is to decide something or may act for the owner.

    Raises ``Refused``. ``scene.people`` must hold everyone involved.
    """
    reader = require_actor(scene)
    allowed = (
        reader.roles & scene.policy.access.timeline_roles
        or reader.id in case.involved
        or any(reader in scene.people.above(staff) for staff in case.involved)
        or may_act_for_owner(scene, case, reader.id)
        or _is_alerted(scene, case, reader)
        or _is_to_decide(scene, case, reader)
    )
    if not allowed:
        raise refuse(
            "may-not-read",
            "You can't read this timeline: it is for colleagues involved in the case, their "
            "managers, and those with overall responsibility.",
            f"Ask {scene.people.name_of(case.owner)}, who looks after the case.",
            section=STAGE_3,
        )


def _is_alerted(scene: Scene, case: Case, reader: StaffMember) -> bool:
    return case.is_extreme and bool(reader.roles & scene.policy.extreme.alerted)


def _is_to_decide(scene: Scene, case: Case, reader: StaffMember) -> bool:
    """Also a deputy, while the one they stand in for is away; they may choose again."""
    return (
        any(reader in eligible(scene, case, proposal) for proposal in case.open_proposals)
        or any(reader == handler_now(scene, case, appeal) for appeal in case.open_appeals)
        or any(
            reader == seat.member
            for contact in case.contacts
            if contact.waits_for or contact.assessed_by == reader.id
            for seat in seats_asked(scene, contact)
        )
    )
