"""How colleagues are told that a customer under sanction made contact."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class AlertRule:
    """Contacts within ``together_minutes`` of each other are told in one alert, with their count,
    ``most_seen`` of them at most. ``show_name``: whether a channel may read who it is.
    """

    together_minutes: int
    most_seen: int
    show_name: bool
    source: str
    assumption: bool = False

    @property
    def together(self) -> timedelta:
        return timedelta(minutes=self.together_minutes)
