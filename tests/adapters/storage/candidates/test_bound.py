"""Candidates among those alone whom something in force binds now, whatever changed meanwhile."""

from dataclasses import replace
from itertools import count

import pytest

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from core.services.ports.desk import Commit
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from tests.adapters.storage.samples import CASEY, TODAY, in_force, summary
from tests.support.databases import behind_its_back
from tests.support.finders import MemoryCandidates

OLU = Customer(CustomerId("c-olu"), "CUS-OLU1", "Olu Other", phones=("01632 960001",))
AGAIN = replace(CASEY, id=CustomerId("c-again"), reference="CUS-AGAIN", emails=("c@example.org",))
BOUND = summary(in_force=(in_force(TODAY),))
NOT_BOUND = summary()

_deliveries = count()


@pytest.fixture
async def known(database_url: str, master_key: MasterKey) -> Storage:
    storage = await open_storage(database_url, master_key, {}, key_maker=ScreeningKeys())
    await keep(storage, customers=(CASEY, OLU))
    return storage


async def keep(
    storage: Storage,
    summaries: tuple[CaseSummary, ...] = (),
    customers: tuple[Customer, ...] = (),
) -> None:
    name = f"d{next(_deliveries)}"
    await storage.store.commit(Commit(name, (), summaries=summaries, customers=customers))


def keys_of(customer: Customer) -> dict[str, int]:
    return dict.fromkeys(ScreeningKeys().keys_of(customer), 1)


async def bound(storage: Storage, *sought: Customer) -> list[list[CustomerId]]:
    each = [keys_of(customer) for customer in sought or (CASEY, OLU)]
    found = await storage.candidates.sharing_bound(each, 5)
    return [[customer.id for customer in few] for few in found]


async def test_nobody_is_bound_before_something_is_in_force(known: Storage) -> None:
    assert await bound(known) == [[], []]
    await keep(known, (NOT_BOUND,))
    assert await bound(known) == [[], []]
    assert await known.candidates.sharing_bound([], 5) == ()
    assert await known.candidates.sharing_bound([{}, {}], 5) == ((), ())
    await known.close()


async def test_from_the_commit_that_binds_to_the_one_that_frees(known: Storage) -> None:
    await keep(known, (BOUND,))
    assert await bound(known) == [[CASEY.id], []]
    await keep(known, (NOT_BOUND,))
    assert await bound(known) == [[], []]
    await known.close()


async def test_another_case_may_bind_still(known: Storage) -> None:
    other = replace(BOUND, case=CaseId("k2"), reference="UCB-2", open=False)
    await keep(known, (BOUND, other))
    await keep(known, (NOT_BOUND,))
    assert await bound(known) == [[CASEY.id], []]
    await known.close()


async def test_whom_the_case_of_another_binds_too(known: Storage) -> None:
    both = replace(BOUND, also_bound=frozenset({OLU.id}))
    await keep(known, (both,))
    assert await bound(known) == [[CASEY.id], [OLU.id]]
    assert [s.case for s in await known.cases.concerning([OLU.id])] == [both.case]
    await keep(known, (BOUND,))
    assert await bound(known) == [[CASEY.id], []]
    assert await known.cases.concerning([OLU.id]) == ()
    await known.close()


async def test_new_particulars_of_somebody_bound(known: Storage) -> None:
    await keep(known, (BOUND,))
    moved = replace(CASEY, name="Quillon Renamed", emails=("q@example.org",), phones=())
    await keep(known, customers=(moved,))
    (found,) = await known.candidates.sharing_bound([keys_of(moved)], 5)
    assert found == [moved]
    mails = [{key: 1} for key in ("mail casey.customer@example.org", "mail q@example.org")]
    assert [len(few) for few in await known.candidates.sharing_bound(mails, 5)] == [0, 1]
    await known.close()


