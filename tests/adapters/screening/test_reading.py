"""What somebody typed, taken apart."""

import pytest

from adapters.screening.keys import ScreeningKeys
from adapters.screening.typed_text import read
from core.vocabulary.sought import Sought
from tests.adapters.screening.people import LANE, customer


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Casey Customer", Sought(names=("Casey Customer",))),
        ("Mary Sample-Jones", Sought(names=("Mary Sample-Jones",))),
        ("Customer, Casey", Sought(names=("Casey Customer",))),
        ("Casey, Madeupton", Sought(names=("Casey",), addresses=("Madeupton",))),
        (
            "SAMPLE, Mary Jane, M1 1AE",
            Sought(names=("Mary Jane SAMPLE",), addresses=("M1 1AE",), postcodes=("M11AE",)),
        ),
        ("CUS-7K3F9Q", Sought(reference="CUS-7K3F9Q")),
        ("casey@x.example", Sought(emails=("casey@x.example",))),
        (
            "Casey Customer <casey@x.example>",
            Sought(names=("Casey Customer",), emails=("casey@x.example",)),
        ),
        (
            "“casey@x.example”, <mailto:casey@x.example|casey@x.example>",
            Sought(emails=("casey@x.example",)),
        ),
        ("01632 960 001", Sought(phones=("01632 960 001",))),
        (
            "Casey Customer M1 1AE",
            Sought(names=("Casey Customer",), addresses=("M1 1AE",), postcodes=("M11AE",)),
        ),
        (
            f"Casey Customer, {LANE}",
            Sought(names=("Casey Customer",), addresses=(LANE,), postcodes=("M11AE",)),
        ),
        (
            "Casey Customer, Made-up Meadows Ltd",
            Sought(names=("Casey Customer",), organisations=("Made-up Meadows Ltd",)),
        ),
        ("", Sought()),
    ],
)
def test_what_was_typed_is_taken_apart(typed: str, sought: Sought) -> None:
    assert read(typed) == sought


def test_two_slips_leave_a_key_in_common() -> None:
    keys = ScreeningKeys()
    known = keys.keys_of(customer("Katherine Sampleton", address=LANE))
    for name, address in (
        ("Kathrine Samplton", LANE),
        ("Sampleton Cathy", "1 Smaple Lane, M1 1AE"),
        ("Katherine Sampleton", ""),
        ("K Sampleton", "Madeupton M1 1AE"),
    ):
        assert known & keys.keys_of(customer(name, address=address)), name
