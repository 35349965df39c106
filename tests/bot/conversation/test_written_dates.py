"""Dates are read as people write them, one on each line."""

from datetime import date

import pytest

from bot.conversation.forms.parts.written_dates import read_date, read_dates


@pytest.mark.parametrize(
    "text",
    [
        "24 November 2026",
        "Tuesday 24 November 2026",
        "Tue, 24th of Nov 2026",
        "24/11/2026",
        "24.11.2026",
        "2026-11-24",
        "  24  november 2026 ",
    ],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["", "soon", "31/02/2026", "24 Ju 2026", "24 J 2026", "11/24/2026", "24 November"]
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read_date(text) is None


def test_lines_of_dates_come_in_order_and_once() -> None:
    assert read_dates("2/3/2026; 1/3/2026\n\n2 March 2026") == (
        (date(2026, 3, 1), date(2026, 3, 2)),
        "",
    )
    assert read_dates("1/3/2026\nnever") == ((), "never")
