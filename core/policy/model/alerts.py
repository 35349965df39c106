"""How colleagues are told that a customer under sanction made contact."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class AlertRule:
    """Contacts within ``together_minutes`` of each other are told in one alert, with their count,
    ``most_seen`` of them at most. ``show_name``: whether a channel may read who it is.
    ``keep_receipts_days``: for how long a contact that comes again is known to be the same.

    An alert of which nobody says what happened is brought to mind after ``remind_after_hours``, up
    the line too after ``escalate_after_hours``, and then every ``remind_every_days``; hours and
    days are those of working days, rounded up to an hour of the day that is the same for all.
    """

    together_minutes: int
    most_seen: int
    show_name: bool
    keep_receipts_days: int
    remind_after_hours: int
    escalate_after_hours: int
    remind_every_days: int
    source: str
    assumption: bool = False

    @property
    def together(self) -> timedelta:
        return timedelta(minutes=self.together_minutes)

    @property
    def keep_receipts(self) -> timedelta:
        return timedelta(days=self.keep_receipts_days)
