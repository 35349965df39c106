"""Only the latest reminder that is due is sent, and once (stage 4)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.duties.owing import Duty
from core.case.duties.reminders import Reminder, due_reminder, next_reminder_day
from core.case.events import DutyKind, Reminded
from core.policy.model import ReminderStep
from core.vocabulary.ids import EntryNo, StaffId
from tests.core.story import POLICY

REVIEW_ON = date(2025, 6, 2)

DUTY = Duty(
    kind=DutyKind.REVIEW_SANCTION,
    about=EntryNo(9),
    owed_by=StaffId("asha"),
    since=date(2025, 3, 3),
    due_on=REVIEW_ON,
    steps=POLICY.review.reminders,
)
NOTHING: frozenset[Reminded] = frozenset()


def sent(duty: Duty, *reminders: Reminder) -> frozenset[Reminded]:
    return frozenset(
        Reminded(duty.kind, duty.about, duty.due_on, reminder.step, reminder.step_on)
        for reminder in reminders
    )


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2025, 5, 18), None),
        (date(2025, 5, 19), Reminder(date(2025, 5, 19), "two-weeks-ahead")),
        (date(2025, 6, 1), Reminder(date(2025, 5, 19), "two-weeks-ahead")),
        (date(2025, 6, 2), Reminder(date(2025, 6, 2), "on-the-day")),
        (date(2025, 6, 5), Reminder(date(2025, 6, 5), "overdue")),
        (date(2025, 6, 11), Reminder(date(2025, 6, 5), "overdue")),
        (date(2025, 6, 12), Reminder(date(2025, 6, 12), "overdue")),
        (date(2026, 1, 2), Reminder(date(2026, 1, 1), "overdue")),
    ],
)
def test_which_reminder_is_due(today: date, due: Reminder | None) -> None:
    assert due_reminder(DUTY, NOTHING, today) == due


def test_a_bot_that_slept_for_a_week_sends_one_reminder() -> None:
    asleep_since = sent(DUTY, Reminder(date(2025, 5, 19), "two-weeks-ahead"))
    today = date(2025, 6, 7)
    due = due_reminder(DUTY, asleep_since, today)
    assert due == Reminder(date(2025, 6, 5), "overdue")
    awake = asleep_since | sent(DUTY, due)
    assert due_reminder(DUTY, awake, today) is None
    assert next_reminder_day(DUTY, awake) == date(2025, 6, 12)


def test_a_new_review_date_begins_anew() -> None:
    done = sent(DUTY, Reminder(date(2025, 6, 5), "overdue"))
    kept = replace(DUTY, since=date(2025, 6, 5), due_on=date(2025, 9, 1))
    assert next_reminder_day(kept, done) == date(2025, 8, 18)
    assert due_reminder(kept, done, date(2025, 6, 30)) is None


def test_what_was_sent_about_another_duty_counts_for_nothing() -> None:
    reminder = Reminder(REVIEW_ON, "on-the-day")
    others = sent(replace(DUTY, about=EntryNo(8)), reminder) | sent(
        replace(DUTY, kind=DutyKind.TELL_CUSTOMER), reminder
    )
    assert due_reminder(DUTY, others, REVIEW_ON) == reminder


def test_a_step_that_lay_before_the_duty_arose_is_not_sent() -> None:
    late = replace(DUTY, since=REVIEW_ON - timedelta(days=5))
    assert due_reminder(late, NOTHING, REVIEW_ON - timedelta(days=1)) is None
    assert next_reminder_day(late, NOTHING) == REVIEW_ON


def test_of_a_repeated_step_the_first_after_the_duty_arose_is_sent() -> None:
    overdue_already = replace(DUTY, since=REVIEW_ON + timedelta(days=4))
    assert next_reminder_day(overdue_already, NOTHING) == REVIEW_ON + timedelta(days=3 + 7)


def test_with_the_last_single_step_sent_there_is_no_next_day() -> None:
    once = replace(DUTY, steps=(ReminderStep("on-the-day", 0),))
    assert next_reminder_day(once, NOTHING) == REVIEW_ON
    assert next_reminder_day(once, sent(once, Reminder(REVIEW_ON, "on-the-day"))) is None


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_whenever_the_bot_looks_it_sends_each_day_at_most_one_and_never_an_older_one(
    waits: list[int],
) -> None:
    done, today, days = NOTHING, REVIEW_ON - timedelta(days=20), []
    for wait in waits:
        today += timedelta(days=wait)
        expected_by = next_reminder_day(DUTY, done)
        due = due_reminder(DUTY, done, today)
        assert (due is not None) == (expected_by is not None and expected_by <= today)
        if due:
            days.append(due.step_on)
            assert due.step_on <= today
            done |= sent(DUTY, due)
    assert days == sorted(set(days))
