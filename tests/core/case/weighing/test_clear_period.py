"""Stage 7, whatever happened: we re-engage only after a full clear period, and then we may."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from hypothesis import given, settings
from hypothesis import strategies as st

from core.case.commands import AssessContact, Propose
from core.case.events import Relation, Response
from core.case.proposals import DisengagementOutcome
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA

CLEAR_YEARS = 2


class Happening(StrEnum):
    INCIDENT = "incident"
    CALL = "a call, against the sanction in force"
    CALL_ABOUT_A_RIGHT = "a call about a right"
    LETTER = "a letter that nobody assessed"
    LETTER_ON_THE_TOPIC = "a letter on the same topic"
    LETTER_ON_ANOTHER = "a letter on another topic"
    LETTER_FOUND_TO_BE_ON_THE_TOPIC = "a letter first thought to be on another topic"
    LETTER_FOUND_TO_BE_ON_ANOTHER = "a letter first thought to be on the same topic"
    LETTER_ABOUT_A_RIGHT = "a letter on the same topic, about a right"


RECURRING = {
    Happening.INCIDENT,
    Happening.CALL,
    Happening.LETTER_ON_THE_TOPIC,
    Happening.LETTER_FOUND_TO_BE_ON_THE_TOPIC,
}

NOT_ANSWERED = (Relation.SAME, Response.NOT_RE_ENGAGED)
ANSWERED = (Relation.DIFFERENT, Response.ANSWERED)
A_RIGHT = (Relation.SAME, Response.ANSWERED)

ASSESSED = {
    Happening.LETTER_ON_THE_TOPIC: (NOT_ANSWERED,),
    Happening.LETTER_ON_ANOTHER: (ANSWERED,),
    Happening.LETTER_FOUND_TO_BE_ON_THE_TOPIC: (ANSWERED, NOT_ANSWERED),
    Happening.LETTER_FOUND_TO_BE_ON_ANOTHER: (NOT_ANSWERED, ANSWERED),
    Happening.LETTER_ABOUT_A_RIGHT: (A_RIGHT,),
}


@dataclass(frozen=True)
class Event:
    """``after``: hours since the one before; ``reported``: how many hours later it was recorded."""

    what: Happening
    after: int
    reported: int


events = st.builds(
    Event,
    what=st.sampled_from(Happening),
    after=st.integers(1, 900 * 24),
    reported=st.sampled_from([0, 0, 1, 100]),
)
asked = st.sampled_from([-400, -31, -1, 0, 1, 300])
"""On which day we ask, counted from the one two years after the last recurrence."""


def happens(story: DisengagingStory, event: Event) -> datetime:
    """When it did."""
    story.later(hours=event.after)
    occurred_at = story.now
    story.later(hours=event.reported)
    if event.what is Happening.INCIDENT:
        story.report(occurred_at=occurred_at)
        return occurred_at
    contact = story.contact(
        means="phone" if "call" in event.what else "letter",
        occurred_at=occurred_at,
        statutory="right" in event.what,
    )
    for relation, response in ASSESSED.get(event.what, ()):
        story.does(ASHA, AssessContact(contact.no, relation, response))
    return occurred_at


def local_day(moment: datetime) -> date:
    return moment.astimezone(POLICY.zone).date()


def is_within_the_clear_period(recurrence: date, day: date) -> bool:
    """As people reckon: by year, month and day, whether or not there is such a day."""
    two_years_on = (recurrence.year + CLEAR_YEARS, recurrence.month, recurrence.day)
    return two_years_on > (day.year, day.month, day.day)


@settings(max_examples=150, deadline=None)
@given(timeline=st.lists(events, max_size=6), ask=asked)
def test_we_may_re_engage_on_a_day_if_and_only_if_nothing_recurred_in_the_clear_years_before_it(
    timeline: list[Event], ask: int
) -> None:
    story = DisengagingStory().disengaged(GRANT)
    recurrences, unassessed = [story.today], []
    for event in timeline:
        day = local_day(happens(story, event))
        if event.what in RECURRING:
            recurrences.append(day)
        elif event.what is Happening.LETTER:
            unassessed.append(day)
    about_then = max(recurrences) + timedelta(days=2 * 365 + ask)
    day = max(about_then, story.today + timedelta(days=1))
    story.now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    command = Propose(story.review_of_notice(DisengagementOutcome.RE_ENGAGE))
    if any(is_within_the_clear_period(each, day) for each in recurrences):
        assert story.refuses(ASHA, command).rule == "re-engagement-early"
    elif any(is_within_the_clear_period(each, day) for each in unassessed):
        assert story.refuses(ASHA, command).rule == "contact-not-assessed"
    else:
        assert story.does(ASHA, command)
