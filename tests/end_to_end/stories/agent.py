"""Agents / contractors: disengaged on one topic, after the client was told."""

from typing import Final

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import (
    LAST_RESORT,
    MAIL,
    approves,
    extent,
    logs_a_contact,
    proposes_to_disengage,
    sends,
    under_a_sanction_it_goes_on,
    writes_to_the_customer,
)

HEDGE: Final = "Hedge removal at Quince Farm"


async def is_disengaged_on_one_topic(
    adviser: Hand, manager: Hand, director: Hand, focus: Hand
) -> None:
    await under_a_sanction_it_goes_on(adviser, manager)
    await _is_known_as_an_agent(adviser)
    await _is_not_disengaged_before_the_client_was_told(adviser)
    await _the_client_is_told(adviser)
    await _is_not_disengaged_completely(adviser)
    await proposes_to_disengage(adviser, HEDGE)
    request = await director.sees("direct", "Please decide: a disengagement on 1 topic", HEDGE)
    assert "Quince Farm Ltd" in request
    await approves(director, "a disengagement on 1 topic")
    channel = await focus.sees("contact-alerts", "disengage")
    assert "Hedge" not in channel
    await writes_to_the_customer(adviser)
    await _complains_to_the_employer(adviser)
    assert HEDGE in await logs_a_contact(adviser, "Letter", "Another client's tree")


async def _is_known_as_an_agent(adviser: Hand) -> None:
    await adviser.command(f"customer {MAIL}")
    closing = await sends(
        adviser,
        {
            "Is the customer one of these?": ["Agent or contractor"],
            "Agents: employer": "Example Farm Agents",
        },
    )
    assert "only after their client was told" in closing


async def _is_not_disengaged_before_the_client_was_told(adviser: Hand) -> None:
    await adviser.command(f"disengage {MAIL}")
    await adviser.sees("direct", "The client has not been told yet", "Agents / contractors")


async def _the_client_is_told(adviser: Hand) -> None:
    await adviser.press("The client was told", "The client has not been told yet")
    closing = await sends(
        adviser,
        {
            "Which client was told?": "Quince Farm Ltd",
            "How were they told?": "Letter",
            "How may it affect them?": "The answer to their application may be late.",
        },
    )
    assert "the client was told" in closing


async def _is_not_disengaged_completely(adviser: Hand) -> None:
    await adviser.command(f"disengage {MAIL}")
    await adviser.fill({**extent(), **LAST_RESORT})
    wrong = await adviser.submit()
    assert "We cannot fully disengage from an agent" in wrong["On which topics?"]
    await adviser.finish()


async def _complains_to_the_employer(adviser: Hand) -> None:
    await adviser.command(f"case {MAIL}")
    await adviser.press("Record a complaint", "Case ", "Quince Farm Ltd")
    closing = await sends(
        adviser,
        {
            "To whom was the complaint made?": "Their employer",
            "What are they called?": "Example Farm Agents",
            "What does the complaint say?": "The quince letters go on.",
        },
    )
    assert "a complaint was made" in closing
