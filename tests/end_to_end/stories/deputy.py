"""Responsibilities: while somebody is away, their deputy decides in their place."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from tests.end_to_end.hand import Hand, Typed
from tests.end_to_end.steps import approves, proposes_a_warning, reports_somebody_new, sends


async def decides_during_an_absence(
    adviser: Hand, manager: Hand, deputy: Hand, today: date
) -> None:
    await _goes_away(manager, today)
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await deputy.sees("direct", "Please decide: a warning", "stands in for Morgan Manager")
    await approves(deputy, "a warning")
    await adviser.sees("direct", "approved", "Noor Neighbour")
    await manager.command("away")
    await manager.press("Here after all", "Who is away")
    await manager.sees("direct", "Morgan Manager decides as usual again")


async def decides_what_waited_already(
    adviser: Hand,
    manager: Hand,
    deputy: Hand,
    today: date,
    a_minute_later: Callable[[], Awaitable[None]],
) -> None:
    """The manager goes away after they were asked, and is back before it is decided."""
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await manager.sees("direct", "Please decide: a warning", "Waiting for Morgan Manager")
    await _goes_away(manager, today)
    await a_minute_later()
    await deputy.sees("direct", "Please decide: a warning", "stands in for Morgan Manager")
    await adviser.sees("direct", "You proposed a warning", "Waiting for Noor Neighbour")
    await manager.command("away")
    await manager.press("Here after all", "Who is away")
    await manager.sees("direct", "Morgan Manager decides as usual again")
    await a_minute_later()
    await adviser.sees("direct", "You proposed a warning", "Waiting for Morgan Manager")
    assert "Approve" not in await deputy.buttons("direct", "Please decide", "Waiting for Morgan")
    await _goes_away(manager, today)
    await a_minute_later()
    await approves(deputy, "a warning", "Waiting for Noor Neighbour")
    for hand in (manager, deputy):
        await hand.sees("direct", "Decided: a warning", "Approved by Noor Neighbour")
        assert await hand.buttons("direct", "Decided: a warning") == []


async def _goes_away(manager: Hand, today: date) -> None:
    await manager.command("away")
    away: dict[str, Typed] = {
        "Last day away": today + timedelta(days=9),
        "Who decides instead?": "Noor Neighbour",
    }
    assert "Noor Neighbour decides instead" in await sends(manager, away)
