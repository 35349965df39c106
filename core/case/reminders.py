"""When a review is to be brought to mind (stage 4; the reminder steps of the policy file).

Only the latest step that is due is sent, once: a bot that slept for a week sends one reminder,
not all those it missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.case.state import Sanction
from core.policy.model import ReviewRule


@dataclass(frozen=True, slots=True)
class Reminder:
    """``step``: its code in the policy file; ``due_on``: the day it is, or was, due."""

    due_on: date
    step: str


def due_reminder(rule: ReviewRule, sanction: Sanction, today: date) -> Reminder | None:
    """The reminder to send now; ``None`` when nothing is due or the latest was sent."""
    if not sanction.in_force:
        return None
    latest = max(_latest_of_each_step(rule, sanction.review_on, today), default=None, key=_day)
    reached = _reached(sanction)
    if latest is None or (reached is not None and latest.due_on <= reached):
        return None
    return latest


def next_reminder_day(rule: ReviewRule, sanction: Sanction) -> date | None:
    """The day on which, or after which, something is to be sent next; ``None``: never."""
    if not sanction.in_force:
        return None
    return min(_first_of_each_step(rule, sanction), default=None)


def _latest_of_each_step(rule: ReviewRule, review_on: date, today: date) -> Iterator[Reminder]:
    for step in rule.reminders:
        first = review_on + timedelta(days=step.days)
        if first > today:
            continue
        repeats = (today - first).days // step.every_days if step.every_days else 0
        yield Reminder(first + timedelta(days=repeats * step.every_days), step.code)


def _first_of_each_step(rule: ReviewRule, sanction: Sanction) -> Iterator[date]:
    """The first day of each step that is later than what was sent."""
    reached = _reached(sanction)
    for step in rule.reminders:
        first = sanction.review_on + timedelta(days=step.days)
        if reached is None or first > reached:
            yield first
        elif step.every_days:
            repeats = (reached - first).days // step.every_days + 1
            yield first + timedelta(days=repeats * step.every_days)


def _reached(sanction: Sanction) -> date | None:
    """The due day of the last reminder sent for the review date as it stands."""
    sent = [due_on for review_on, _, due_on in sanction.reminded if review_on == sanction.review_on]
    return max(sent, default=None)


def _day(reminder: Reminder) -> date:
    return reminder.due_on
