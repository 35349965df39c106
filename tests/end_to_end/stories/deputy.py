"""Responsibilities: while somebody is away, their deputy decides in their place."""

from datetime import date, timedelta

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import approves, proposes_a_warning, reports_somebody_new, sends


async def decides_during_an_absence(
    adviser: Hand, manager: Hand, deputy: Hand, today: date
) -> None:
    await manager.command("away")
    closing = await sends(
        manager,
        {"Last day away": today + timedelta(days=9), "Who decides instead?": "Noor Neighbour"},
    )
    assert "Noor Neighbour decides instead" in closing
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await deputy.sees("direct", "Please decide: a warning", "stands in for Morgan Manager")
    await approves(deputy, "a warning")
    await adviser.sees("direct", "approved", "Noor Neighbour")
    await manager.command("away")
    await manager.press("Here after all", "Who is away")
    await manager.sees("direct", "Morgan Manager decides as usual again")
