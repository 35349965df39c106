"""Stage 6: contact from somebody we disengaged from, and each thing that can be done about it."""

from typing import Final

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import (
    MAIL,
    TOPIC,
    approves,
    logs_a_contact,
    proposes_to_disengage,
    sends,
    under_a_sanction_it_goes_on,
)
from tests.end_to_end.words import NATURAL_ENGLAND, Words

ALERTS: Final = "contact-alerts"
QUESTION: Final = "Same or similar topic, wholly different, or unsure?"


async def is_dealt_with(
    adviser: Hand, manager: Hand, director: Hand, focus: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    await under_a_sanction_it_goes_on(adviser, manager, words)
    await proposes_to_disengage(adviser, TOPIC)
    await approves(director, "a disengagement on 1 topic")
    await adviser.sees("direct", "Please tell the customer", "a disengagement on 1 topic")

    await is_alerted(adviser, words)
    alert = await focus.sees(ALERTS, QUESTION)
    assert TOPIC not in alert
    offered = await focus.buttons(ALERTS, QUESTION)
    assert offered[:2] == ["Do not re-engage", "Reissue the notice"]
    assert offered.count("Answer normally") == 1

    await focus.press("Show the topics", QUESTION, place=ALERTS)
    await focus.sees(ALERTS, TOPIC)
    await adviser.press("Do not re-engage", QUESTION, "Show the topics", place=ALERTS)
    await focus.sees(ALERTS, "Not answered", f"Chosen by {words.adviser}")

    await is_alerted(adviser, words)
    await adviser.press("Reissue the notice", QUESTION, "Show the topics", place=ALERTS)
    await focus.sees(ALERTS, "The notice was issued again", f"Chosen by {words.adviser}")

    await is_alerted(adviser, words, "Swallows on the roof")
    await adviser.press("Answer normally", QUESTION, "Show the topics", place=ALERTS)
    await focus.sees(ALERTS, "Answered as usual", f"Chosen by {words.adviser}")

    await is_alerted(adviser, words, "Perhaps the grant")
    await adviser.press("Ask my manager", QUESTION, "Show the topics", place=ALERTS)
    await manager.press("Do not re-engage", "Please decide about a contact", "Perhaps the grant")
    await manager.sees("direct", "The contact is dealt with", f"Chosen by {words.manager}")
    await focus.sees(ALERTS, "Not answered", f"Chosen by {words.manager}")


async def on_another_topic_is_answered(
    adviser: Hand, manager: Hand, director: Hand, focus: Hand
) -> None:
    """Though we disengaged completely: the manager who is asked says so, and why."""
    await asks_about_another_topic(adviser, manager, director, focus)
    await manager.press(
        "Answer on that topic", "Please decide about a contact", "Swallows on the roof"
    )
    assert "Why is it answered?" in await manager.submit()
    await says_why(manager)
    await manager.sees("direct", "The contact is dealt with", "A licence for kestrels alone.")
    await adviser.sees("direct", "What to do about a contact", "Answer it on that topic")
    channel = await focus.sees(ALERTS, "answered, on that topic alone", "Morgan Manager")
    assert "kestrels" not in channel
    assert "Do not answer" not in channel
    await adviser.command(f"timeline {MAIL}")
    await adviser.sees("direct", "Timeline of", "A licence for kestrels alone.")


async def asks_about_another_topic(
    adviser: Hand, manager: Hand, director: Hand, focus: Hand
) -> None:
    """Of a customer from whom we disengaged completely."""
    await under_a_sanction_it_goes_on(adviser, manager)
    await proposes_to_disengage(adviser)
    await approves(director, "a complete disengagement")
    await adviser.sees("direct", "Please tell the customer", "a complete disengagement")

    await is_alerted(adviser, NATURAL_ENGLAND, "Swallows on the roof")
    offered = await focus.buttons(ALERTS, QUESTION)
    assert not [label for label in offered if label.startswith("Answer")]
    await adviser.press("Ask my manager", QUESTION, place=ALERTS)


async def says_why(hand: Hand) -> None:
    closing = await sends(hand, {"Why is it answered?": "A licence for kestrels alone."})
    assert "on that topic, and on nothing else" in closing


async def is_alerted(adviser: Hand, words: Words, topic: str = TOPIC) -> None:
    assert QUESTION in await logs_a_contact(adviser, words.writing, topic)
