"""Words told apart are taken back from the record itself, however long ago they were said."""

import pytest

from core.case.register import ApartTakenBack, ToldApart
from core.services.ports.desk import Change, Commit
from core.services.registering.customer_register import CustomerRegister
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.refusal import Refused
from tests.core.story import CASEY, POLICY
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ASHA, IRA, SENA

WORDS, ALSO = "name casey k | postcode m11ae", "name c k | postcode m11ae"
TOLD = ToldApart(CASEY.id, WORDS, (ALSO,))


def say(memory: MemoryDesk, event: ToldApart) -> None:
    """As an alert, or a look-up, would have it."""
    stream = f"customer:{CASEY.id}"
    version = len(memory.store.stream(stream))
    change = Change(stream, CASEY.id, version, SENA.id, memory.clock.now(), (event,))
    memory.store.keep(Commit(f"said-{version}", (change,)))


async def told_apart() -> tuple[MemoryDesk, CustomerRegister, int]:
    memory = memory_desk(customers=(CASEY,))
    register = CustomerRegister(POLICY, memory.desk)
    say(memory, TOLD)
    (said,) = await register.said_of(CASEY.id)
    assert (said.event, said.by, said.counts) == (TOLD, SENA.id, True)
    return memory, register, said.no


async def test_by_any_colleague_and_once() -> None:
    memory, register, no = await told_apart()
    for delivery in ("one", "one", "two"):
        await register.take_back(ASHA.id, CASEY.id, no, delivery)
    said = await register.said_of(CASEY.id)
    assert [(each.event, each.by, each.counts) for each in said] == [
        (TOLD, SENA.id, False),
        (ApartTakenBack(CASEY.id, WORDS, (ALSO,)), ASHA.id, False),
    ]
    assert await memory.desk.customers.told_apart([WORDS, ALSO]) == {}


async def test_what_was_said_again_since_is_not_taken_back_by_an_old_button() -> None:
    memory, register, no = await told_apart()
    await register.take_back(ASHA.id, CASEY.id, no, "one")
    say(memory, TOLD)
    await register.take_back(ASHA.id, CASEY.id, no, "one")
    await register.take_back(ASHA.id, CASEY.id, no, "late")
    assert await memory.desk.customers.told_apart([WORDS]) == {WORDS: {CASEY.id}}


async def test_when_others_are_faster_it_is_decided_again() -> None:
    memory, register, no = await told_apart()
    memory.store.conflicts_to_come = 3
    await register.take_back(ASHA.id, CASEY.id, no, "one")
    assert await memory.desk.customers.told_apart([WORDS, ALSO]) == {}


@pytest.mark.parametrize(
    ("by", "customer", "entry"),
    [
        (IRA.id, CASEY.id, 2),
        (StaffId("stranger"), CASEY.id, 2),
        (SENA.id, CustomerId("nobody"), 2),
        (SENA.id, CASEY.id, 1),
        (SENA.id, CASEY.id, 9),
    ],
)
async def test_what_is_refused(by: StaffId, customer: CustomerId, entry: int) -> None:
    memory, register, no = await told_apart()
    assert no == 2
    with pytest.raises(Refused):
        await register.take_back(by, customer, entry, "one")
    assert await memory.desk.customers.told_apart([WORDS]) == {WORDS: {CASEY.id}}


async def test_nothing_is_told_of_nobody() -> None:
    _, register, _ = await told_apart()
    with pytest.raises(Refused):
        await register.said_of(CustomerId("nobody"))
