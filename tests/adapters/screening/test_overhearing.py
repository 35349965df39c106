"""Of whom a chat message may speak, and that no message takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.screening.overheard import LONGEST, MOST, overhear
from core.vocabulary.sought import Sought


def names(text: str) -> set[str]:
    return {name for sought in overhear(text) for name in sought.names}


def test_identifiers_are_each_on_their_own() -> None:
    heard = overhear("casey@customer.example rang from 01632 960 001 about UCB-7K3F9Q at M1 1AE")
    assert Sought(emails=("casey@customer.example",)) in heard
    assert Sought(phones=("01632 960 001",)) in heard
    assert Sought(reference="UCB-7K3F9Q") in heard
    assert Sought(postcodes=("M11AE",)) in heard
    assert not any(sought.names for sought in heard)


def test_a_name_comes_alone_and_with_what_stands_in_the_same_message() -> None:
    heard = overhear("Casey Customer rang, 01632 960 001, lives at m11ae")
    assert Sought(names=("Casey Customer",)) in heard
    assert (
        Sought(names=("Casey Customer",), phones=("01632 960 001",), postcodes=("M11AE",)) in heard
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday Casey Customer rang", "Casey Customer"),
        ("From: Customer, Casey <casey@customer.example>", "Casey Customer"),
        ("Sample, Mary Jane called", "Mary Jane Sample"),
        ("please ask J. O'Sample", "J O'Sample"),
        ("Ludwig van Madeup wrote", "Ludwig van Madeup"),
        ("PLEASE CALL CASEY CUSTOMER", "CASEY CUSTOMER"),
        ("spoke to casey customer today", "casey customer"),
        ("Дмитрий Образцов писал", "Дмитрий Образцов"),
        ("زيد مثال", "زيد مثال"),
        ("Ca\u200dsey \u202eCustomer", "Casey Customer"),
        ("half a \ud83d Casey Customer", "Casey Customer"),
        ("Mary Jane Ann Sample Jones here", "Ann Sample Jones"),
    ],
)
def test_words_written_as_names_are_found(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize("text", ["", "It rained today.", "See you on Monday", "no, Thanks", "M1"])
def test_ordinary_words_are_no_names(text: str) -> None:
    assert overhear(text) == ()


@pytest.mark.parametrize(
    "when",
    ["2026-03-02 09:30", "2026-03-02T09:30:00Z", "02/03/2026", "2.3.26, 9:30", "09:30:15", "0:34"],
)
def test_the_time_of_a_call_hides_no_number(when: str) -> None:
    """As telephone systems write their lines."""
    for line in (f"{when} 07700 900123", f"07700 900123 {when}", f"{when} 07700 900123 {when}"):
        assert Sought(phones=("07700 900123",)) in overhear(line)


@pytest.mark.parametrize("number", ["01.23.45.67.89", "0161-496-0123", "+33 1-23-45-67-89"])
def test_a_number_that_looks_like_a_date_is_one(number: str) -> None:
    assert Sought(phones=(number,)) in overhear(f"from {number} today")


def test_an_invisible_mark_hides_no_number() -> None:
    assert Sought(phones=("07700 900123",)) in overhear("\u202a07700\u200e 900123\u202c")


def test_what_stands_beyond_a_long_message_is_not_read() -> None:
    assert names("x" * LONGEST + " Casey Customer") == set()


_PIECES = (
    "1",
    "1 ",
    "A ",
    "Aa, ",
    "@",
    "a@",
    "a@a.",
    "x",
    "Aa-",
    "M1 ",
    "\u200f",
    "(",
    "AB-1",
    "\0",
)
_MORE_PIECES = ("mark ", "\ud800", "Mc ", "O'", "9" * 20 + " ", "+44 1632 960001 ")


@pytest.mark.parametrize("piece", [*_PIECES, *_MORE_PIECES])
def test_a_megabyte_of_anything_is_read_in_part(piece: str) -> None:
    assert len(overhear(piece * (1_000_000 // len(piece)))) <= MOST


_HOSTILE = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\u200f\u202e\ud800\udfff\0@,.-'+()0123456789AaMm ")
    ),
    max_size=400,
)


@given(_HOSTILE)
def test_any_text_gives_few_and_only_what_it_says(text: str) -> None:
    heard = overhear(text)
    assert len(heard) <= MOST
    assert len(set(heard)) == len(heard)
    for sought in heard:
        said = (*sought.names, *sought.emails, *sought.phones, *sought.postcodes, sought.reference)
        assert any(said)
        for each in said:
            each.encode("utf-8")


@given(_HOSTILE)
def test_a_name_is_found_in_whatever_stands_around_it(text: str) -> None:
    assert "Casey Customer" in names(f"{text[:60]}\n;\nCasey Customer\n;\n")
