"""What colleagues do over and over, each with the forms and buttons that are there for it."""

from typing import Final

from tests.end_to_end.hand import Hand, Typed
from tests.end_to_end.words import NATURAL_ENGLAND, Words

MAIL: Final = "casey@customer.example"
TOPIC: Final = "Grant application"
NEW_CUSTOMER: Final[dict[str, Typed]] = {
    "Customer": "Someone new",
    "New customer: full name": "Casey Customer",
    "New customer: email": MAIL,
}
WARNING: Final[dict[str, Typed]] = {
    "What will we ask them to change?": "Speak calmly, and once a week.",
}
REASONS: Final[dict[str, Typed]] = {
    "Why are sanctions needed?": "It went on the next day.",
    "What was tried before?": "We offered a meeting, and an interpreter.",
    "Which adjustments did you consider?": "An interpreter; nothing else is known of.",
    "Why is this proportionate?": "He can still write whenever he likes.",
}
LAST_RESORT: Final[dict[str, Typed]] = {
    "Why should we disengage?": "The quince letters go on under every sanction.",
    "What was tried before?": "A warning, one form of contact, a meeting.",
    "Which adjustments did you consider?": "Large print; nothing else is known of.",
    "Why is this proportionate?": "Nothing less has helped.",
}


def incident(words: Words = NATURAL_ENGLAND) -> dict[str, Typed]:
    return {
        "How did they make contact?": words.call,
        "What was the contact about?": TOPIC,
        "Which behaviour was it?": [words.behaviour],
        "What happened?": "The zebra again.",
    }


async def sends(hand: Hand, answers: dict[str, Typed]) -> str:
    """Fill in the open form and send it. Returns the closing words."""
    await hand.fill(answers)
    assert await hand.submit() == {}
    return await hand.finish()


async def reports_somebody_new(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    await hand.command("report")
    await sends(hand, {**NEW_CUSTOMER, **incident(words)})


async def reports_again(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    await hand.command("report")
    await sends(hand, {"Customer": "Casey", **incident(words)})


async def proposes_a_warning(hand: Hand, why: str = "Shouting at colleagues is abusive.") -> None:
    await hand.press("Propose a warning", "The incident is recorded")
    await sends(hand, {"What will we explain?": why, **WARNING})


async def approves(hand: Hand, *words: str) -> None:
    await hand.press("Approve", "Please decide", *words)


async def says_that_the_customer_was_told(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """Of a warning."""
    await hand.press("I have told the customer", "Tell the customer")
    await sends(hand, {"How were they told?": words.writing})


async def writes_to_the_customer(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """About a decision in force."""
    await hand.press("The customer was told", "Please tell the customer of a decision")
    await sends(hand, {"How were they told?": words.writing})
    await hand.sees("direct", "The customer was told of the decision")


async def proposes_a_sanction(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    await begins_to_propose_a_sanction(hand, words)
    await sends(hand, form_of_contact(words))


async def begins_to_propose_a_sanction(hand: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """Up to the form that asks for its terms, filled in."""
    await hand.press("Propose sanctions", "The incident is recorded")
    await hand.fill({"Which sanctions do you propose?": [words.sanction]})
    assert await hand.submit() == {}
    await hand.fill(form_of_contact(words))


async def logs_a_call(hand: Hand, words: Words = NATURAL_ENGLAND, topic: str = "Umbrella") -> str:
    """Returns what is said about it."""
    return await logs_a_contact(hand, words.call, topic)


async def logs_a_contact(hand: Hand, means: str, topic: str) -> str:
    await hand.command(f"contact {MAIL}")
    contact: dict[str, Typed] = {
        "How did they make contact?": means,
        "What was the contact about?": topic,
    }
    return await sends(hand, contact)


async def up_to_a_warning(adviser: Hand, manager: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """Reported, warned, and the customer told."""
    await reports_somebody_new(adviser, words)
    await proposes_a_warning(adviser)
    await approves(manager, "a warning")
    await says_that_the_customer_was_told(adviser, words)


async def up_to_a_sanction(adviser: Hand, manager: Hand, words: Words = NATURAL_ENGLAND) -> None:
    """It went on after a warning, and a sanction on the form of contact is in force."""
    await up_to_a_warning(adviser, manager, words)
    await reports_again(adviser, words)
    await proposes_a_sanction(adviser, words)
    await approves(manager, "a sanction")


async def under_a_sanction_it_goes_on(
    adviser: Hand, manager: Hand, words: Words = NATURAL_ENGLAND
) -> None:
    """So that disengaging can be proposed."""
    await up_to_a_sanction(adviser, manager, words)
    await adviser.sees("direct", "Please tell the customer", "a sanction")
    await reports_again(adviser, words)


async def proposes_to_disengage(hand: Hand, *topics: str) -> None:
    """On ``topics``, or completely."""
    await hand.command(f"disengage {MAIL}")
    await sends(hand, {**extent(*topics), **LAST_RESORT})


def extent(*topics: str) -> dict[str, Typed]:
    how_far = "On particular topics" if topics else "Completely"
    return {"How far should we disengage?": how_far, "On which topics?": "\n".join(topics)}


def form_of_contact(words: Words) -> dict[str, Typed]:
    return {f"{words.sanction}: which?": list(words.terms), **REASONS}
