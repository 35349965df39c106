"""Moments as texts."""

from datetime import UTC, datetime


def moment_text(moment: datetime) -> str:
    """A moment in UTC, always of the same width, so that texts sort as moments do."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be kept")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
