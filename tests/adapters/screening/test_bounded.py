"""Whoever fills a message or a contact with all that fits makes no more work than others."""

from typing import Any

import phonenumbers
import pytest

from adapters.screening.descriptions import Description
from adapters.screening.keys import MOST_SOUGHT, keys_sought
from adapters.screening.overheard import LONGEST, overhear
from core.vocabulary.sought import Sought

NUMBERS = " ".join(f"{n}{letter}" for n in range(10) for letter in "abcdefghij")
STREETS = "abcdefghijklmnopqrst"


def test_rows_of_digits_that_are_no_number_are_tried_so_often_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[object] = []

    def counted(*number: Any, **more: Any) -> phonenumbers.PhoneNumber:
        tried.append(number)
        return phonenumbers.parse(*number, **more)

    monkeypatch.setattr("phonenumbers.phonenumbermatcher.parse", counted)
    heard = overhear("07700 900123, or " + "01632 960001 " * (LONGEST // 13))
    assert Sought(phones=("07700 900123",)) in heard
    assert len(tried) < 4_000


def test_very_many_details_have_so_many_keys_and_the_surest_are_among_them() -> None:
    sought = Sought(
        names=tuple(f"Casey {letter * 3} Customer" for letter in STREETS),
        emails=tuple(f"casey{n}@customer.example" for n in range(20)),
        phones=tuple(f"01632 9600{n:02}" for n in range(20)),
        addresses=tuple(f"{NUMBERS} {letter * 4} Street" for letter in STREETS),
    )
    keys = keys_sought(Description.of_sought(sought))
    assert len(keys) == MOST_SOUGHT
    assert {f"mail casey{n}@customer.example" for n in range(20)} <= keys.keys()
    assert {f"phone +4416329600{n:02}" for n in range(20)} <= keys.keys()
    assert "name casey customer" in keys


def test_an_ordinary_contact_has_every_key() -> None:
    sought = Sought(
        names=("Casey Ann Customer",),
        emails=("casey@customer.example",),
        phones=("01632 960001",),
        postcodes=("M1 1AE",),
        addresses=("Flat 2, 14 Made Up Street, Anytown",),
        organisations=("Madeup Ltd",),
    )
    assert len(keys_sought(Description.of_sought(sought))) < MOST_SOUGHT / 5
