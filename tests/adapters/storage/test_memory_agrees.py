"""The ports in memory, on which other tests stand, answer as the databases do."""

from dataclasses import replace
from datetime import date

import pytest

from adapters.storage import Storage
from core.services.ports.desk import Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.people import Absence
from tests.adapters.storage.samples import in_force, recorded, summary
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ASHA, DANA, LEE, MORGAN, NOOR, OLU, ORGANISATION

AWAY = Absence(date(2025, 8, 1), date(2025, 8, 14), NOOR.id)
STAFF = (*ORGANISATION, replace(LEE, absences=(AWAY,)), replace(MORGAN, absences=(AWAY,)))
PLACES = (
    ("Made-up Meadows", ""),
    ("made-up  MEADOWS", "1 Sample Lane"),
    ("", "1, Sample Lane"),
    ("", ""),
)
CUSTOMERS = tuple(
    Customer(CustomerId(f"c{n}"), f"CUS-{n}", f"Casey{n}", organisation=o, address=a)
    for n, (o, a) in enumerate(PLACES)
)
SUMMARIES = tuple(
    summary(
        CaseId(f"case{customer.id}"),
        customer.id,
        in_force=(in_force(date(2025, 6, 1)),) if n % 2 else (),
        remind_on=date(2025, 5, 9 - n) if n else None,
        also_bound=frozenset({CustomerId("c9")} if n % 2 else ()),
    )
    for n, customer in enumerate(CUSTOMERS)
)


@pytest.fixture
async def both(storage: Storage) -> tuple[MemoryDesk, Storage]:
    memory = memory_desk(STAFF, CUSTOMERS)
    memory.store.keep(Commit("summaries", (), summaries=SUMMARIES))
    latest = {member.id: member for member in STAFF}
    await storage.store.commit(recorded(*latest.values()))
    await storage.store.commit(Commit("all", (), summaries=SUMMARIES, customers=CUSTOMERS))
    return memory, storage


async def test_about_cases(both: tuple[MemoryDesk, Storage]) -> None:
    ours, theirs = both[0].desk.cases, both[1].cases
    assert len(await ours.in_force()) == 2
    assert await ours.in_force() == await theirs.in_force()
    assert await ours.in_force("UCB-c1", limit=1) == await theirs.in_force("UCB-c1", limit=1)
    for day in range(5, 10):
        until = date(2025, 5, day)
        assert await ours.reminders_due(until) == await theirs.reminders_due(until)
    for people in (["c9"], ["c1"], ["c1", "c9"], []):
        concerned = [CustomerId(person) for person in people]
        assert await ours.concerning(concerned) == await theirs.concerning(concerned)


async def test_about_customers(both: tuple[MemoryDesk, Storage]) -> None:
    ours, theirs = both[0].desk.customers, both[1].customers
    assert len(await ours.at_same_place(CUSTOMERS[1])) == 2
    for customer in CUSTOMERS:
        assert await ours.at_same_place(customer) == await theirs.at_same_place(customer)


async def test_about_colleagues(both: tuple[MemoryDesk, Storage]) -> None:
    ours, theirs = both[0].desk.directory, both[1].directory
    for staff in ([], [ASHA.id], [OLU.id, DANA.id]):
        assert {*await ours.people(staff)} == {*await theirs.people(staff)}
