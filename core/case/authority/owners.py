"""Who looks after a case, and whoever may act in their place (Responsibilities)."""

from collections.abc import Iterable

from core.case.authority.powers import may_act_for_owner
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.ids import StaffId
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import listed


def require_owner_or(
    scene: Scene, case: Case, others: Iterable[StaffId], act: str, section: str
) -> None:
    """``act``: what only they can do, as in ``record that this warning was given``."""
    allowed = dict.fromkeys((case.owner, *others))
    if scene.actor in allowed or may_act_for_owner(scene, case, scene.actor):
        return
    names = listed((scene.people.name_of(staff) for staff in allowed), "or")
    raise refuse("not-yours", f"Only {names} can {act}.", f"Ask {names}.", section=section)
