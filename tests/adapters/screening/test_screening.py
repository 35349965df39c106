"""Who is taken for a customer, how surely and why; and who never is."""

import pytest

from core.vocabulary.sought import Certainty, Sought
from tests.adapters.screening.people import LANE, certainty, customer, only, screened

CASEY = customer(
    "Casey Customer",
    emails=("casey@customer.example",),
    phones=("01632 960 001",),
    address=LANE,
    organisation="Made-up Meadows Ltd",
)


@pytest.mark.parametrize(
    "typed",
    [
        "CASEY@Customer.example",
        "casey@customer.example Casey Customer",
        "+44 1632 960001",
        "0044 (0)1632 960001",
        "cus-casey1",
        "Casey Custommer, 01632960001",
    ],
)
async def test_an_exact_identifier_is_definite(typed: str) -> None:
    known = customer("Casey Customer", emails=CASEY.emails, phones=CASEY.phones)
    known = type(known)(known.id, "CUS-CASEY1", known.name, known.emails, known.phones)
    assert await certainty(known, typed) is Certainty.DEFINITE


async def test_the_reasons_are_in_words() -> None:
    match = await only(CASEY, "Casey Custommer, M1 1AE")
    assert match
    assert match.certainty is Certainty.LIKELY
    assert match.reasons == ("same postcode", "surname one letter apart", "same first name")


@pytest.mark.parametrize(
    ("known", "sought"),
    [
        ("Robert O'Sample", "Mr Bob OSample"),
        ("Zoë Łapińska", "Zoe Lapinska"),
        ("Mary Sample-Jones", "Mary Jones"),
        ("Дмитрий Образцов", "Dmitriy Obraztsov"),
        ("Casey Customer", "Customer Casey"),
        ("Dr Casey Customer MBE", "Casey Customer"),
    ],
)
async def test_names_are_compared_as_people_write_them(known: str, sought: str) -> None:
    there = customer(known, address=LANE)
    assert await certainty(there, f"{sought}, {LANE}") is Certainty.LIKELY


@pytest.mark.parametrize("name", ["Casey Customer", "Casey Custommer", "Casey"])
async def test_a_name_alone_never_alerts(name: str) -> None:
    assert await certainty(CASEY, name) in (Certainty.POSSIBLE, None)


@pytest.mark.parametrize(
    "name", ["Olu Customer", "Morgan Made-up", "Casey Customer Jr", "Mary Customer"]
)
async def test_another_person_at_the_address_is_never_the_customer(name: str) -> None:
    senior = customer("Casey Customer Sr", address=LANE)
    mark = customer("Mark Customer", address=LANE)
    found = await screened([senior, mark], f"{name}, {LANE}")
    assert found.matches == ()
    assert {each.where for each in found.neighbours} == {"Another person at this address"}
    assert len(found.neighbours) == 2


async def test_another_person_at_the_business_is_never_the_customer() -> None:
    sought = Sought(names=("Olu Other",), organisations=("Made-up Meadows Limited",))
    found = await screened([CASEY], sought)
    assert found.matches == ()
    assert [each.where for each in found.neighbours] == ["Another person at this organisation"]


async def test_a_place_alone_is_nobody_in_particular() -> None:
    found = await screened([CASEY], LANE)
    assert found.matches == ()
    assert [each.customer for each in found.neighbours] == [CASEY]


async def test_an_identifier_shared_by_a_couple_is_asked_about() -> None:
    match = await only(CASEY, "Olu Other, 01632 960001")
    assert match
    assert match.certainty is Certainty.POSSIBLE
    assert "another first name" in match.reasons


async def test_a_garbled_first_name_is_asked_about() -> None:
    assert await certainty(CASEY, f"Caxzy Customer, {LANE}") is Certainty.POSSIBLE


async def test_somebody_who_took_another_surname_is_asked_about() -> None:
    assert await certainty(CASEY, f"Casey Newname, {LANE}") is Certainty.POSSIBLE


async def test_strangers_are_nobody() -> None:
    assert (await screened([CASEY], "Olu Other, 9 Elsewhere Road, B2 2BB")).matches == ()
    assert (await screened([CASEY], "")).matches == ()
    assert (await screened([CASEY], "\0" * 9_000)).matches == ()


async def test_the_most_certain_comes_first() -> None:
    likely = customer("Casey Custommer", address=LANE)
    possible = customer("Casey Kustomer", address="7 Faraway Road, Elsewhere")
    found = await screened([possible, likely, CASEY], f"Casey Customer, {LANE}, 01632 960001")
    assert [m.customer for m in found.matches][:2] == [CASEY, likely]
    assert [m.certainty for m in found.matches][:2] == [Certainty.DEFINITE, Certainty.POSSIBLE]
