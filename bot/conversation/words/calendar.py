"""Dates and times as people say them, where the public body works."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day(when: date) -> str:
    """``Tuesday 24 November 2026``."""
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}"


def clock(when: time) -> str:
    """``2:05pm``, ``9am``, ``midday``."""
    if when.minute == 0 and when.hour in (0, 12):
        return "midday" if when.hour else "midnight"
    minutes = f":{when.minute:02}" if when.minute else ""
    return f"{when.hour % 12 or 12}{minutes}{'am' if when.hour < 12 else 'pm'}"


def moment(when: datetime, zone: ZoneInfo) -> str:
    """``Tuesday 24 November 2026 at 2:05pm``."""
    local = when.astimezone(zone)
    return f"{day(local.date())} at {clock(local.time())}"


def distance(when: date, today: date) -> str:
    """How far off a day is: ``in 14 days``, ``today``, ``3 days ago``."""
    days = (when - today).days
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"
