"""Hours of which those of the weekend and of holidays do not count."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vocabulary.calendar import NO_HOLIDAYS, first_at, is_working_day, working_hours_after

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Holidays:
    days: frozenset[date]

    def is_bank_holiday(self, day: date) -> bool:
        return day in self.days


EASTER = Holidays(frozenset({date(2025, 4, 18), date(2025, 4, 21)}))
"""Good Friday and Easter Monday."""

moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
some_hours = st.integers(0, 24 * 20)
calendars = st.sampled_from([NO_HOLIDAYS, EASTER])


@pytest.mark.parametrize(
    ("moment", "hours", "due"),
    [
        (datetime(2025, 3, 4, 10, 30, tzinfo=UTC), 0, datetime(2025, 3, 4, 10, 30, tzinfo=UTC)),
        (datetime(2025, 3, 4, 10, 30, tzinfo=UTC), 24, datetime(2025, 3, 5, 10, 30, tzinfo=UTC)),
        (datetime(2025, 3, 7, 15, 0, tzinfo=UTC), 24, datetime(2025, 3, 10, 15, 0, tzinfo=UTC)),
        (datetime(2025, 3, 8, 15, 0, tzinfo=UTC), 24, datetime(2025, 3, 11, 0, 0, tzinfo=UTC)),
        (datetime(2025, 4, 17, 9, 0, tzinfo=UTC), 24, datetime(2025, 4, 22, 9, 0, tzinfo=UTC)),
        (datetime(2025, 7, 4, 23, 30, tzinfo=UTC), 1, datetime(2025, 7, 7, 0, 0, tzinfo=UTC)),
        (datetime(2025, 7, 4, 22, 30, tzinfo=UTC), 1, datetime(2025, 7, 6, 23, 30, tzinfo=UTC)),
    ],
)
def test_hours_of_days_that_are_no_working_days_do_not_count(
    moment: datetime, hours: int, due: datetime
) -> None:
    """Days are those of London: in summer it is Saturday there an hour before it is in UTC."""
    assert working_hours_after(EASTER, LONDON, moment, hours) == due


@given(moments, some_hours, calendars)
def test_it_is_always_on_a_working_day_and_never_too_early(
    moment: datetime, hours: int, calendar: Holidays
) -> None:
    due = working_hours_after(calendar, LONDON, moment, hours)
    assert is_working_day(calendar, due.astimezone(LONDON).date())
    assert due >= moment + timedelta(hours=hours)


@given(moments, some_hours, some_hours, calendars)
def test_later_and_longer_is_never_earlier(
    moment: datetime, hours: int, more: int, calendar: Holidays
) -> None:
    due = working_hours_after(calendar, LONDON, moment, hours)
    assert working_hours_after(calendar, LONDON, moment, hours + more) >= due
    later = moment + timedelta(hours=more)
    assert working_hours_after(calendar, LONDON, later, hours) >= due


@given(moments, some_hours, some_hours, calendars)
def test_hours_add_up(moment: datetime, hours: int, more: int, calendar: Holidays) -> None:
    due = working_hours_after(calendar, LONDON, moment, hours)
    both = working_hours_after(calendar, LONDON, moment, hours + more)
    assert working_hours_after(calendar, LONDON, due, more) == both


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (datetime(2025, 3, 4, 0, 0, tzinfo=UTC), datetime(2025, 3, 4, 8, 0, tzinfo=UTC)),
        (datetime(2025, 3, 4, 8, 1, tzinfo=UTC), datetime(2025, 3, 4, 16, 0, tzinfo=UTC)),
        (datetime(2025, 3, 4, 16, 0, tzinfo=UTC), datetime(2025, 3, 4, 16, 0, tzinfo=UTC)),
        (datetime(2025, 3, 7, 16, 1, tzinfo=UTC), datetime(2025, 3, 10, 8, 0, tzinfo=UTC)),
        (datetime(2025, 4, 17, 17, 0, tzinfo=UTC), datetime(2025, 4, 22, 7, 0, tzinfo=UTC)),
    ],
)
def test_the_first_of_the_hours_is_one_of_a_working_day(moment: datetime, due: datetime) -> None:
    """The hours are those of London: in summer an hour earlier than in UTC."""
    assert first_at(EASTER, LONDON, moment, (8, 16)) == due


@given(moments, some_hours, calendars)
def test_a_later_moment_never_has_an_earlier_hour(
    moment: datetime, more: int, calendar: Holidays
) -> None:
    due = first_at(calendar, LONDON, moment, [16])
    assert due >= moment
    assert is_working_day(calendar, due.astimezone(LONDON).date())
    assert first_at(calendar, LONDON, moment + timedelta(hours=more), [16]) >= due
    assert first_at(calendar, LONDON, due, [16]) == due
