"""Only the latest reminder that is due is sent, and once (stage 4)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.reminders import Reminder, due_reminder, next_reminder_day
from core.case.state import Sanction
from core.policy.model import ReminderStep
from core.vocabulary.ids import EntryNo, StaffId
from tests.core.story import IN_WRITING, POLICY

RULE = POLICY.review
REVIEW_ON = date(2025, 6, 2)

SANCTION = Sanction(
    no=EntryNo(9),
    terms=IN_WRITING,
    applied_at=datetime(2025, 3, 3, tzinfo=UTC),
    proposed_by=StaffId("asha"),
    approved_by=StaffId("morgan"),
    review_on=REVIEW_ON,
)


def sent(sanction: Sanction, *reminders: Reminder) -> Sanction:
    told = {(sanction.review_on, reminder.step, reminder.due_on) for reminder in reminders}
    return replace(sanction, reminded=sanction.reminded | told)


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
    assert due_reminder(RULE, SANCTION, today) == due


def test_a_bot_that_slept_for_a_week_sends_one_reminder() -> None:
    asleep_since = sent(SANCTION, Reminder(date(2025, 5, 19), "two-weeks-ahead"))
    today = date(2025, 6, 7)
    due = due_reminder(RULE, asleep_since, today)
    assert due == Reminder(date(2025, 6, 5), "overdue")
    awake = sent(asleep_since, due)
    assert due_reminder(RULE, awake, today) is None
    assert next_reminder_day(RULE, awake) == date(2025, 6, 12)


def test_a_new_review_date_begins_anew() -> None:
    done = sent(SANCTION, Reminder(date(2025, 6, 5), "overdue"))
    kept = replace(done, review_on=date(2025, 9, 1))
    assert next_reminder_day(RULE, kept) == date(2025, 8, 18)
    assert due_reminder(RULE, kept, date(2025, 6, 30)) is None


def test_of_what_is_lifted_nobody_is_reminded() -> None:
    lifted = replace(SANCTION, lifted_at=datetime(2025, 4, 1, tzinfo=UTC))
    assert due_reminder(RULE, lifted, REVIEW_ON) is None
    assert next_reminder_day(RULE, lifted) is None


def test_with_the_last_single_step_sent_there_is_no_next_day() -> None:
    once = replace(RULE, reminders=(ReminderStep("on-the-day", 0),))
    assert next_reminder_day(once, SANCTION) == REVIEW_ON
    assert next_reminder_day(once, sent(SANCTION, Reminder(REVIEW_ON, "on-the-day"))) is None


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_whenever_the_bot_looks_it_sends_each_day_at_most_one_and_never_an_older_one(
    waits: list[int],
) -> None:
    sanction, today, days = SANCTION, REVIEW_ON - timedelta(days=20), []
    for wait in waits:
        today += timedelta(days=wait)
        expected_by = next_reminder_day(RULE, sanction)
        due = due_reminder(RULE, sanction, today)
        assert (due is not None) == (expected_by is not None and expected_by <= today)
        if due:
            days.append(due.due_on)
            assert due.due_on <= today
            sanction = sent(sanction, due)
    assert days == sorted(set(days))
