"""Bank holidays, as governments publish them."""

from datetime import date

import pytest

from adapters.calendar import UnknownPlace, calendar_of
from core.vocabulary.calendar import is_working_day, working_days_after


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 1),
        date(2025, 4, 18),  # Good Friday
        date(2025, 4, 21),  # Easter Monday
        date(2025, 5, 5),
        date(2025, 5, 26),
        date(2025, 8, 25),
        date(2025, 12, 25),
        date(2025, 12, 26),
        date(2026, 12, 28),  # in place of Boxing Day, a Saturday
        date(2023, 5, 8),  # the Coronation
        date(2020, 5, 8),  # moved from the Monday
    ],
)
def test_a_bank_holiday_is_no_working_day(day: date) -> None:
    calendar = calendar_of("GB-ENG")
    assert calendar.is_bank_holiday(day)
    assert not is_working_day(calendar, day)


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 2),  # Scotland's alone
        date(2025, 3, 17),  # Northern Ireland's alone
        date(2025, 8, 4),  # Scotland's alone
        date(2020, 5, 4),  # moved to the Friday
        date(2025, 6, 4),
    ],
)
def test_holidays_of_other_nations_are_working_days(day: date) -> None:
    assert is_working_day(calendar_of("GB-ENG"), day)


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        (date(2025, 4, 16), 3, date(2025, 4, 23)),  # over Easter
        (date(2025, 12, 23), 3, date(2025, 12, 30)),  # over Christmas
        (date(2025, 12, 31), 1, date(2026, 1, 2)),  # into the next year
        (date(2025, 3, 7), 0, date(2025, 3, 7)),
        (date(2025, 3, 8), 1, date(2025, 3, 10)),  # from a Saturday
    ],
)
def test_working_days_are_counted_over_them(asked: date, days: int, due: date) -> None:
    assert working_days_after(calendar_of("GB-ENG"), asked, days) == due


def test_another_body_has_the_holidays_of_its_own_place() -> None:
    ohi_day = date(2025, 10, 28)
    assert calendar_of("GR").is_bank_holiday(ohi_day)
    assert not calendar_of("GB-ENG").is_bank_holiday(ohi_day)
    assert not calendar_of("none").is_bank_holiday(date(2025, 12, 25))


@pytest.mark.parametrize("place", ["XX", "GB-XXX"])
def test_a_place_without_a_calendar_is_told(place: str) -> None:
    with pytest.raises(UnknownPlace):
        calendar_of(place)
