"""Who decides in whose place: a deputy, while somebody is away (Responsibilities)."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.case.scene import Scene
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember


@dataclass(frozen=True, slots=True)
class Seat:
    """``holder``'s place, taken by ``member``: themselves, or their deputy while they are away."""

    holder: StaffMember
    member: StaffMember

    @property
    def in_place_of(self) -> StaffId | None:
        """Whom the deputy stands in for; nobody, where the holder is here."""
        return self.holder.id if self.holder.id != self.member.id else None


def seats_of(scene: Scene, holders: Iterable[StaffMember]) -> tuple[Seat, ...]:
    """In the order of ``holders``; without places that nobody takes, and each person once."""
    seats: dict[str, Seat] = {}
    for holder in holders:
        member = present(scene, holder)
        if member is not None:
            seats.setdefault(member.id, Seat(holder, member))
    return tuple(seats.values())


def present(scene: Scene, holder: StaffMember) -> StaffMember | None:
    """The holder or, while they are away, their deputy; a deputy who is away stands in nowhere."""
    if not holder.active:
        return None
    absence = holder.absence_on(scene.today)
    if absence is None:
        return holder
    deputy = scene.people.get(absence.deputy)
    is_here = deputy is not None and deputy.active and deputy.absence_on(scene.today) is None
    return deputy if is_here else None
