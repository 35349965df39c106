"""Scope: behaviour by or between staff is refused, with where to go instead."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import NEW_CUSTOMER, incident


async def is_not_reported_here(adviser: Hand) -> None:
    await adviser.command("report")
    await adviser.fill(
        {**NEW_CUSTOMER, **incident(), "New customer: email": "sam@playground.example"}
    )
    wrong = await adviser.submit()
    assert "not by or between staff" in wrong["Customer"]
    assert "Human Resources" in wrong["Customer"]
    await adviser.finish()
