"""Twins, fathers and sons, couples, and the former names and addresses of one person."""

from dataclasses import replace

import pytest

from adapters.screening import Screener
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.adapters.screening.people import LANE, certainty, customer, only, screened
from tests.support.finders import MemoryCandidates
from tests.support.policies import NATURAL_ENGLAND

RULE = NATURAL_ENGLAND.screening
FATHER = customer(
    "Casey Customer", address=LANE, phones=("01632 960 001",), emails=("father@customer.example",)
)
SON = replace(
    FATHER,
    id=CustomerId("son"),
    reference="CUS-SON1",
    phones=("07700 900 123",),
    emails=("son@customer.example",),
)
AT_HOME = Sought(("Casey Customer",), addresses=(LANE,))


@pytest.mark.parametrize(
    ("twin", "other"), [("Mark", "Mary"), ("Jane", "Janet"), ("Paul", "Paula"), ("Jean", "Jason")]
)
async def test_a_twin_is_another_person_there(twin: str, other: str) -> None:
    found = await screened([customer(f"{twin} Sample", address=LANE)], f"{other} Sample, {LANE}")
    assert found.matches == ()
    assert [near.where for near in found.neighbours] == ["Another person at this address"]


@pytest.mark.parametrize("surname", ["Sample", "Madeup"])
async def test_a_spouse_is_another_person_there(surname: str) -> None:
    found = await screened([customer("Anne Sample", address=LANE)], f"Peter {surname}, {LANE}")
    assert found.matches == ()
    assert len(found.neighbours) == 1


async def test_of_father_and_son_neither_is_likely_by_name_and_address() -> None:
    found = await screened([FATHER, SON], AT_HOME)
    assert [match.certainty for match in found.matches] == [Certainty.POSSIBLE] * 2


@pytest.mark.parametrize(
    "told",
    [replace(AT_HOME, phones=SON.phones), replace(AT_HOME, emails=SON.emails)],
)
async def test_what_is_the_sons_own_tells_him_from_his_father(told: Sought) -> None:
    found = await screened([FATHER, SON], told)
    assert found.matches[0].customer == SON
    assert [m.certainty for m in found.matches] == [Certainty.DEFINITE, Certainty.POSSIBLE]


async def test_a_son_with_a_number_of_his_own_is_not_likely_his_father() -> None:
    told = replace(AT_HOME, phones=SON.phones, emails=SON.emails)
    match = await only(FATHER, told)
    assert match
    assert match.certainty is Certainty.POSSIBLE
    assert "another telephone number" in match.reasons


async def test_two_records_of_one_person_are_one_person() -> None:
    merged = replace(SON, merged_into=FATHER.id)
    found = await screened([FATHER, merged], AT_HOME)
    assert [match.certainty for match in found.matches] == [Certainty.LIKELY] * 2


async def test_a_relative_a_few_doors_away_is_no_match() -> None:
    known = customer("Anne Sample", address="1 Sample Lane, Madeupton, M1 1AE")
    found = await screened([known], "Peter Sample, 17 Sample Lane, Madeupton, M1 1AE")
    assert found.matches == ()
    assert [near.where for near in found.neighbours] == [
        "Another person at nearly this address, with part of the name"
    ]
    stranger = await screened([known], "Peter Madeup, 17 Sample Lane, Madeupton, M1 1AE")
    assert stranger.neighbours == ()


@pytest.mark.parametrize("door", ["14", "21", "12a", "2", "112"])
async def test_next_door_is_the_same_street_and_another_address(door: str) -> None:
    known = customer("Anne Sample", address="12 Sample Lane, Madeupton, M1 1AE")
    there = f"{door} Sample Lane, Madeupton, M1 1AE"
    match = await only(known, f"Anne Sample, {there}")
    assert match
    assert "same street, but another number" in match.reasons
    assert "same address" not in " ".join(match.reasons)
    assert (await screened([known], f"Peter Madeup, {there}")).neighbours == ()
    relative = await screened([known], f"Peter Sample, {there}")
    assert [near.where for near in relative.neighbours] == [
        "Another person at nearly this address, with part of the name"
    ]


async def test_a_flat_that_one_of_them_left_out_is_the_same_address() -> None:
    known = customer("Anne Sample", address="Flat 2, 14 Sample Lane, Madeupton, M1 1AE")
    match = await only(known, "Anne Sample, 14 Sample Lane, Madeupton, M1 1AE")
    assert match
    assert "same address" in match.reasons


async def test_another_flat_is_another_address() -> None:
    known = customer("Anne Sample", address="Flat 2, 14 Sample Lane, Madeupton, M1 1AE")
    there = await screened([known], "Peter Madeup, Flat 3, 14 Sample Lane, Madeupton, M1 1AE")
    assert there.neighbours == ()


@pytest.mark.parametrize(
    "told",
    [
        Sought(("Casey Formerly",), addresses=(LANE,)),
        Sought(("Casey Customer",), addresses=("7 Once Road, Elsewhere, B2 2BB",)),
        Sought(("Customer, Casey",), organisations=("The Madeup Growers Ltd",)),
    ],
)
async def test_somebody_is_known_by_former_names_and_places_too(told: Sought) -> None:
    known = replace(
        FATHER,
        other_names=("Casey Formerly",),
        other_addresses=("7 Once Road, Elsewhere, B2 2BB",),
        other_organisations=("Madeup Growers Limited",),
    )
    assert await certainty(known, told) is Certainty.LIKELY


async def test_a_second_given_name_alone_is_asked_about() -> None:
    known = customer("John Peter Sample", address=LANE)
    assert await certainty(known, f"Peter Sample, {LANE}") is Certainty.POSSIBLE
    assert await certainty(known, f"John Sample, {LANE}") is Certainty.LIKELY


async def test_many_are_screened_at_once_in_their_order() -> None:
    class Bound(MemoryCandidates):
        """The father alone is bound."""

        def _bound(self) -> list[Customer]:
            return [FATHER]

    screener = Screener(Bound({one.id: one for one in (FATHER, SON)}))
    asked = [Sought(emails=SON.emails), Sought(emails=FATHER.emails), Sought(), AT_HOME]
    found = await screener.screen_bound(asked, RULE)
    assert [[m.customer for m in one.matches] for one in found] == [[], [FATHER], [], [FATHER]]
    assert found[3] == (await screener.screen_bound([AT_HOME], RULE))[0]
    assert await screener.screen_bound([], RULE) == ()


async def test_what_was_overheard_finds_the_customer() -> None:
    screener = Screener(MemoryCandidates({FATHER.id: FATHER}))
    heard = screener.overhear("spoke to casey custommer today, m1 1ae, about the grant")
    found = [await screener.screen(each, RULE) for each in heard]
    assert Certainty.LIKELY in {m.certainty for one in found for m in one.matches}
