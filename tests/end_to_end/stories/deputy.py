"""Responsibilities: while somebody is away, their deputy decides in their place."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from tests.end_to_end.hand import Hand, Typed
from tests.end_to_end.steps import (
    MAIL,
    approves,
    proposes_a_warning,
    reports_somebody_new,
    sends,
)
from tests.end_to_end.stories.contact import ALERTS, asks_about_another_topic, says_why


async def decides_during_an_absence(
    adviser: Hand, manager: Hand, deputy: Hand, today: date
) -> None:
    await goes_away(manager, today)
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await deputy.sees("direct", "Please decide: a warning", "stands in for Morgan Manager")
    await approves(deputy, "a warning")
    await adviser.sees("direct", "approved", "Noor Neighbour")
    await _is_back(manager)


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
    await goes_away(manager, today)
    await a_minute_later()
    await deputy.sees("direct", "Please decide: a warning", "stands in for Morgan Manager")
    await adviser.sees("direct", "You proposed a warning", "Waiting for Noor Neighbour")
    await _is_back(manager)
    await a_minute_later()
    await adviser.sees("direct", "You proposed a warning", "Waiting for Morgan Manager")
    assert "Approve" not in await deputy.buttons("direct", "Please decide", "Waiting for Morgan")
    await goes_away(manager, today)
    await a_minute_later()
    await approves(deputy, "a warning", "Waiting for Noor Neighbour")
    for hand in (manager, deputy):
        await hand.sees("direct", "Decided: a warning", "Approved by Noor Neighbour")
        assert await hand.buttons("direct", "Decided: a warning") == []


async def answers_about_a_contact(
    adviser: Hand,
    manager: Hand,
    deputy: Hand,
    director: Hand,
    focus: Hand,
    today: date,
    a_minute_later: Callable[[], Awaitable[None]],
) -> None:
    """On another topic, after a complete disengagement: the manager who was asked goes away, is
    back, and goes away again before it is answered."""
    question, topic = "Please decide about a contact", "Swallows on the roof"
    await asks_about_another_topic(adviser, manager, director, focus)
    await manager.sees("direct", question, topic)
    await goes_away(manager, today)
    await a_minute_later()
    await deputy.sees("direct", question, topic, "stands in for Morgan Manager, who is away")
    waits = ("A contact waits for Noor Neighbour", topic)
    assert "Answer on that topic" not in await manager.buttons("direct", *waits)
    await focus.sees(ALERTS, "Asked: Noor Neighbour in place of Morgan Manager.")

    await _is_back(manager)
    await a_minute_later()
    await manager.sees("direct", question, topic)
    waits = ("A contact waits for Morgan Manager", topic)
    assert "Answer on that topic" not in await deputy.buttons("direct", *waits)

    await goes_away(manager, today)
    await a_minute_later()
    await deputy.press("Answer on that topic", question, topic)
    await says_why(deputy)
    for hand in (manager, deputy):
        await hand.sees("direct", "The contact is dealt with", "A licence for kestrels alone.")
        assert "Answer on that topic" not in await hand.buttons("direct", "is dealt with")
    await adviser.sees("direct", "What to do about a contact", "Answer it on that topic")
    await focus.sees(ALERTS, "answered, on that topic alone", "Noor Neighbour")
    await adviser.command(f"timeline {MAIL}")
    await adviser.sees("direct", "Timeline of", "was sent to Noor Neighbour instead.", "is back.")


async def _is_back(manager: Hand) -> None:
    await manager.command("away")
    await manager.press("Here after all", "Who is away")
    await manager.sees("direct", "Morgan Manager decides as usual again")


async def goes_away(manager: Hand, today: date) -> None:
    await manager.command("away")
    away: dict[str, Typed] = {
        "Last day away": today + timedelta(days=9),
        "Who decides instead?": "Noor Neighbour",
    }
    assert "Noor Neighbour decides instead" in await sends(manager, away)
