"""Whom a contact fits beside those who are bound, and whose a reference is, on both databases."""

from dataclasses import replace
from typing import Final

import pytest

from adapters.screening import Screener, ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from core.services.ports.desk import Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.adapters.storage.samples import CASEY, TODAY, in_force, summary
from tests.support.databases import behind_its_back
from tests.support.policies import NATURAL_ENGLAND

PAT: Final = Customer(CustomerId("c-pat"), "CUS-PAT1", "Pat Partner", phones=CASEY.phones)
AGAIN: Final = replace(CASEY, id=CustomerId("c-again"), reference="CUS-AGAIN", emails=())
BOUND: Final = summary(in_force=(in_force(TODAY),))
SHARED: Final = Sought(phones=CASEY.phones)


@pytest.fixture
async def known(database_url: str, master_key: MasterKey) -> Storage:
    storage = await open_storage(database_url, master_key, {}, key_maker=ScreeningKeys())
    await storage.store.commit(Commit("known", (), summaries=(BOUND,), customers=(CASEY,)))
    return storage


async def screened(known: Storage, *sought: Sought) -> list[list[tuple[str, Certainty]]]:
    screener = Screener(known.candidates)
    each = await screener.screen_bound(sought, NATURAL_ENGLAND.screening)
    return [[(m.customer.id, m.certainty) for m in found.matches] for found in each]


async def test_who_shares_a_number_with_somebody_bound_is_weighed_too(known: Storage) -> None:
    of_pat = replace(SHARED, names=(PAT.name,))
    of_casey = replace(SHARED, names=(CASEY.name,))
    asked = (SHARED, of_pat, of_casey, Sought(("Olu Other",)))
    sure, unsure = [(CASEY.id, Certainty.DEFINITE)], [(CASEY.id, Certainty.POSSIBLE)]
    assert await screened(known, *asked) == [sure, unsure, sure, []]
    await known.store.commit(Commit("pat", (), customers=(PAT,)))
    assert await screened(known, *asked) == [unsure, [], sure, []]
    await known.close()


async def test_a_record_of_the_same_person_is_nobody_else(known: Storage) -> None:
    merged = replace(AGAIN, merged_into=CASEY.id), replace(CASEY, merged=(AGAIN.id,))
    await known.store.commit(Commit("again", (), customers=(AGAIN,)))
    assert await screened(known, SHARED) == [[(CASEY.id, Certainty.POSSIBLE)]]
    await known.store.commit(Commit("merged", (), customers=merged))
    (found,) = await screened(known, SHARED)
    assert set(found) == {(CASEY.id, Certainty.DEFINITE), (AGAIN.id, Certainty.DEFINITE)}
    await known.close()


async def test_a_reference_is_known_however_it_is_written(
    known: Storage, database_url: str
) -> None:
    asked = [" cus-casey1", "CUS-CASEY1", "CUS- CASEY1", "CUS-CASEY2", ""]
    found = await known.customers.having_references(asked)
    assert found == dict.fromkeys(asked[:3], "CUS-CASEY1")
    many = [f"CUS-{number}" for number in range(3_000)]
    assert await known.customers.having_references(many) == {}
    behind_its_back(database_url, "UPDATE data_keys SET wrapped = NULL")
    assert await known.customers.having_references(asked) == {}
    await known.close()
