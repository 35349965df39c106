"""Moments worth seeing in the playground: the next morning, and those of the next review."""

from datetime import datetime, time, timedelta
from typing import Final

from adapters.playground import Jump
from core.policy.model import Policy
from core.services.ports import Cases

MORNING: Final = time(9, 30)
HORIZON: Final = timedelta(days=800)


async def jumps(policy: Policy, cases: Cases, now: datetime) -> tuple[Jump, ...]:
    """The next morning, then each reminder step of the soonest review that lies ahead."""
    today = now.astimezone(policy.zone).date()

    def morning(days: int) -> datetime:
        return datetime.combine(today + timedelta(days=days), MORNING, policy.zone)

    found = [Jump("Tomorrow morning", morning(1))]
    for summary in await cases.reviews_until(today + HORIZON, limit=1):
        review_on = min(sanction.review_on for sanction in summary.in_force)
        for step in policy.review.reminders:
            to = morning((review_on - today).days + step.days)
            found.append(Jump(f"{_when(step.days)} the review of {summary.reference}", to))
    return tuple(jump for jump in found if jump.to > now)


def _when(days: int) -> str:
    if days == 0:
        return "The day of"
    count, unit = (abs(days) // 7, "week") if days % 7 == 0 else (abs(days), "day")
    plural = "" if count == 1 else "s"
    return f"{count} {unit}{plural} {'before' if days < 0 else 'after'}"
