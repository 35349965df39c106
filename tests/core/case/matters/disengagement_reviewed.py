"""What may become of a disengagement that is reviewed, and when."""

from datetime import UTC, date, datetime

from core.case.proposals import DisengagementOutcome
from tests.core.disengaging import DisengagingStory

CONTINUE = DisengagementOutcome.CONTINUE
CHANGE = DisengagementOutcome.CHANGE
RE_ENGAGE = DisengagementOutcome.RE_ENGAGE


def on(story: DisengagingStory, day: date) -> DisengagingStory:
    """Ten in the morning of ``day``."""
    story.now = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return story
