"""Calls on specific days and times only (Annex B row 3)."""

from datetime import date, datetime, timedelta
from typing import Final

from core.case.guidance.answer import Answer, Verdict
from core.case.terms import CallTimesTerms
from core.policy.model import Policy
from core.vocabulary.calendar import Calendar
from core.vocabulary.wording import DAYS, listed, say_day, say_time

_AHEAD: Final = 366
"""How many days are looked at for the next on which calls are answered."""


def by_call_times(
    policy: Policy,
    calendar: Calendar,
    terms: CallTimesTerms,
    means: str | None,
    local: datetime,
    *,
    closed: bool = False,
) -> Answer:
    """``local``: now, as clocks show it where the public body works. ``closed``: another sanction
    leaves no form of calling open, so these times open none."""
    permitted = _permitted(terms)
    known = policy.means_of(means) if means is not None else None
    if known and not known.is_call:
        return Answer(Verdict.ALLOWED, permitted, "This is not a call, so you can answer.")
    if closed:
        advice = "Do not take calls at these times either: no form of calling is open now."
        return Answer(Verdict.NOT_NOW if known else Verdict.DEPENDS, permitted, advice)
    if in_call_times(calendar, terms, local):
        advice = f"You can take a call now, until {say_time(terms.end)}."
        return Answer(Verdict.ALLOWED, permitted, advice)
    again = f"Calls are answered again on {_next_time(calendar, terms, local)}."
    today = ""
    if local.weekday() in terms.days and not _is_call_day(calendar, terms, local.date()):
        today = "Today is a bank holiday. "
    if known:
        advice = f"{today}End the call politely. {again}"
        return Answer(Verdict.NOT_NOW, permitted, advice)
    return Answer(Verdict.DEPENDS, permitted, f"{today}Do not take a call now. {again}")


def in_call_times(calendar: Calendar, terms: CallTimesTerms, local: datetime) -> bool:
    """Whether clocks show a permitted day and time. ``end`` itself is no longer permitted."""
    return _is_call_day(calendar, terms, local.date()) and terms.start <= local.time() < terms.end


def _permitted(terms: CallTimesTerms) -> str:
    days = listed(DAYS[day] for day in sorted(terms.days))
    hours = f"from {say_time(terms.start)} to {say_time(terms.end)}"
    holidays = "" if terms.bank_holidays else ", and not on bank holidays"
    return f"Calls on {days} {hours} only{holidays}."


def _is_call_day(calendar: Calendar, terms: CallTimesTerms, day: date) -> bool:
    if day.weekday() not in terms.days:
        return False
    return terms.bank_holidays or not calendar.is_bank_holiday(day)


def _next_time(calendar: Calendar, terms: CallTimesTerms, local: datetime) -> str:
    has_begun = local.time() >= terms.start
    ahead = (local.date() + timedelta(days=days) for days in range(has_begun, _AHEAD))
    day = next((day for day in ahead if _is_call_day(calendar, terms, day)), None)
    return f"{say_day(day)} at {say_time(terms.start)}" if day else "the next permitted day"
