"""The bank holidays of England, by a library that knows the moved and the single ones too."""

from datetime import date

import holidays


class EnglandCalendar:
    def __init__(self) -> None:
        # Years are added as they are asked for.
        self._days = holidays.country_holidays("GB", subdiv="ENG")

    def is_bank_holiday(self, day: date) -> bool:
        return day in self._days
