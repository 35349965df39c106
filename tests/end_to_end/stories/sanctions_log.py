"""Stages 3 and 6: the Customer Sanctions Log, read by role, and every look recorded."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import up_to_a_sanction

LOOKED = "That you looked at this entry is recorded"


async def is_read_by_role(adviser: Hand, manager: Hand, colleague: Hand, focus: Hand) -> None:
    await up_to_a_sanction(adviser, manager)
    await adviser.sees("direct", "Please tell the customer", "a sanction")
    for reader in (colleague, focus):
        await reader.command("log")
        listed = await reader.sees("direct", "Customer Sanctions Log", "Each look is recorded")
        assert "Casey" not in listed
        await reader.press("Look", "Customer Sanctions Log")
    seen = await colleague.sees("direct", LOOKED, "Contact by email or letter only")
    assert "Casey" not in seen
    assert "It went on the next day" not in seen
    await focus.sees("direct", LOOKED, "Casey Customer", "It went on the next day")
