"""Extreme behaviour: from the first report to a director's decision in a few steps."""

from tests.end_to_end.hand import Hand, Typed
from tests.end_to_end.steps import form_of_contact, sends, writes_to_the_customer
from tests.end_to_end.words import NATURAL_ENGLAND, Words

THREAT = "He swung a walrus spade at the ranger."


async def is_decided_at_once(adviser: Hand, director: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """Nobody was warned; a director hears of it at once and decides."""
    await adviser.command("extreme")
    closing = await sends(adviser, _threat(words))
    assert "The alert is sent" in closing
    await adviser.press("Propose sanctions", "Extreme behaviour is recorded")
    await adviser.fill(
        {
            "On which grounds?": "Extreme behaviour",
            "Which sanctions do you propose?": [words.sanction],
        }
    )
    assert await adviser.submit() == {}
    await sends(adviser, form_of_contact(words))
    await director.press("Read and decide", "extreme behaviour was reported", THREAT)
    await director.press("Approve at once", "Please decide: a sanction for extreme behaviour")
    await sends(director, _CONSIDERED)
    await director.sees("direct", "Decided", f"Approved by {words.director}")


async def is_offered_to_nobody_any_more(
    director: Hand, focus: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    """Every alert says what was decided; what is personal stays with the director."""
    decided = ("extreme behaviour was reported", f"Approved by {words.director}")
    alert = await director.sees("direct", *decided, "Reported to the Police")
    assert "Somebody proposes what to do" not in alert
    assert "Read and decide" not in await director.buttons("direct", *decided, "walrus")
    assert "CAD 123" not in await focus.sees("customer-focus", *decided)


async def is_known_and_told(
    adviser: Hand, director: Hand, focus: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    """The director informs the customer; channels learn no more than that something is in force."""
    channel = await focus.sees("contact-alerts", "1 sanction in force")
    assert "walrus" not in channel
    alert = await focus.sees("customer-focus", "extreme behaviour was reported")
    assert "walrus" not in alert
    assert "Casey" not in alert
    await writes_to_the_customer(director, words)
    await adviser.press("Open case", "Extreme behaviour is recorded")
    await adviser.press("Timeline", "An immediate threat was reported")
    await adviser.sees("direct", "Timeline of", "reference CAD 123", "A letter will do")


def _threat(words: Words) -> dict[str, Typed]:
    return {
        "Customer": "Casey Customer",
        "What happened?": THREAT,
        "How did they make contact?": words.call,
        "Which behaviour was it?": [words.behaviour],
    }


_CONSIDERED: dict[str, Typed] = {
    "Do we report it to the Legal Team?": "No",
    "Why do we, or do we not, report it to the Legal Team?": "A letter will do.",
    "Do we report it to the Police?": "Yes",
    "Why do we, or do we not, report it to the Police?": "He swung it at somebody.",
    "Reference from the Police": "CAD 123",
}
