"""Dates, times and lists as people say them."""

from datetime import UTC, date, datetime, time

import pytest

from core.vocabulary.wording import listed, say_day, say_moment, say_time
from tests.core.story import POLICY


def test_a_day_is_said_in_full() -> None:
    assert say_day(date(2026, 11, 24)) == "Tuesday 24 November 2026"


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(14, 5), "2:05pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(clock: time, said: str) -> None:
    assert say_time(clock) == said


def test_a_moment_is_said_as_local_clocks_show_it() -> None:
    moment = datetime(2025, 7, 7, 23, 30, tzinfo=UTC)
    assert say_moment(moment, POLICY.zone) == "Tuesday 8 July 2025 at 12:30am"


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_list_is_said_with_its_last_word(items: list[str], said: str) -> None:
    assert listed(items, "or") == said