async def test_of_merged_records_all_are_bound_where_one_is(known: Storage) -> None:
    async def by_mail() -> list[Customer]:
        (found,) = await known.candidates.sharing_bound([{"mail c@example.org": 1}], 5)
        return list(found)

    await keep(known, (BOUND,), (AGAIN,))
    assert await by_mail() == []
    merged = replace(AGAIN, merged_into=CASEY.id), replace(CASEY, merged=(AGAIN.id,))
    await keep(known, customers=merged)
    assert await by_mail() == [merged[0]]
    await keep(known, (NOT_BOUND,))
    assert await by_mail() == []
    await keep(known, (BOUND,))
    assert await by_mail() == [merged[0]]
    await keep(known, customers=(AGAIN, CASEY))
    assert await by_mail() == []
    assert await bound(known) == [[CASEY.id], []]
    await known.close()


async def test_what_binds_a_record_that_was_merged_away_binds_the_one_that_stands(
    known: Storage,
) -> None:
    await keep(known, (BOUND,))
    merged = replace(CASEY, merged_into=OLU.id), replace(OLU, merged=(CASEY.id,))
    await keep(known, customers=merged)
    assert await bound(known) == [[CASEY.id], [OLU.id]]
    await keep(known, (replace(BOUND, owner=BOUND.owner),))
    assert await bound(known) == [[CASEY.id], [OLU.id]]
    await keep(known, (NOT_BOUND,))
    assert await bound(known) == [[], []]
    await known.close()


async def test_of_a_key_that_very_many_share_some_are_read(known: Storage) -> None:
    crowd = [Customer(CustomerId(f"c{n}"), f"CUS-{n}", "Same Name") for n in range(150)]
    cases = [summary(CaseId(f"k{c.id}"), c.id, in_force=(in_force(TODAY),)) for c in crowd]
    await keep(known, tuple(cases), tuple(crowd))
    few, none = await known.candidates.sharing_bound([keys_of(crowd[0]), keys_of(OLU)], 7)
    assert (len(few), len(none)) == (7, 0)
    every, _ = await known.candidates.sharing_bound([keys_of(crowd[0]), keys_of(OLU)], 1000)
    assert 100 <= len(every) <= 150
    await known.close()


async def test_an_erased_customer_is_a_candidate_no_more(known: Storage, database_url: str) -> None:
    await keep(known, (BOUND,))
    assert await bound(known) == [[CASEY.id], []]
    behind_its_back(database_url, "UPDATE data_keys SET wrapped = NULL")
    assert await bound(known) == [[], []]
    await known.close()


async def test_a_database_of_before_is_brought_along(
    known: Storage, database_url: str, master_key: MasterKey
) -> None:
    await keep(known, (BOUND,))
    await known.close()
    gone = ("bound_keys", "bound_customers", "derived_keys")
    behind_its_back(database_url, *(f"DELETE FROM {table}" for table in gone))  # noqa: S608
    again = await open_storage(database_url, master_key, {}, key_maker=ScreeningKeys())
    assert await bound(again) == [[CASEY.id], []]
    await again.close()


async def test_what_another_replica_changed_is_seen(
    known: Storage, database_url: str, master_key: MasterKey
) -> None:
    await keep(known, (BOUND,))
    assert await bound(known) == [[CASEY.id], []]
    other = await open_storage(database_url, master_key, {}, key_maker=ScreeningKeys())
    changed = replace(CASEY, organisation="Made-up Meadows")
    await keep(other, customers=(changed,))
    assert (await known.candidates.sharing_bound([keys_of(CASEY)], 5))[0] == [changed]
    await keep(other, (NOT_BOUND,))
    assert await bound(known) == [[], []]
    await known.close()
    await other.close()


async def test_the_memory_of_the_tests_agrees(known: Storage) -> None:
    both = replace(BOUND, also_bound=frozenset({AGAIN.id}))
    everybody = {one.id: one for one in (CASEY, OLU, AGAIN)}
    memory = MemoryCandidates(everybody, {both.case: both})
    await keep(known, (both,), (AGAIN,))
    each = [keys_of(one) for one in (CASEY, OLU, AGAIN)]
    ours = await memory.sharing_bound(each, 5)
    assert [len(few) for few in ours] == [2, 0, 2]
    assert await known.candidates.sharing_bound(each, 5) == ours
    await known.close()
