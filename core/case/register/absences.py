"""While somebody is away, a deputy decides in their place (Responsibilities)."""

from dataclasses import replace
from datetime import date

from core.case.authority.powers import has_power
from core.case.checks import require_actor, require_colleague
from core.case.scene import Scene
from core.case.sections import RESPONSIBILITIES
from core.policy.model import Power
from core.vocabulary.ids import OPERATOR, SYSTEM, StaffId
from core.vocabulary.people import Absence, StaffMember
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import say_day


def with_absence(scene: Scene, staff: StaffId, absence: Absence) -> StaffMember:
    """The entry with the absence added; absences that are over are left out. Raises ``Refused``."""
    member = require_colleague(scene, staff, "staff")
    _require_say(scene, member)
    if absence.last < absence.first:
        raise _wrong("ends-before-start", "The last day must not be before the first.", "last")
    if absence.last < scene.today:
        raise _wrong("absence-past", f"{say_day(absence.last)} is in the past.", "last")
    for other in member.absences:
        if _overlap(other, absence):
            raise refuse(
                "absence-overlaps",
                f"{member.name} is recorded as away from {say_day(other.first)} to "
                f"{say_day(other.last)} already.",
                "Choose other days, or take that absence back first.",
                section=RESPONSIBILITIES,
                field="first",
            )
    if absence.deputy is not None:
        _require_deputy(scene, member, absence, absence.deputy)
    ahead = [other for other in member.absences if other.last >= scene.today]
    absences = sorted((*ahead, absence), key=lambda each: each.first)
    return replace(member, absences=tuple(absences))


def without_absence(scene: Scene, staff: StaffId, first: date) -> StaffMember:
    """The entry without the absence that begins on ``first``. Raises ``Refused``."""
    member = require_colleague(scene, staff, "staff")
    _require_say(scene, member)
    left = tuple(absence for absence in member.absences if absence.first != first)
    if left == member.absences:
        raise _wrong("unknown-absence", f"No absence begins on {say_day(first)}.", "first")
    return replace(member, absences=left)


def _require_say(scene: Scene, member: StaffMember) -> None:
    """The person themselves, someone above them, or whoever keeps the directory."""
    if scene.actor in (OPERATOR, SYSTEM):
        return
    actor = require_actor(scene)
    is_above = actor in scene.people.above(member.id)
    if actor != member and not is_above and not has_power(scene, actor.id, Power.ADMINISTER):
        raise refuse(
            "not-yours",
            f"Only {member.name}, their managers and administrators can say when they are away.",
            f"Ask {member.name}.",
            section=RESPONSIBILITIES,
        )


def _require_deputy(scene: Scene, member: StaffMember, absence: Absence, deputy: StaffId) -> None:
    stand_in = require_colleague(scene, deputy, "deputy")
    if stand_in == member:
        raise _wrong("own-deputy", "Nobody is their own deputy. Choose a colleague.", "deputy")
    for other in stand_in.absences:
        # Deputies of deputies are not asked, so there is no chain of them and no loop.
        if _overlap(other, absence):
            raise refuse(
                "deputy-away",
                f"{stand_in.name} is away from {say_day(other.first)} to {say_day(other.last)}.",
                "Choose a colleague who is here all that time.",
                section=RESPONSIBILITIES,
                field="deputy",
            )


def _overlap(one: Absence, other: Absence) -> bool:
    return one.first <= other.last and other.first <= one.last


def _wrong(rule: str, message: str, field: str) -> Refused:
    return refuse(rule, message, section=RESPONSIBILITIES, field=field)
