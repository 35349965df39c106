"""Colleagues ask what may be done about a contact of a customer who is sanctioned."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from core.case.guidance import Guidance, guidance
from core.case.terms import (
    CallTimesTerms,
    SanctionTerms,
)
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.people import People
from tests.core.story import POLICY, Story
from tests.support.people import ORGANISATION

LONDON = ZoneInfo("Europe/London")
PEOPLE = People(ORGANISATION)
WEEKDAY_MORNINGS = CallTimesTerms(frozenset({0, 2}), time(9, 30), time(12))


def at(text: str) -> datetime:
    """London time, as the core is given it: in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def answer(
    sanction: SanctionTerms,
    means: str | None,
    when: datetime,
    calendar: Calendar = NO_HOLIDAYS,
    *,
    statutory: bool = False,
) -> Guidance:
    case = Story().sanctioned(sanction).case
    [only] = guidance(POLICY, case, PEOPLE, means, when, calendar, statutory=statutory)
    return only
