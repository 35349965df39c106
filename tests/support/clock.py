"""A clock that stands still until it is moved, and ids that count."""

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2025, 3, 3, 10, 0, tzinfo=UTC)


class SetClock:
    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> datetime:
        """Move on by ``days``, ``hours``, ``minutes`` ..., as ``timedelta`` takes them."""
        self.time += timedelta(**by)
        return self.time


class CountingIds:
    def __init__(self) -> None:
        self._count = 0

    def identifier(self) -> str:
        self._count += 1
        return f"id-{self._count}"

    def reference(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}-{self._count:06d}"
