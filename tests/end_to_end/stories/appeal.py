"""Appeals: a challenge by somebody under a sanction, which is lifted by who was not involved."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import (
    MAIL,
    sends,
    up_to_a_sanction,
    writes_to_the_customer,
)
from tests.end_to_end.words import NATURAL_ENGLAND, Words

GROUNDS = "The ocelot started it, he says."


async def lifts_a_sanction(
    adviser: Hand, manager: Hand, handler: Hand, focus: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    await up_to_a_sanction(adviser, manager, words)
    await writes_to_the_customer(adviser, words)
    await is_answered(adviser, manager, handler, focus, words)


async def is_answered(
    adviser: Hand, decider: Hand, handler: Hand, focus: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    """``decider``: who approved what is challenged, and so does not answer."""
    await _is_recorded(adviser)
    assert "Decide the appeal" not in await _buttons_of_the_case(decider)
    await handler.press("Decide the appeal", "Please decide an appeal", GROUNDS)
    closing = await sends(
        handler,
        {"What becomes of the decision?": "It is withdrawn", "Why?": "The heron rota was ignored."},
    )
    assert "The appeal is decided" in closing
    await focus.sees("contact-alerts", "nothing in force")
    for person in (adviser, decider):
        await person.sees("direct", "An appeal was decided", "The heron rota was ignored")
    await writes_to_the_customer(adviser, words)
    await adviser.command(f"appeal {MAIL}")
    await adviser.sees("direct", "The policy does not allow this", "once")
    await adviser.command(f"check {MAIL}")
    await adviser.sees("direct", "Nothing is in force")


async def _is_recorded(adviser: Hand) -> None:
    await adviser.command(f"appeal {MAIL}")
    closing = await sends(adviser, {"Why do they disagree?": GROUNDS})
    assert "The appeal is recorded" in closing


async def _buttons_of_the_case(hand: Hand) -> list[str]:
    await hand.command(f"case {MAIL}")
    return await hand.buttons("direct", "Case ", "Appeals")
