"""People like a customer, made up from the customer's name."""

import pytest

from adapters.playground import Contact
from bot.app.slips import OTHER_MAIL, neighbour, slips


def test_from_most_to_least_like() -> None:
    assert list(slips("Casey Customer", "ZZ1 1ZZ")) == [
        Contact("Casey Custmer", postcode="ZZ1 1ZZ"),
        Contact("C Custmer", postcode="ZZ1 1ZZ"),
        Contact("Casey Customer", OTHER_MAIL),
        Contact("Casey Customer"),
    ]


def test_without_a_postcode_the_name_remains() -> None:
    names = [slip.name for slip in slips("Casey O'Customer-Smythe", "")]
    assert names == ["Casey O'Customer-Smythe"] * 2


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Casey Customer <!channel>", "Casey Customer"),
        ("  Casey   X ", "Casey X"),
        ("Casey", "Casey"),
        ("Кейси Клиент", "Кейси Клиент"),
    ],
)
def test_what_is_no_name_is_left_out(name: str, clean: str) -> None:
    assert [slip.name for slip in slips(name, "ZZ1 1ZZ")][-1] == clean


def test_of_nothing_like_a_name_there_is_nobody_like_it() -> None:
    assert list(slips("<@U123> 42", "ZZ1 1ZZ")) == []
    assert neighbour("<@U123> 42", "ZZ1 1ZZ") is None


def test_a_neighbour_has_another_first_name() -> None:
    assert neighbour("Casey Customer", "ZZ1 1ZZ") == Contact("Riley Customer", postcode="ZZ1 1ZZ")
    riley = neighbour("riley Customer", "ZZ1 1ZZ")
    assert riley == Contact("Jordan Customer", postcode="ZZ1 1ZZ")
    assert neighbour("Casey Customer", "") is None
    assert neighbour("Casey", "ZZ1 1ZZ") is None
