"""In which order things happened.

People enter times to the minute; within one minute the order of the timeline tells.
"""

from datetime import datetime

from core.vocabulary.ids import EntryNo


def place(happened_at: datetime, no: EntryNo) -> tuple[datetime, EntryNo]:
    """Compares as later or earlier with the place of anything else in the case."""
    return to_the_minute(happened_at), no


def to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
