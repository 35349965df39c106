"""Calls on specific days and times, with or without bank holidays (Annex B, row 3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.guidance import Verdict, guidance
from core.case.terms import (
    CallTimesTerms,
    SanctionTerms,
)
from core.vocabulary.calendar import NO_HOLIDAYS
from tests.core.case.guidance.asked import LONDON, PEOPLE, WEEKDAY_MORNINGS, answer, at
from tests.core.story import IN_WRITING, POLICY, Story


@pytest.mark.parametrize(
    ("means", "when", "verdict", "advice"),
    [
        ("phone", "2025-03-10T09:29", Verdict.NOT_NOW, "Monday 10 March 2025 at 9:30am"),
        ("phone", "2025-03-10T09:30", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-03-10T11:59", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-03-10T12:00", Verdict.NOT_NOW, "Wednesday 12 March 2025 at 9:30am"),
        ("video-call", "2025-03-11T10:00", Verdict.NOT_NOW, "Wednesday 12 March 2025"),
        ("phone", "2025-03-15T10:00", Verdict.NOT_NOW, "Monday 17 March 2025"),
        ("email", "2025-03-15T10:00", Verdict.ALLOWED, "This is not a call"),
        (None, "2025-03-10T10:00", Verdict.ALLOWED, "until midday"),
        (None, "2025-03-10T13:00", Verdict.DEPENDS, "Do not take a call now"),
        # Summer time: 8:30 in UTC is already 9:30 in London.
        ("phone", "2025-07-07T09:30", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-07-07T09:29", Verdict.NOT_NOW, "Monday 7 July 2025"),
    ],
)
def test_calls_on_specific_days_and_times_only(
    means: str | None, when: str, verdict: Verdict, advice: str
) -> None:
    told = answer(SanctionTerms("call-times", WEEKDAY_MORNINGS), means, at(when))
    assert told.verdict is verdict
    assert advice in told.advice
    assert told.permitted == (
        "Calls on Monday and Wednesday from 9:30am to midday only, and not on bank holidays."
    )


@pytest.mark.parametrize(
    ("means", "verdict", "advice"),
    [
        ("phone", Verdict.NOT_NOW, "no form of calling is open"),
        (None, Verdict.DEPENDS, "no form of calling is open"),
        ("letter", Verdict.ALLOWED, "This is not a call"),
    ],
)
def test_times_for_calls_open_none_where_another_sanction_closes_every_form_of_calling(
    means: str | None, verdict: Verdict, advice: str
) -> None:
    case = Story().sanctioned(IN_WRITING, SanctionTerms("call-times", WEEKDAY_MORNINGS)).case
    when = at("2025-03-10T10:00")
    _, calls = guidance(POLICY, case, PEOPLE, means, when, NO_HOLIDAYS)
    assert calls.verdict is verdict
    assert advice in calls.advice


class Holidays:
    """Every Monday of March 2025 but the last, as far as anybody here knows."""

    def is_bank_holiday(self, day: date) -> bool:
        return day in (date(2025, 3, 10), date(2025, 3, 17), date(2025, 3, 24))


@pytest.mark.parametrize(
    ("days", "when", "verdict", "advice"),
    [
        ({0, 2}, "2025-03-10T10:00", Verdict.NOT_NOW, "Today is a bank holiday. End the call"),
        ({0, 2}, "2025-03-10T10:00", Verdict.NOT_NOW, "Wednesday 12 March 2025 at 9:30am"),
        ({0, 2}, "2025-03-12T10:00", Verdict.ALLOWED, "until midday"),
        ({0}, "2025-03-10T08:00", Verdict.NOT_NOW, "Monday 31 March 2025 at 9:30am"),
        ({0}, "2025-03-11T10:00", Verdict.NOT_NOW, "Monday 31 March 2025 at 9:30am"),
    ],
)
def test_on_a_bank_holiday_no_calls_are_taken(
    days: set[int], when: str, verdict: Verdict, advice: str
) -> None:
    terms = replace(WEEKDAY_MORNINGS, days=frozenset(days))
    told = answer(SanctionTerms("call-times", terms), "phone", at(when), Holidays())
    assert told.verdict is verdict
    assert advice in told.advice


def test_unless_the_sanction_says_that_bank_holidays_are_as_any_day() -> None:
    terms = replace(WEEKDAY_MORNINGS, bank_holidays=True)
    told = answer(SanctionTerms("call-times", terms), "phone", at("2025-03-10T10:00"), Holidays())
    assert told.verdict is Verdict.ALLOWED
    assert "bank holiday" not in told.permitted


class EveryDay:
    def is_bank_holiday(self, day: date) -> bool:
        return True


def test_a_calendar_full_of_holidays_is_still_answered() -> None:
    sanction = SanctionTerms("call-times", WEEKDAY_MORNINGS)
    told = answer(sanction, "phone", at("2025-03-10T10:00"), EveryDay())
    assert told.verdict is Verdict.NOT_NOW
    assert "the next permitted day" in told.advice


CALLS = Story().sanctioned(SanctionTerms("call-times", WEEKDAY_MORNINGS)).case


def moments(first: datetime, days: int) -> st.SearchStrategy[datetime]:
    return st.integers(0, days * 24 * 60).map(lambda minutes: first + timedelta(minutes=minutes))


SUMMER_TIME_2025 = (datetime(2025, 3, 30, 1, tzinfo=UTC), datetime(2025, 10, 26, 1, tzinfo=UTC))


@given(moments(datetime(2025, 1, 1, tzinfo=UTC), days=365))
def test_a_call_is_answered_exactly_when_londons_clocks_say_so(when: datetime) -> None:
    [told] = guidance(POLICY, CALLS, PEOPLE, "phone", when, NO_HOLIDAYS)
    begins, ends = SUMMER_TIME_2025
    clocks = when + timedelta(hours=1) if begins <= when < ends else when
    inside = clocks.weekday() in (0, 2) and time(9, 30) <= clocks.time() < time(12)
    assert (told.verdict is Verdict.ALLOWED) == inside


@given(
    st.frozensets(st.integers(0, 6), min_size=1),
    moments(datetime(2025, 3, 20, tzinfo=UTC), days=21),
)
def test_the_next_time_named_is_a_permitted_day_within_a_week(
    days: frozenset[int], when: datetime
) -> None:
    terms = SanctionTerms("call-times", CallTimesTerms(days, time(0, 30), time(2, 30)))
    [told] = guidance(POLICY, Story().sanctioned(terms).case, PEOPLE, "phone", when, NO_HOLIDAYS)
    local = when.astimezone(LONDON)
    if told.verdict is Verdict.ALLOWED:
        return
    ahead = (local.date() + timedelta(days=i) for i in range(8))
    named = [day for day in ahead if f" {day.day} {day:%B} {day.year} at 12:30am" in told.advice]
    assert len(named) == 1
    assert named[0].weekday() in days
    assert (named[0], time(0, 30)) > (local.date(), local.time())
