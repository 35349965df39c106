"""When a duty is to be brought to mind (the reminder steps of the policy file).

Only the latest step that is due is sent, once: a bot that slept for a week sends one reminder,
not all those it missed. A step that lay before the duty arose is not sent at all. Where a duty is
brought to mind on working days alone, a repetition on another day is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.case.duties.owing import Duty
from core.case.events import Reminded
from core.policy.model import ReminderStep
from core.vocabulary.calendar import is_working_day


@dataclass(frozen=True, slots=True)
class Reminder:
    """``step``: its code in the policy file; ``step_on``: the day it is, or was, due."""

    step_on: date
    step: str


def due_reminder(duty: Duty, sent: frozenset[Reminded], today: date) -> Reminder | None:
    """The reminder to send now; ``None`` when nothing is due or the latest was sent."""
    latest = max(_latest_of_each_step(duty, today), default=None, key=_day)
    reached = _reached(duty, sent)
    if latest is None or (reached is not None and latest.step_on <= reached):
        return None
    return latest


def next_reminder_day(duty: Duty, sent: frozenset[Reminded]) -> date | None:
    """The day on which, or after which, something is to be sent next; ``None``: never."""
    return min(_first_of_each_step(duty, _reached(duty, sent)), default=None)


def _latest_of_each_step(duty: Duty, today: date) -> Iterator[Reminder]:
    for step in duty.steps:
        first = _first(duty, step)
        if first is None or first > today:
            continue
        repeats = (today - first).days // step.every_days if step.every_days else 0
        latest = first + timedelta(days=repeats * step.every_days)
        while latest > first and not _counts(duty, latest):
            latest -= timedelta(days=step.every_days)
        yield Reminder(latest, step.code)


def _first_of_each_step(duty: Duty, reached: date | None) -> Iterator[date]:
    """The first day of each step that is later than what was sent."""
    for step in duty.steps:
        first = _first(duty, step)
        if first is None:
            continue
        if reached is None or first > reached:
            yield first
        elif step.every_days:
            repeats = (reached - first).days // step.every_days + 1
            following = first + timedelta(days=repeats * step.every_days)
            while not _counts(duty, following):
                following += timedelta(days=step.every_days)
            yield following


def _counts(duty: Duty, day: date) -> bool:
    return duty.working is None or is_working_day(duty.working, day)


def _first(duty: Duty, step: ReminderStep) -> date | None:
    """The step's first day, from the day on which the duty arose."""
    first = duty.due_on + timedelta(days=step.days)
    if first >= duty.since:
        return first
    if not step.every_days:
        return None
    missed = -(-(duty.since - first).days // step.every_days)
    return first + timedelta(days=missed * step.every_days)


def _reached(duty: Duty, sent: frozenset[Reminded]) -> date | None:
    """The day of the last reminder sent for the duty as it stands."""
    mine = (
        each.step_on
        for each in sent
        if (each.duty, each.about, each.due_on) == (duty.kind, duty.about, duty.due_on)
    )
    return max(mine, default=None)


def _day(reminder: Reminder) -> date:
    return reminder.step_on
