"""The bank holidays of a place, by a library that knows the moved and the single ones too."""

from datetime import date

import holidays

from core.policy.reading import NO_BANK_HOLIDAYS
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar


class UnknownPlace(Exception):
    """There is no calendar of it."""


def calendar_of(place: str) -> Calendar:
    """``place``: ``bank_holidays`` of the policy file. Raises ``UnknownPlace``."""
    return NO_HOLIDAYS if place == NO_BANK_HOLIDAYS else _BankHolidays(place)


class _BankHolidays:
    def __init__(self, place: str) -> None:
        country, _, part = place.partition("-")
        try:
            # Years are added as they are asked for.
            self._days = holidays.country_holidays(country, subdiv=part or None)
        except NotImplementedError as fault:
            raise UnknownPlace(place) from fault

    def is_bank_holiday(self, day: date) -> bool:
        return day in self._days
