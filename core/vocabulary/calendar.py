"""Working days, by which the time to answer is counted."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, Protocol


class Calendar(Protocol):
    """The bank holidays where the public body works; provided from outside."""

    def is_bank_holiday(self, day: date) -> bool: ...


class _NoHolidays:
    def is_bank_holiday(self, day: date) -> bool:  # noqa: ARG002 (whichever it is)
        return False


NO_HOLIDAYS: Final[Calendar] = _NoHolidays()


def is_working_day(calendar: Calendar, day: date) -> bool:
    return day.weekday() < 5 and not calendar.is_bank_holiday(day)


def working_days_after(calendar: Calendar, day: date, count: int) -> date:
    """The ``count``-th working day after ``day``; ``day`` itself for 0."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(calendar, day)
    return day


def working_hours_after(calendar: Calendar, zone: tzinfo, moment: datetime, hours: int) -> datetime:
    """``hours`` later, in UTC, of which those of days that are no working days do not count."""
    left, now = timedelta(hours=hours), moment.astimezone(UTC)
    while True:
        day = now.astimezone(zone).date()
        midnight = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
        if is_working_day(calendar, day):
            if now + left < midnight:
                return now + left
            left -= midnight - now
        now = midnight


def first_at(calendar: Calendar, zone: tzinfo, moment: datetime, hours: Iterable[int]) -> datetime:
    """The first of these hours of working days, in UTC, that is not before ``moment``.

    ``hours``: ascending, one at least.
    """
    every = tuple(hours)
    day = moment.astimezone(zone).date()
    while True:
        if is_working_day(calendar, day):
            for hour in every:
                at = datetime.combine(day, time(hour), zone).astimezone(UTC)
                if at >= moment:
                    return at
        day += timedelta(days=1)
