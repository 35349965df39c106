"""From when to when somebody is away, and who decides in their place."""

from dataclasses import replace
from datetime import date

import pytest

from core.services.registering.register import Register
from core.vocabulary.ids import OPERATOR, StaffId
from core.vocabulary.people import Absence, StaffMember
from core.vocabulary.refusal import Refusal, Refused
from tests.core.story import POLICY
from tests.core.waiting import away
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ARI, ASHA, DEVI, FRAN, IRA, MORGAN, NOOR, SENA

TODAY = date(2025, 3, 3)
FRIDAY = date(2025, 3, 7)


async def named(
    memory: MemoryDesk,
    by: StaffMember | StaffId = MORGAN,
    *,
    staff: StaffMember = MORGAN,
    deputy: StaffMember | None = NOOR,
    first: date = TODAY,
    last: date = FRIDAY,
    delivery: str = "one",
) -> StaffMember:
    """Morgan says that Noor stands in from Monday to Friday, unless told otherwise."""
    actor = by.id if isinstance(by, StaffMember) else by
    stand_in = deputy.id if deputy else None
    register = Register(POLICY, memory.desk)
    return await register.name_deputy(actor, staff.id, stand_in, first, last, delivery)


async def refused(memory: MemoryDesk, **changed: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        await named(memory, **changed)  # type: ignore[arg-type]
    return caught.value.refusal


async def recorded(memory: MemoryDesk, member: StaffMember = MORGAN) -> tuple[Absence, ...]:
    found = (await memory.desk.directory.people([member.id])).get(member.id)
    assert found is not None
    return found.absences


async def test_a_deputy_is_named_with_dates() -> None:
    memory = memory_desk()
    member = await named(memory)
    expected = Absence(TODAY, FRIDAY, NOOR.id)
    assert member == replace(MORGAN, absences=(expected,))
    assert await recorded(memory) == (expected,)
    assert memory.store.stream("staff:morgan")[-1].by == MORGAN.id


async def test_somebody_may_be_away_without_a_deputy() -> None:
    memory = memory_desk()
    await named(memory, deputy=None)
    assert await recorded(memory) == (Absence(TODAY, FRIDAY, None),)


@pytest.mark.parametrize("by", [MORGAN, DEVI, ARI, OPERATOR])
async def test_who_may_say_so(by: StaffMember | StaffId) -> None:
    assert (await named(memory_desk(), by)).absences


@pytest.mark.parametrize(
    ("by", "rule"),
    [
        (ASHA, "not-yours"),
        (NOOR, "not-yours"),
        (FRAN, "not-yours"),
        (IRA, "inactive-actor"),
        (StaffId("stranger"), "unknown-actor"),
    ],
)
async def test_who_may_not(by: StaffMember | StaffId, rule: str) -> None:
    assert (await refused(memory_desk(), by=by)).rule == rule


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"deputy": MORGAN}, "own-deputy", "deputy"),
        ({"deputy": IRA}, "inactive-colleague", "deputy"),
        ({"deputy": replace(NOOR, id=StaffId("x"))}, "unknown-colleague", "deputy"),
        ({"first": FRIDAY, "last": TODAY}, "ends-before-start", "last"),
        ({"first": date(2025, 2, 1), "last": date(2025, 3, 2)}, "absence-past", "last"),
        ({"by": ARI, "staff": IRA}, "inactive-colleague", "staff"),
    ],
)
async def test_what_is_refused(changed: dict[str, object], rule: str, field: str) -> None:
    refusal = await refused(memory_desk(), **changed)
    assert (refusal.rule, refusal.field) == (rule, field)


async def test_an_absence_that_began_before_today_may_still_be_said() -> None:
    assert (await named(memory_desk(), first=date(2025, 2, 1), last=TODAY)).absences


async def test_two_absences_of_one_person_do_not_overlap() -> None:
    memory = memory_desk()
    await named(memory)
    refusal = await refused(memory, first=FRIDAY, last=date(2025, 4, 1), delivery="two")
    assert (refusal.rule, refusal.section) == ("absence-overlaps", "Responsibilities")
    saturday = date(2025, 3, 8)
    later = await named(memory, deputy=SENA, first=saturday, last=saturday, delivery="three")
    assert [absence.deputy for absence in later.absences] == [NOOR.id, SENA.id]


async def test_a_deputy_is_here_all_that_time_so_that_nobody_stands_in_for_a_deputy() -> None:
    memory = memory_desk()
    memory.employ(away(NOOR, MORGAN, first=FRIDAY, last=FRIDAY))
    refusal = await refused(memory)
    assert (refusal.rule, refusal.field) == ("deputy-away", "deputy")
    assert "Friday 7 March 2025" in refusal.message
    assert (await named(memory, last=date(2025, 3, 6))).absences


async def test_the_same_delivery_again_adds_nothing() -> None:
    memory = memory_desk()
    first = await named(memory)
    entries = len(memory.store.entries)
    assert await named(memory) == first
    assert len(memory.store.entries) == entries


async def test_when_others_change_the_entry_at_the_same_moment_it_is_decided_again() -> None:
    memory = memory_desk()
    memory.store.conflicts_to_come = 2
    assert (await named(memory)).absences
    memory.store.conflicts_to_come = 100
    assert (await refused(memory, first=date(2025, 5, 1), last=date(2025, 5, 2))).rule == "busy"


async def test_absences_that_are_over_are_left_out() -> None:
    memory = memory_desk()
    await named(memory)
    memory.clock.forward(days=10)
    later = await named(memory, first=date(2025, 4, 1), last=date(2025, 4, 2), delivery="two")
    assert later.absences == (Absence(date(2025, 4, 1), date(2025, 4, 2), NOOR.id),)


async def test_who_is_here_after_all_takes_the_absence_back() -> None:
    memory = memory_desk()
    await named(memory)
    register = Register(POLICY, memory.desk)
    back = await register.take_back_absence(MORGAN.id, MORGAN.id, TODAY, "two")
    assert back.absences == ()
    assert await recorded(memory) == ()
    assert await register.take_back_absence(MORGAN.id, MORGAN.id, TODAY, "two") == back
    with pytest.raises(Refused) as caught:
        await register.take_back_absence(MORGAN.id, MORGAN.id, TODAY, "three")
    assert caught.value.refusal.rule == "unknown-absence"


async def test_a_staff_list_that_names_no_absences_leaves_them_as_they_are() -> None:
    memory = memory_desk()
    await named(memory)
    await Register(POLICY, memory.desk).record(OPERATOR, [replace(MORGAN, team="Fens")], "list")
    assert await recorded(memory) == (Absence(TODAY, FRIDAY, NOOR.id),)
