"""Candidates of screening: found by keys, few of them, whatever was kept before and how."""

from dataclasses import replace

import pytest

from adapters.screening import Screener, ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.candidates import refill
from adapters.storage.indexing import search_keys
from adapters.storage.indexing.names import words_of
from core.case.register import ToldApart
from core.case.register.customers import told_as
from core.services.ports.candidates import KeyMaker
from core.services.ports.desk import Change, Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import ASHA, CASEY, NOW
from tests.support.databases import behind_its_back
from tests.support.finders import MemoryCandidates
from tests.support.policies import NATURAL_ENGLAND

LANE = "1 Sample Lane, Madeupton, M1 1AE"
AT_HOME = replace(CASEY, address=LANE)
RULE = NATURAL_ENGLAND.screening
SOUGHT = "Casey Custommer, M1 1AE"


class OtherKeys:
    version = "other"

    def keys_of(self, customer: Customer) -> frozenset[str]:
        return frozenset({f"all of {customer.name[0]}"})


async def opened(url: str, key: MasterKey, maker: KeyMaker | None = None) -> Storage:
    return await open_storage(url, key, {}, key_maker=maker or ScreeningKeys())


async def known(storage: Storage, text: str = SOUGHT) -> list[CustomerId]:
    screener = Screener(storage.candidates)
    found = await screener.screen(screener.read(text), RULE)
    return [match.customer.id for match in found.matches]


async def test_whoever_shares_keys_is_a_candidate(database_url: str, master_key: MasterKey) -> None:
    storage = await opened(database_url, master_key)
    await storage.store.commit(Commit("1", (), customers=(AT_HOME,)))
    assert await known(storage) == [CASEY.id]
    await storage.store.commit(Commit("2", (), customers=(replace(AT_HOME, name="Olu Other"),)))
    assert await known(storage) == []
    await storage.close()


async def test_customers_kept_before_get_their_keys_when_it_opens(
    database_url: str, master_key: MasterKey
) -> None:
    storage = await open_storage(database_url, master_key, {})
    customers = [Customer(CustomerId(f"c{n}"), f"CUS-{n}", f"Other{n} Made-up") for n in range(600)]
    await storage.store.commit(Commit("1", (), customers=(*customers, AT_HOME)))
    assert await known(storage) == []
    await storage.close()
    for _ in range(2):
        storage = await opened(database_url, master_key)
        assert await known(storage) == [CASEY.id]
        assert [hit.exact for hit in await storage.customers.search(CASEY.reference)] == [True]
        await storage.close()


async def test_keys_made_another_way_take_the_place_of_the_old_ones(
    database_url: str, master_key: MasterKey
) -> None:
    storage = await opened(database_url, master_key)
    await storage.store.commit(Commit("1", (), customers=(AT_HOME,)))
    await storage.close()
    before = behind_its_back(database_url, "SELECT key FROM customer_keys")
    storage = await opened(database_url, master_key, OtherKeys())
    (candidate,) = await storage.candidates.sharing({"all of C": 1}, 5)
    assert candidate == AT_HOME
    assert await known(storage) == []
    assert len(behind_its_back(database_url, "SELECT key FROM customer_keys")) < len(before)
    await storage.close()


async def test_whoever_was_kept_before_is_found_by_their_other_names_after_an_upgrade(
    database_url: str, master_key: MasterKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = replace(AT_HOME, other_names=("Kasia Kowalska",))
    with monkeypatch.context() as before:
        before.setattr(search_keys, "_names", lambda customer: [words_of(customer.name)])
        before.setattr(refill, "TYPED_VERSION", "1")
        storage = await opened(database_url, master_key)
        await storage.store.commit(Commit("1", (), customers=(renamed,)))
        assert await storage.customers.search("kow") == ()
        await storage.close()
    storage = await opened(database_url, master_key)
    for typed in ("kow", "kasia kow", "casey cus"):
        assert [hit.customer for hit in await storage.customers.search(typed)] == [renamed]
    await storage.close()


async def test_an_erased_customer_is_a_candidate_no_more(
    database_url: str, master_key: MasterKey
) -> None:
    storage = await opened(database_url, master_key)
    await storage.store.commit(Commit("1", (), customers=(AT_HOME,)))
    await storage.close()
    behind_its_back(database_url, "UPDATE data_keys SET wrapped = NULL", "DELETE FROM derived_keys")
    storage = await opened(database_url, master_key)
    assert await known(storage) == []
    await storage.close()


async def test_those_who_share_most_come_first_and_not_too_many(
    database_url: str, master_key: MasterKey
) -> None:
    storage = await opened(database_url, master_key)
    many = [Customer(CustomerId(f"c{n}"), f"CUS-{n}", "Casey Sample") for n in range(150)]
    there = Customer(CustomerId("there"), "CUS-T", "Casey Sample", address=LANE)
    await storage.store.commit(Commit("1", (), customers=(*many, there)))
    screener = Screener(storage.candidates)
    assert (await known(storage, f"Casey Sample, {LANE}"))[0] == "there"
    assert await storage.candidates.sharing({}, 5) == ()
    assert len((await screener.screen(screener.read("Casey Sample"), RULE)).matches) == 10
    await storage.close()


async def test_the_memory_of_the_tests_has_the_same_candidates(
    database_url: str, master_key: MasterKey
) -> None:
    storage = await opened(database_url, master_key)
    others = (
        Customer(CustomerId("c1"), "CUS-1", "Casey Kustomer", address="Madeupton M1 1AE"),
        Customer(CustomerId("c2"), "CUS-2", "Olu Other", address=LANE),
        Customer(CustomerId("c3"), "CUS-3", "Nobody Alike"),
    )
    customers = (AT_HOME, *others)
    await storage.store.commit(Commit("1", (), customers=customers))
    memory = Screener(MemoryCandidates({each.id: each for each in customers}))
    ours = Screener(storage.candidates)
    for text in (SOUGHT, f"Olu Other, {LANE}", "Casey Kustomer", LANE):
        sought = ours.read(text)
        assert await ours.screen(sought, RULE) == await memory.screen(sought, RULE)
    await storage.close()


async def test_who_was_told_apart_is_remembered_without_a_word(storage: Storage) -> None:
    await storage.store.commit(Commit("1", (), customers=(AT_HOME,)))
    known_as = told_as(SOUGHT)
    change = Change(
        f"customer:{CASEY.id}", CASEY.id, 0, ASHA, NOW, (ToldApart(CASEY.id, known_as),)
    )
    await storage.store.commit(Commit("2", (change,)))
    assert await storage.customers.told_apart([known_as]) == {known_as: {CASEY.id}}
    assert await storage.customers.told_apart(["somebody else"]) == {}
    (entry,) = await storage.store.load(f"customer:{CASEY.id}")
    assert entry.event == ToldApart(CASEY.id, known_as)
