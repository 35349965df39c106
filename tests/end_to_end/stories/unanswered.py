"""Responsibilities: a proposal that nobody answers goes up the line, never down."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import approves, proposes_a_warning, reports_somebody_new
from tests.end_to_end.story import JumpTo


async def goes_up_the_line(
    adviser: Hand, manager: Hand, above: Hand, focus: Hand, jump: JumpTo
) -> None:
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await manager.sees("direct", "Please decide: a warning")
    await jump("The day of the time to decide")
    await above.sees("direct", "Please decide: a warning", "Morgan Manager did not answer within")
    await adviser.sees("direct", "You proposed a warning", "Waiting for Dara Deputy")
    await focus.sees("customer-focus", "waits for a decision", "Waiting for Dara Deputy")
    await approves(above, "a warning")
    await manager.sees("direct", "Decided: a warning", "Approved by Dara Deputy")
