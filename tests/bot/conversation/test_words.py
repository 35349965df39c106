"""The small pieces of English."""

from datetime import date

import pytest

from bot.conversation.words.calendar import distance
from bot.conversation.words.sentences import counted, cut, ended


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 12, 8), "in 14 days"),
        (date(2026, 11, 21), "3 days ago"),
    ],
)
def test_how_far_off_a_day_is(day: date, said: str) -> None:
    assert distance(day, date(2026, 11, 24)) == said


def test_counting() -> None:
    assert [counted(n, "day") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert counted(2, "entry", "entries") == "2 entries"


def test_cutting_shows_that_something_was_left_off() -> None:
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"


def test_sentences_end() -> None:
    assert [ended(text) for text in ("", "Yes", "Yes.", "Why?")] == ["", "Yes.", "Yes.", "Why?"]
