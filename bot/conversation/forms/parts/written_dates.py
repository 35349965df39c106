"""Dates typed by people, one on each line."""

import re
from datetime import date
from typing import Final

from core.vocabulary.wording import DAYS, MONTHS

_NUMBERS: Final = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_ISO: Final = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_WORDS: Final = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.? (\d{4})$")
_WEEKDAY: Final = re.compile(rf"^(?:{'|'.join(f'{d[:3]}(?:{d[3:]})?' for d in DAYS)})\b,? *", re.I)


def read_date(text: str) -> date | None:
    """``24 November 2026``, ``24/11/2026`` or ``2026-11-24``, with or without the weekday."""
    plain = _WEEKDAY.sub("", " ".join(text.split())).replace(",", "").lower()
    try:
        if found := _ISO.match(plain):
            return date(*map(int, found.groups()))
        if found := _NUMBERS.match(plain):
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        if found := _WORDS.match(plain):
            month = _month(found[2])
            return date(int(found[3]), month, int(found[1])) if month else None
    except ValueError:
        return None
    return None


def read_dates(text: str) -> tuple[tuple[date, ...], str]:
    """The dates, in order and once each, and the first line that is no date ("" for none)."""
    lines = [line.strip() for line in text.replace(";", "\n").splitlines() if line.strip()]
    dates = set()
    for line in lines:
        found = read_date(line)
        if found is None:
            return (), line
        dates.add(found)
    return tuple(sorted(dates)), ""


def _month(word: str) -> int:
    found = [i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    return found[0] if len(found) == 1 else 0
