"""Finding customers without keeping what they are found by."""

from dataclasses import replace

import pytest

from adapters.storage import MasterKey, Storage
from adapters.storage.indexing.search_keys import SearchKeys
from core.case.register import CustomerChanged
from core.services.ports.desk import Change, Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import ASHA, CASEY, NOW
from tests.support.databases import behind_its_back

CASEY_CRAYON = Customer(CustomerId("c-crayon"), "CUS-CRAYON", "Casey Crayon")
ACCENT = Customer(CustomerId("c-accent"), "CUS-ACCENT", "Zoë Ünal-O’Sample", ("Zoë@Example.org",))
FORMER = Customer(
    CustomerId("c-former"),
    "CUS-FORMER",
    "Robin Renamed",
    other_names=("Kasia Made-Upska", "Formerly"),
)
ONE_LETTER = Customer(CustomerId("c-one"), "CUS-ONE", "J Placeholder")


@pytest.fixture
async def known(storage: Storage) -> Storage:
    customers = (CASEY, CASEY_CRAYON, ACCENT, ONE_LETTER, FORMER)
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
        ("renamed", ["Robin Renamed"]),
        ("kas", ["Robin Renamed"]),
        ("upska", ["Robin Renamed"]),
        ("kasia ma", ["Robin Renamed"]),
        ("made kas", ["Robin Renamed"]),
        ("formerly", ["Robin Renamed"]),
        ("robin for", ["Robin Renamed"]),
        ("kasia robin", []),
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


async def test_another_name_costs_no_more_keys_than_its_own_words_need(
    master_key: MasterKey,
) -> None:
    keys = SearchKeys(master_key.index)
    one = Customer(CustomerId("c1"), "CUS-1", "Robin Renamed")
    of_main, both = keys.of(one), keys.of(replace(one, other_names=("Robin Kowalska",)))
    beginnings = len("Kowalska") - 1
    assert len(both - of_main) == beginnings + 4, "of the new word, and with the one beside it"
    assert of_main < both
    assert keys.of(replace(one, other_names=("Renamed, Robin", "robin"))) == of_main


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


FARM = "Made-up Meadows Farm Ltd."
LANE = "Flat 1, 2 Sample Lane, Nowhere  ZZ1 2ZZ"


def at(first: str, organisation: str = "", address: str = "") -> Customer:
    known = Customer(CustomerId(first), f"CUS-{first}", f"{first.title()} Placeholder")
    return replace(known, organisation=organisation, address=address)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (at("ann", FARM), at("bea", "MADE-UP  MEADOWS farm ltd"), True),
        (at("ann", FARM), at("bea", " Made up Meadows (Farm), Ltd\n"), True),
        (at("ann", "Ünlikely Farmers’ Club"), at("bea", "unlikely farmers club"), True),
        (
            at("ann", address=LANE),
            at("bea", address="flat 1\n2 sample lane\nNowhere\nzz12zz"),
            True,
        ),
        (at("ann", FARM, LANE), at("bea", "Another", LANE), True),
        (at("ann", FARM, LANE), at("bea", FARM, LANE), True),
        (at("ann", address=LANE), at("bea", address=LANE.replace("1, 2", "12")), False),
        (at("ann", FARM), at("bea", "Made-up Meadows"), False),
        (at("ann", FARM), at("bea", address=FARM), False),
        (at("ann", "Bea"), at("bea"), False),
        (at("ann"), at("bea"), False),
        (at("ann", " - ", "?"), at("bea", "-", "!"), False),
    ],
)
async def test_others_at_the_same_place(
    storage: Storage, one: Customer, other: Customer, same: bool
) -> None:
    await storage.store.commit(Commit("known", (), customers=(CASEY, one, other)))
    assert await storage.customers.at_same_place(one) == ((other,) if same else ())
    assert await storage.customers.at_same_place(other) == ((one,) if same else ())


async def test_those_at_a_place_come_by_name_and_no_more_than_asked_for(storage: Storage) -> None:
    ann, bea, cal, dee = (
        at("ann", FARM),
        at("bea", FARM, LANE),
        at("cal", "", LANE),
        at("dee", FARM),
    )
    await storage.store.commit(Commit("known", (), customers=(dee, cal, bea, ann)))
    assert await storage.customers.at_same_place(bea) == (ann, cal, dee)
    assert await storage.customers.at_same_place(bea, limit=2) == (ann, cal)


async def test_who_moved_is_at_the_new_place_alone(storage: Storage) -> None:
    ann, bea, cal = at("ann", FARM), at("bea", FARM), at("cal", address=LANE)
    await storage.store.commit(Commit("known", (), customers=(ann, bea, cal)))
    moved = replace(bea, organisation="", address=LANE)
    change = Change("customer:bea", bea.id, 0, ASHA, NOW, (CustomerChanged(moved),))
    await storage.store.commit(Commit("moved", (change,), customers=(moved,)))
    assert await storage.customers.at_same_place(ann) == ()
    assert await storage.customers.at_same_place(cal) == (moved,)


async def test_nobody_who_was_erased_is_at_a_place(storage: Storage, database_url: str) -> None:
    ann, bea = at("ann", FARM), at("bea", FARM)
    await storage.store.commit(Commit("known", (), customers=(ann, bea)))
    behind_its_back(database_url, "UPDATE data_keys SET wrapped = NULL WHERE subject = 'bea'")
    assert await storage.customers.at_same_place(ann) == ()
