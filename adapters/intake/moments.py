"""Moments as RFC 3339 writes them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
AHEAD: Final = timedelta(minutes=5)
"""By how much a sender's clock may be ahead of ours."""
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def read_moment(text: object) -> datetime:
    """In UTC. Raises ``ValueError`` with a sentence."""
    if isinstance(text, datetime):
        return text
    written = text.upper() if isinstance(text, str) and len(text) <= 64 else ""
    if not _MOMENT.fullmatch(written):
        raise ValueError("This is not a moment with its time zone")
    second = written[17:19].replace("60", "59")  # A leap second.
    try:
        return datetime.fromisoformat(written[:17] + second + written[19:]).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("There is no such moment") from None


def strange(at: datetime, now: datetime) -> str:
    """Why no contact can have been then; "" for a moment that can be."""
    if at > now + AHEAD:
        return "This is in the future."
    return "This is before 1970." if at < EARLIEST else ""
