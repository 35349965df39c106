"""Jr and Sr, initials and surnames alone: what families share is never likely, but asked about."""

import pytest

from adapters.screening.person_name import PersonName
from core.vocabulary.sought import Certainty, Sought
from tests.adapters.screening.people import LANE, certainty, customer, only, screened

CASEY = customer(
    "Casey Customer",
    address=LANE,
    phones=("01632 960 001",),
    emails=("casey.customer@example.org",),
)
ONE_SIDED = ["Jr", "Jnr.", "Junior", "II", "Sr", "Snr", "the younger", "the Elder", "III"]


@pytest.mark.parametrize("generation", ONE_SIDED)
@pytest.mark.parametrize("where", [LANE, "M1 1AE"])
async def test_a_generation_on_one_side_alone_is_asked_about(generation: str, where: str) -> None:
    match = await only(CASEY, f"Casey Customer {generation}, {where}")
    assert match
    assert match.certainty is Certainty.POSSIBLE
    assert any("of one name" in reason for reason in match.reasons)
    there = customer(f"Casey Customer {generation}", address=LANE)
    assert await certainty(there, f"Casey Customer, {where}") is Certainty.POSSIBLE


async def test_a_number_that_the_family_shares_does_not_tell_father_from_son() -> None:
    assert await certainty(CASEY, "Casey Customer Jr, 01632 960001") is Certainty.POSSIBLE


@pytest.mark.parametrize(("one", "other"), [("Jr", "Sr"), ("the younger", "Sr"), ("II", "III")])
async def test_two_generations_are_two_people(one: str, other: str) -> None:
    there = customer(f"Casey Customer {one}", address=LANE)
    assert (await screened([there], f"Casey Customer {other}, {LANE}")).matches == ()
    assert await certainty(there, f"Casey Customer {one}, {LANE}") is Certainty.LIKELY


@pytest.mark.parametrize(
    "name", ["C Customer", "C. Customer", "Customer, C", "Casey C", "Customer"]
)
@pytest.mark.parametrize("where", [LANE, "M1 1AE"])
async def test_an_initial_or_half_a_name_at_the_address_is_asked_about(
    name: str, where: str
) -> None:
    postcodes, addresses = ((), (where,)) if where is LANE else ((where,), ())
    sought = Sought((name,), postcodes=postcodes, addresses=addresses)
    assert await certainty(CASEY, sought) in (Certainty.POSSIBLE, None)
    if name != "Casey C":
        assert await certainty(CASEY, sought) is Certainty.POSSIBLE


async def test_an_initial_beside_more_than_the_address_may_be_likely() -> None:
    sought = Sought(("C Customer",), emails=("casey.customer@another.example",), addresses=(LANE,))
    assert await certainty(CASEY, sought) is Certainty.LIKELY
    assert await certainty(CASEY, "C Customer, 01632 960001") is Certainty.DEFINITE


@pytest.mark.parametrize(
    ("name", "words", "generation"),
    [
        ("Casey Customer the Younger", ("casey", "customer"), "junior"),
        ("Casey Customer (Senior)", ("casey", "customer"), "senior"),
        ("Customer Jr, Casey", ("casey", "customer"), "junior"),
        ("Casey Jnr Customer", ("casey", "customer"), "junior"),
        ("Casey Customer 3rd", ("casey", "customer"), "third"),
        ("Casey Younger", ("casey", "younger"), ""),
        ("Casey Elder Jr", ("casey", "elder"), "junior"),
        ("Casey", ("casey",), ""),
    ],
)
def test_a_generation_is_read_wherever_it_stands(
    name: str, words: tuple[str, ...], generation: str
) -> None:
    assert PersonName.of(name) == PersonName(words, generation)
