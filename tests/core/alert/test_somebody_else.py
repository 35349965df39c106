"""What is remembered of "another person" tells of somebody else, never of the customer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.screening import in_normal_form
from core.alert.known_as import known_as
from core.alert.somebody_else import (
    names_somebody,
    otherwise_written,
    particulars,
    tells_of_somebody_else,
)
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought

CASEY = Customer(
    CustomerId("casey"),
    "CUS-7K3F9Q",
    "Casey Customer",
    ("casey@customer.example",),
    ("01632 960001",),
    organisation="Sample Farms Ltd",
    address="1 Sample Lane, Madeupton, M1 1AE",
    other_names=("Casey Kowalska",),
)
MERGED = replace(
    CASEY,
    id=CustomerId("kay"),
    reference="CUS-B01ZD3",
    name="Kay Customer",
    emails=("kay@customer.example",),
    other_names=(),
)


def tells(who: Sought, *records: Customer) -> bool:
    theirs = [in_normal_form(particulars(each)) for each in records or (CASEY,)]
    return tells_of_somebody_else(in_normal_form(who), theirs)


@pytest.mark.parametrize(
    "who",
    [
        Sought(names=("Robin Roe",)),
        Sought(emails=("casey@customer.example",)),
        Sought(emails=("other@example.org",)),
        Sought(phones=("+44 1632 960001",)),
        Sought(phones=("01632 960001",), emails=("other@example.org",)),
        Sought(reference="CUS-7K3F9Q"),
        Sought(postcodes=("M1 1AE",)),
        Sought(addresses=("9 Other Lane, M1 1AE",)),
        Sought(organisations=("Other Farms",), postcodes=("M1 1AE",)),
        Sought(names=("Robin Roe",), reference="CUS-7K3F9Q"),
    ],
)
def test_without_a_name_or_with_nothing_else_nobody_is_told(who: Sought) -> None:
    assert not names_somebody(who)
    assert not tells(who)


@pytest.mark.parametrize(
    "who",
    [
        Sought(names=("Casey Customer",), emails=("CASEY@customer.example",)),
        Sought(names=("C. Customer",), phones=("01632960001",)),
        Sought(names=("Customer",), phones=("01632960001",)),
        Sought(names=("Kowalska, Casey",), postcodes=("m11ae",)),
        Sought(names=("Mrs Casey Customer",), addresses=("1 Sample Ln",)),
        Sought(
            names=("Casey Customer",), addresses=("1 Sample Lane, Madeupton, Loamshire M1 1AE",)
        ),
        Sought(names=("Casey Customer",), organisations=("Sample Farms",), reference="cus-7k3f9q"),
    ],
)
def test_what_is_all_the_customers_own_tells_of_nobody_else(who: Sought) -> None:
    assert names_somebody(who)
    assert not tells(who)


@pytest.mark.parametrize(
    "who",
    [
        Sought(names=("Pat Partner",), phones=("01632 960001",)),
        Sought(names=("Casey Customer",), emails=("other@example.org",)),
        Sought(names=("Casey Customer",), emails=("other@example.org", *CASEY.emails)),
        Sought(names=("Casey Custommer",), postcodes=("M1 1AE",)),
        Sought(names=("Casey Customer Jr",), postcodes=("M1 1AE",)),
        Sought(names=("Casey Customer",), addresses=("9 Other Lane, Madeupton, M1 1AE",)),
        Sought(names=("Casey Customer",), organisations=("Other Farms",)),
        Sought(names=("K Customer",), emails=CASEY.emails),
    ],
)
def test_anything_else_beside_a_name_tells_of_somebody_else(who: Sought) -> None:
    assert tells(who)


def test_the_particulars_of_every_record_are_their_own() -> None:
    mixed = Sought(names=("Kay Customer",), emails=CASEY.emails)
    assert tells(mixed, CASEY)
    assert not tells(mixed, CASEY, MERGED)
    assert not tells(replace(mixed, reference=MERGED.reference), CASEY, MERGED)


def written(who: Sought) -> list[str]:
    return [known_as(each) for each in otherwise_written(in_normal_form(who))]


def test_the_same_in_other_writing_says_no_more() -> None:
    assert written(Sought(names=("Robin Roe",), phones=("07700 900999",))) == [
        "name r roe | phone +447700900999"
    ]
    assert written(Sought(names=("Robin Roe",), addresses=("9 Other Lane, M1 1AE",))) == [
        "name robin roe | address 9 other lane",
        "name r roe | postcode m11ae | address 9 other lane",
        "name r roe | address 9 other lane",
    ]


def test_an_identifier_is_never_left_out_nor_put_in_and_a_first_name_never_guessed() -> None:
    assert written(Sought(names=("R Roe",), phones=("07700 900999",))) == []
    assert written(Sought(names=("Roe",), emails=("roe@example.org",))) == []
    assert written(Sought(names=("R Roe",), postcodes=("M1 1AE",))) == []


words = st.sampled_from(["Robin Roe", "R Roe", "Kay", "Robin R Roe Jr"])
soughts = st.builds(
    Sought,
    names=st.lists(words, min_size=1, max_size=5).map(tuple),
    emails=st.lists(st.sampled_from(["a@example.org", "b@example.org"])).map(tuple),
    phones=st.lists(st.sampled_from(["07700 900999", "01632 960001"])).map(tuple),
    addresses=st.lists(st.sampled_from(["9 Other Lane", "1 Sample Lane, M1 1AE"])).map(tuple),
    postcodes=st.lists(st.sampled_from(["M1 1AE", "M1 2BB"])).map(tuple),
)


@given(soughts)
def test_other_writing_keeps_every_identifier_and_every_address(who: Sought) -> None:
    normal = in_normal_form(who)
    for each in otherwise_written(normal):
        assert each != normal
        assert (each.emails, each.phones) == (normal.emails, normal.phones)
        assert (each.addresses, each.organisations) == (normal.addresses, normal.organisations)
        assert len(each.names) == len(normal.names)
        assert each.postcodes == normal.postcodes or (normal.addresses and not each.postcodes)
        assert names_somebody(each) is names_somebody(normal)
