"""Whose alerts are mine to say what became of, since nobody nearer is there (Responsibilities)."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.conversation.visit import Visit
from core.case.authority.seats import present
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember

MOST_LEVELS: Final = 10
"""Of the line of management, looked at below me: each is two reads, however many are in it."""


async def in_my_hands(visit: Visit) -> tuple[StaffId, ...]:
    """Those for whom I stand in today; my own team and theirs; and further down, wherever nobody
    takes the place between. Whoever is reminded of what these look after is one of us."""
    me = visit.me.id
    stood_in = await _in_whose_place(visit)
    found = dict.fromkeys((me, *stood_in))
    level: Sequence[StaffId] = tuple(found)
    for _ in range(MOST_LEVELS):
        if not level:
            break
        team = await visit.office.desk.directory.reports_of(*level)
        new = [member for member in team if member.id not in found]
        found |= dict.fromkeys(member.id for member in new)
        level = await _left_empty(visit, new)
    return tuple(found)


async def _in_whose_place(visit: Visit) -> list[StaffId]:
    office, me = visit.office, visit.me.id
    scene = office.scene(me, await office.people(me))
    named_me = await office.desk.directory.naming(me)
    seats = ((member.id, present(scene, member)) for member in named_me)
    return [holder for holder, there in seats if there and there.id == me]


async def _left_empty(visit: Visit, team: Iterable[StaffMember]) -> list[StaffId]:
    """Of the team those who are not there and have nobody in their place."""
    office, today = visit.office, visit.office.today()
    away = [member for member in team if not member.active or member.absence_on(today)]
    if not away:
        return []
    people = await office.people(*(member.id for member in away))
    scene = office.scene(visit.me.id, people)
    return [member.id for member in away if present(scene, member) is None]
