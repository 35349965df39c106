"""When an open alert is brought to mind, and whose mind (stage 3; Responsibilities).

As of every reminder, only the latest that is due is sent, once. All of one case fall due at the
same hours, so that a customer who writes again and again is one reminder a day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.alert.state import Alert
from core.case.authority.seats import seats_of
from core.case.scene import Scene
from core.policy.model import Policy
from core.vocabulary.calendar import Calendar, first_at, working_hours_after
from core.vocabulary.ids import StaffId

_DAY: Final = 24
_HOUR: Final = 16
"""Of the day: late enough that the contacts of office hours are told of on the next."""


@dataclass(frozen=True, slots=True)
class DueReminder:
    """``goes_up``: whether the next above hears it too."""

    due_at: datetime
    goes_up: bool


@dataclass(frozen=True, slots=True)
class Reminding:
    """By the rule of the policy file; hours are those of working days."""

    policy: Policy
    calendar: Calendar

    def next_at(self, alert: Alert) -> datetime | None:
        """``None``: never."""
        return next((reminder.due_at for reminder in self._to_come(alert)), None)

    def due(self, alert: Alert, now: datetime) -> DueReminder | None:
        """The one to send now."""
        latest = None
        for reminder in self._to_come(alert):
            if reminder.due_at > now:
                break
            latest = reminder
        return latest

    def _to_come(self, alert: Alert) -> Iterator[DueReminder]:
        """Those after the last that was sent, without end."""
        if alert.settled or alert.let_be:
            return
        since = alert.open_since or alert.first_at
        reached = max((each.due_at for each in alert.reminders), default=since)
        rule = self.policy.alerts
        first = self._after(since, rule.remind_after_hours)
        if first > reached:
            yield DueReminder(first, goes_up=False)
        due_at = self._after(since, rule.escalate_after_hours)
        while True:
            if due_at > reached:
                yield DueReminder(due_at, goes_up=True)
            due_at = self._after(due_at, 24 * rule.remind_every_days)

    def _after(self, moment: datetime, hours: int) -> datetime:
        zone = self.policy.zone
        due_at = working_hours_after(self.calendar, zone, moment, hours)
        return first_at(self.calendar, zone, due_at, self._hours())

    def _hours(self) -> range:
        """Of a day; several where the policy file counts in less than days."""
        first, up = self.policy.alerts.remind_after_hours, self.policy.alerts.escalate_after_hours
        apart = min(first, up - first, _DAY)
        return range(_HOUR % apart, _DAY, apart)


def reminded_of(scene: Scene, owner: StaffId, *, goes_up: bool) -> tuple[StaffId, ...]:
    """``owner``, who looks after the case, or their deputy; whoever is not there, the next above.

    ``goes_up``: the next above them too. Nobody, where nobody in this line is there.
    """
    member = scene.people.get(owner)
    line = (*((member,) if member else ()), *scene.people.above(owner))
    here = [seat.member.id for seat in seats_of(scene, line)]
    return tuple(here[: 2 if goes_up else 1])
