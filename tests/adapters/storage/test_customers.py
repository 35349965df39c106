"""Finding customers without keeping what they are found by."""

from dataclasses import replace

import pytest

from adapters.storage import Storage
from core.services.ports import Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import CASEY

CASEY_CRAYON = Customer(CustomerId("c-crayon"), "CUS-CRAYON", "Casey Crayon")
ACCENT = Customer(CustomerId("c-accent"), "CUS-ACCENT", "Zoë Ünal-O’Sample", ("Zoë@Example.org",))
ONE_LETTER = Customer(CustomerId("c-one"), "CUS-ONE", "J Placeholder")


@pytest.fixture
async def known(storage: Storage) -> Storage:
    customers = (CASEY, CASEY_CRAYON, ACCENT, ONE_LETTER)
    await storage.store.commit(Commit("known", (), customers=customers))
    return storage


async def found(storage: Storage, query: str, limit: int = 20) -> list[str]:
    return [hit.customer.name for hit in await storage.customers.search(query, limit)]


async def test_a_customer_is_read_back_whole(known: Storage) -> None:
    assert await known.customers.get(CASEY.id) == CASEY
    assert await known.customers.get(ACCENT.id) == ACCENT
    assert await known.customers.get(CustomerId("nobody")) is None


@pytest.mark.parametrize(
    "query",
    [
        "CUS-CASEY1",
        " cus-casey1 ",
        "casey.customer@example.org",
        "Casey.Customer@EXAMPLE.org",
        "+44 7700 900123",
        "07700900123",
        "07700 900 123",
        "0044 7700-900123",
        "+44 (0)7700 900123",
    ],
)
async def test_an_identifier_is_an_exact_match(known: Storage, query: str) -> None:
    (hit,) = await known.customers.search(query)
    assert hit.customer == CASEY
    assert hit.exact


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("ca", ["Casey Crayon", "Casey Customer"]),
        ("CASEY", ["Casey Crayon", "Casey Customer"]),
        ("casey cu", ["Casey Customer"]),
        ("custom ca", ["Casey Customer"]),
        ("casey c", ["Casey Crayon", "Casey Customer"]),
        ("cray", ["Casey Crayon"]),
        ("zoe", ["Zoë Ünal-O’Sample"]),
        ("ZOË UN", ["Zoë Ünal-O’Sample"]),
        ("o'sam", ["Zoë Ünal-O’Sample"]),
        ("osample", ["Zoë Ünal-O’Sample"]),
        ("j", ["J Placeholder"]),
        ("j placeholder", ["J Placeholder"]),
        ("caseycustomer", []),
        ("asey", []),
        ("casey xu", []),
        ("ca cu", ["Casey Customer"]),
        ("cus cas", ["Casey Customer"]),
        ("caseyy cust", []),
        ("unal osa zo", ["Zoë Ünal-O’Sample"]),
        ("c", []),
        ("", []),
        ("  ", []),
        ("%", []),
        ("07700 900124", []),
        ("casey.customer@example.com", []),
        ("\ud83d \x00", []),
        ("word " * 5000, []),
    ],
)
async def test_the_beginnings_of_names(known: Storage, query: str, names: list[str]) -> None:
    hits = await known.customers.search(query)
    assert [hit.customer.name for hit in hits] == names
    assert not any(hit.exact for hit in hits)


async def test_no_more_than_asked_for(known: Storage) -> None:
    assert len(await found(known, "ca", limit=1)) == 1


async def test_an_exact_match_comes_first_and_once(storage: Storage) -> None:
    named_like_a_reference = replace(CASEY_CRAYON, name="Casey1 Crayon")
    referred = replace(CASEY, reference="CASEY1", name="Casey1 Customer")
    await storage.store.commit(Commit("known", (), customers=(named_like_a_reference, referred)))
    hits = await storage.customers.search("casey1")
    assert [(hit.customer.name, hit.exact) for hit in hits] == [
        ("Casey1 Customer", True),
        ("Casey1 Crayon", False),
    ]


async def test_new_particulars_replace_the_old(known: Storage) -> None:
    moved = replace(CASEY, name="Casey Changed", emails=("new@example.org",), phones=())
    await known.store.commit(Commit("moved", (), customers=(moved,)))
    assert await known.customers.get(CASEY.id) == moved
    assert await found(known, "new@example.org") == ["Casey Changed"]
    for old in ("casey.customer@example.org", "07700900123", "casey cust"):
        assert await found(known, old) == []
